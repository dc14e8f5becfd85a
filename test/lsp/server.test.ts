/** The server as a client sees it: real messages over streams. */
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { startClient } from '../support/client.ts';
import type { ClientSetup, TestClient } from '../support/client.ts';

const uri = 'file:///drafts/a.txt';
const other = 'file:///drafts/b.txt';
const clients: TestClient[] = [];

async function client(setup?: ClientSetup): Promise<TestClient> {
  const started = await startClient(setup);
  clients.push(started);
  return started;
}

/** The message of a diagnostic; this server sends plain text. */
const text = (diagnostic: Diagnostic | undefined): string => (typeof diagnostic?.message === 'string' ? diagnostic.message : '');

afterEach(async () => {
  await Promise.all(clients.splice(0).map((started) => started.stop()));
});

const at = (
  line: number,
  from: number,
  to: number,
): { start: { line: number; character: number }; end: { line: number; character: number } } => ({
  start: { line, character: from },
  end: { line, character: to },
});

describe('diagnostics', () => {
  it('come with source, code, kind, version and the page of the rule', async () => {
    const c = await client();
    c.open(uri, '同志们：\r\n完成投资X亿元。\r\n');
    const [found] = await c.diagnostics(uri, (all) => all.length === 1);
    expect(found).toMatchObject({
      source: 'speech-draft',
      code: 'placeholder',
      severity: 1,
      range: at(1, 4, 5),
      data: { kind: 'money' },
      codeDescription: { href: 'file:///docs/rules/placeholder.md' },
    });
    expect(text(found)).toContain('X 亿元（金额）');
    expect(c.published.at(-1)?.version).toBe(1);
  });

  it('follow every change and are never of an older version', async () => {
    const c = await client();
    c.open(uri, '完成投资X亿元。');
    for (let version = 2; version <= 30; version += 1) c.change(uri, version, [{ range: at(0, 0, 0), text: '抓' }]);
    const all = await c.diagnostics(uri, (_, version) => version === 30);
    expect(all[0]?.range).toEqual(at(0, 33, 34));
    const versions = c.published.map((params) => params.version ?? 0);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });

  it('are cleared when the draft is closed, and nobody else’s are', async () => {
    const c = await client();
    c.open(uri, '完成投资X亿元。');
    c.open(other, '完成投资XX亿元。');
    await c.diagnostics(uri, (all) => all.length === 1);
    await c.diagnostics(other, (all) => all.length === 1);
    const before = c.published.filter((params) => params.uri === other).length;
    c.close(uri);
    await c.diagnostics(uri, (all) => all.length === 0);
    expect(c.published.filter((params) => params.uri === other)).toHaveLength(before);
  });

  it('read Markdown as Markdown and plain text as plain text', async () => {
    const c = await client();
    const body = '第一段。\n\n****\n\n第二段。';
    c.open('file:///a.md', body, 'markdown');
    c.open('file:///a.txt', body, 'plaintext');
    await c.diagnostics('file:///a.txt', (all) => all.length === 1);
    await c.diagnostics('file:///a.md', (all) => all.length === 0);
  });

  it('wait at the caret while a hole is being typed, and come when the hand rests', async () => {
    const c = await client({ settings: { caretDelay: 200 } });
    c.open(uri, '推进工作。\n增长X%。');
    await c.diagnostics(uri, (all) => all.length === 1);
    c.change(uri, 2, [{ range: at(0, 2, 2), text: 'XX' }]);
    await c.until(() => c.published.some((params) => params.version === 2), 'version 2');
    expect(c.published.find((params) => params.version === 2)?.diagnostics.map(({ range }) => range.start.line)).toEqual([1]);
    await c.diagnostics(uri, (all, version) => version === 2 && all.length === 2);
  });

  it('speak the language of the client', async () => {
    const c = await client({ locale: 'en' });
    c.open(uri, '完成投资X亿元。');
    const [found] = await c.diagnostics(uri, (all) => all.length === 1);
    expect(text(found)).toMatch(/^To fill in: .*\(money\)$/);
  });
});

describe('a difficult client', () => {
  it('may refuse to answer for its settings', async () => {
    const c = await client({ refuses: true });
    c.open(uri, '完成投资X亿元。');
    await c.diagnostics(uri, (all) => all.length === 1);
  });

  it('may join the last two lines of a draft', async () => {
    const c = await client();
    c.open(uri, '我们要\n完成投资X亿元。\n');
    await c.diagnostics(uri, (all) => all.length === 1);
    c.change(uri, 2, [{ range: at(0, 3, 3), text: '继续扎实推进各项重点任务，' }]);
    expect(await c.diagnostics(uri, (_, version) => version === 2)).toHaveLength(1);
    expect((await c.holes(uri)).holes).toHaveLength(1);
  });

  it('keeps what is shown when a word is typed in front of it', async () => {
    const c = await client({ settings: { caretDelay: 5000 } });
    c.open(uri, '完成投资X亿元。');
    await c.diagnostics(uri, (all) => all.length === 1);
    c.change(uri, 2, [{ range: at(0, 4, 4), text: '约' }]);
    expect(await c.diagnostics(uri, (_, version) => version === 2)).toHaveLength(1);
  });
});

