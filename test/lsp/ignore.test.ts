/** Ignoring over real messages: what is ignored goes off the screen, stays so across edits and restarts, and comes back. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver/node';
import type { ChangeResult, IgnoreArguments, IgnoredResult } from '../../server/src/protocol.ts';
import { startClient } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';

const text = '同志们：\n全年完成投资X亿元，同比增长X%。\n';
const first: Range = { start: { line: 1, character: 6 }, end: { line: 1, character: 7 } };

let folder: string;
let client: TestClient;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'speech-draft-list-'));
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
const list = (...under: string[]): string => join(folder, ...under, '.vscode', 'speech-draft.json');
const put = (path: string, content: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};
const run = <T = ChangeResult>(command: string, argument: unknown): Promise<T> =>
  client.connection.sendRequest('workspace/executeCommand', { command, arguments: [argument] });
const ignore = (scope: IgnoreArguments['scope'], uri: string, range = first): Promise<ChangeResult> =>
  run('speechDraft.server.ignore', { uri, rule: 'placeholder', range, scope } satisfies IgnoreArguments);
const changed = (path: string): void =>
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path).href, type: 2 }] });
const start = async (): Promise<void> => {
  client = await startClient({ folder: pathToFileURL(folder).href, initializationOptions: { commands: true } });
};
/** Waits for as many holes as that. */
const holes = async (uri: string, count: number): Promise<void> => {
  await client.diagnostics(uri, (diagnostics) => diagnostics.filter(({ code }) => code === 'placeholder').length === count);
};

