/**
 * Owns the name of what is missing: the noun phrase before a slot (`地区生产总值` before `X亿元`). With words it goes by
 * parts of speech; without them by the verbs that stand between a noun and its figure.
 */
import type { Word } from '../../words.ts';
import { alternatives } from './grammar.ts';

const verbs = [
  '完成',
  '达到',
  '达',
  '实现',
  '增长',
  '增加',
  '下降',
  '降低',
  '减少',
  '同比',
  '环比',
  '占',
  '为',
  '仅有',
  '共有',
  '共',
  '新增',
  '累计',
  '超过',
  '突破',
  '提高',
  '提升',
  '上升',
  '回落',
  '到位',
  '安排',
  '筹集',
  '引进',
  '拨付',
  '发放',
  '约',
  '近',
  '超',
  '约为',
  '高于',
  '低于',
  '比上年',
  '较上年',
  '分别',
  '预计',
  '力争',
  '确保',
  '保持在',
  '控制在',
  '稳定在',
  '增至',
  '降至',
  '是',
  '有',
  '了',
  '到',
  '至',
  '在',
  '的',
  '已',
  '将',
  '年均',
  '平均',
  '总计',
  '合计',
  '高达',
  '也',
  '均',
  '全部',
  '目前',
  '实际',
  '由',
  '从',
  '以',
  '第',
  '列',
  '居',
  '可达',
  '最高',
  '全力',
];
const trailingVerbs = new RegExp(`(?:${alternatives(verbs)})$`, 'u');
const leadingWords =
  /^(?:——在|——|(?:19|20)\d\d年度?|预计|截至目前|截至|目前|其中|同时|此外|今年|去年|全年|上半年|全省|全市|全县|全区|全镇|累计|推动|带动|实现|完成|力争|确保|我[省市县区镇])/u;
const changes =
  /^(?:同比|环比|比上年|较上年|年均)?(?:名义|实际)?(?:增长|下降|提高|上升|回落|减少|增加|增速|增幅|降幅|降低)(?:了|为|到|达到)?$/u;
const clauseStop = /[|，。；：！？、,;:!?（）()“”《》\n]/u;
const longest = 16;

/** Words before a figure of those whom something is done for: `为X户低保家庭` counts families, not what was said before. */
const forThem = /(?:为|向|对|给|带动)$/u;
/** What stands behind a number when the thing that it counts follows it, and not a word of what became of the things before. */
const countsItself =
  /^[Xx×*_＿…○〇某\d \u3000]+[十百千万亿]*[余多]?(?:户|人次|人|名|家|个|条|项|处|件|栋|辆|台|车|所|座|亩|吨|公里|平方米)(?!已|正|全部|均|都|将|未|仍|在|以|左右|开工|完成|建成|竣工|投产|[之和及与至到])[ \u3000]?\p{Script=Han}/u;

/** `X亿元以上项目X个`: the first of the two says how large, and the thing that is counted follows. */
const threshold =
  /^[Xx×*_＿…○〇某\d. \u3000]+[十百千万亿]*(?:[美欧港]?元|亩|吨|人|平方米)(?:(?:以上|以下|级)的?\p{Script=Han}|(?:项目|企业|产业|工程|大单|订单)(?![\u3000 ]*[，。；]))/u;

/** How far a sentence is followed before and behind a slot. */
const farBefore = 160;
const farBehind = 20;

/** The sentence around `[start, end)`, or what is near of it: the text that words are asked for. */
export function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  while (from > 0 && start - from < farBefore && !/[。！？!?；;\n]/u.test(text[from - 1] as string)) from -= 1;
  let to = end;
  while (to < text.length && to - end < farBehind && !/[。！？!?；;\n]/u.test(text[to] as string)) to += 1;
  return { start: from, end: to };
}

/**
 * The name of what is missing before `at` in a sentence, or an empty string: a wrong name is worse than none. `at` counts
 * from the start of `sentence`. Only a clause that is nothing but verbs (`，同比增长X%`) takes its name from the one before.
 */
export function indicatorBefore(sentence: string, at: number, words: readonly Word[] | undefined): string {
  // Words without parts of speech (the platform's own) know no more than the verbs do.
  const tagged = words?.some((word) => word.tag !== '') === true ? words : undefined;
  if (threshold.test(sentence.slice(at))) return '';
  const own = clauseBefore(sentence, at);
  const rest = sentence.slice(own, at).trim();
  const change = changes.test(rest);
  if (((!change && withoutVerbs(rest) === '') || forThem.test(rest)) && countsItself.test(sentence.slice(at))) return '';
  const found = whole(tagged ? byWords(sentence, own, at, tagged) : byVerbs(rest), rest);
  if (found) return found;
  if (own === 0 || !/[，,；;：:]/.test(sentence[own - 1] ?? '') || (!change && withoutVerbs(rest) !== '')) return '';
  const start = clauseBefore(sentence, own - 1);
  if (sentence[start - 1] === '、') return '';
  const before = tagged ? byWords(sentence, start, own - 1, tagged) : byVerbs(beforeFigure(sentence.slice(start, own - 1)));
  return before && change ? before + rest : before;
}

