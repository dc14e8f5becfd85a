/** The server as it is built: `node dist/server.js --stdio` answers, and finds what is to be found. */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-languageserver/node';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';

const program = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

it('the built server talks over standard input and output', async () => {
  const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  server.stderr.on('data', (data) => (complaints += String(data)));
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const published = new Promise<PublishDiagnosticsParams>((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', resolve),
  );
  connection.listen();
  const answered = connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await Promise.race([answered, ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${complaints}`)))]);
  await connection.sendNotification('initialized', {});
  const textDocument = { uri: 'file:///nowhere/a.txt', languageId: 'plaintext', version: 1, text: '完成投资X亿元。' };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  expect((await published).diagnostics.map(({ code }) => code)).toEqual(['placeholder']);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  connection.dispose();
});

it.each<[args: string[], code: number, stream: 'stdout' | 'stderr', says: RegExp]>([
  [[], 2, 'stderr', /^讲稿的语言服务器.*\n.*--stdio\n/],
  [['--sdtio'], 2, 'stderr', /--stdio/],
  [['--help'], 0, 'stdout', /--stdio/],
  [['--version'], 0, 'stdout', /^\d+\.\d+\.\d+\n$/],
])('started by hand with %j it says how it is used', (args, code, stream, says) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  const said = { stdout, stderr };
  expect(status).toBe(code);
  expect(said[stream]).toMatch(says);
  expect(said[stream === 'stdout' ? 'stderr' : 'stdout']).toBe('');
});
