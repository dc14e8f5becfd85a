/** Owns 翻番: a figure that is said to have doubled from another one and has not. */
import type { Claim } from '../../facts/claims.ts';
import { around } from '../../facts/digits.ts';
import { textOf } from './adding.ts';
import { isChange } from './changes.ts';
import { isExact, shown } from './slip.ts';
import type { Exact, Slip } from './slip.ts';

const doubled = /翻(?:了|上)?(?<times>[一二两三四1-4])?番/gu;
/** What is near, planned or hoped for has not doubled yet. */
const notYet = /(?:近|约|几乎|基本|力争|争取|确保|有望|预计|预期|计划|目标|将|要|再|未能?|没有?|不)[^，。；]{0,6}$/u;
const times: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4 };
/** 1.95 times is called double. */
const nearEnough = 0.97;

/** Doublings that the two figures beside them do not bear out. `text` is the paragraph as it stands. */
export function doublingSlips(text: string, claims: readonly Claim[]): Slip[] {
  if (!text.includes('番')) return [];
  const changes = claims.flatMap((base, index): (readonly [Exact, Exact])[] => {
    const value = claims[index + 1];
    return isExact(base) && base.figure.unit.family !== 'percent' && isChange(text, base, value) ? [[base, value]] : [];
  });
  return [...text.matchAll(doubled)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    if (notYet.test(text.slice(Math.max(0, start - 16), start))) return [];
    const meant = changes.filter(([base, value]) => isBeside(text, start, end, base, value));
    const [change] = meant;
    if (!change || meant.length > 1) return [];
    const [base, value] = change;
    const said = match.groups?.['times'] ?? '一';
    const [a, b] = [around(base.figure.amount), around(value.figure.amount)];
    if (a.low <= 0 || b.high / a.low >= 2 ** (times[said] ?? Number(said)) * nearEnough) return [];
    const expected = shown(value.figure.amount.value / base.figure.amount.value, 1);
    const args = { text: match[0], base: textOf(text, base), value: textOf(text, value), expected };
    return [{ kind: 'arithmetic', start, end, message: { id: 'doubling', args }, related: [base.figure, value.figure] }];
  });
}

const behind = /^[，,]?(?:顺利|提前|成功|圆满|已经?|又|整整|更是|实现|完成|规模|总量|总额|累计|[两二三四五六七八九十]年|[2-9]年|[了的])*$/u;
const ahead = /^[，,：:（(](?:总量|总额|规模)?(?:由|从)(?:[^，。；！？\d]{0,4}|(?:19|20)\d\d年[^，。；！？\d]{0,3})$/u;

/** 由A增加到B，翻了一番; 五年翻一番，由A增加到B. Where anything else is named between them, that may be what doubled. */
function isBeside(text: string, start: number, end: number, base: Exact, value: Exact): boolean {
  return value.figure.end <= start
    ? behind.test(text.slice(value.figure.end, start))
    : base.figure.start >= end && ahead.test(text.slice(end, base.figure.start));
}
