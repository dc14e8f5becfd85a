/** Owns what is known of the rule `repeated-passage` without running it. */
import type { Reason } from '../echo-report.ts';
import type { Bilingual, RuleMeta } from '../meta.ts';

/** How the other place of a copy is told. */
export type Where = 'here' | 'place' | 'section' | 'draft' | 'draft-section';

const wheres: Readonly<Record<Where, Bilingual>> = {
  here: { zh: '本段另一处', en: 'another place in this paragraph' },
  place: { zh: '第 {paragraph} 段', en: 'paragraph {paragraph}' },
  section: { zh: '“{section}”第 {paragraph} 段', en: '“{section}”, paragraph {paragraph}' },
  draft: { zh: '《{draft}》第 {paragraph} 段', en: '“{draft}”, paragraph {paragraph}' },
  'draft-section': { zh: '《{draft}》“{section}”第 {paragraph} 段', en: '“{draft}”, “{section}”, paragraph {paragraph}' },
};

/** How a copy is told, before its place: `{where}` is put in below. */
const tales: Readonly<Record<'exact' | 'figures' | 'words', Bilingual>> = {
  exact: { zh: '与{where}重复 {characters} 字', en: 'Repeats {characters} characters of {where}' },
  figures: { zh: '与{where}几乎相同，仅数字不同：{differences}', en: 'Almost the same as {where}; only numbers differ: {differences}' },
  words: { zh: '与{where}几乎相同，{changes} 处不同：{differences}', en: 'Almost the same as {where}; {changes} changed: {differences}' },
};

/** Answers to “why is this not reported?”, by reason. */
const whyNot: Readonly<Record<`why-${Reason}`, Bilingual>> = {
  'why-too-short': {
    zh: '“{text}”虽有重复，但不足 {minimum} 字',
    en: '“{text}” does repeat, but is shorter than {minimum} characters',
  },
  'why-set-phrase': { zh: '“{text}”是固定提法', en: '“{text}” is a set phrase' },
  'why-mostly-set-phrase': {
    zh: '“{text}”虽有重复，但除固定说法外不足 {minimum} 字',
    en: '“{text}” does repeat, but has fewer than {minimum} characters beyond set phrases',
  },
  'why-allowed': { zh: '“{text}”已列入允许清单', en: '“{text}” is on the list of allowed phrases' },
  'why-name': { zh: '“{text}”多是名称', en: '“{text}” is mostly names' },
  'why-quoted-title': { zh: '“{text}”是标题或引号里的名称', en: '“{text}” is a title or a name in quotation marks' },
  'why-salutation': { zh: '“{text}”是称谓', en: '“{text}” is a salutation' },
  'why-closing': { zh: '“{text}”是结束语或礼节用语', en: '“{text}” is a closing or a courtesy' },
  'why-skeleton': { zh: '“{text}”是新建讲稿时框架里自带的文字', en: '“{text}” comes with the outline of a new speech' },
  'why-ceremony': { zh: '“{text}”是会议或仪式的程序用语', en: '“{text}” is a formula of meetings and ceremonies' },
  'why-title': { zh: '“{text}”在标题区，标题不查重复', en: '“{text}” stands in the title block, which is not compared' },
  'why-quotation': { zh: '“{text}”已说明是引述前文', en: '“{text}” is announced as a quotation' },
  'why-parallelism': { zh: '“{text}”属于排比', en: '“{text}” belongs to a parallel row' },
  'why-statistics': { zh: '“{text}”是并列的统计项', en: '“{text}” is a member of a statistical list' },
  'why-inside-longer': { zh: '“{text}”已包含在更长的一处重复里', en: '“{text}” is part of a longer repeated passage' },
  'why-same-text': {
    zh: '这份稿子与已打开的另一份全文相同，不互相比较：{text}',
    en: 'This draft has the same text as another open one; the two are not compared: {text}',
  },
  'why-too-few': {
    zh: '“{text}”全文说了 {count} 次，不到 {fewest} 次',
    en: '“{text}” is said {count} times in this draft, fewer than {fewest}',
  },
  'why-first-of-many': {
    zh: '“{text}”全文共 {count} 处，这是第一处；从第二处起提示',
    en: '“{text}” is said {count} times in this draft; this is the first, and only those behind it are reported',
  },
  'why-reported': { zh: '“{text}”已经报告', en: '“{text}” is reported' },
  'why-alone': { zh: '“{text}”没有别处重复', en: '“{text}” stands nowhere else' },
};

