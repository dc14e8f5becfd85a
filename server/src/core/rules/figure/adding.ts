/** Owns adding up figures that were rounded: what they may come to, and whether one slip of the pen explains a wrong total. */
import type { Claim } from '../../facts/claims.ts';
import { isPenSlip } from '../../facts/digits.ts';
import type { Interval } from '../../facts/digits.ts';
import { magnitudeOf } from '../../facts/numbers.ts';
import { inUnitOf } from './slip.ts';
import type { Exact, Slip } from './slip.ts';

/** The sum as written, and what it may have been before its parts were rounded. */
export interface Sum extends Interval {
  readonly sum: number;
}

/** Adds parts up, each rounded by at most half of its last digit. */
export function added(parts: readonly Exact[]): Sum {
  const sum = parts.reduce((total, { figure }) => total + figure.amount.value, 0);
  const slack = parts.reduce((total, { figure }) => total + figure.amount.step / 2, 0);
  return { low: Number((sum - slack).toPrecision(12)), high: Number((sum + slack).toPrecision(12)), sum: Number(sum.toPrecision(12)) };
}

/** How a total and the sum of its parts lie: `fits` when rounding explains the difference. */
export function compared({ figure: { amount } }: Exact, { low, high }: Sum): 'fits' | 'tooMuch' | 'tooLittle' {
  const slack = 1e-9 * (Math.abs(high) + 1);
  if (low > amount.value + amount.step / 2 + slack) return 'tooMuch';
  return high < amount.value - amount.step / 2 - slack ? 'tooLittle' : 'fits';
}

/** Whether one digit of the total or of a part, put right, would make them fit. */
export function isOneSlip(total: Exact, parts: readonly Exact[]): boolean {
  const all = added(parts);
  if (isPenSlip(total.figure.amount, all)) return true;
  return parts.some(({ figure }) => {
    const missing = total.figure.amount.value - (all.sum - figure.amount.value);
    const slack = (all.high - all.low - figure.amount.step + total.figure.amount.step) / 2;
    return isPenSlip(figure.amount, { low: missing - slack, high: missing + slack });
  });
}

/** How many digits the sum is known to: 268.4 with parts to one decimal has three and a half. */
export function exactness(total: Exact, parts: readonly Exact[]): number {
  return Math.log10(
    Math.abs(total.figure.amount.value) / Math.max(total.figure.amount.step, ...parts.map(({ figure }) => figure.amount.step)),
  );
}

/** The words right before a figure, from the last stop or figure on. */
export function leadOf(text: string, { figure }: Claim): string {
  const before = text.slice(Math.max(0, figure.start - 30), figure.start);
  return before.slice(
    Math.max(0, ...[...before.matchAll(/[，,、；。：]|其中|\d(?=\P{Script=Han})/gu)].map((match) => match.index + match[0].length)),
  );
}

/** A figure as it is written. */
export function textOf(text: string, { figure }: Claim): string {
  return text.slice(figure.start, figure.end);
}

/** The slip of a total that its parts contradict. */
export function sumSlip(text: string, total: Exact, parts: readonly Exact[]): Slip {
  const sum = inUnitOf(added(parts).sum, total.figure, magnitudeOf(total.figure.magnitude), 4);
  return slipAt(total, { id: 'sum', args: { text: textOf(text, total), sum } }, parts);
}

/** A slip of arithmetic at the figure of a claim. */
export function slipAt({ figure }: Claim, message: Slip['message'], related: readonly Claim[]): Slip {
  return { kind: 'arithmetic', start: figure.start, end: figure.end, message, related: related.map((claim) => claim.figure) };
}
