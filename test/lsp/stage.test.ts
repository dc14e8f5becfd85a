/** Length and speaking time as a client gets them: the request, the lenses, settings, edits. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeLens } from 'vscode-languageserver';
import { stageMethod } from '../../server/src/protocol.ts';
import type { StageParams, StageResult } from '../../server/src/protocol.ts';
import { startClient } from '../support/client.ts';
import type { ClientSetup, TestClient } from '../support/client.ts';

const uri = 'file:///drafts/a.txt';
const clients: TestClient[] = [];

async function client(text: string, setup?: ClientSetup): Promise<TestClient> {
  const started = await startClient(setup);
  clients.push(started);
  started.open(uri, text);
  await started.until(() => started.published.length > 0, 'the first findings');
  return started;
}

const stage = (c: TestClient, params: Partial<StageParams> = {}): Promise<StageResult> =>
  c.connection.sendRequest(stageMethod, { textDocument: { uri }, ...params });

afterEach(async () => {
  await Promise.all(clients.splice(0).map((started) => started.stop()));
});

const sentence = '我们要把工作抓紧抓实抓出成效。';
const draft = [
  '在全县重点项目推进会上的讲话',
  '（2026年3月6日）',
  '同志们：',
  '今天会议的主要任务是安排部署重点项目建设。下面，我讲两点意见。',
  '一、提高认识',
  sentence.repeat(40),
  '二、抓好落实',
  '（一）压实责任。' + sentence.repeat(10),
  '（二）加强调度。' + sentence.repeat(20) + '完成投资X亿元。',
  '同志们，让我们一起努力，为建设美好家园而奋斗！',
  '',
].join('\n');

describe('speechDraft/stage', () => {
  it('has the whole, and the sections that make it up', async () => {
    const { version, whole, sections, pace } = await stage(await client(draft));
    expect({ version, pace }).toEqual({ version: 1, pace: 200 });
    expect(sections.map(({ title, depth }) => [depth, title])).toEqual([
      [0, '开头'],
      [0, '一、提高认识'],
      [0, '二、抓好落实'],
      [1, '（一）压实责任'],
      [1, '（二）加强调度'],
      [0, '结尾'],
    ]);
    const outer = sections.filter(({ depth }) => depth === 0);
    const sum = (of: (section: (typeof outer)[number]) => number): number => outer.reduce((total, section) => total + of(section), 0);
    expect(sum(({ words }) => words)).toBe(whole.words);
    expect(sum(({ seconds }) => seconds)).toBeCloseTo(whole.seconds, 6);
    expect(sum(({ share }) => share)).toBeCloseTo(1, 6);
    expect(whole.length).toMatch(/^1\u202f\d{3} 字$/);
    expect(whole.time).toMatch(/^约 \d–\d+ 分钟$/);
    expect(sections[1]?.range.start).toEqual({ line: 4, character: 0 });
  });

  it('measures what is selected, several stretches together', async () => {
    const c = await client(draft);
    const range = (line: number, from: number, to: number): { start: object; end: object } => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    const selections = [range(5, 0, 3), range(7, 8, 10)] as unknown as StageParams['selections'] & object;
    expect((await stage(c, { selections })).selection?.words).toBe(5);
    expect((await stage(c, { selections: [] })).selection).toBeUndefined();
  });

  it('follows pace and target of the settings and of the request', async () => {
    const c = await client(draft, { settings: { stage: { pace: 'slow', targetMinutes: 2 } } });
    const slow = await stage(c);
    expect(slow.pace).toBe(160);
    expect(slow.target).toMatchObject({ minutes: 2, state: 'over' });
    expect((await stage(c, { targetMinutes: 60 })).target).toMatchObject({ minutes: 60, state: 'short' });
    expect((await stage(c, { targetMinutes: 0 })).target).toBeUndefined();
    c.configure({ stage: { pace: 240 } });
    let fast = await stage(c);
    for (let asked = 0; fast.pace !== 240 && asked < 100; asked += 1) fast = await stage(c);
    expect(fast.pace).toBe(240);
    expect(fast.whole.seconds).toBeLessThan(slow.whole.seconds);
  });

  it('is after every edit what it is from scratch', async () => {
    const c = await client(draft);
    await stage(c);
    c.change(uri, 2, [{ range: { start: { line: 8, character: 0 }, end: { line: 8, character: 4 } }, text: '三、另外\n（一）' }]);
    const edited = await stage(c);
    const text = draft.replace('（二）加', '三、另外\n（一）');
    const fresh = await stage(await client(text));
    expect({ ...edited, version: 1 }).toEqual(fresh);
  });

  it('counts nothing of a draft that is not open, of a language not Chinese in English', async () => {
    const c = await client(draft, { locale: 'en' });
    expect(await stage(c, { textDocument: { uri: 'file:///nowhere.txt' } })).toMatchObject({
      version: -1,
      whole: { words: 0 },
      sections: [],
    });
    expect((await stage(c)).whole.time).toMatch(/^about \d–\d+ min$/);
  });
});

describe('code lenses', () => {
  const lenses = (c: TestClient): Promise<CodeLens[]> => c.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
  it('are off by default', async () => {
    expect(await lenses(await client(draft))).toEqual([]);
  });
  it('stand over every heading when they are asked for', async () => {
    const c = await client(draft, { settings: { stage: { codeLens: true } } });
    const found = await lenses(c);
    const measured = await stage(c);
    expect(found.map(({ range, command }) => [range.start.line, command?.title])).toEqual(
      measured.sections
        .filter(({ title }) => title !== '开头' && title !== '结尾')
        .map(({ range, length, time }) => [range.start.line, `${length} · ${time}`]),
    );
  });
});
