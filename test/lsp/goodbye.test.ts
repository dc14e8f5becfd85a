/** How a session ends: `shutdown` is answered at once, whatever is at work, and `exit` waits until nothing would be torn. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-languageserver/node';
import type { Message } from 'vscode-languageserver/node';
import { exitAfter } from '../../server/src/convert/wire/order.ts';
import type { StatusResult } from '../../server/src/protocol.ts';
import { startClient } from '../support/client.ts';

const program = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const text = '全年完成固定资产投资X亿元，我们我们要再接再厉。\n';

it('shutdown is answered while the dictionary is still being loaded', async () => {
  const home = mkdtempSync(join(tmpdir(), 'speech-draft-goodbye-'));
  // A dictionary that never says it is loaded.
  writeFileSync(join(home, 'words-worker.cjs'), `require('node:worker_threads').parentPort.on('message', () => undefined);`);
  const client = await startClient({ home });
  client.open('file:///a.txt', text);
  await client.poll(async () => (await client.status()).words === 'loading');
  let ended = false;
  const answered = client.connection.sendRequest('shutdown');
  void client.ended().then(() => (ended = true));
  await answered;
  expect(ended).toBe(false);
  client.connection.dispose();
  rmSync(home, { recursive: true });
});

it('exit waits for the end of all work', async () => {
  let end: () => void = () => undefined;
  const seen: string[] = [];
  const strategy = exitAfter(() => new Promise((resolve) => (end = resolve)));
  const take = (method: string): void => {
    const message: Message & { method: string } = { jsonrpc: '2.0', method };
    void strategy.handleMessage(message, () => void seen.push(method));
  };
  take('shutdown');
  take('exit');
  await Promise.resolve();
  expect(seen).toEqual(['shutdown']);
  end();
  await Promise.resolve();
  expect(seen).toEqual(['shutdown', 'exit']);
});

it('exit does not wait for ever where the end of the work fails', async () => {
  const seen: string[] = [];
  const message: Message & { method: string } = { jsonrpc: '2.0', method: 'exit' };
  void exitAfter(() => Promise.reject(new Error('no'))).handleMessage(message, () => void seen.push('exit'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen).toEqual(['exit']);
});

it.each([
  ['exit', true, 0],
  ['the end of the input', true, 0],
  ['exit without shutdown', false, 1],
  ['the end of the input without shutdown', false, 1],
])('the built server ends without a complaint while it loads the dictionary: by %s', async (by, saysSo, code) => {
  const server = spawn(process.execPath, [program, '--stdio'], { stdio: 'pipe' });
  let said = '';
  server.stderr.on('data', (data) => (said += String(data)));
  const ended = new Promise<number | null>((resolve) => server.once('close', resolve));
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri: 'file:///a.txt', languageId: 'plaintext', version: 1, text: text.repeat(200) };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  while ((await connection.sendRequest<StatusResult>('speechDraft/status')).words === 'off');
  if (saysSo) await connection.sendRequest('shutdown');
  if (by.startsWith('exit')) await connection.sendNotification('exit');
  else server.stdin.end();
  expect({ code: await ended, said }).toEqual({ code, said: '' });
  connection.dispose();
});
