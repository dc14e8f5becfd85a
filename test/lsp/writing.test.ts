/** New speeches and genres as a client gets them. */
import { afterEach, describe, expect, it } from 'vitest';
import { reviewMethod, skeletonMethod, speechKindsMethod } from '../../server/src/protocol.ts';
import type { PlainSpeechKind, ReviewResult, SkeletonResult } from '../../server/src/protocol.ts';
import { startClient } from '../support/client.ts';
import type { ClientSetup, TestClient } from '../support/client.ts';
import { insertRaw } from '../support/snippet.ts';

const uri = 'file:///drafts/a.txt';
const clients: TestClient[] = [];

async function client(setup?: ClientSetup): Promise<TestClient> {
  const started = await startClient(setup);
  clients.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((started) => started.stop()));
});

describe('new speeches', () => {
  it('come in nine genres and one for any occasion, in the language of the reader', async () => {
    const ask = async (locale: string): Promise<PlainSpeechKind[]> =>
      (await client({ locale })).connection.sendRequest<PlainSpeechKind[]>(speechKindsMethod);
    const zh = await ask('zh-cn');
    const en = await ask('en');
    expect(zh.map(({ id }) => id)).toEqual(en.map(({ id }) => id));
    expect(new Set(zh.map(({ id }) => id)).size).toBe(10);
    for (const { name, detail, occasion, place } of zh) expect([name, detail, occasion, place].join('')).not.toMatch(/[a-z]/iu);
    for (const { name, detail, occasion, place } of en) expect([name, detail, occasion, place].join('')).not.toMatch(/\p{Script=Han}/u);
  });

  it('are snippets whose tab stops are their holes; the checks find no other', async () => {
    const c = await client();
    const { snippet } = await c.connection.sendRequest<SkeletonResult>(skeletonMethod, { kind: 'report', speaker: '陆明远', minutes: 30 });
    const { text, stops } = insertRaw(snippet.split('\n'));
    expect(text).toContain('\n陆明远\n');
    c.open(uri, text);
    const found = await c.diagnostics(uri, (all) => all.length > 0);
    expect(found.every(({ code }) => code === 'placeholder')).toBe(true);
    expect(found).toHaveLength(stops.length);
  });

  it('keep what was told as it was told', async () => {
    const c = await client();
    const occasion = 'a$1}b\\c${2:x}会议';
    const { snippet } = await c.connection.sendRequest<SkeletonResult>(skeletonMethod, { kind: 'nonsense', occasion });
    expect(insertRaw(snippet.split('\n')).text).toContain(`在${occasion}上的讲话`);
  });
});

describe('genres', () => {
  const review = (c: TestClient, params: object = {}): Promise<ReviewResult> =>
    c.connection.sendRequest(reviewMethod, { textDocument: { uri }, position: { line: 0, character: 0 }, ...params });
  const opening = '在全县秋冬水利建设动员部署会上的讲话\n同志们：\n今天会议的主要任务是部署水利建设。下面，我讲三点意见。\n';
  const body = `${opening}一、提高认识，看清形势\n${'水利是农业的命脉。'.repeat(30)}\n二、突出重点，抓好任务\n${'要把渠道修通。'.repeat(60)}\n`;

  it('are told with their reason, and what is missing with its place', async () => {
    const c = await client();
    c.open(uri, body);
    const { genre, notes } = await review(c);
    expect(genre).toMatchObject({ id: 'mobilisation', name: '动员部署讲话' });
    expect(genre?.reason).toMatch(/^题目有“动员”，文中有“主要任务是”/);
    expect(notes.map(({ kind, text, position }) => [kind, text, position.line])).toEqual([
      ['missing', '没有看到：保障措施', 6],
      ['missing', '没有看到：结尾', 6],
    ]);
  });

  it('are as the writer says', async () => {
    const c = await client();
    c.open(uri, body);
    const { genre, notes } = await review(c, { genre: 'chairing' });
    expect(genre).toEqual({ id: 'chairing', name: '主持词' });
    expect(notes.map(({ roles }) => roles?.[0])).toContain('agenda');
  });

  it('are not told when the text does not', async () => {
    const c = await client();
    c.open(uri, '今天天气很好。\n我们去走走。\n');
    expect(await review(c)).toMatchObject({ version: 1, notes: [] });
    expect((await review(c)).genre).toBeUndefined();
    expect(await review(c, { textDocument: { uri: 'file:///nowhere' } })).toMatchObject({ version: -1 });
  });

  it('name a heading with nothing under it and a part that is too long', async () => {
    const c = await client();
    c.open(
      uri,
      `${opening}一、提高认识，看清形势\n${'水利是农业的命脉。'.repeat(120)}\n二、突出重点，抓好任务\n三、加强领导，强化保障\n要压实责任。\n同志们，让我们行动起来！\n`,
    );
    const { notes } = await review(c);
    expect(notes.map(({ kind, position }) => [kind, position.line])).toEqual(
      expect.arrayContaining([
        ['empty', 5],
        ['out-of-proportion', 3],
      ]),
    );
  });
});
