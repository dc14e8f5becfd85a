/** Owns what a draft says too often and what it may say, row by row. `⟦…⟧` marks the findings. */
import { describe, expect, it } from 'vitest';
import type { Options } from '../../../server/src/core/rules/rule.ts';
import { stockPhrases } from '../../../server/src/core/rules/repeated-phrase/stock-phrases.ts';
import { noWords } from '../../../server/src/core/words.ts';
import type { Words } from '../../../server/src/core/words.ts';
import { draftText, randomFrom } from '../../bench/echoes/texts.ts';
import { echoesOf, read, wordsFrom } from './support.ts';

interface Row {
  readonly name: string;
  readonly marked: string;
  readonly kind?: string;
  readonly says?: string;
  readonly words?: Words;
  readonly options?: Options;
}

function check({ marked, kind, says, words = noWords, options = {} }: Row): void {
  const text = marked.replace(/[⟦⟧]/gu, '');
  const findings = echoesOf({ text }, {}, options, words)
    .findings('text')
    .filter((finding) => finding.rule === 'repeated-phrase');
  let now = text;
  for (const { start, end } of [...findings].reverse()) now = `${now.slice(0, start)}⟦${now.slice(start, end)}⟧${now.slice(end)}`;
  expect(now).toBe(marked);
  if (kind !== undefined) expect(new Set(findings.map((finding) => finding.kind))).toEqual(new Set([kind]));
  if (says !== undefined) expect(new Set(findings.map((finding) => read(finding.message)))).toEqual(new Set([says]));
}

const head = '工作会讲话\n同志们：\n';
const speaker = wordsFrom([
  ['我们', 'r'],
  ['贯彻', 'v'],
  ['落实', 'v'],
  ['工作', 'vn'],
  ['作风', 'n'],
  ['大大', 'd'],
  ['研究', 'v'],
  ['一户', 'm'],
  ['目的', 'n'],
]);

const rows: readonly Row[] = [
  {
    name: 'a stock phrase three times in a short draft',
    marked: `${head}水利方面取得了显著成效，群众看得见。\n道路方面⟦取得了显著成效⟧，车好走了。\n绿化方面也⟦取得了显著成效⟧，荒坡见绿。`,
    kind: 'boilerplate',
    says: '“取得了显著成效”全文说了 3 次，可以换成：成效看得见、有了实实在在的变化',
  },
  { name: 'a stock phrase twice', marked: `${head}水利方面取得了显著成效，群众看得见。\n道路方面取得了显著成效，车好走了。` },
  {
    name: 'the same three times in a long draft',
    marked: `${head}水利取得了显著成效。\n${'河道清淤分三段走，先上游后下游，岸边种柳。山塘除险一座一座来，'.repeat(1)}${Array.from({ length: 320 }, (_, index) => `第${String.fromCharCode(0x4e00 + index * 7)}${String.fromCharCode(0x5e00 + index * 11)}段河道清淤换了新法子。`).join('')}\n道路取得了显著成效。\n绿化取得了显著成效。`,
    options: { density: 0.9 },
  },
  {
    name: 'an adverb worn out',
    marked: `${head}要切实把水管好。库区⟦切实⟧有人守。堤上⟦切实⟧有人巡，账目也要⟦切实⟧公开，险情⟦切实⟧上报。`,
    kind: 'boilerplate',
    says: '“切实”全文用了 5 次，多数可以删去，或换成：真正、确实、实实在在地',
  },
  {
    name: 'an adverb in two clauses in a row, which are no row',
    marked: `${head}切实把水管好，⟦切实⟧有人守。堤上⟦切实⟧有人巡，账目也要⟦切实⟧公开，险情⟦切实⟧上报。`,
    says: '“切实”全文用了 5 次，多数可以删去，或换成：真正、确实、实实在在地',
  },
  {
    name: 'an adverb that opens clauses in parallel',
    marked: `${head}着力修水利，着力通道路，着力种好树，着力办学校，着力看好病，着力护平安。`,
  },
  { name: 'adverbs inside set phrases', marked: `${head}全面贯彻党的二十大精神。`.repeat(1) },
  {
    name: "the writer's own phrase",
    marked: `${head}这是一盘大棋，先看水利。\n路网⟦一盘大棋⟧要通盘看。\n绿化也是⟦一盘大棋⟧的一角。`,
    options: { phrases: ['一盘大棋'] },
    says: '“一盘大棋”全文说了 3 次',
  },
  {
    name: 'a clause that nobody listed',
    marked: `${head}库要清，堤要修，谁也不许走过场，违者写检查。\n路要通。\n会上定了规矩，⟦谁也不许走过场⟧。账要明，钱要省。\n最后说检查，⟦谁也不许走过场⟧，下周就看结果，请各位回去准备。`,
    says: '“谁也不许走过场”这一句全文说了 3 次',
  },
  {
    name: 'a clause behind the mark of who says it',
    marked: `${head}（女）山里的水真甜呀。\n先看水利。\n（女）⟦山里的水真甜呀⟧。\n再看路网。\n（合）⟦山里的水真甜呀⟧。`,
    says: '“山里的水真甜呀”这一句全文说了 3 次',
  },
  { name: 'cues of a ceremony', marked: `${head}（女）请看大屏幕。\n先看水利。\n（女）请看大屏幕。\n再看路网。\n（女）请看大屏幕。` },
  {
    name: 'openings that are alike and far apart',
    marked: `${head}各镇街和各社区要连夜排查低洼院落。这件事不难。\n水位还在涨。⟦各镇街和各社区要⟧备足砂袋和编织袋。先说到这里。\n路面有积水。⟦各镇街和各社区要⟧安排人看住下穿通道。车辆绕行。\n学校要停课。⟦各镇街和各社区要⟧把独居老人接到安置点。饭菜要热。`,
    kind: 'opening',
    says: '有 4 处都以“各镇街和各社区要”开头',
  },
  {
    name: 'openings in parallel',
    marked: `${head}这一年我们修通了三条河堤，两岸安全了。这一年我们种下了八万棵树，荒坡绿了。这一年我们办起了九所学校，孩子近了。这一年我们装上了千盏路灯，村子亮了。`,
  },
  {
    name: 'a doubled word, with words',
    marked: `${head}⟦我们我们⟧要把这件事办好。⟦贯彻落实贯彻落实⟧会议精神。`,
    words: speaker,
    kind: 'doubled',
  },
  { name: 'a doubled particle', marked: `${head}这是大家⟦的的⟧事。`, words: speaker, says: '“的”连写了两遍' },
  {
    name: 'measures, days and verbs said twice on purpose',
    marked: `${head}件件有着落，天天有人管，桩桩办得好，看看谁先动。`,
    words: wordsFrom([]),
  },
  { name: 'a doubled preposition', marked: `${head}村里⟦在在⟧修路，他们现在在开会。`, words: wordsFrom([['现在', 't']]) },
  { name: 'what only looks doubled', marked: `${head}工作作风大大好转，目的的达成靠大家，一户一户走，先研究研究。`, words: speaker },
  {
    name: 'a degree that is laid on',
    marked: `${head}工作抓得很紧很紧，心里非常非常感谢，路还很长很长。`,
    words: wordsFrom([
      ['很紧', 'a'],
      ['非常', 'd'],
      ['很长', 'a'],
    ]),
  },
  {
    name: 'what goes on while something else begins, the digits of a year, those who speak for others',
    marked: `${head}说着说着眼泪下来了，走着走着天就亮了。二〇二〇年汛情重。人大代表代表人民，干部干部，先干一步。别拿我帮你反映反映打发人。`,
    words: wordsFrom([
      ['说着', 'v'],
      ['走着', 'v'],
      ['二〇', 'm'],
      ['代表', 'v'],
      ['反映', 'v'],
    ]),
  },
  {
    name: 'a word called out of which nothing, or all, comes again, and one within a clause',
    marked: `${head}⟦干部干部⟧，要走在群众的最前头。⟦干部干部⟧，干部先行。各级⟦干部干部⟧，先干一步。⟦干部干部⟧，带头。先干一步。`,
    words: wordsFrom([['干部', 'n']]),
  },
  { name: 'a doubled word, without words', marked: `${head}⟦我们我们⟧要把这件事办好。` },
  { name: 'each and every one', marked: `${head}信访积案件件有着落，重阳佳节岁岁情，自来水户户通。`, words: speaker },
  { name: 'without words only what is sure', marked: `${head}工作作风大大好转，牢牢守住，目的的达成，的的确确。人人有责，处处留心。` },
  { name: 'a doubled word with a blank between', marked: `${head}⟦我们 我们⟧要把这件事办好。`, words: speaker },
];

