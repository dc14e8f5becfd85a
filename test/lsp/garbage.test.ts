/** The built server over standard input and output when what comes is garbage: it answers, or it says why it ends. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const frame = (text: string): string => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
const call = (id: number, method: string, params: unknown = null): string => frame(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
const initialize = call(1, 'initialize', { processId: null, rootUri: null, capabilities: {} });

interface Outcome {
  readonly out: string;
  readonly said: string;
  readonly code: number | null;
}

/** Sends it all and, if there is an answer to wait for, ends the input once that has come. */
function talk(input: string | Buffer, answer?: RegExp): Promise<Outcome> {
  const server = spawn(process.execPath, [program, '--stdio'], { stdio: 'pipe' });
  let [out, said] = ['', ''];
  server.stdout.on('data', (data) => {
    out += String(data);
    if (answer?.test(out)) server.stdin.end();
  });
  server.stderr.on('data', (data) => (said += String(data)));
  server.stdin.on('error', () => undefined); // it may be gone before it has read everything
  server.stdin.write(input);
  return new Promise((resolve) => server.once('close', (code) => resolve({ out, said, code })));
}

it.each([
  ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251))],
  ['a text', '全年完成投资X亿元。\r\n\r\n'],
  ['a length that is none', 'Content-Length: many\r\n\r\n{}'],
  ['no JSON in the middle of a session', `${initialize}${frame('{"jsonrpc":"2.0","id":2,')}`],
  ['a text without end', Buffer.alloc(20_000_000, 97)],
])('ends and says why, with the input still open: %s', async (_, input) => {
  const { said, code } = await talk(input);
  expect({ said, code }).toMatchObject({ code: 1, said: expect.stringMatching(/^speech-draft: 标准输入不是语言客户端的消息：/) });
});

it('speaks in the order of the protocol: initialize first and once, nothing after shutdown but exit', async () => {
  const text = { uri: 'file:///稿.txt', languageId: 'plaintext', version: 1, text: '完成投资X亿元。' };
  const early = frame(JSON.stringify({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument: text } }));
  const where = { textDocument: { uri: text.uri }, position: { line: 0, character: 4 } };
  const late = `${call(5, 'shutdown')}${call(6, 'textDocument/hover', where)}${call(7, 'shutdown')}`;
  const again = call(3, 'initialize', { processId: null, rootUri: null, capabilities: {} });
  const { out } = await talk(
    `${call(2, 'textDocument/hover', where)}${early}${initialize}${again}${call(4, 'textDocument/hover', where)}${late}`,
    /"id":7/,
  );
  const codes = [...out.matchAll(/"id":(\d),"(?:error":\{"code":(-\d+)|result":(null)?)/g)].map(([, id, code, nothing]) => [
    id,
    code ?? nothing,
  ]);
  expect(codes.sort()).toEqual([
    ['1', undefined],
    ['2', '-32002'],
    ['3', '-32600'],
    ['4', 'null'],
    ['5', 'null'],
    ['6', '-32600'],
    ['7', '-32600'],
  ]);
});

it.each<[what: string, params: unknown, fault: string]>([
  ['nothing', null, 'capabilities must be an object'],
  ['a list', [], 'capabilities must be an object'],
  ['no capabilities', { processId: null, rootUri: null }, 'capabilities must be an object'],
  ['capabilities that are null', { capabilities: null }, 'capabilities must be an object'],
  ['capabilities that are a list', { capabilities: [] }, 'capabilities must be an object'],
  ['folders that are a number', { capabilities: {}, workspaceFolders: 5 }, 'workspaceFolders must be folders with a uri'],
  ['folders that are null', { capabilities: {}, workspaceFolders: [null] }, 'workspaceFolders must be folders with a uri'],
  ['a language that is a number', { capabilities: {}, locale: 5 }, 'locale must be a string'],
])('says what is wrong with a greeting, and takes the next one: %s', async (_, params, message) => {
  const fault = `"id":1,"error":${JSON.stringify({ code: -32602, message: `initialize: ${message}` })}`;
  const { out } = await talk(`${call(1, 'initialize', params)}${initialize.replace('"id":1', '"id":2')}`, /"id":2,/);
  expect(out).toContain(fault);
  expect(out).toContain('"id":2,"result"');
});

it.each<[what: string, params: object]>([
  ['capabilities without anything in them', { capabilities: { workspace: null, textDocument: null, window: null, general: 3 } }],
  ['null for what may be left out', { capabilities: {}, workspaceFolders: null, locale: null, initializationOptions: null, rootUri: null }],
  ['options that are a text', { capabilities: {}, initializationOptions: 'x', rootUri: 7, processId: 'x' }],
])('takes a greeting with %s', async (_, params) => {
  expect((await talk(call(1, 'initialize', params), /"id":1,/)).out).toContain('"id":1,"result"');
});

it.each([
  ['no requests', [frame('[1,2,3]'), frame('null'), frame('42'), frame('{"a":1}')].join('')],
  ['a method that is a number', frame('{"jsonrpc":"2.0","id":2,"method":5}')],
  ['an unknown method', call(2, 'textDocument/nothing')],
  ['documents without a name', frame('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":null}}')],
  ['a change of nothing', frame('{"jsonrpc":"2.0","method":"textDocument/didChange","params":{}}')],
  ['a hover of a number', call(2, 'textDocument/hover', 7)],
  ['a command of nothing', call(2, 'workspace/executeCommand')],
])('goes on and answers the next request: %s', async (_, input) => {
  const { out } = await talk(`${initialize}${input}${call(99, 'speechDraft/status')}`, /"id":99,"result"/);
  expect(out).toContain('"id":99,"result"');
});
