/** Completion as a client sees it: items, ranges, formats, what the lists say and when they stay away. */
import { afterEach, describe, expect, it } from 'vitest';
import { InsertTextFormat } from 'vscode-languageserver';
import type { CompletionItem, CompletionList, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { startClient } from '../support/client.ts';
import type { ClientSetup, TestClient } from '../support/client.ts';

const uri = 'file:///drafts/a.txt';
const clients: TestClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

const withSnippets: InitializeParams['capabilities'] = {
  textDocument: { completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } } },
};

async function client(setup: ClientSetup = { capabilities: withSnippets }): Promise<TestClient> {
  const started = await startClient(setup);
  clients.push(started);
  return started;
}

/** What comes at a place; nothing is an empty list. */
async function at(started: TestClient, line: number, character: number): Promise<readonly CompletionItem[]> {
  const params = { textDocument: { uri }, position: { line, character }, context: { triggerKind: 1 } };
  return (await started.connection.sendRequest<CompletionList | null>('textDocument/completion', params))?.items ?? [];
}

/** Opens a text and asks where `‸` stands. */
async function ask(marked: string, setup?: ClientSetup): Promise<readonly CompletionItem[]> {
  const started = await client(setup);
  const before = marked.slice(0, marked.indexOf('‸')).split('\n');
  started.open(uri, marked.replace('‸', ''));
  return at(started, before.length - 1, before.at(-1)?.length ?? 0);
}

/** Types a text character by character behind what is there, asking behind each. */
async function type(started: TestClient, text: string, line: number, from: number): Promise<readonly (readonly string[])[]> {
  const lists: string[][] = [];
  for (const [index, character] of [...text].entries()) {
    const position = { line, character: from + index };
    started.change(uri, index + 2, [{ range: { start: position, end: position }, text: character }]);
    lists.push((await at(started, line, from + index + 1)).map((item) => item.label));
  }
  return lists;
}

describe('an item', () => {
  it.each([
    ['同志们：\n推动xingshi‸', 'xingshi', 2],
    ['同志们：\n推动xs‸', 'xs', 2],
    ['同志们：\nsituation‸', 'situation', 0],
    ['同志们：\n形势‸', '形势', 0],
  ])('covers what was typed and is filtered by it: %s', async (marked, typed, from) => {
    const item = (await ask(marked)).find(({ label }) => label === '形势');
    expect(item).toMatchObject({
      filterText: typed,
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: { range: { start: { line: 1, character: from }, end: { line: 1, character: from + typed.length } } },
    });
    expect(item?.textEdit?.newText).toMatch(/\$\{1[:|]/);
  });

  it('is plain text with holes for a client without tab stops', async () => {
    const started = await client({});
    started.open(uri, 'chengji');
    const item = (await at(started, 0, 7)).find(({ label }) => label === '成绩');
    const text = item?.textEdit?.newText ?? '';
    expect(item?.insertTextFormat).toBe(InsertTextFormat.PlainText);
    expect(text).not.toContain('$');
    started.change(uri, 2, [{ text }]);
    const found = await started.diagnostics(uri, (_all, version) => version === 2);
    expect(found.map(({ code }) => code)).toEqual([...text.matchAll(/X/g)].map(() => 'placeholder'));
  });

  it('says part, genre and reason, in the reader’s language', async () => {
    const marked = '一、过去一年工作回顾\n一年来，成绩不少。\ncj‸';
    expect((await ask(marked))[0]).toMatchObject({ label: '成绩', detail: '成绩 · 工作报告 · 正写这一部分' });
    expect((await ask(marked, { capabilities: withSnippets, locale: 'en' }))[0]?.detail).toBe(
      'achievements · work report · you are writing this part',
    );
  });

  it('shows what it would put in when it is looked at, and not before', async () => {
    const started = await client();
    started.open(uri, 'xs');
    const item = (await at(started, 0, 2)).find(({ label }) => label === '形势') as CompletionItem;
    expect(item.documentation).toBeUndefined();
    const { documentation } = await started.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    expect(documentation).toMatch(/^[^\n]+\n\n[^$]+。$/u);
  });

  it('comes once', async () => {
    for (const marked of ['xs‸', 'x‸', 'che‸', '同志们：\n‸']) {
      const labels = (await ask(marked)).map(({ label }) => label);
      expect(labels.length).toBe(new Set(labels).size);
    }
  });

  it('is in the order in which it is of use', async () => {
    const items = await ask('（一）抓产业。要做到：一是抓早；‸');
    expect(items[0]).toMatchObject({ label: '二是', sortText: '000', preselect: true });
    const sorted = (await ask('cj‸')).map(({ sortText = '' }) => sortText);
    expect(sorted).toEqual([...sorted].sort());
  });

  it('replaces a bracket that the editor has closed', async () => {
    expect((await ask('（一）抓产业。要抓实。\n（‸）'))[0]).toMatchObject({
      label: '（二）',
      textEdit: { range: { start: { character: 0 }, end: { character: 2 } }, newText: '（二）' },
    });
  });
});

describe('a list', () => {
  it('is asked for by letters and book marks, and by nothing else', async () => {
    const started = await client();
    const { capabilities } = await started.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    expect(capabilities.completionProvider?.triggerCharacters).toEqual(['《']);
  });

  it('comes while letters are typed in a sentence, from the second one', async () => {
    const started = await client();
    started.open(uri, '同志们：\n要认清');
    expect((await type(started, 'xs', 1, 3)).map((labels) => labels.includes('形势'))).toEqual([false, true]);
  });

  it('comes with the first question where the editor asks only when a person does', async () => {
    const lists: (readonly string[])[] = [];
    for (const asksWhenCalled of [undefined, ['markdown']]) {
      const started = await client({ capabilities: withSnippets, initializationOptions: { asksWhenCalled } });
      started.open(uri, '同志们：\n\n地区生', 'markdown');
      started.change(uri, 2, [{ range: { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } }, text: '产' }]);
      lists.push((await at(started, 2, 4)).map(({ label }) => label));
    }
    expect(lists[0]).toEqual([]);
    expect(lists[1]).toContain('地区生产总值');
  });

  it('does not come while Chinese is typed in a sentence, but does when it is called for', async () => {
    const started = await client();
    started.open(uri, '同志们：\n全年');
    expect((await type(started, '地区生产', 1, 2)).flat()).toEqual([]);
    expect((await at(started, 1, 6)).map(({ label }) => label)).toContain('地区生产总值');
  });

  it('comes where only the names of documents may stand', async () => {
    const started = await client();
    started.open(uri, '要学习《泽川县营商环境条例》。\n贯彻');
    expect((await type(started, '《泽', 1, 2)).map((labels) => labels.join())).toEqual([
      '《泽川县营商环境条例》',
      '《泽川县营商环境条例》',
    ]);
  });

  it('knows the whole draft as it is after every change, sent in parts or whole', async () => {
    const started = await client();
    started.open(uri, '全年');
    started.change(uri, 2, [{ text: '全年地' }]);
    started.change(uri, 3, [{ text: '全年地区' }]);
    started.change(uri, 4, [{ text: '全年地区生' }]);
    expect(await at(started, 0, 5)).toEqual([]);
    expect((await at(started, 0, 5)).map(({ label }) => label)).toContain('地区生产总值');
  });

  it('is empty for a document that is not open, and without snippets where their files are missing', async () => {
    const started = await client({ snippets: '/nowhere' });
    expect(await at(started, 0, 0)).toEqual([]);
    started.open(uri, '一是抓早；');
    expect((await at(started, 0, 5)).map(({ label }) => label)).toEqual(['二是']);
  });
});
