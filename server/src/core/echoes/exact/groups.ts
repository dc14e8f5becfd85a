/** Owns groups: all places of one content, cut once for all of them, so that every copy says the same of the others. */
import type { Block, Desk, Listed, Place, RawSpan, Unit } from '../model.ts';
import { signOf } from '../sign.ts';
import { byPlace, commonMargin, noMargin } from '../units.ts';
import type { Margin } from '../units.ts';
import { cutStretch, weigh } from './cut.ts';
import type { Weight } from './cut.ts';
import { sure } from './fingerprints.ts';
import type { Fingerprints } from './fingerprints.ts';
import { contentKey, placesOf } from './matching.ts';

/** All places of one content. */
export interface Group extends Listed {
  /** Of the content as cut. */
  readonly key: number;
  /** Where the cut content begins and ends within the span that it was cut from. */
  readonly start: number;
  readonly end: number;
  /** The least that any place weighs. */
  readonly weight: Weight;
  /** Units that hold the span, where too little is left of it to have places. */
  readonly idle: readonly Unit[];
  /** The marks that go with the content at every place. */
  readonly margin: Margin;
}

/** Groups by content, made when asked for and forgotten when a copy comes or goes. */
export class Groups {
  readonly #index: Fingerprints<Block>;
  readonly #known = new Map<number, Group>();

  constructor(index: Fingerprints<Block>) {
    this.#index = index;
  }

  /** How many are known. */
  get size(): number {
    return this.#known.size;
  }

  /** The group of a span; `span` must be one of `block`. */
  of(block: Block, span: RawSpan): Group {
    let group = this.#known.get(span.key);
    if (group === undefined) {
      group = this.#make(block, span);
      this.#known.set(span.key, group);
    }
    return group;
  }

  /** The group of a span if it was made and not forgotten. */
  known(span: RawSpan): Group | undefined {
    return this.#known.get(span.key);
  }

  forget(span: RawSpan): void {
    this.#known.delete(span.key);
  }

  clear(): void {
    this.#known.clear();
  }

  #make(block: Block, span: RawSpan): Group {
    const length = span.end - span.start;
    const wide = placesOf(this.#index, block, span.start, span.end);
    const { start, end } = cutStretch(wide, length);
    if (end - start < sure)
      return {
        key: span.key,
        start,
        end,
        weight: { whole: end - start, loose: 0, own: 0 },
        places: [],
        idle: wide.flatMap((place) => [...place.block.units]),
        margin: noMargin,
        within: nowhere,
        sign: 0,
      };
    const uncut = start === 0 && end === length;
    const places = uncut ? wide : placesOf(this.#index, block, span.start + start, span.start + end);
    const weights = places.map((place) => weigh(place, end - start));
    const least = (of: (weight: Weight) => number): number => weights.reduce((low, weight) => Math.min(low, of(weight)), Infinity);
    const stretches: Place[] = [];
    for (const place of places)
      for (const unit of place.block.units) stretches.push({ unit, start: place.start, end: place.start + end - start });
    const sorted = apart(stretches.sort(byPlace));
    return {
      key: contentKey(block.normal.codes, span.start + start, span.start + end),
      start,
      end,
      weight: { whole: least((weight) => weight.whole), loose: least((weight) => weight.loose), own: least((weight) => weight.own) },
      places: sorted,
      idle: [],
      margin: commonMargin(sorted),
      within: deskWithTwo(sorted),
      sign: signOf(sorted),
    };
  }
}

const nowhere: ReadonlySet<Desk> = new Set();

/** The desks that hold two places and more; `sorted` is in order of `byPlace`. */
export function deskWithTwo(sorted: readonly Place[]): ReadonlySet<Desk> {
  let found: Set<Desk> | undefined;
  let last: Desk | undefined;
  for (const { unit } of sorted) {
    if (unit.desk === last) (found ??= new Set()).add(unit.desk);
    last = unit.desk;
  }
  return found ?? nowhere;
}

function apart(sorted: readonly Place[]): Place[] {
  const result: Place[] = [];
  for (const stretch of sorted) {
    const last = result.at(-1);
    if (last === undefined || last.unit !== stretch.unit || last.end <= stretch.start) result.push(stretch);
  }
  return result;
}