/** A name whose first word hangs on what stands before (`亿元以上项目`), or whose last goes on in digits (PM2.5). */
function whole(name: string, clause: string): string {
  const hung = /^以[上下内外]/u.test(name) && clause.includes(name);
  if (hung) {
    const size = /(?:[\d.]+|[一二三四五六七八九十百千万亿]+)?[十百千万亿]*(?:[美欧港]?元|亩|吨|人|岁|平方米)$/u.exec(
      clause.slice(0, clause.indexOf(name)),
    );
    const open = size === null || /[Xx×*_○〇某 \u3000]$/u.test(clause.slice(0, size.index));
    return open ? name.slice(2).replace(/^的/u, '') : size[0] + name;
  }
  return /[A-Za-z]\d+$/.test(name) ? name + (/^\.\d+/.exec(clause.slice(clause.lastIndexOf(name) + name.length))?.[0] ?? '') : name;
}

function clauseBefore(sentence: string, at: number): number {
  let start = at;
  while (start > 0 && !clauseStop.test(sentence[start - 1] as string)) start -= 1;
  return start;
}

/** What a clause says before its own figure: `全县生产总值完成` of `全县生产总值完成X亿元`. */
function beforeFigure(clause: string): string {
  return /^[^Xx×*_…○某\d]*/u.exec(clause)?.[0] ?? '';
}

function byVerbs(clause: string): string {
  const rest = withoutVerbs(clause);
  const behindFigure = /[Xx×*_…○某\d%]/.test(rest) ? /[^Xx×*_…○某\d%]*$/u.exec(rest)?.[0] : undefined;
  const name = behindFigure === undefined ? rest : withoutVerbs(behindFigure.replace(leadingUnit, ''));
  return name.length >= 2 ? name.slice(-longest) : '';
}

/** A unit left over from the figure before. */
const leadingUnit =
  /^(?:万亿|亿|万)?(?:元|美元|个百分点|个|家|项|条|处|人次|人|名|户|吨|亩|公里|平方米|届|次)(?:至|到|和|、|，|增加|提高|下降|减少)*/u;

/** A clause without the verbs at its end and the words of time and place at its start. */
function withoutVerbs(clause: string): string {
  let rest = clause.trim();
  for (let cut = ''; cut !== rest;) {
    cut = rest;
    rest = rest.replace(trailingVerbs, '').trimEnd();
  }
  for (let cut = ''; cut !== rest;) {
    cut = rest;
    rest = rest.replace(leadingWords, '').trimStart();
  }
  return rest;
}

/** Tags of words that can be part of a name: nouns, verbal nouns, abbreviations, idioms, attributes. */
const nominal = /^(?:n|vn|an|j|l|b|s|ng|nz|ns|nt|nr|eng|i|f|vg|ag|k|h|x)/;
const link = /^(?:v|a|b|d|m|q|zg)$/;

const unitWord = /^(?:[万亿]{0,2}[元吨亩]|[个家项条处人名户年月日届次])$/u;

/** Ends the name of a place, whatever the dictionary says of it. */
const placeWord = /^[省市县区州旗镇乡村]$/u;

function byWords(sentence: string, start: number, end: number, words: readonly Word[]): string {
  const inside: { text: string; tag: string }[] = [];
  let at = 0;
  for (const word of words) {
    const next = at + word.length;
    const text = sentence.slice(at, next);
    if (at >= start && next <= end) {
      // No dictionary has these two in one: 复工 | 率为.
      if (/^率[为达均约超近]$/u.test(text)) inside.push({ text: '率', tag: 'n' }, { text: text.slice(1), tag: 'v' });
      else inside.push({ text, tag: word.tag });
    }
    at = next;
  }
  // 率 makes a noun of the verb before it: 完工率, 参会率.
  const isRate = (item: { text: string } | undefined): boolean => item?.text === '率';
  const isRated = (at: number): boolean => isRate(inside[at + 1]) && /^\p{Script=Han}{2,4}$/u.test(inside[at]?.text ?? '');
  const isNoun = (item: { text: string; tag: string } | undefined): boolean =>
    item !== undefined &&
    (nominal.test(item.tag) || isRate(item) || placeWord.test(item.text)) &&
    /\p{Script=Han}|[A-Za-z]{2}/u.test(item.text) &&
    !/^[Xx×]+$/.test(item.text) &&
    !unitWord.test(item.text) &&
    !verbs.includes(item.text);
  let last = inside.length - 1;
  while (last >= 0 && !isNoun(inside[last])) last -= 1;
  if (last < 0) return '';
  let first = last;
  while (first > 0) {
    const before = inside[first - 1];
    if (isNoun(before) || isRated(first - 1)) first -= 1;
    else if (
      before &&
      link.test(before.tag) &&
      !verbs.includes(before.text) &&
      isNoun(inside[first - 2]) &&
      /^\p{Script=Han}+$/u.test(before.text)
    )
      first -= 2;
    else break;
  }
  const name = inside
    .slice(first, last + 1)
    .map((item) => item.text)
    .join('')
    .replace(leadingWords, '');
  return name.length >= 2 ? name.slice(-longest) : '';
}
