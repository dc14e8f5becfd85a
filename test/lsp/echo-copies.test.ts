/** The copies of a passage as a client asks for them: references, `speechDraft/copies`, and what the lightbulb offers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Location } from 'vscode-languageserver';
import { ignoreCommand } from '../../server/src/protocol.ts';
import type { ChangeResult, CopiesResult, EchoReportResult, IgnoreArguments, WhyNotRepeatedResult } from '../../server/src/protocol.ts';
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

describe('the report', () => {
  it('has the drafts, every group with every place, and follows an edit', async () => {
    const client = await start();
    const open = await opened(client, { a: twice, b: once, c: clean });
    const ask = () => client.connection.sendRequest<EchoReportResult>('speechDraft/echoReport');
    const { drafts, groups, sameText, unchecked } = await ask();
    expect(drafts.map(({ uri, length }) => [uri, length])).toEqual(Object.values(open).map(({ uri, text }) => [uri, text.length]));
    expect(sameText).toEqual([]);
    expect(unchecked).toEqual([]);
    expect(groups.map(({ rule, kind, name }) => [rule, kind, name])).toEqual([['repeated-passage', 'exact', '原样重复']]);
    expect(groups[0]?.places.map((place) => said(open, place))).toEqual(places);
    for (const { text, start: from, end, uri, message } of groups[0]?.places ?? []) {
      expect(
        Object.values(open)
          .find((draft) => draft.uri === uri)
          ?.text.slice(from, end),
      ).toBe(text);
      expect(message).toContain('共 3 处');
    }
    const b = open['b'] as Open;
    client.change(b.uri, 2, [{ range: rangeOf(b, b.places[0] ?? { start: 0, end: 0 }), text: '今年早打算。' }]);
    expect((await ask()).groups[0]?.places.map(({ uri }) => uri)).toEqual([open['a']?.uri, open['a']?.uri]);
  });

  it('names what is open and was not checked', async () => {
    const client = await startClient({ initializationOptions: { commands: true }, settings: { maxCharacters: 10_000 } });
    clients.push(client);
    client.open('file:///drafts/long.txt', '清淤修渠。'.repeat(3000));
    await client.until(() => client.messages.length > 0, 'a word about the long draft');
    const { drafts, groups, unchecked } = await client.connection.sendRequest<EchoReportResult>('speechDraft/echoReport');
    expect([drafts, groups]).toEqual([[], []]);
    expect(unchecked.map(({ uri }) => uri)).toEqual(['file:///drafts/long.txt']);
  });
});

describe('why not', () => {
  const whyNot = (client: TestClient, { uri, text }: Open, start: number, end: number): Promise<WhyNotRepeatedResult> =>
    client.connection.sendRequest('speechDraft/whyNotRepeated', {
      textDocument: { uri },
      range: rangeOf({ uri, text, places: [] }, { start, end }),
    });

  it('answers for what is selected, and at a caret for its sentence', async () => {
    const client = await start();
    const open = await opened(client, { a: twice, b: once });
    const b = open['b'] as Open;
    const { start: from, end } = b.places[0] ?? { start: 0, end: 0 };
    expect((await whyNot(client, b, from, end)).answers.map(({ reason }) => reason)).toContain('reported');
    expect((await whyNot(client, b, from + 3, from + 3)).answers.map(({ reason }) => reason)).toContain('reported');
    const { answers } = await whyNot(client, b, b.text.indexOf('去年'), b.text.indexOf('忘'));
    expect(answers).toEqual([{ reason: 'alone', message: '“去年的教训不能”没有别处重复', range: expect.anything() as unknown }]);
    const long = await whyNot(client, b, b.text.indexOf('去年'), from + 20);
    for (const { message } of long.answers) expect(message.length).toBeLessThan(40);
    const salutation = b.text.indexOf('各位村长');
    expect((await whyNot(client, b, salutation, salutation)).answers.map(({ reason }) => reason)).toEqual(['salutation']);
  });

  it('says what became of a finding that is not on the screen: ignored, hidden by the mode, its rule switched off', async () => {
    const client = await start();
    const folder = mkdtempSync(join(tmpdir(), 'why-not-'));
    const { text, slots } = parseMarked(twice);
    const b: Open = { uri: pathToFileURL(join(folder, 'b.txt')).href, text, places: slots };
    client.open(b.uri, text);
    await client.diagnostics(b.uri, (all) => all.filter(({ code }) => code === 'repeated-passage').length === 2);
    const place = b.places[0] ?? { start: 0, end: 0 };
    const answers = async (): Promise<string[]> => (await whyNot(client, b, place.start, place.end)).answers.map(({ message }) => message);
    const said = (all: readonly string[], words: string): boolean =>
      all.some((one) => one.includes(words)) && !all.some((one) => one.includes('已经报告'));
    expect((await answers()).some((one) => one.includes('已经报告'))).toBe(true);
    client.configure({ mode: 'draft' });
    await client.poll(async () => said(await answers(), '当前模式不显示'));
    client.configure({ 'repeated-passage': { enabled: false } });
    await client.poll(async () => said(await answers(), '已在设置中关闭'));
    client.configure({});
    await client.poll(async () => (await answers()).some((one) => one.includes('已经报告')));
    const ignored: IgnoreArguments = { uri: b.uri, rule: 'repeated-passage', range: rangeOf(b, place), scope: 'place' };
    await client.connection.sendRequest('workspace/executeCommand', { command: ignoreCommand, arguments: [ignored] });
    await client.poll(async () => said(await answers(), '已被忽略'));
    rmSync(folder, { recursive: true });
  });

  it('has no answer for a draft that is not open', async () => {
    const client = await start();
    expect(await whyNot(client, { uri: 'file:///drafts/z.txt', text: '', places: [] }, 0, 0)).toEqual({ version: -1, answers: [] });
  });
});
