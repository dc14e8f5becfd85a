/** Owns the table of marks that number the parts of a speech: how each style is written, and how it should be. */
import type { MarkStyle } from './marks.ts';
import { hanNumeral, readNumeral } from './numerals.ts';

/** One way to write the mark of a style. */
export interface Form {
  readonly style: MarkStyle;
  /** Group `n` (or `m`) is the numeral. */
  readonly pattern: RegExp;
  /** Whether the form also marks an item inside a paragraph. */
  readonly inline: boolean;
  /** Whether it marks an item inside a paragraph alone, and only with others like it. */
  readonly onlyInline?: true;
  /** The right writing, when the one that matched is not. */
  readonly correct?: (match: string, numeral: string) => string | undefined;
}

/** No mark with what must follow it is longer. */
export const longestMark = 24;

const han = '[一二三四五六七八九十]{1,3}';
const arabic = '(?:[1-9１-９][0-9０-９]?)';
/** 一算政治账，二算经济账: verbs that count like 要 when 一 and 二 both stand there. */
export const itemVerbs = '算看查抓靠问防讲比治怕难喜忧盼学思谈说议改管评听读想送帮建促保强补提清';
/** What a speech counts when it says 第一个问题, 第二点: not 第一季度, 第一届, 第一个五年. */
const pointNouns =
  '[点条项件步招关层]|[件项]事情?|句话|层意思|[个项件大层种](?:方面|问题|层面|关键词?|重点|要点|环节|字|词|话题|故事|想法|意见|建议|体会|感受|启示|特点|原因|内容|题目|任务|措施|要求|希望|关系|转变|变化|突破|议程|议题|实事)';
/** 一、二线 or 三、四季度 list numbers; they number nothing. */
const listed =
  /^(?<first>[一二三四五六七八九十]{1,3})[ \u3000]?[、.．](?<second>[一二三四五六七八九十]{1,2})(?:[、季等线产类楼班期级届名月区]|[者是])/u;

/**
 * Whether what looks like 一、 begins a list of numbers: 二、三季度用电, but not 二、二季度怎么干 or 三、二季度的打算. A line without
 * any stop is a heading even so: 一、二季度工作回顾.
 */
export function listsNumbers(text: string, offset: number): boolean {
  const groups = listed.exec(text.slice(offset, offset + longestMark))?.groups;
  if (groups === undefined) return false;
  const rises = (readNumeral(groups['first'] ?? '') ?? 0) < (readNumeral(groups['second'] ?? '') ?? 0);
  return rises && /[，。；！？]/u.test(text);
}

function dropTail(match: string): string | undefined {
  const bare = match.replace(/[、.．，,]$/u, '');
  return bare === match ? undefined : bare;
}

/** All of them; the first that fits is the mark. */
export const forms: readonly Form[] = [
  { style: 'chapter', pattern: new RegExp(`^第(?<n>${han}|${arabic})(?:章|编|部分)(?![的是之])`, 'u'), inline: false },
  { style: 'part', pattern: new RegExp(`^第(?<n>${han}|${arabic})节(?![的是之日])`, 'u'), inline: false },
  {
    style: 'han',
    pattern: new RegExp(`^(?<n>${han})[ \\u3000]?[、.．]`, 'u'),
    inline: true,
    correct: (match, numeral) => (match.endsWith('、') ? undefined : `${numeral}、`),
  },
  {
    style: 'han-bracket',
    pattern: new RegExp(`^[（(][ \\u3000]?(?<n>${han})[ \\u3000]?[）)][、.．，,]?`, 'u'),
    inline: true,
    correct: dropTail,
  },
  {
    style: 'han',
    pattern: new RegExp(`^(?<n>${han})[ \\u3000]?[。，,:：](?=[ \\u3000]*\\p{Script=Han})`, 'u'),
    inline: false,
    correct: (_match, numeral) => `${numeral}、`,
  },
  {
    style: 'arabic',
    pattern: new RegExp(
      `^(?<n>${arabic})[ \\u3000]?(?:[.．](?![0-9０-９]|[.．])|[.．](?=[0-9]{4}年)|、(?![0-9０-９])|、(?=[0-9]{4}年))`,
      'u',
    ),
    inline: true,
    correct: (match, numeral) => (match.endsWith('、') ? `${numeral}.` : undefined),
  },
  {
    style: 'arabic',
    pattern: new RegExp(`^(?<n>${arabic})[ \\u3000]?[。，,](?=[ \\u3000]*\\p{Script=Han})`, 'u'),
    inline: false,
    correct: (_match, numeral) => `${numeral}.`,
  },
  {
    style: 'arabic-bracket',
    pattern: new RegExp(`^(?:[（(][ \\u3000]?(?<n>${arabic})[ \\u3000]?[）)]|(?<m>${arabic})[）)])[、.．，,]?`, 'u'),
    inline: true,
    correct: dropTail,
  },
  { style: 'circled', pattern: /^(?<n>[①-⑳])/u, inline: true },
  { style: 'ordinal', pattern: new RegExp(`^第(?<n>${han}|${arabic})(?:[，、,：:]|(?=[是]))`, 'u'), inline: true },
  {
    style: 'point',
    pattern: new RegExp(`^第(?<n>${han}|${arabic})(?:${pointNouns})(?:[，、,：:]|(?=是|就是))`, 'u'),
    inline: true,
  },
  {
    style: 'shi',
    pattern: new RegExp(`^(?<n>${han}|${arabic}[ \\u3000]?)是(?!${han}[，、。])`, 'u'),
    inline: true,
    correct: (_match, numeral) => (/\d|[０-９]/u.test(numeral) ? `${hanNumeral(readNumeral(numeral.trim()) ?? 0)}是` : undefined),
  },
  { style: 'yao', pattern: new RegExp(`^(?<n>${han})要(?![素点件目领义害道塞么是])`, 'u'), inline: true },
  { style: 'yao', pattern: new RegExp(`^(?<n>${han})[${itemVerbs}](?!就|了)`, 'u'), inline: true, onlyInline: true },
  { style: 'qi', pattern: /^其(?<n>[一二三四五六七八九])(?:[，,、：:]|(?=是))/u, inline: true },
  { style: 'first', pattern: /^(?<n>首先|其次|再次|最后)(?:[，,、：:]|(?=是|要|[由请让](?!来|问|求|安|示|愿|假|客|帖)))/u, inline: true },
  { style: 'dash', pattern: /^(?:——|—(?=[^—\d])|--(?=[^-]))/u, inline: false },
];
