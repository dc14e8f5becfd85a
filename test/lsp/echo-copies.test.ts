/** The copies of a passage as a client asks for them: references, `speechDraft/copies`, and what the lightbulb offers. */
import { describe, expect, it } from 'vitest';
import type { CodeAction, Location } from 'vscode-languageserver';
import type { ChangeResult, CopiesResult } from '../../server/src/protocol.ts';
import type { TestClient } from '../support/client.ts';
import { parseMarked } from '../support/marked.ts';
import { clean, once, opened, passage, places, rangeOf, said, start, twice, positionOf } from './echo-drafts.ts';
import type { Open } from './echo-drafts.ts';

describe('references', () => {
  async function referencesAt(client: TestClient, draft: Open, offset: number, includeDeclaration: boolean): Promise<Location[]> {
    const params = { textDocument: { uri: draft.uri }, position: positionOf(draft.text, offset), context: { includeDeclaration } };
    return (await client.connection.sendRequest<Location[] | null>('textDocument/references', params)) ?? [];
  }

  it.each([
    ['a', 0, 0],
    ['a', 0, 10],
    ['a', 1, 5],
    ['b', 0, 3],
  ])('of copy %s %i, %i characters in, are all copies in one order', async (name, index, into) => {
    const client = await start();
    const open = await opened(client, { a: twice, b: once });
    const draft = open[name] as Open;
    const offset = (draft.places[index]?.start ?? 0) + into;
    const all = await referencesAt(client, draft, offset, true);
    expect(all.map((place) => said(open, place))).toEqual(places);
    const others = await referencesAt(client, draft, offset, false);
    expect(others).toHaveLength(2);
    expect(all).toEqual(expect.arrayContaining(others));
  });

  it.each([
    ['a', 2],
    ['c', 20],
  ])('there are none where nothing is repeated: %s at %i', async (name, offset) => {
    const client = await start();
    const open = await opened(client, { a: twice, b: once, c: clean });
    expect(await referencesAt(client, open[name] as Open, offset, true)).toEqual([]);
  });

  it('leave out a draft that was closed or no longer has the copy', async () => {
    const client = await start();
    const open = await opened(client, { a: twice, b: once });
    const a = open['a'] as Open;
    client.close((open['b'] as Open).uri);
    const offset = a.places[0]?.start ?? 0;
    expect((await referencesAt(client, a, offset, true)).map(({ uri }) => uri)).toEqual([a.uri, a.uri]);
    client.change(a.uri, 2, [{ range: rangeOf(a, a.places[1] ?? { start: 0, end: 0 }), text: '分工表会后发到各村。' }]);
    expect(await referencesAt(client, a, offset, true)).toEqual([]);
  });
});

describe('copies', () => {
  async function copiesAt(client: TestClient, draft: Open, index: number): Promise<CopiesResult> {
    const place = draft.places[index] ?? { start: 0, end: 0 };
    return client.connection.sendRequest<CopiesResult>('speechDraft/copies', {
      textDocument: { uri: draft.uri },
      range: rangeOf(draft, place),
    });
  }

  it('are the same list whichever is asked for, each with its section and its paragraph', async () => {
    const client = await start();
    const open = await opened(client, { a: twice, b: once });
    const asked = [
      await copiesAt(client, open['a'] as Open, 0),
      await copiesAt(client, open['a'] as Open, 1),
      await copiesAt(client, open['b'] as Open, 0),
    ];
    expect(asked.map(({ own }) => own)).toEqual([0, 1, 2]);
    for (const { copies } of asked) {
      expect(copies).toEqual(asked[0]?.copies);
      expect(copies.map((copy) => said(open, copy))).toEqual(places);
      expect(copies.map(({ section }) => section)).toEqual(['一、（一）', '二、（一）', '']);
      expect(copies[1]?.passage).toBe(`（一）明确分工。${passage}乡里按旬通报。`);
    }
  });

  it('do not name a second draft with the same text', async () => {
    const client = await start();
    const open = await opened(client, { a: twice, c: twice });
    const { copies } = await copiesAt(client, open['c'] as Open, 0);
    expect(copies.map(({ uri }) => uri)).toEqual([open['c']?.uri, open['c']?.uri]);
  });

  it('are none in a draft that is not open', async () => {
    const client = await start();
    const nowhere = { uri: 'file:///drafts/z.txt', text: '', places: [] };
    expect(await copiesAt(client, nowhere, 0)).toEqual({ version: -1, copies: [], own: -1 });
  });
});