describe('repeated phrases', () => {
  it.each(rows)('$name', check);

  it('has a lexicon without repetition, whose variants differ from their phrase', () => {
    const all = Object.values(stockPhrases).flat();
    const phrases = all.map(({ phrase }) => phrase);
    expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
    for (const { phrase, variants } of all) {
      expect(phrase).not.toBe('');
      expect(variants).not.toContain(phrase);
      expect(new Set(variants).size).toBe(variants.length);
    }
  });

  const filled = Object.entries(stockPhrases)
    .filter(([kind]) => kind !== 'adverb' && kind !== 'manner')
    .flatMap(([, phrases]) => phrases.map(({ phrase }) => phrase.replaceAll('{…}', '全县水利')));
  const places = ['库区', '堤上', '账目', '险情', '路网', '学堂', '集市', '河口', '山塘', '渡口'];
  const others = draftText(2_300, 0, [], randomFrom(41)).split('\n');
  /** A draft of 2,400 characters that says a word so often, never twice in a row. */
  const said = (word: string, times: number): string =>
    [...others, ...places.slice(0, times).map((place, index) => `${others[index + 3] ?? ''}${place}的事${word}办。`)].join('\n');
  const counts = (word: string, times: number): number => {
    const text = said(word, times);
    return echoesOf({ text })
      .findings('text')
      .filter(({ kind, start, end }) => kind === 'boilerplate' && text.slice(start, end) === word).length;
  };
  it.each(stockPhrases.adverb.map(({ phrase }) => phrase))('counts the empty adverb %s by its density', (word) => {
    expect([counts(word, 4), counts(word, 6)]).toEqual([0, 5]);
  });
  it.each(stockPhrases.manner.map(({ phrase }) => phrase))('lets %s stand twice as often', (word) => {
    expect([counts(word, 6), counts(word, 10)]).toEqual([0, 9]);
  });

  it.each(filled)('counts %s', (phrase) => {
    const text = `${head}先说水库，这里${phrase}甲。\n再说道路，那里${phrase}乙。\n后说树木，山上${phrase}丙。`;
    // A long one is a repeated passage already.
    const found = echoesOf({ text })
      .findings('text')
      .filter(({ rule, start, end }) =>
        rule === 'repeated-phrase' ? phrase.includes(text.slice(start, end)) : text.slice(start, end).includes(phrase),
      );
    expect(found.length).toBeGreaterThanOrEqual(2);
  });
});
