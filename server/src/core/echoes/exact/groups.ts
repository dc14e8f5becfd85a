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

/** All places of one content. */
export interface Content extends Listed {
  readonly key: number;
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

interface Cut extends Stretch {
  /** Of the content; 0 when too little is left. */
  readonly key: number;
  /** Units that hold the span, where too little is left of it to have places. */
  readonly idle: readonly Unit[];
  group: Group | undefined;
}

const nowhere: ReadonlySet<Desk> = new Set();
const nothing: Content = { key: 0, weight: { whole: 0, loose: 0, own: 0 }, margin: noMargin, places: [], within: nowhere, sign: 0 };

/**
 * Groups by span, contents by what is left of the span: many spans, each with another character that one neighbour shares
 * by chance, come down to one content. Both are made when asked for and forgotten when a copy comes or goes.
 */
export class Groups {
  readonly #placesOf: FindPlaces;
  readonly #cuts = new Map<number, Cut>();
  readonly #contents = new Map<number, Content>();

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
      cut = this.#cut(block, span);
      this.#cuts.set(span.key, cut);
    }
    if (cut.group !== undefined && this.#isCurrent(cut, cut.group.content)) return cut.group;
    cut.group = { start: cut.start, end: cut.end, content: cut.key === 0 ? nothing : this.#content(cut, block, span) };
    return cut.group;
  }

  /** What is told of a span, as far as it was made; all of it where too little is left. */
  known(span: RawSpan): Stretch | undefined {
    const cut = this.#cuts.get(span.key);
    return cut?.key === 0 ? { start: 0, end: span.end - span.start } : cut;
  }

  /** Forgets what a span was cut to and the content, and visits the units that told of it. */
  forget(span: RawSpan, visit: (unit: Unit) => void): void {
    const cut = this.#cuts.get(span.key);
    if (cut === undefined) return;
    for (const unit of cut.idle) visit(unit);
    this.forgetPlaces(span, visit);
    this.#cuts.delete(span.key);
  }

  /** Forgets the content that a span is cut to; the span is cut as before. */
  forgetPlaces(span: RawSpan, visit: (unit: Unit) => void): void {
    const key = this.#cuts.get(span.key)?.key ?? 0;
    const content = this.#contents.get(key);
    if (content === undefined) return;
    for (const { unit } of content.places) visit(unit);
    this.#contents.delete(key);
    delist(content);
  }

  /** Whether what is known of a span of `block` is true still, now that words of its places have become known. */
  isTrue(block: Block, span: RawSpan): boolean {
    const known = this.#cuts.get(span.key);
    if (known === undefined) return false;
    const cut = this.#cut(block, span);
    if (cut.start !== known.start || cut.end !== known.end || cut.key !== known.key) return false;
    const content = this.#contents.get(cut.key);
    if (content === undefined) return true;
    const { whole, loose, own } = leastWeight(this.#placesOf(block, span.start + cut.start, span.start + cut.end), cut.end - cut.start);
    return content.weight.whole === whole && content.weight.loose === loose && content.weight.own === own;
  }

  #isCurrent(cut: Cut, content: Content): boolean {
    return cut.key === 0 || this.#contents.get(cut.key) === content;
  }

  #cut(block: Block, span: RawSpan): Cut {
    const wide = this.#placesOf(block, span.start, span.end);
    const { start, end } = cutStretch(wide, span.end - span.start);
    if (end - start < sure) return { start, end, key: 0, idle: wide.flatMap((place) => [...place.block.units]), group: undefined };
    return { start, end, key: contentKey(block.normal.codes, span.start + start, span.start + end), idle: [], group: undefined };
  }

  #content({ key, start, end }: Cut, block: Block, span: RawSpan): Content {
    let content = this.#contents.get(key);
    if (content === undefined) {
      content = this.#make(key, block, span.start + start, span.start + end);
      this.#contents.set(key, content);
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
