/** Owns slips of the pen: whether a number as it is written becomes another one by one digit, or by two exchanged. */
import type { Amount } from './numbers.ts';

/** Both ends belong to it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What a rounded amount may have been before. */
export function around({ value, step }: Amount): Interval {
  return { low: value - step / 2, high: value + step / 2 };
}

/** Whether two stretches have nothing in common, after what reckoning with fractions costs. */
export function apart(a: Interval, b: Interval): boolean {
  const slack = 1e-9 * (1 + Math.abs(a.low) + Math.abs(b.high));
  return a.low > b.high + slack || b.low > a.high + slack;
}

/** The digits of an amount as it is written, without its point: `16.80` is `1680`. */
function digitsOf({ value, step }: Amount): string {
  return String(Math.round(Math.abs(value) / step));
}

/** Whether a figure that is written as `amount` would lie in `meant` after one digit is put right or two are exchanged. */
export function isPenSlip(amount: Amount, meant: Interval): boolean {
  const digits = [...digitsOf(amount)];
  if (digits.length > 15) return false;
  const fits = (changed: readonly string[]): boolean =>
    !apart(around({ value: Number(changed.join('')) * amount.step, step: amount.step }), meant);
  for (let at = 0; at < digits.length; at += 1) {
    for (let digit = 0; digit <= 9; digit += 1) if (fits(digits.with(at, String(digit)))) return true;
    for (let other = at + 1; other < digits.length; other += 1)
      if (fits(digits.with(at, digits[other] as string).with(other, digits[at] as string))) return true;
  }
  return false;
}

/** Whether two numbers are written with the same digits in another order: 97.3 and 79.3. Two digits alone are not enough. */
export function areAnagrams(a: Amount, b: Amount): boolean {
  const [first, second] = [digitsOf(a), digitsOf(b)];
  const sorted = (digits: string): string => [...digits].sort().join('');
  return a.step === b.step && first !== second && first.length >= 3 && sorted(first) === sorted(second);
}

/** Whether two numbers of four digits or more are written alike but for one digit: 2316 and 2366. */
export function differInOneDigit(a: Amount, b: Amount): boolean {
  const [first, second] = [digitsOf(a), digitsOf(b)];
  if (a.step !== b.step || first.length !== second.length || first.length < 4) return false;
  return [...first].filter((digit, at) => digit !== second[at]).length === 1;
}