describe('words', () => {
  it('name what is missing once the dictionary is there', async () => {
    const c = await client({ home: fileURLToPath(new URL('../../dist', import.meta.url)) });
    c.open(uri, '优质稻米种植面积稳步扩大到X万亩，同比增长X%。民生支出X亿元，占一般财政预算支出的X%。');
    const [area, percent, spent, share] = await c.diagnostics(uri, (all) => text(all[0]) === '待填：优质稻米种植面积 X 万亩（数量）');
    expect(text(area)).toBeTruthy();
    expect(text(percent)).toBe('待填：优质稻米种植面积同比增长 X%（百分比）');
    expect(text(spent)).toBe('待填：民生支出 X 亿元（金额）');
    expect(text(share)).toBe('待填：一般财政预算支出 X%（百分比）');
    expect((await c.status()).words).toBe('nodejieba');
  });

  it('fall back once, say so once, and lose no finding', async () => {
    const c = await client({ home: '/no/such/folder' });
    c.open(uri, '完成投资X亿元。');
    c.open(other, '完成投资XX亿元，增长XX%。');
    await c.diagnostics(other, (all) => all.length === 2);
    await c.until(() => c.messages.length > 0, 'a message');
    const status = await c.status();
    expect(status).toMatchObject({ words: 'fallback' });
    expect(status.reason).toBeTruthy();
    c.change(uri, 2, [{ range: at(0, 0, 0), text: '今年新开工项目XX个，' }]);
    await c.diagnostics(uri, (all) => all.length === 2);
    expect(c.messages.filter((message) => message.includes('分词'))).toHaveLength(1);
  });
});

describe('quick fixes', () => {
  it('hold for the version that the server has, whatever the client remembers', async () => {
    const c = await client();
    c.open(uri, '受理1200件（待核实）。');
    const stale = await c.diagnostics(uri, (all) => all.length === 1);
    c.change(uri, 2, [{ range: at(0, 0, 0), text: '今年' }]);
    const [remove] = await c.actions(uri, at(0, 9, 14), stale);
    expect(remove?.title).toBe('删去“（待核实）”');
    expect(remove?.edit).toEqual({
      documentChanges: [{ textDocument: { uri, version: 2 }, edits: [{ range: at(0, 9, 14), newText: '' }] }],
    });
  });

  it('give plain changes to a client that knows no versions', async () => {
    const c = await client({ capabilities: {} });
    c.open(uri, '受理1200件（待核实）。');
    await c.diagnostics(uri, (all) => all.length === 1);
    const [remove] = await c.actions(uri, at(0, 7, 12));
    expect(remove?.edit).toEqual({ changes: { [uri]: [{ range: at(0, 7, 12), newText: '' }] } });
  });

  it('offer to fill by the client’s command where it has one, else by showing the place', async () => {
    const own = await client({ initializationOptions: { commands: true } });
    own.open(uri, '会议定于20XX年X月X日召开。');
    await own.diagnostics(uri, (all) => all.length === 3);
    const fill = (await own.actions(uri, at(0, 4, 8))).find((action) => action.command?.command === 'speechDraft.fill');
    expect(fill?.command?.arguments?.[0]).toMatchObject({
      uri,
      version: 1,
      stretches: [{ range: at(0, 4, 8), text: '20XX' }, { text: 'X' }, { text: 'X' }],
    });

    const plain = await client({ capabilities: { window: { showDocument: { support: true } } } });
    plain.open(uri, '完成投资X亿元。');
    await plain.diagnostics(uri, (all) => all.length === 1);
    const offered = (await plain.actions(uri, at(0, 4, 5))).map((action) => action.command?.command);
    expect(offered.filter((command) => command !== 'speechDraft.server.ignore')).toEqual(['speechDraft.server.select']);
  });

  it('answer nothing for a draft that is not open or a kind that is not asked for', async () => {
    const c = await client();
    expect(await c.actions('file:///nowhere.txt', at(0, 0, 1))).toEqual([]);
    c.open(uri, '受理1200件（待核实）。');
    const answer = await c.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: at(0, 7, 12),
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    expect(answer).toEqual([]);
  });
});

describe('hover and holes', () => {
  it('hover shows the sentence and the answers', async () => {
    const c = await client();
    c.open(uri, '前一句。完成投资X亿元，增长*%。后一句。');
    const hover = await c.connection.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 8 },
    });
    expect(hover.contents.value).toContain('完成投资⟦X⟧亿元，增长\\*%。');
    expect(hover.contents.value).not.toContain('后一句');
    expect(hover.contents.value).toContain('- 填写 X');
  });

  it('holes are listed for the version of the draft', async () => {
    const c = await client();
    c.open(uri, '完成X亿元。\n到20XX年X月。');
    const { version, holes } = await c.holes(uri);
    expect(version).toBe(1);
    expect(holes.map(({ kind, group }) => [kind, group])).toEqual([
      ['money', undefined],
      ['date', expect.any(String)],
      ['date', expect.any(String)],
    ]);
  });
});
