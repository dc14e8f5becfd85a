/** New speeches: what was told stands in them, what was not is a hole and nothing else is, and their genre is guessed back. */
import { describe, expect, it } from 'vitest';
import { createDesk } from '../../server/src/core/engine/desk.ts';
import { createEchoRules } from '../../server/src/core/echoes/rules.ts';
import { createRules } from '../../server/src/core/rules/index.ts';
import { skeletonOf, textOf } from '../../server/src/core/skeleton/index.ts';
import type { SpeechKind, Wish } from '../../server/src/core/skeleton/index.ts';
import { templates } from '../../server/src/core/skeleton/templates.ts';
import { measureDraft, secondsOf } from '../../server/src/core/stage/index.ts';
import { createDraft } from '../../server/src/core/text/draft.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { guessGenre, outlineOf, reviewGenre, rolesOf } from '../../server/src/core/text/sections/index.ts';
import type { Genre, Speech } from '../../server/src/core/text/sections/index.ts';
import { noWords } from '../../server/src/core/words.ts';
import { defaultSettings } from '../../server/src/settings/parse.ts';

const kinds = Object.keys(templates) as SpeechKind[];
const genres = kinds.filter((kind): kind is Genre => kind !== 'general');
/** An occasion as a secretary of each genre would give it. */
const occasions: Readonly<Record<SpeechKind, string>> = {
  report: '中共青岭县第五届委员会第六次全体会议',
  mobilisation: '全县项目攻坚动员部署会',
  integrity: '全县党风廉政建设工作会议',
  commendation: '全县总结表彰大会',
  address: '青岭茶文化旅游节开幕式',
  research: '青石镇调研座谈会',
  pledge: '青岭县领导干部大会',
  lecture: '县委办主题党日活动',
  chairing: '全县农村工作会议',
  general: '全县重点工作会议',
};
const told = { speaker: '陆明远', place: '县会议中心', date: { year: 2026, month: 3, day: 6 } };

const draftOf = (text: string): Draft => createDraft({ uri: 'test:new', version: 1, format: 'plain', text });

function findingsIn(text: string): string[] {
  const failures: unknown[] = [];
  const desk = createDesk(
    { rules: createRules(), across: createEchoRules(noWords), words: noWords, onRuleFailure: (_, error) => failures.push(error) },
    defaultSettings.desk,
  );
  desk.put(draftOf(text));
  expect(failures).toEqual([]);
  return desk.findings('test:new').map(({ rule, start, end }) => `${rule} ${start} ${text.slice(start, end)}`);
}

/** What the echo rules say of the first of two drafts. */
function echoesBetween(first: string, second: string): string[] {
  const desk = createDesk(
    { rules: createRules(), across: createEchoRules(noWords), words: noWords, onRuleFailure: (rule) => expect.unreachable(rule) },
    defaultSettings.desk,
  );
  desk.put(draftOf(first));
  desk.put(createDraft({ uri: 'test:other', version: 1, format: 'plain', text: second }));
  return desk
    .findings('test:new')
    .filter(({ rule }) => rule.startsWith('repeated'))
    .map(({ start, end }) => first.slice(start, end));
}

/** The holes as they were declared, as the placeholder rule is to find them. */
function declared(wish: Wish): string[] {
  let at = 0;
  return skeletonOf(wish).flatMap((piece) => {
    const text = 'text' in piece ? piece.text : piece.hole;
    at += text.length;
    return 'text' in piece ? [] : [`placeholder ${at - text.length} ${text}`];
  });
}

const speechOf = (text: string): { draft: Draft; speech: Speech; outline: ReturnType<typeof outlineOf> } => {
  const draft = draftOf(text);
  const outline = outlineOf(draft);
  expect(outline.speeches).toHaveLength(1);
  return { draft, outline, speech: outline.speeches[0] as Speech };
};

const wishOf = (kind: SpeechKind, what: string, wish: Partial<Wish>): Wish => ({
  kind,
  pace: 200,
  ...wish,
  ...(/everything|occasion/.test(what) && { occasion: occasions[kind] }),
});

