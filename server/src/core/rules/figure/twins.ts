/**
 * Owns contradictions of things that no statistic names: the same words with two numbers that are one slip of the pen apart,
 * 排查隐患326处 and 362处. Two such numbers are surely one only when their digits say so, so nothing else is compared here.
 */
import { areAnagrams, differInOneDigit } from '../../facts/digits.ts';
import { saysLittle } from '../../facts/indicators.ts';
import type { Period } from '../../facts/periods.ts';
import { contradictionOf, signed, valuesOf } from './conflict.ts';
import type { Contradiction } from './conflict.ts';
import type { Placed } from './placed.ts';
import { isExact } from './slip.ts';

/** How many signs at the end of a name must be the same: 高考本科上线 and 本科上线. */
const tail = 4;

/** More claims of one tail than this are a list of many things. */
const most = 60;

/** What a claim shares with all it may be a twin of; `undefined` for a claim that says too little, a plan, a rough figure. */
export function twinTopicOf({ claim }: Placed): string | undefined {
  const { key, measure, variant, figure, mode } = claim;
  if (!isExact(claim) || claim.base || mode !== 'actual' || (measure !== 'value' && measure !== 'rate')) return undefined;
  // Of which village or firm it is said is not known well enough.
  if (claim.scope.startsWith('@')) return undefined;
  if (key.length < tail || key.length > 20 || saysLittle(key) || !/^\p{Script=Han}+$/u.test(key)) return undefined;
  return [key.slice(-tail), measure, variant, figure.unit.family].join('|');
}

/** How a claim contradicts others that share its twin topic, or not. `level` is the one its draft speaks for. */
export function twinOf(own: Placed, all: readonly Placed[], level: string): Contradiction | undefined {
  if (all.length > most) return undefined;
  const members = all.filter((other) => other === own || isSameThing(own, other, level));
  if (members.length < 2) return undefined;
  const clusters = valuesOf(members).filter((values) => values.includes(own) || values.some((other) => isTwin(own, other)));
  return contradictionOf(own, clusters);
}

function isSameThing(a: Placed, b: Placed, level: string): boolean {
  const [first, second] = [a.claim.key, b.claim.key];
  if (!first.endsWith(second) && !second.endsWith(first)) return false;
  if (!sameTime(a.claim.period, b.claim.period, a.uri === b.uri)) return false;
  const [scope, otherScope] = [a, b].map(({ claim }) => (claim.scope === level ? '' : claim.scope));
  return scope === otherScope;
}

/** The same time as far as both say it; in two drafts both must say it. */
function sameTime(a: Period, b: Period, sameDraft: boolean): boolean {
  const none = (period: Period): boolean => period.year === '' && period.part === '';
  if (none(a) || none(b)) return sameDraft;
  // 上半年 is that of this year.
  if (a.part !== '' && a.part === b.part && [a, b].some(({ year }) => year === '')) return ['', '今年'].includes(a.year + b.year);
  return a.year === b.year && a.part === b.part;
}

function isTwin(a: Placed, b: Placed): boolean {
  if (!isExact(a.claim) || !isExact(b.claim)) return false;
  const [first, second] = [signed(a.claim), signed(b.claim)];
  if (Math.sign(first.value) !== Math.sign(second.value) || a.claim.figure.magnitude !== b.claim.figure.magnitude) return false;
  if (areAnagrams(first, second)) return true;
  const vague = a.uri !== b.uri || a.claim.key !== b.claim.key;
  return !vague && a.claim.period.year !== '' && b.claim.period.year !== '' && differInOneDigit(first, second);
}
