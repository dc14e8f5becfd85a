/** The final check says the same of the same drafts in the editor, on the command line and in the Git hook. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FinalResult } from '../../server/src/protocol.ts';
import { startClient } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';

const root = new URL('../../', import.meta.url);
const program = fileURLToPath(new URL('dist/cli.js', root));
const examples = fileURLToPath(new URL('examples/', root));

let folder: string;
let client: TestClient;
let names: string[];
const run = (command: string, ...args: string[]): string => {
  const { stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, SPEECH_DRAFT: join(folder, '.git/check') },
  });
  return stdout + stderr;
};
const cli = (...args: string[]): string => run(process.execPath, program, 'check', '--lang', 'zh', '--final', ...args);
/** The report of each draft by its name; between drafts stands an empty line. */
const byDraft = (out: string): Record<string, string> =>
  Object.fromEntries(
    out
      .split('\n\n')
      .map((report): [string, string] => [report.slice(0, report.indexOf('：')), `${report}\n`])
      .filter(([name]) => names.includes(name)),
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'speech-draft-same-'));
  for (const name of readdirSync(examples).filter((one) => /\.(?:txt|md)$/.test(one))) cpSync(join(examples, name), join(folder, name));
  const passage = '入冬以后各村把清淤排在头一件，谁家门前的沟谁家领着掏。';
  writeFileSync(join(folder, '会上 发言.txt'), `同志们：\r\n${passage}\r\n完成投资X亿元😀，增长XX%。我们我们要抓落实。\r\n`);
  writeFileSync(join(folder, '小结.txt'), `同志们：\n${passage}\n谢谢大家！\n`);
  mkdirSync(join(folder, '.vscode'));
  const entry = { rule: 'placeholder', scope: 'draft', file: '会上 发言.txt', text: 'XX' };
  writeFileSync(join(folder, '.vscode/speech-draft.json'), JSON.stringify({ ignored: [entry] }));
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ 'speechDraft.stage.targetMinutes': 12 }));
  names = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name));
  client = await startClient({
    folder: pathToFileURL(folder).href,
    home: fileURLToPath(new URL('dist', root)),
    settings: { stage: { targetMinutes: 12 } },
  });
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the final check', () => {
  it('says the same in all three places', async () => {
    const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
    for (const name of names)
      client.open(uriOf(name), readFileSync(join(folder, name), 'utf8'), name.endsWith('.md') ? 'markdown' : 'plaintext');
    const editor: Record<string, string> = {};
    for (const name of names) {
      const result = await client.connection.sendRequest<FinalResult>('speechDraft/finalCheck', { textDocument: { uri: uriOf(name) } });
      editor[name] = result.text;
    }
    const terminal = byDraft(cli(...names));
    expect(Object.keys(terminal)).toHaveLength(names.length);
    expect(editor).toEqual(terminal);
    expect(editor['会上 发言.txt']).toContain('待填处：1 处');
    expect(editor['会上 发言.txt']).toContain('重复段落：1 处');

    run('git', 'init', '-q');
    writeFileSync(join(folder, '.git/check'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@" --lang zh\n`);
    chmodSync(join(folder, '.git/check'), 0o755);
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    const hook = join(folder, '.git/hooks/pre-commit');
    cpSync(fileURLToPath(new URL('docs/hooks/pre-commit', root)), hook);
    chmodSync(hook, 0o755);
    run('git', 'add', '-A');
    expect(byDraft(run('git', '-c', 'user.name=t', '-c', 'user.email=t@localhost', 'commit', '-m', '一'))).toEqual(terminal);
  });

  it('is a command for any client, and no draft that is not open is finished', async () => {
    const ask = (argument: unknown): Promise<FinalResult> =>
      client.connection.sendRequest('workspace/executeCommand', { command: 'speechDraft.server.finalCheck', arguments: [argument] });
    expect(await ask({ uri: pathToFileURL(join(folder, '小结.txt')).href })).toMatchObject({
      ready: false,
      verdict: '尚不能定稿',
      ignored: 0,
    });
    for (const argument of [{ uri: 'file:///nowhere.txt' }, {}, null, 5])
      expect(await ask(argument)).toMatchObject({ version: -1, ready: false, groups: [] });
  });
});