describe('ignoring', () => {
  it('is offered by the lightbulb, kept in the folder, and taken back', async () => {
    await start();
    const uri = uriOf('讲话 稿.txt');
    client.open(uri, text);
    await holes(uri, 2);
    const titles = (await client.actions(uri, first)).map(({ title }) => title);
    expect(titles.slice(-3)).toEqual(['忽略此处', '在本稿中忽略“X”', '在所有讲稿中忽略“X”']);
    const result = await ignore('place', uri);
    expect(result).toMatchObject({ ok: true, message: '已忽略此处。', undo: { command: 'speechDraft.server.unignore' } });
    await holes(uri, 1);
    expect(JSON.parse(readFileSync(list(), 'utf8'))).toEqual({
      version: 1,
      ignored: [
        {
          rule: 'placeholder',
          scope: 'place',
          file: '讲话 稿.txt',
          text: 'X',
          before: '¶同志们：¶全年完成投资',
          after: '亿元，同比增长X%。¶',
        },
      ],
    });
    expect(readdirSync(join(folder, '.vscode'))).toEqual(['speech-draft.json']);
    expect(await client.actions(uri, first)).toEqual([]);
    expect((await client.holes(uri)).holes).toHaveLength(1);
    const undone = await run(result.undo?.command ?? '', result.undo?.argument);
    expect(undone.message).toBe('已取消忽略。');
    await holes(uri, 2);
  });

  it('survives lines above and dies when the words change', async () => {
    await start();
    const uri = uriOf('a.txt');
    client.open(uri, text);
    await holes(uri, 2);
    await ignore('place', uri);
    await holes(uri, 1);
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    client.change(uri, 2, [{ range: top, text: '新加的一行。\n'.repeat(50) }]);
    await client.diagnostics(uri, (diagnostics, version) => version === 2 && diagnostics.length === 1);
    const words = { start: { line: 51, character: 6 }, end: { line: 51, character: 7 } };
    client.change(uri, 3, [{ range: words, text: 'XX' }]);
    await client.diagnostics(uri, (diagnostics, version) => version === 3 && diagnostics.length === 2);
    const listed = await client.connection.sendRequest<IgnoredResult>('speechDraft/ignored');
    expect(listed.lists[0]?.entries[0]).toMatchObject({ alive: false, rule: '待填处', uri });
  });

  it.each([
    ['a draft', '稿件/a.txt', '稿件/二稿.txt', '稿件/a.txt', '稿件/二稿.txt'],
    ['its folder', '稿件/a.txt', '定稿/a.txt', '稿件', '定稿'],
  ])('follows when %s is renamed', async (_what, before, after, from, to) => {
    await start();
    client.open(uriOf(before), text);
    await holes(uriOf(before), 2);
    await ignore('place', uriOf(before));
    await holes(uriOf(before), 1);
    client.close(uriOf(before));
    await client.connection.sendNotification('workspace/didRenameFiles', { files: [{ oldUri: uriOf(from), newUri: uriOf(to) }] });
    client.open(uriOf(after), text);
    await holes(uriOf(after), 1);
    expect(readFileSync(list(), 'utf8')).toContain(after);
    expect(readFileSync(list(), 'utf8')).not.toContain(before);
  });

  it('moves to the list of the folder that the draft moves to', async () => {
    await start();
    put(list(), '{ "version": 1, "ignored": [{ "rule": "placeholder", "scope": "draft", "text": "X", "file": "b.txt" }] }\n');
    put(list('县里'), '{ "version": 1, "note": "ours" }\n');
    client.open(uriOf('a.txt'), text);
    await holes(uriOf('a.txt'), 2);
    await ignore('draft', uriOf('a.txt'));
    const files = [{ oldUri: uriOf('a.txt'), newUri: uriOf('县里/a.txt') }];
    client.close(uriOf('a.txt'));
    await client.connection.sendNotification('workspace/didRenameFiles', { files });
    await client.until(() => readFileSync(list('县里'), 'utf8').includes('"a.txt"'), 'the entry under the other list');
    expect(JSON.parse(readFileSync(list('县里'), 'utf8'))).toMatchObject({ note: 'ours', ignored: [{ scope: 'draft', file: 'a.txt' }] });
    expect(JSON.parse(readFileSync(list(), 'utf8'))).toMatchObject({ ignored: [{ file: 'b.txt' }] });
  });

  it('of a text reaches every draft of the folder, and those drafts are shown anew', async () => {
    await start();
    const [one, two] = [uriOf('a.txt'), uriOf('下级/b.txt')] as const;
    client.open(one, text);
    client.open(two, '新增XX户，面积X亩。\n');
    await holes(one, 2);
    await holes(two, 2);
    await ignore('everywhere', one);
    await holes(one, 0);
    await holes(two, 1);
  });

  it('follows the nearest list, and a change on the disk', async () => {
    put(list(), '{"ignored":[{"rule":"placeholder","scope":"everywhere","text":"X"}]}');
    put(list('下级'), '﻿// 本部门的\n{"ignored":[{"rule":"placeholder","scope":"everywhere","text":"XX"},],}');
    await start();
    const [one, two] = [uriOf('a.txt'), uriOf('下级/b.txt')] as const;
    client.open(one, '面积X亩，共XX户，另有XXX人。');
    client.open(two, '面积X亩，共XX户，另有XXX人。');
    await holes(one, 2);
    await holes(two, 2);
    expect((await client.holes(one)).holes.map(({ range }) => range.start.character)).not.toEqual(
      (await client.holes(two)).holes.map(({ range }) => range.start.character),
    );
    rmSync(list());
    changed(list());
    await holes(one, 3);
    await holes(two, 2);
  });

  it('takes phrases that may repeat from the list', async () => {
    await start();
    const uri = uriOf('a.txt');
    const twice = '我们要把群众的事当作自己的事，把小事当作大事来办。\n';
    client.open(uri, `${twice}要抓好落实。\n${twice}`);
    await client.diagnostics(uri, (all) => all.some(({ code }) => code === 'repeated-passage'));
    const result = await run('speechDraft.server.allowPhrase', { uri, phrase: '把群众的事当作自己的事，把小事当作大事来办' });
    expect(result.ok).toBe(true);
    await client.diagnostics(uri, (all) => !all.some(({ code }) => code === 'repeated-passage'));
    await run(result.undo?.command ?? '', result.undo?.argument);
    await client.diagnostics(uri, (all) => all.some(({ code }) => code === 'repeated-passage'));
    expect(JSON.parse(readFileSync(list(), 'utf8'))).toEqual({ version: 1, allowedPhrases: [] });
  });

  it('keeps comments, unknown keys and bad entries of a list that people wrote', async () => {
    put(list(), '{\r\n  // 说明\r\n  "owner": "办公室",\r\n  "ignored": [5]\r\n}\r\n');
    await start();
    const uri = uriOf('a.txt');
    client.open(uri, text);
    await holes(uri, 2);
    await client.until(
      () => client.messages.some((message) => message.includes('第 1条') || message.includes('第 1 条')),
      'the bad entry to be named',
    );
    await ignore('place', uri);
    await holes(uri, 1);
    const after = readFileSync(list(), 'utf8');
    expect(after).toContain('// 说明\r\n  "owner": "办公室"');
    expect(after.match(/\r\n/g)).toHaveLength(after.split('\n').length - 1);
    expect(after).toMatch(/5\r\n\s*\]/);
  });

  it.each<[string, string | Buffer]>([
    ['no JSON', '{"ignored": ['],
    ['no object', '["X"]'],
    ['not UTF-8', Buffer.from([0x7b, 0xc4, 0xe3, 0x7d])],
    ['nested too deep', '['.repeat(200_000)],
  ])('ignores nothing, says so once and writes nothing over a list that is %s', async (_name, content) => {
    put(list(), '');
    writeFileSync(list(), content);
    await start();
    const uri = uriOf('a.txt');
    client.open(uri, text);
    await holes(uri, 2);
    const result = await ignore('place', uri);
    expect(result.ok).toBe(false);
    expect(result.message).toContain('未能写入');
    expect(readFileSync(list())).toEqual(Buffer.from(content));
    changed(list());
    await client.until(() => client.messages.length === 1, 'one message');
    expect(client.messages).toHaveLength(1);
  });

  it('says that a list cannot be written', async () => {
    writeFileSync(join(folder, '.vscode'), 'a file where a folder should be');
    await start();
    const uri = uriOf('a.txt');
    client.open(uri, text);
    await holes(uri, 2);
    expect(await ignore('place', uri)).toMatchObject({ ok: false });
    await holes(uri, 2);
  });

  it('of a draft that lies on no disk holds until the end, and says so', async () => {
    await start();
    client.open('untitled:Untitled-1', text);
    await holes('untitled:Untitled-1', 2);
    expect((await ignore('place', 'untitled:Untitled-1')).message).toContain('关闭窗口后不再保留');
    await holes('untitled:Untitled-1', 1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a number', 5],
    [
      'no finding there',
      { uri: 'FILE', rule: 'placeholder', scope: 'place', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } },
    ],
    ['no range', { uri: 'FILE', rule: 'placeholder', scope: 'place', range: 'all' }],
    ['another draft', { uri: 'file:///nowhere/x.txt', rule: 'placeholder', scope: 'place', range: first }],
  ])('refuses %s politely', async (_name, argument) => {
    await start();
    const uri = uriOf('a.txt');
    client.open(uri, text);
    await holes(uri, 2);
    const given: unknown = JSON.parse(JSON.stringify(argument ?? null).replace('FILE', uri));
    expect(await run('speechDraft.server.ignore', given)).toMatchObject({ ok: false });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('tells an editor without our client what was done, and asks it nothing', async () => {
    client = await startClient({ folder: pathToFileURL(folder).href });
    let asked = 0;
    client.connection.onRequest('window/showMessageRequest', () => (asked += 1));
    const uri = uriOf('a.txt');
    client.open(uri, text);
    await holes(uri, 2);
    await ignore('place', uri);
    await holes(uri, 1);
    await client.until(() => client.messages.includes('已忽略此处。'), 'what was done');
    expect(asked).toBe(0);
  });
});
