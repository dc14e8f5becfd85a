/** Owns the arithmetic of change within a sentence: base, value, difference and rate must all be possible after rounding. */
import type { Claim } from '../../facts/claims.ts';
import { apart, around } from '../../facts/digits.ts';
import type { Interval } from '../../facts/digits.ts';
import { isAtConstantPrices } from '../../facts/indicators.ts';
import { magnitudeOf } from '../../facts/numbers.ts';
import { slipAt, textOf } from './adding.ts';
import { inUnitOf, isExact, shown } from './slip.ts';
import type { Exact, Slip } from './slip.ts';

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
    if (claim.base) return isChange(text, claim, next) ? fromTo(text, claim, next, behind) : [];
    return claim.measure === 'value'
      ? [...withDifference(text, claim, behind), ...overBase(text, claim, claims[index + 1], claims[index + 2])]
      : [];
  });
}

/** Whether `value` is what `base` became: 由A增加到B, with no stop between them. */
export function isChange(text: string, base: Exact, value: Claim | undefined): value is Exact {
  if (!base.base || !isExact(value) || value.base || value.figure.unit.family !== base.figure.unit.family) return false;
  return value.sentence.start === base.sentence.start && !/[，。；、]/u.test(text.slice(base.figure.end, value.figure.start));
}

/** 五年净增: a lead that names no indicator of its own. */
const onlyTime = /^(?:(?:[两二三四五六七八九十]|\d+)年|累计|净|共)+$/u;

/** The figures right behind that speak of the same indicator. */
function followers(text: string, claims: readonly Claim[], from: number): Exact[] {
  const first = claims[from - 1];
  const found: Exact[] = [];
  for (const claim of claims.slice(from, from + reach)) {
    if (!first || claim.sentence.start !== first.sentence.start || claim.base || !isExact(claim)) break;
    if (claim.direction === 0 || (claim.name !== first.name && !onlyTime.test(claim.name))) break;
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
    const isTimes = claim.figure.unit.name === '倍' && claim.direction > 0 && claim.measure === 'other';
    const isPoints = claim.figure.unit.family === 'points' && value.figure.unit.family === 'percent';
    if (isTimes && /增|提高|扩大|上升/u.test(text.slice((claim.verb ?? claim.figure).start, claim.figure.start))) {
      const times = { low: b.low / a.high - 1, high: b.high / a.low - 1 };
      if (!apart(times, said)) continue;
      const expected = `${shown(value.figure.amount.value / base.figure.amount.value - 1, 1)}倍`;
      slips.push(slipAt(claim, { id: 'difference', args: { ...words, expected } }, [base, value]));
    } else if (claim.measure === 'rate' && value.figure.unit.family !== 'percent') {
      if (isAtConstantPrices(value.key)) continue;
      const rate = { low: (b.low / a.high - 1) * 100, high: (b.high / a.low - 1) * 100 };
      if (apart(rate, said)) {
        const expected = shown(
          Math.abs(value.figure.amount.value / base.figure.amount.value - 1) * 100,
          claim.figure.amount.step < 1 ? 1 : 0,
        );
        slips.push(slipAt(claim, { id: 'rate', args: { ...words, expected } }, [base, value]));
      }
    } else if (claim.measure === 'other' && (isPoints || claim.figure.unit.family === value.figure.unit.family)) {
      const difference = { low: b.low - a.high, high: b.high - a.low };
      if (apart(difference, said)) {
        const apartBy = Math.abs(value.figure.amount.value - base.figure.amount.value);
        const unit = isPoints ? claim.figure : value.figure;
        const expected = inUnitOf(apartBy, unit, magnitudeOf(unit.magnitude), 4);
        slips.push(slipAt(claim, { id: 'difference', args: { ...words, expected } }, [base, value]));
      }
    }
  }
  return slips;
}

/** B，增加D，增长R%: base and rate follow from B and D. */
function withDifference(text: string, value: Exact, behind: readonly Exact[]): Slip[] {
  const difference = behind.find((claim) => claim.measure === 'other' && claim.figure.unit.family === value.figure.unit.family);
  const rate = behind.find((claim) => claim.measure === 'rate');
  if (!difference || !rate || isAtConstantPrices(value.key)) return [];
  // 较年初净增…，增长…: the rate goes on from the same base, unless it names another one.
  const goesOn =
    rate.variant === '' && /^较|^比/u.test(difference.variant) && !/同比|环比/u.test(text.slice(difference.figure.end, rate.figure.start));
  if (difference.variant !== rate.variant && !goesOn) return [];
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
  return [slipAt(rate, { id: 'rate', args }, [value, difference])];
}

/** B，比上年的A增长R%. */
function overBase(text: string, value: Exact, base: Claim | undefined, rate: Claim | undefined): Slip[] {
  if (!isExact(base) || !isExact(rate) || rate.sentence.start !== value.sentence.start) return [];
  if (base.figure.unit.family !== value.figure.unit.family || rate.direction === 0 || base.direction !== 0 || isAtConstantPrices(value.key))
    return [];
  const said = text.slice(value.figure.end, base.figure.start);
  const isBase =
    /^[，,]?(?:同?比|较)(?:去年|上年|前年|上一?年|20\d\d年|上半年|一季度|年初|同期)[^，。；\d]{0,6}$/u.test(said) ||
    /^[，,](?:而)?(?:去年|上年)(?:同期)?(?:为|是|完成|仅为|只有)$/u.test(said);
  if (!isBase) return [];
  if (!/^[，,]?(?:同比)?(?:增长|增加|上升|提高|下降|减少|降低|回落)了?$/u.test(text.slice(base.figure.end, rate.figure.start))) return [];
  const isRate = rate.figure.unit.family === 'percent' && value.figure.unit.family !== 'percent';
  return isRate || rate.figure.unit.family === value.figure.unit.family
    ? fromTo(text, base, value, [{ ...rate, variant: '', measure: isRate ? 'rate' : 'other' }])
    : [];
}

function signed({ figure, direction }: Exact): Interval {
  const { low, high } = around(figure.amount);
  return direction < 0 ? { low: -high, high: -low } : { low, high };
}
