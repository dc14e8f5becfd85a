/** Owns the arithmetic of change within a sentence: base, value, difference and rate must all be possible after rounding. */
import type { Claim } from '../../facts/claims.ts';
import { isAtConstantPrices } from '../../facts/indicators.ts';
import { magnitudeOf } from '../../facts/numbers.ts';
import type { Amount } from '../../facts/numbers.ts';
import { inUnitOf, isExact, shown } from './slip.ts';
import type { Exact, Slip } from './slip.ts';

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What a rounded amount may have been before. */
function around({ value, step }: Amount): Interval {
  return { low: value - step / 2, high: value + step / 2 };
}

function apart(a: Interval, b: Interval): boolean {
  const slack = 1e-9 * (1 + Math.abs(a.low) + Math.abs(b.high));
  return a.low > b.high + slack || b.low > a.high + slack;
}

/** Rates that mean something else than the change from the one figure to the other. */
const otherRate = /年均|平均|环比|名义|实际|可比|不变|扣除|比/u;

/** How many figures behind the value still speak of it. */
const reach = 3;

/** Changes that cannot be right. `text` is the paragraph as it stands. */
export function changeSlips(text: string, claims: readonly Claim[]): Slip[] {
  return claims.flatMap((claim, index) => {
    if (!isExact(claim)) return [];
    const behind = followers(text, claims, index + (claim.base ? 2 : 1));
    const next = claims[index + 1];
    if (claim.base) {
      if (!isExact(next) || next.base || next.figure.unit.family !== claim.figure.unit.family) return [];
      if (next.sentence.start !== claim.sentence.start || /[，。；、]/u.test(text.slice(claim.figure.end, next.figure.start))) return [];
      return fromTo(text, claim, next, behind);
    }
    return claim.measure === 'value' ? withDifference(text, claim, behind) : [];
  });
}

/** The figures right behind that speak of the same indicator. */
function followers(text: string, claims: readonly Claim[], from: number): Exact[] {
  const first = claims[from - 1];
  const found: Exact[] = [];
  for (const claim of claims.slice(from, from + reach)) {
    if (!first || claim.sentence.start !== first.sentence.start || claim.base || !isExact(claim)) break;
    if (claim.direction === 0 || claim.name !== first.name) break;
    if (/其中|全[国省市]|高于|低于/u.test(text.slice(first.figure.end, claim.figure.start))) break;
    found.push(claim);
  }
  return found;
}

/** 由A增加到B，增加D，增长R%. */
function fromTo(text: string, base: Exact, value: Exact, behind: readonly Exact[]): Slip[] {
  const a = around(base.figure.amount);
  const b = around(value.figure.amount);
  const slips: Slip[] = [];
  for (const claim of behind) {
    if (otherRate.test(claim.variant) || a.low <= 0) continue;
    const said = signed(claim);
    const words = { text: textOf(text, claim), base: textOf(text, base), value: textOf(text, value) };
    const isPoints = claim.figure.unit.family === 'points' && value.figure.unit.family === 'percent';
    if (claim.measure === 'rate' && value.figure.unit.family !== 'percent') {
      if (isAtConstantPrices(value.key)) continue;
      const rate = { low: (b.low / a.high - 1) * 100, high: (b.high / a.low - 1) * 100 };
      if (apart(rate, said)) {
        const expected = shown(
          Math.abs(value.figure.amount.value / base.figure.amount.value - 1) * 100,
          claim.figure.amount.step < 1 ? 1 : 0,
        );
        slips.push(slip(claim, { id: 'rate', args: { ...words, expected } }, [base, value]));
      }
    } else if (claim.measure === 'other' && (isPoints || claim.figure.unit.family === value.figure.unit.family)) {
      const difference = { low: b.low - a.high, high: b.high - a.low };
      if (apart(difference, said)) {
        const apartBy = Math.abs(value.figure.amount.value - base.figure.amount.value);
        const unit = isPoints ? claim.figure : value.figure;
        const expected = inUnitOf(apartBy, unit, magnitudeOf(unit.magnitude), 4);
        slips.push(slip(claim, { id: 'difference', args: { ...words, expected } }, [base, value]));
      }
    }
  }
  return slips;
}

/** B，增加D，增长R%: base and rate follow from B and D. */
function withDifference(text: string, value: Exact, behind: readonly Exact[]): Slip[] {
  const difference = behind.find((claim) => claim.measure === 'other' && claim.figure.unit.family === value.figure.unit.family);
  const rate = behind.find((claim) => claim.measure === 'rate');
  if (!difference || !rate || difference.variant !== rate.variant || isAtConstantPrices(value.key)) return [];
  if (otherRate.test(rate.variant) || difference.direction !== rate.direction || value.figure.unit.family === 'percent') return [];
  const b = around(value.figure.amount);
  const d = signed(difference);
  const base = { low: b.low - d.high, high: b.high - d.low };
  if (base.low <= 0) return [];
  const ratios = [d.low / base.low, d.low / base.high, d.high / base.low, d.high / base.high].map((ratio) => ratio * 100);
  const possible = { low: Math.min(...ratios), high: Math.max(...ratios) };
  if (!apart(possible, signed(rate))) return [];
  const before = value.figure.amount.value - difference.figure.amount.value * difference.direction;
  const expected = shown(Math.abs(difference.figure.amount.value / before) * 100, 1);
  const baseText = inUnitOf(before, value.figure, magnitudeOf(value.figure.magnitude), 4);
  const args = { text: textOf(text, rate), base: baseText, value: textOf(text, value), expected };
  return [slip(rate, { id: 'rate', args }, [value, difference])];
}

function signed({ figure, direction }: Exact): Interval {
  const { low, high } = around(figure.amount);
  return direction < 0 ? { low: -high, high: -low } : { low, high };
}

function textOf(text: string, { figure }: Claim): string {
  return text.slice(figure.start, figure.end);
}

function slip({ figure }: Claim, message: Slip['message'], related: readonly Claim[]): Slip {
  return { kind: 'arithmetic', start: figure.start, end: figure.end, message, related: related.map((claim) => claim.figure) };
}