const wishes: readonly (readonly [string, Partial<Wish>])[] = [
  ['nothing told', {}],
  ['everything told', { ...told, minutes: 20 }],
  ['an occasion alone', {}],
  ['a day without its year', { date: { month: 3, day: 6 } }],
  ['minutes alone', { minutes: 5 }],
];

describe.each(kinds)('a new %s', (kind) => {
  it.each(wishes)('holds its holes and no other finding: %s', (what, wish) => {
    const whole = wishOf(kind, what, wish);
    expect(findingsIn(textOf(skeletonOf(whole)))).toEqual(declared(whole));
  });

  const own = '把三号泵站的值守名单逐一核对清楚，不许漏掉一个人，也不许写错一个号码。';
  it.each(kinds.map((other) => [other]))('repeats nothing of a new %s, but what was written into both', (other) => {
    const [first, second] = [
      textOf(skeletonOf({ kind, pace: 200, ...told, minutes: 20 })),
      textOf(skeletonOf({ kind: other, pace: 240, occasion: '全区民营经济发展大会', speaker: '周启航', minutes: 45 })),
    ];
    const fill = (text: string): string => text.replace(/【(?:写明|说明|介绍|简述)[^】]*】/u, own);
    expect(echoesBetween(first, second)).toEqual([]);
    expect(echoesBetween(fill(first), fill(second))).toEqual([expect.stringContaining(own.slice(0, 20))]);
  });

  it('has its tab stops in the order of the text, one number for the same thing', () => {
    const numbers = skeletonOf({ kind, pace: 200 }).flatMap((piece) => ('text' in piece ? [] : [piece.number]));
    const first = numbers.filter((number, at) => numbers.indexOf(number) === at);
    expect(first).toEqual(first.map((_, at) => at + 1));
  });

  it('has title block, salutation and sections where they belong', () => {
    const { draft, speech } = speechOf(textOf(skeletonOf({ kind, pace: 200, ...told, occasion: occasions[kind] })));
    const words = (span: { start: number; end: number } | undefined): string => draft.text.slice(span?.start ?? 0, span?.end ?? 0);
    expect(words(speech.title)).toContain(occasions[kind]);
    expect(words(speech.date)).toContain('2026年3月6日');
    expect(words(speech.speaker)).toBe(told.speaker);
    expect(words(speech.salutation)).toMatch(/：$/u);
    expect(speech.closing).toBeDefined();
  });

  it.each([5, 12, 30, 90])('takes about %i minutes when every part is as long as it says', (minutes) => {
    const text = textOf(skeletonOf({ kind, pace: 200, ...told, occasion: occasions[kind], minutes }));
    const filled = text
      .replace(/【[^】]*约(\d+)字】/gu, (_, length: string) => sentences(Number(length)))
      .replace(/【[^】]*】/gu, '某个地方');
    const { draft, outline } = speechOf(filled);
    const seconds = secondsOf(measureDraft(draft, outline).spoken, 200);
    const fixed = 2.6;
    expect(Math.abs(seconds / 60 - minutes)).toBeLessThan(Math.max(minutes * 0.12, minutes < 10 ? fixed : 0));
  });
});

/** Words of a given length with stops as often as in a speech. */
function sentences(length: number): string {
  return '要把各项工作往前赶，抓紧抓细抓出成效，让群众看到变化。'.repeat(Math.ceil(length / 26)).slice(0, length);
}

describe.each(genres)('a new %s is known for what it is', (genre) => {
  it.each(wishes)('%s', (what, wish) => {
    const { draft, speech, outline } = speechOf(textOf(skeletonOf(wishOf(genre, what, wish))));
    const guess = guessGenre(draft, outline, speech);
    expect(guess?.genre).toBe(genre);
    expect(guess?.sureness).toBeGreaterThanOrEqual(0.2);
    expect(reviewGenre(draft, outline, speech, genre).missing).toEqual([]);
    for (const section of speech.sections.filter(({ kind }) => kind === 'heading'))
      expect(rolesOf(draft, speech, outline).map((stretch) => stretch.section)).toContain(section);
  });
});