function messages(): Record<string, Bilingual> {
  const all: Record<string, Bilingual> = {};
  for (const [where, place] of Object.entries(wheres)) {
    all[`at-${where}`] = place;
    all[`part-${where}`] = { zh: `其中一部分也见于${place.zh}`, en: `A part of it also stands in ${place.en}` };
    for (const [tale, text] of Object.entries(tales)) {
      const zh = text.zh.replace('{where}', place.zh);
      const en = text.en.replace('{where}', place.en);
      all[`${tale}-${where}`] = { zh, en };
      all[`${tale}-${where}-many`] = { zh: `${zh}（共 {copies} 处）`, en: `${en} ({copies} places in all)` };
    }
  }
  return all;
}

/** The rule `repeated-passage`. */
export const repeatedPassage: RuleMeta = {
  id: 'repeated-passage',
  title: { zh: '重复段落', en: 'Repeated passage' },
  why: {
    zh: '同一段话在一篇稿子里出现两次，或者从另一篇稿子里原样带了过来，听的人一听就知道。',
    en: 'A passage that stands twice in a draft, or came unchanged from another one, is noticed by everyone who listens.',
  },
  whenNot: {
    zh: '固定提法、书名号内的标题、称谓和结束语、排比不会报告；有意重复的，可加入本工作区的允许清单。',
    en: 'Set phrases, titles, salutations, closings and parallelism are not reported; what repeats on purpose can be allowed for the workspace.',
  },
  kinds: [
    { id: 'exact', name: { zh: '原样重复', en: 'Exact copy' }, severity: 'warning' },
    { id: 'near', name: { zh: '近似重复', en: 'Near copy' }, severity: 'information' },
  ],
  messages: {
    ...messages(),
    ...whyNot,
    'fix-delete': { zh: '删去这一处重复（{characters} 字）', en: 'Delete this copy ({characters} characters)' },
    'fix-delete-paragraph': { zh: '删去这一段重复', en: 'Delete this copied paragraph' },
  },
  terms: {},
  options: [
    {
      id: 'minimumLength',
      type: 'integer',
      default: 13,
      minimum: 9,
      maximum: 200,
      description: {
        zh: '除固定提法和名称之外，连续多少个字相同才算重复。',
        en: 'How many characters beyond set phrases and names make a repeated passage.',
      },
    },
    {
      id: 'near',
      type: 'boolean',
      default: true,
      description: {
        zh: '是否也报告只改了数字、名称或少数几个词的近似重复。',
        en: 'Whether to report near copies too: the same sentence with other numbers, names or a few other words.',
      },
    },
    {
      id: 'allowed',
      type: 'string[]',
      default: [],
      description: {
        zh: '允许重复的提法。标点不计；{n} 代表数字，{…} 代表同一分句里的若干字。',
        en: 'Phrases that may repeat. Punctuation does not count; {n} stands for a number, {…} for a few characters within a clause.',
      },
    },
  ],
  examples: [
    {
      bad: '⟦要把项目建设作为头等大事来抓，定期会商、逐项销号。⟧\n\n⟦要把项目建设作为头等大事来抓，定期会商、逐项销号。⟧',
      good: '要把项目建设作为头等大事来抓，定期会商、逐项销号。\n\n招商工作要跟上，一个月看一次进度。',
    },
  ],
};
