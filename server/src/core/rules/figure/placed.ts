/** Owns one claim where it stands: it tells for itself where it is now, and is told from others by what it says. */
import type { Claim } from '../../facts/claims.ts';
import type { Paragraph } from '../../text/paragraph.ts';
import type { Span } from '../../text/span.ts';
import type { Reading } from './reading.ts';
import type { Said } from './surroundings.ts';

/** A claim where it stands in its draft now, with what the draft around it says of its time and mode. */
export interface Placed extends Span {
  readonly uri: string;
  readonly claim: Claim;
  /** The index of its paragraph. */
  readonly paragraph: number;
  /** The figure as it stands. */
  readonly text: string;
}

/** One paragraph with its claims. */
export interface Stand {
  index: number;
  start: number;
  readonly paragraph: Paragraph;
  readonly reading: Reading;
  said: Said;
  placed: readonly Standing[];
}

/** A claim that lives on while its draft is edited. */
export class Standing implements Placed {
  readonly uri: string;
  readonly text: string;
  /** Equal for claims that say the same. */
  readonly sign: string;
  claim: Claim;
  #stand: Stand;
  #offset: number;
  #length: number;

  constructor(uri: string, text: string, sign: string, claim: Claim, stand: Stand, span: Span) {
    this.uri = uri;
    this.text = text;
    this.sign = sign;
    this.claim = claim;
    this.#stand = stand;
    this.#offset = span.start;
    this.#length = span.end - span.start;
  }

  get start(): number {
    return this.#stand.start + this.#offset;
  }

  get end(): number {
    return this.start + this.#length;
  }

  get paragraph(): number {
    return this.#stand.index;
  }

  /** Takes the place of one that says the same. Returns whether a reader finds it elsewhere. */
  moveTo(claim: Claim, stand: Stand, span: Span): boolean {
    const hasBreaks = stand.paragraph.breaks.length > 0 || this.#stand.paragraph.breaks.length > 0;
    const isMoved = hasBreaks || this.#offset !== span.start || this.#length !== span.end - span.start;
    this.claim = claim;
    this.#stand = stand;
    this.#offset = span.start;
    this.#length = span.end - span.start;
    return isMoved;
  }
}

/** The claims of a paragraph by what they say, each list in order. */
export function bySign(placed: readonly Standing[]): Map<string, Standing[]> {
  const found = new Map<string, Standing[]>();
  for (const one of placed) {
    const alike = found.get(one.sign);
    if (alike) alike.push(one);
    else found.set(one.sign, [one]);
  }
  return found;
}

/** All that a claim is compared by and told with, in one string. */
export function signOf({ key, name, measure, direction, variant, period, scope, mode, base, figure }: Claim): string {
  const { amount, unit, magnitude, negative, rough } = figure;
  const value = [amount?.value, amount?.step, unit.name, unit.family, magnitude, negative, rough];
  return [key, name, measure, direction, variant, period.year, period.part, scope, mode, base, ...value].join('|');
}
