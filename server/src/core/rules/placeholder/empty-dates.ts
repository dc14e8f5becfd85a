/** Owns gaps in dates and sessions, and sentences that lost a name: 2026年 月 日, 截至年月日, 第届, 在的产业体系中. */
import type { Certainty } from './slot.ts';
import type { Span } from '../../text/span.ts';

/** A place where something is missing: `[start, end)` holds nothing or blanks, the unit behind it ends at `tail`. */
export interface Gap extends Span {
  readonly tail: number;
  readonly certainty: Certainty;
}

const gapOf = (start: number, length: number, unit: number, certainty: Certainty = 'sure'): Gap => ({
  start,
  end: start + length,
  tail: start + length + unit,
  certainty,
});

/** What stands behind a day or an hour that was left out, and not behind 日 or 时 as a part of a word. */
const behind =
  '(?:[，。；、）)]|$|前|起|后|内(?![瓦地外])|之[前后]|以[前后]|[至到]|[上下中]午|[早晚]上|凌晨|[ \\t\\u3000]{0,20}(?:准时|正式|开始|召开|举行|开幕|在|[ \\d]{0,3}[时点]))';
const gap = '([ \\t\\u3000]{1,20})';
const partOfDay = '(?<=[上下中]午|[早晚]上|日|凌晨|傍晚)';
const wide = '([ \\t]{2,20}|[ \\t]?\\u3000[ \\t\\u3000]{0,18})';

/** Gaps before a unit, each with a unit without which there is none; what is missing is the first group. */
const patterns: readonly { readonly unit: string; readonly certainty: Certainty; readonly pattern: RegExp }[] = [
  {
    unit: '日',
    certainty: 'sure',
    pattern: /(?<=(?:\d|[一二三四五六七八九十]|[Xx×*_])月)([ \t\u3000]{0,20})(?=日(?:[，。；、）)至到前起上下召开]|$))/g,
  },
  { unit: '日', certainty: 'sure', pattern: new RegExp(`(?<=[^\\d\\s][ \\t\\u3000]{1,20}月|[本上下当]月)${gap}(?=日${behind})`, 'g') },
  {
    unit: '日',
    certainty: 'sure',
    pattern: new RegExp(`(?<=(?<![由对关属])于|(?:截至|截止)(?![ \\t\\u3000]{0,20}日前))${wide}(?=日${behind})`, 'g'),
  },
  { unit: '时', certainty: 'sure', pattern: new RegExp(`${partOfDay}${gap}(?=时(?:[ \\t\\u3000]{1,20}分)?${behind})`, 'g') },
  { unit: '点', certainty: 'sure', pattern: new RegExp(`${partOfDay}${gap}(?=点(?:[ \\t\\u3000]{1,20}分)?${behind})`, 'g') },
  { unit: '分', certainty: 'sure', pattern: new RegExp(`(?<=[\\d \\t\\u3000][时点])${gap}(?=分${behind})`, 'g') },
  { unit: '月', certainty: 'sure', pattern: /(?<=\d{4}年)([ \t\u3000]{1,20})(?=月(?:[\d底初，。；份 \u3000]|$))/g },
  {
    unit: '月',
    certainty: 'sure',
    pattern: /(?<=[到至于在拟](?:[明今去]年)?)([ \t\u3000]{1,20})(?=月(?:[底初，。；份末前]|[ \u3000]*日))/g,
  },
  { unit: '年', certainty: 'sure', pattern: new RegExp(`(?<=[到至在]|截至|力争)${wide}(?=年(?:底|末|初|，|前))`, 'g') },
  // 20  年: the first half of a year; 20 年 is a span.
  { unit: '年', certainty: 'sure', pattern: new RegExp(`(?<=(?:^|[到至在于从自，。；、])20)${wide}(?=年(?![来间多以前后]))`, 'g') },
  // One blank may be a slip: 到 年底.
  { unit: '年', certainty: 'habit', pattern: /(?<=[到至在]|截至|力争)([ \t])(?=年(?:底|末|初|，|前))/g },
  { unit: '年', certainty: 'habit', pattern: /(?:^|[，。；：、])[从自到至]()(?=年[到至，,])/g },
  { unit: '年', certainty: 'habit', pattern: /(?:到|至|从)()(?=年(?:[，,]|我们|，?全[省市县]))/gu },
  { unit: '月', certainty: 'sure', pattern: /(?:定于|拟于|将于|订于)()(?=月日)/g },
  { unit: '日', certainty: 'sure', pattern: /(?<=(?:定于|拟于|将于|订于)月)()(?=日)/g },
  { unit: '月', certainty: 'habit', pattern: /(?:计划|拟于|定于|力争|于|预计)()(?=年月)/g },
  { unit: '月', certainty: 'habit', pattern: /(?<=年)()(?=月(?:开工|建成|投产|竣工|完成|启动|召开|交付))/g },
  { unit: '月', certainty: 'habit', pattern: /(?:[，。；、]|力争|具体讲，)([ \t\u3000]{1,20})(?=月(?:底|初|末|前|[ \u3000]*日))/g },
  { unit: '月', certainty: 'habit', pattern: /(?<=\p{Script=Han})([ \t\u3000]{1,20})(?=月(?:底|初|末|份|中旬|[到至上下]))/gu },
  { unit: '日', certainty: 'habit', pattern: /(?<=[Xx×*_\d \u3000]月)([ \t\u3000]{1,20})(?=日)/g },
  { unit: '号', certainty: 'habit', pattern: /(?<=[线道])()(?=号线)|(?:轨道交通|地铁)()(?=号线)/g },
];