describe('the lightbulb', () => {
  /** Without the entries that ignore, which stand behind all others. */
  const commandsOf = (actions: CodeAction[]): (string | undefined)[] =>
    actions.map(({ command }) => command?.command).filter((command) => !command?.endsWith('ignore'));

  it('offers to go, to compare and to see all, behind the deletion', async () => {
    const client = await start();
    const open = await opened(client, { a: twice, b: once });
    const a = open['a'] as Open;
    const all = await client.actions(a.uri, rangeOf(a, a.places[1] ?? { start: 0, end: 0 }));
    const actions = all.filter(({ command }) => command?.command !== 'speechDraft.ignore');
    expect(commandsOf(actions)).toEqual([
      undefined,
      'speechDraft.nextCopy',
      'speechDraft.compareCopies',
      'speechDraft.peekCopies',
      'speechDraft.allowPhrase',
    ]);
    expect(actions[0]?.title).toContain('删去');
    expect(actions[3]?.title).toBe('查看全部 3 处');
    expect(actions[1]?.command?.arguments?.[0]).toEqual({ uri: a.uri, version: 1, range: rangeOf(a, a.places[1] ?? { start: 0, end: 0 }) });
  });

  it('names the other place where there is one', async () => {
    const client = await start();
    const open = await opened(client, { b: once, d: twice.replace(/二、.*\n.*⟧/su, '二、把责任落下去') });
    const b = open['b'] as Open;
    const actions = await client.actions(b.uri, rangeOf(b, b.places[0] ?? { start: 0, end: 0 }));
    expect(actions.map(({ title }) => title)).toContain('转到另一处：《d》“一、（一）”第 1 段');
    expect(commandsOf(actions)).not.toContain('speechDraft.peekCopies');
  });

  it('offers no command to a client that has none', async () => {
    const client = await start(false);
    const open = await opened(client, { a: twice });
    const a = open['a'] as Open;
    const actions = await client.actions(a.uri, rangeOf(a, a.places[0] ?? { start: 0, end: 0 }));
    expect(commandsOf(actions)).toEqual([undefined]);
  });
});

describe('allowing', () => {
  const saying =
    '同志们：\n全县经济迈上新台阶，税收也多了。\n\n教育工作迈上新台阶，新学校九月开门。\n\n医疗同样迈上新台阶，老人看病近了。\n';

  it.each([
    ['a passage', once, twice, 'repeated-passage', '允许重复“全乡各村都要把堰塘清淤排…”'],
    ['a stock phrase', saying, clean, 'repeated-phrase', '允许重复“迈上新台阶”'],
  ])('%s takes its findings away, and taking it back brings them again', async (_, marked, other, rule, title) => {
    const client = await start();
    const { text } = parseMarked(marked);
    const uri = 'file:///drafts/a.txt';
    client.open(uri, text);
    client.open('file:///drafts/b.txt', parseMarked(other).text);
    const isEcho = ({ code }: { code?: unknown }) => code === rule;
    const [found] = (await client.diagnostics(uri, (all) => all.some(isEcho))).filter(isEcho);
    const allow = (await client.actions(uri, found?.range ?? expect.fail('nothing is found'))).find((action) => action.title === title);
    expect(allow?.command?.command).toBe('speechDraft.allowPhrase');
    const run = (command: string, argument: unknown) =>
      client.connection.sendRequest<ChangeResult>('workspace/executeCommand', { command, arguments: [argument] });
    const { ok, undo } = await run('speechDraft.server.allowPhrase', allow?.command?.arguments?.[0]);
    expect(ok).toBe(true);
    await client.diagnostics(uri, (all) => !all.some(isEcho));
    await run(undo?.command ?? '', undo?.argument);
    await client.diagnostics(uri, (all) => all.some(isEcho));
  });
});
