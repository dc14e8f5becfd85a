/** Owns what is known of the rule `repeated-phrase` without running it. */
import type { RuleMeta } from '../meta.ts';

/** The rule `repeated-phrase`. */
export const repeatedPhrase: RuleMeta = {
  id: 'repeated-phrase',
  title: { zh: '重复套话', en: 'Repeated phrase' },
  why: {
    zh: '同一句套话、同一个副词、同一种开头说得太密，稿子就显得空。',
    en: 'A draft that says the same stock phrase, adverb or opening too often sounds empty.',
  },
  whenNot: {
    zh: '固定提法和排比不会报告；有意反复强调的，可以忽略这一条。',
    en: 'Set phrases and parallelism are not reported; ignore a finding where the repetition is meant.',
  },
  kinds: [
    { id: 'boilerplate', name: { zh: '套话过密', en: 'Stock phrase too often' }, severity: 'information' },
    { id: 'opening', name: { zh: '开头雷同', en: 'Openings alike' }, severity: 'information' },
    { id: 'doubled', name: { zh: '词语连写两遍', en: 'Doubled word' }, severity: 'warning' },
  ],
  messages: {
    phrase: { zh: '“{text}”全文说了 {count} 次', en: '“{text}” is said {count} times in this draft' },
    'phrase-variants': {
      zh: '“{text}”全文说了 {count} 次，可以换成：{variants}',
      en: '“{text}” is said {count} times in this draft; other ways: {variants}',
    },
    adverb: { zh: '“{text}”全文用了 {count} 次', en: '“{text}” is used {count} times in this draft' },
    'adverb-variants': {
      zh: '“{text}”全文用了 {count} 次，多数可以删去，或换成：{variants}',
      en: '“{text}” is used {count} times in this draft; most can go, or become: {variants}',
    },
    clause: { zh: '“{text}”这一句全文说了 {count} 次', en: 'The clause “{text}” is said {count} times in this draft' },
    opening: { zh: '有 {count} 处都以“{text}”开头', en: '{count} sentences open with “{text}”' },
    doubled: { zh: '“{text}”连写了两遍', en: '“{text}” is written twice in a row' },
    other: { zh: '另一处', en: 'Another place' },
    'fix-replace': { zh: '换成“{text}”', en: 'Replace with “{text}”' },
    'fix-drop': { zh: '删去“{text}”', en: 'Remove “{text}”' },
    'fix-once': { zh: '只留一个“{text}”', en: 'Keep one “{text}”' },
  },
  terms: {},
  options: [
    {
      id: 'phrases',
      type: 'string[]',
      default: [],
      description: {
        zh: '自己的套话。标点不计；{n} 代表数字，{…} 代表同一分句里的若干字。',
        en: 'Your own stock phrases. Punctuation does not count; {n} stands for a number, {…} for a few characters within a clause.',
      },
    },
    {
      id: 'density',
      type: 'number',
      default: 0.4,
      minimum: 0,
      maximum: 10,
      description: {
        zh: '套话、分句和开头每千字说到多少次才报告。',
        en: 'From how many times per thousand characters on a stock phrase, a clause or an opening is reported.',
      },
    },
    {
      id: 'adverbDensity',
      type: 'number',
      default: 1.2,
      minimum: 0,
      maximum: 20,
      description: {
        zh: '“切实”“进一步”一类副词每千字用到多少次才报告。',
        en: 'From how many times per thousand characters on a worn adverb is reported.',
      },
    },
    {
      id: 'fewest',
      type: 'integer',
      default: 3,
      minimum: 2,
      maximum: 50,
      description: { zh: '至少说几次才报告，不论稿子多短。', en: 'Fewer times than this are never reported, however short the draft.' },
    },
  ],
  examples: [
    { bad: '⟦我们我们⟧要把这件事办好。', good: '我们要把这件事办好。' },
    {
      bad: '全区经济迈上新台阶，税收也多了。\n\n教育工作⟦迈上新台阶⟧，新学校九月开门。\n\n医疗同样⟦迈上新台阶⟧，老人看病近了。',
      good: '全区经济迈上新台阶，税收也多了。\n\n教育工作上了一个档次，新学校九月开门。\n\n医疗同样进了一步，老人看病近了。',
    },
  ],
};
