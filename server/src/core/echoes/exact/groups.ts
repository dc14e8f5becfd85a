/** Owns groups: all places of one content, cut once for all of them, so that every copy says the same of the others. */
import type { Block, Desk, Listed, Place, RawSpan, Stretch, Unit } from '../model.ts';
import { delist, enlist } from '../listing.ts';
import { signOf } from '../sign.ts';
import { byPlace, commonMargin, noMargin } from '../units.ts';
import type { Margin } from '../units.ts';
import { cutStretch, weigh } from './cut.ts';
import type { Weight } from './cut.ts';
import { sure } from './fingerprints.ts';
import { contentKey } from './matching.ts';
import type { FindPlaces } from './matching.ts';
import { isOutside } from '../revision.ts';
import type { Window } from '../revision.ts';
import { Standings } from './standing.ts';
import type { Standing } from './standing.ts';

/** All places of one content. */
export interface Content extends Listed, Standing {
  /** The least that any place weighs. */
  readonly weight: Weight;
  /** The marks that go with the content at every place. */
  readonly margin: Margin;
}

/** What a span says: the content that it is cut to. */
export interface Group {
  /** Where the cut content begins and ends within the span. */
  readonly start: number;
  readonly end: number;
  /** Without any place when too little is left of the span. */
  readonly content: Content;
}

/** A span and what it is cut to. */
interface Cut extends Stretch, Standing {
  /** Of the content that it is cut to; 0 when too little is left. */
  readonly left: number;
  /** Units that hold the span, where too little is left of it to have places. */
  readonly idle: readonly Unit[];
  group: Group | undefined;
}

const nowhere: ReadonlySet<Desk> = new Set();
const nothing: Content = {
  key: 0,
  length: 0,
  weight: { whole: 0, loose: 0, own: 0 },
  margin: noMargin,
  places: [],
  within: nowhere,
  sign: 0,
};

/**
 * Groups by span, contents by what is left of the span: many spans, each with another character that one neighbour shares
 * by chance, come down to one content. Both are made when asked for and forgotten when a copy comes or goes.
 */
export class Groups {
  readonly #placesOf: FindPlaces;
  readonly #cuts = new Map<number, Cut>();
  readonly #contents = new Map<number, Content>();
  readonly #standingCuts = new Standings<Cut>();
  readonly #standingContents = new Standings<Content>();

  constructor(placesOf: FindPlaces) {
    this.#placesOf = placesOf;
  }

  /** How many contents and spans are known. */
  get size(): number {
    return this.#cuts.size + this.#contents.size;
  }

  /** The group of a span; `span` must be one of `block`. */
  of(block: Block, span: RawSpan): Group {
    let cut = this.#cuts.get(span.key);
    if (cut === undefined) {
      cut = this.#cut(block, span.start, span.end, span.key);
      this.#cuts.set(span.key, cut);
      this.#standingCuts.add(cut, block, span.start);
    }
    if (cut.group !== undefined && this.#isCurrent(cut, cut.group.content)) return cut.group;
    cut.group = { start: cut.start, end: cut.end, content: cut.left === 0 ? nothing : this.#content(cut, block, span) };
    return cut.group;
  }

  /** Forgets what a span was cut to and the content, and visits the units that told of it. */
  forget({ key }: RawSpan, visit: (unit: Unit) => void): void {
    const cut = this.#cuts.get(key);
    if (cut !== undefined) this.#forgetCut(cut, visit);
  }

  /**
   * Forgets what is known of all spans and contents that stand in a stretch of a block, which comes or goes, and visits the
   * units that told of them. What lies outside of the window is left alone.
   */
  forgetIn(block: Block, start: number, end: number, window: Window | undefined, visit: (unit: Unit) => void): void {
    for (const { item, start: at } of this.#standingCuts.in(block, start, end))
      if (!isOutside(window, at, at + item.length)) this.#forgetCut(item, visit);
    for (const { item, start: at } of this.#standingContents.in(block, start, end))
      if (!isOutside(window, at, at + item.length)) this.#forgetContent(item, visit);
  }

  /** The same for what is not true any more, now that words of the block have become known. */
  review(block: Block, visit: (unit: Unit) => void): void {
    const { length } = block.normal;
    for (const { item, start } of this.#standingCuts.in(block, 0, length)) {
      const cut = this.#cut(block, start, start + item.length, item.key);
      if (cut.start !== item.start || cut.end !== item.end || cut.left !== item.left) this.#forgetCut(item, visit);
    }
    for (const { item, start } of this.#standingContents.in(block, 0, length)) {
      const now = leastWeight(this.#placesOf(block, start, start + item.length), item.length);
      const { whole, loose, own } = item.weight;
      if (whole !== now.whole || loose !== now.loose || own !== now.own) this.#forgetContent(item, visit);
    }
  }

  #forgetCut(cut: Cut, visit: (unit: Unit) => void): void {
    for (const unit of cut.idle) visit(unit);
    const content = this.#contents.get(cut.left);
    if (content !== undefined) this.#forgetContent(content, visit);
    this.#cuts.delete(cut.key);
    this.#standingCuts.delete(cut);
  }

  #forgetContent(content: Content, visit: (unit: Unit) => void): void {
    for (const { unit } of content.places) visit(unit);
    this.#contents.delete(content.key);
    this.#standingContents.delete(content);
    delist(content);
  }

  #isCurrent(cut: Cut, content: Content): boolean {
    return cut.left === 0 || this.#contents.get(cut.left) === content;
  }

  #cut(block: Block, from: number, to: number, key: number): Cut {
    const wide = this.#placesOf(block, from, to);
    const { start, end } = cutStretch(wide, to - from);
    const known = { key, length: to - from, start, end, group: undefined };
    if (end - start < sure) return { ...known, left: 0, idle: wide.flatMap((place) => [...place.block.units]) };
    return { ...known, left: contentKey(block.normal.codes, from + start, from + end), idle: [] };
  }

  #content({ left, start, end }: Cut, block: Block, span: RawSpan): Content {
    let content = this.#contents.get(left);
    if (content === undefined) {
      content = this.#make(left, block, span.start + start, span.start + end);
      this.#contents.set(left, content);
      this.#standingContents.add(content, block, span.start + start);
      enlist(content);
    }
    return content;
  }

  #make(key: number, block: Block, start: number, end: number): Content {
    const length = end - start;
    const places = this.#placesOf(block, start, end);
    const stretches: Place[] = [];
    for (const place of places)
      for (const unit of place.block.units) stretches.push({ unit, start: place.start, end: place.start + length });
    const sorted = apart(stretches.sort(byPlace));
    return {
      key,
      length,
      weight: leastWeight(places, length),
      places: sorted,
      margin: commonMargin(sorted),
      within: deskWithTwo(sorted),
      sign: signOf(sorted),
    };
  }
}

/** The least that a stretch weighs at any of its places. */
function leastWeight(places: readonly { readonly block: Block; readonly start: number }[], length: number): Weight {
  const weight = { whole: Infinity, loose: Infinity, own: Infinity };
  for (const place of places) {
    const { whole, loose, own } = weigh(place, length);
    weight.whole = Math.min(weight.whole, whole);
    weight.loose = Math.min(weight.loose, loose);
    weight.own = Math.min(weight.own, own);
  }
  return weight;
}

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
