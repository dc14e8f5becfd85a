/** Owns what can be wrong with the figures of one paragraph by themselves. */
import type { Claim } from '../../facts/claims.ts';
import type { Interval } from '../../facts/digits.ts';
import { possibleAmount } from '../../facts/figures.ts';
import type { Figure } from '../../facts/figures.ts';
import type { Span } from '../../text/span.ts';
import type { Message } from '../finding.ts';

/** A slip within a paragraph. Offsets count from the start of the paragraph's text. */
export interface Slip extends Span {
  readonly kind: 'direction' | 'arithmetic';
  readonly message: Message;
  /** The figures that it rests on. */
  readonly related: readonly Span[];
  /** What may stand there instead, each one reading of what was meant; none is more likely than another. */
  readonly instead?: readonly string[];
}

/** A claim whose figure is known and exact enough to be reckoned with. */
export type Exact = Claim & { readonly figure: Figure & { readonly amount: NonNullable<Figure['amount']> } };

/** Whether a claim can be reckoned with. */
export function isExact(claim: Claim | undefined): claim is Exact {
  return claim?.figure.amount !== undefined && !claim.figure.rough;
}

/**
 * What the figure of a claim may have been before it was rounded; of things that were counted, what it is. For what few of
 * them have to come to exactly; a rate of change is often cut off instead of rounded, and keeps the slack of `around`.
 */
export function possible({ figure }: Exact): Interval {
  return possibleAmount(figure, figure.amount);
}

/** A number for people: no more than `places` decimals, without zeros at the end. */
export function shown(value: number, places = 2): string {
  return String(Number(value.toFixed(places)));
}

/** What a value would read in the unit of a figure: `20亿元`. */
export function inUnitOf(value: number, figure: Figure, magnitude: number, places: number): string {
  return `${shown(value / figure.unit.factor / magnitude, places)}${figure.magnitude}${figure.unit.name}`;
}
