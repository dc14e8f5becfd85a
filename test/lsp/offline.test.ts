/**
 * Nothing leaves the machine: the built server and command run with every way into the network, and to other programs,
 * trapped; and the bundles name no client for the network.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-languageserver/node';
import * as protocol from '../../server/src/protocol.ts';

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const trapped = ['--import', new URL('../support/trap.mjs', import.meta.url).href];

describe('the trap', () => {
  it.each([
    ["fetch('http://127.0.0.1:9')"],
    ["import('node:http').then(({ get }) => get('http://127.0.0.1:9'))"],
    ["require('https').request('https://127.0.0.1:9')"],
    ["require('net').connect(9)"],
    ["new (require('net').Socket)().connect(9)"],
    ["require('tls').connect(9)"],
    ["require('dgram').createSocket('udp4')"],
    ["require('dns').lookup('localhost', () => {})"],
    ["require('dns/promises').resolve4('localhost')"],
    ["require('child_process').spawn('true')"],
    ["new (require('worker_threads').Worker)(new URL('data:text/javascript,fetch(0)'))"],
  ])('catches %s', (code) => {
    const { stderr } = spawnSync(process.execPath, [...trapped, '-e', code], { encoding: 'utf8' });
    expect(stderr).toMatch(/^trapped: /m);
  });
});

it('the server answers everything it can be asked, and is not caught', async () => {
  const server = spawn(process.execPath, [...trapped, pathOf('dist/server.js'), '--stdio'], { stdio: 'pipe' });
  let said = '';
  server.stderr.on('data', (data) => (said += String(data)));
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const ask = (method: string, params: object): Promise<unknown> =>
    Promise.race([
      connection.sendRequest(method, params).catch((error: unknown) => String(error)),
      ended.then((code) => Promise.reject(new Error(`${method}: ended with ${code}: ${said}`))),
    ]);
  connection.onRequest('workspace/configuration', () => [{ factSheets: ['**/*.csv'] }]);
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const folder = pathToFileURL(pathOf('examples')).href;
  await ask('initialize', {
    processId: null,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'examples' }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
    initializationOptions: { commands: true },
  });
  await connection.sendNotification('initialized', {});
  const text = '# 同志们\n\n一是全年完成投资X亿元，我们我们要再接再厉，推动各项工作再上新台阶。\n'.repeat(3);
  const drafts = ['a.md', 'b.txt'].map((name) => ({
    uri: `${folder}/${name}`,
    languageId: name.endsWith('md') ? 'markdown' : 'plaintext',
  }));
  for (const one of drafts) await connection.sendNotification('textDocument/didOpen', { textDocument: { ...one, version: 1, text } });
  const position = { line: 2, character: 8 };
  const range = { start: position, end: { line: 2, character: 9 } };
  const requests = ['codeAction', 'hover', 'completion', 'documentSymbol', 'foldingRange', 'selectionRange', 'references', 'codeLens'].map(
    (name) => `textDocument/${name}`,
  );
  const own = Object.values(protocol).filter((value) => typeof value === 'string' && /^speechDraft\/\w+$/.test(value));
  expect(own).toContain(protocol.holesMethod);
  for (const { uri } of drafts)
    for (const method of [...requests, ...own.map(String)]) {
      const context = { diagnostics: [], includeDeclaration: true };
      await ask(method, { textDocument: { uri }, uri, range, position, positions: [position], context });
    }
  for (;;) {
    const { words } = (await ask(protocol.statusMethod, {})) as protocol.StatusResult;
    if (words === 'nodejieba' || words === 'fallback') break;
  }
  await ask('shutdown', {});
  await connection.sendNotification('exit');
  expect({ code: await ended, said }).toEqual({ code: 0, said: '' });
  connection.dispose();
});

it.each([[[]], [['--format', 'json']], [['--format', 'sarif']], [['--final']]])('the command with %j is not caught', (options) => {
  const call = [...trapped, pathOf('dist/cli.js'), 'check', ...options, pathOf('examples')];
  const { stdout, stderr, status } = spawnSync(process.execPath, call, { encoding: 'utf8' });
  expect(stderr).not.toContain('trapped:');
  expect(stdout).not.toBe('');
  expect(status).toBe(1);
});

describe('the bundles', () => {
  const dist = pathOf('dist');
  const files = ['.', 'parts'].flatMap((folder) =>
    readdirSync(join(dist, folder))
      .filter((name) => /\.c?js$/.test(name))
      .map((name) => join(folder, name)),
  );
  const textOf = (file: string): string => readFileSync(join(dist, file), 'utf8');

  it('load no client for the network; sockets and processes only as the language client and server come', () => {
    const modules = files.flatMap((file) =>
      [
        ...textOf(file).matchAll(
          /(?:require\(|from ?|import\()["'](?:node:)?(https?|http2|net|tls|dgram|dns|dns\/promises|undici|child_process)["']/g,
        ),
      ].map(([, name = '']) => `${file} ${name}`),
    );
    expect([...new Set(modules)].sort()).toEqual([
      'language-client.cjs child_process',
      'language-client.cjs net',
      'server.js child_process',
      'server.js net',
    ]);
  });

  it('ask for nothing by the means of a browser', () => {
    expect(files.filter((file) => /\bfetch\(|new WebSocket\b|EventSource\(|sendBeacon/.test(textOf(file)))).toEqual([]);
  });

  it('name no address but those of file formats, in comments and in help', () => {
    const known = [
      /^http:\/\/((www\.)?(purl|purl\.oclc|w3)\.org|purl\.oclc\.org|schemas\.microsoft\.com|(schemas|sheetjs)\.openxmlformats\.org)$/, // namespaces
      /^https:\/\/json\.schemastore\.org$/, // SARIF's $schema
      /^https?:\/\/(swtch\.com|en\.wikipedia\.org|bugs\.documentfoundation\.org|git-scm\.com|github\.com|xlsxwriter\.readthedocs\.io)$/, // comments
    ];
    const hosts = files.flatMap((file) => textOf(file).match(/\b(?:https?|wss?|ftp):\/\/[A-Za-z0-9.-]+/g) ?? []);
    expect([...new Set(hosts)].filter((host) => !known.some((one) => one.test(host)))).toEqual([]);
  });
});