/** 2026年 月 日, 2026年月日, 截至年月日, 3月　日, 从年到年. */
export function dateGaps(text: string): Gap[] {
  const gaps = text.includes('年') ? [...wholeDates(text)] : [];
  const seen = new Set(gaps.map((gap) => gap.start));
  for (const { unit, certainty, pattern } of patterns) {
    if (!text.includes(unit)) continue;
    for (const match of text.matchAll(pattern)) {
      const inner = match[1] ?? '';
      const start = match.index + match[0].length - inner.length;
      if (seen.has(start)) continue;
      seen.add(start);
      gaps.push(gapOf(start, inner.length, 1, certainty));
    }
  }
  return gaps;
}

function* wholeDates(text: string): Generator<Gap> {
  for (const match of text.matchAll(/([ \t\u3000]{0,20})年([ \t\u3000]{0,20})月([ \t\u3000]{0,20})日/g)) {
    const [, year = '', month = '', day = ''] = match;
    const start = match.index;
    const left = text[start - 1] ?? '';
    const before = text.slice(Math.max(0, start - 8), start);
    const hasYear = year === '' && /[\d〇○零一二三四五六七八九Xx×*_)）\]】〕}某]/.test(left);
    const tight = year + month + day === '';
    if (tight && !hasYear && !/(?:截至|截止|于|从|自|定于|订于|时间：)$/u.test(before)) continue;
    if (/(?:出生|注明|填写|落款|格式|署名)[^，。]{0,3}$/u.test(before) && tight) continue;
    const yearAt = start + year.length;
    const monthAt = yearAt + 1;
    const dayAt = monthAt + month.length + 1;
    if (!hasYear && (year !== '' || tight || start === 0 || /[（(：:\s]/.test(left))) yield gapOf(start, year.length, 1);
    yield gapOf(monthAt, month.length, 1);
    yield gapOf(dayAt, day.length, 1);
  }
}

/** 第届, 第 次全体会议, 党的届次全会, 二十届中全会, 〔2025〕 号. */
export function sessionGaps(text: string): Gap[] {
  const gaps: Gap[] = [];
  for (const match of text.matchAll(
    /第([ \t\u3000]{0,20})(?=届|次(?!要|序)|轮(?!换)|批(?!次)|期(?!间)|号|季度|位|名(?!单)|个|年就|条|项)/g,
  )) {
    gaps.push(gapOf(match.index + 1, match[1]?.length ?? 0, 1));
  }
  for (const match of text.matchAll(
    /(?:党的|[省市县区州旗]委|[省市县区]人大|政协)()(?=届[ \t\u3000]{0,20}(?:[一二三四五六七八九十Xx×*]{0,2}次|[一二三四五六七八九十Xx×*]?中全会))/gu,
  )) {
    gaps.push(gapOf(match.index + match[0].length, 0, 1));
  }
  // 第  党支部: what is numbered has a name of more than one character; `第 一 章` is spread out.
  for (const match of text.matchAll(
    /(?<![ \t\u3000及落登门次等])第([ \t]{2,20}|[ \t]?\u3000[ \t\u3000]{0,18})(?=(?![一二三四五六七八九十百〇零])\p{Script=Han}{2})/gu,
  )) {
    gaps.push(gapOf(match.index + 1, match[1]?.length ?? 0, 0));
  }
  for (const match of text.matchAll(/届([ \t\u3000]{0,20})(?=次全会|中全会|次会议|次全体会议)/g)) {
    gaps.push(gapOf(match.index + 1, match[1]?.length ?? 0, 1));
  }
  for (const match of text.matchAll(/党的()(?=大(?:精神|报告|以来|代表|胜利))/g)) gaps.push(gapOf(match.index + 2, 0, 1));
  for (const match of text.matchAll(/〔(?:19|20)\d\d〕(?:第)?([ \t\u3000]{0,20})(?=号)/g)) {
    gaps.push(gapOf(match.index + match[0].length - (match[1]?.length ?? 0), match[1]?.length ?? 0, 1));
  }
  return gaps;
}

/** Sentences that lost their object when a name was deleted. */
const lost = [
  /(?:^|[，。；：！？“])在(?=的)/gu,
  /(?:^|[，。；：！？]|努力|着力|奋力|要|将|全力|加快)把(?=(?:建设|打造|建|发展)成(?:为)?(?![本果效就绩色品熟]))/gu,
  /[，。；：、]对(?=将(?:产生|起到|带来|形成))/gu,
  /来自(?=的|大的)/gu,
  /让(?=(?:卸下|放下|甩掉)包袱)/gu,
];

/** The places where a name was deleted. */
export function nameGaps(text: string): Gap[] {
  return lost.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => gapOf(match.index + match[0].length, 0, 0, 'likely')));
}

/** 建校  周年, 成立　　周年. */
export function anniversaryGaps(text: string): Gap[] {
  const gaps = text.matchAll(/(?<=建[党国军校院厂县市区所行社]|成立|诞辰|逝世|创刊|通车|创办)[ \t\u3000]{0,20}(?=周年)/g);
  // 建党周年: the first one may be meant.
  return [...gaps].map((match) => gapOf(match.index, match[0].length, 2, match[0] === '' ? 'habit' : 'sure'));
}
