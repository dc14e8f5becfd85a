/** The copies of a passage as a client asks for them: references, `speechDraft/copies`, and what the lightbulb offers. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Location } from 'vscode-languageserver';
import type { CopiesResult } from '../../server/src/protocol.ts';
import { startClient } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';
import { parseMarked } from '../support/marked.ts';

const clients: TestClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

const passage = '全乡各村都要把堰塘清淤排在冬修的头一件，谁家门前的沟谁家领着掏。';
const twice = `冬修动员会上的讲话\n同志们：\n一、把水利抓起来\n（一）先清淤。⟦${passage}⟧\n（二）再修渠。渠道漏水的地方，腊月之前补好。\n二、把责任落下去\n（一）明确分工。⟦${passage}⟧乡里按旬通报。\n`;
const once = `河长座谈会上的发言\n各位村长：\n去年的教训不能忘。⟦${passage}⟧\n`;
const clean = '春耕备耕会上的讲话\n同志们：\n种子和化肥已经到库，各村按名单来领。\n';

interface Open {
  readonly uri: string;
  readonly text: string;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** Opens drafts under `file:///drafts/<name>.txt` and waits until each shows as many repeated passages as it is marked with. */
async function opened(client: TestClient, drafts: Readonly<Record<string, string>>): Promise<Record<string, Open>> {
  const open = Object.entries(drafts).map(([name, marked]): [string, Open] => {
    const { text, slots } = parseMarked(marked);
    return [name, { uri: `file:///drafts/${name}.txt`, text, places: slots }];
  });
  for (const [, { uri, text }] of open) client.open(uri, text);
  for (const [, { uri, places }] of open)
    await client.diagnostics(uri, (all) => all.filter(({ code }) => code === 'repeated-passage').length === places.length);
  return Object.fromEntries(open);
}

async function start(commands = true): Promise<TestClient> {
  const client = await startClient({ initializationOptions: { commands } });
  clients.push(client);
  return client;
}

const positionOf = (text: string, offset: number): { line: number; character: number } => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};
const rangeOf = ({ text }: Open, { start, end }: { start: number; end: number }) => ({
  start: positionOf(text, start),
  end: positionOf(text, end),
});
/** A place as `name: text`. */
const said = (open: Record<string, Open>, { uri, range }: Pick<Location, 'uri' | 'range'>): string => {
  const [name, draft] = Object.entries(open).find(([, candidate]) => candidate.uri === uri) ?? [];
  const line = draft?.text.split('\n')[range.start.line] ?? '';
  return `${name} ${range.start.line}: ${line.slice(range.start.character, range.end.character)}`;
};
const places = [`a 3: ${passage}`, `a 6: ${passage}`, `b 2: ${passage}`];

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
    const actions = await client.actions(a.uri, rangeOf(a, a.places[1] ?? { start: 0, end: 0 }));
    expect(commandsOf(actions)).toEqual([undefined, 'speechDraft.nextCopy', 'speechDraft.compareCopies', 'speechDraft.peekCopies']);
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
