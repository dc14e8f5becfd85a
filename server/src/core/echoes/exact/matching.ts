/** Owns exact copies: where a stretch of a block stands in others, how far, and which stretches are part of no longer copy. */
import type { Block, RawSpan, Stretch } from '../model.ts';
import { isOutside } from '../revision.ts';
import type { Revision, Window } from '../revision.ts';
import { mayReach, sure } from './fingerprints.ts';
import type { Fingerprints } from './fingerprints.ts';
import { copiesWithin, maximal } from './within.ts';

/** A stretch of a block that stands at `otherStart` of `other` too and goes no further on either side. */
export interface Match {
  readonly other: Block;
  readonly start: number;
  readonly end: number;
  readonly otherStart: number;
}

/** A place of a stretch of codes. */
export interface Place {
  readonly block: Block;
  readonly start: number;
}

/** Finds every place where a stretch of at least `sure` codes of a block stands, its own included, in any order. */
export type FindPlaces = (block: Block, start: number, end: number) => Place[];

/** More than any offset in a block. */
const diagonals = 0x10000;

/**
 * All longest matches of at least `shortest` codes that `block` has with other blocks of the index. `shortest` must not be
 * below `sure`. Matches outside of `window` may be left out.
 */
export function matchesOf(index: Fingerprints<Block>, block: Block, shortest: number, window?: Window): Match[] {
  const matches: Match[] = [];
  const { codes, length } = block.normal;
  const seen = new Map<number, number>();
  // What is no shorter than `sure` and reaches into the window has an anchor so near to it.
  const [first, last] = window === undefined ? [0, length] : [window.head - sure, window.tail + sure];
  const beyond = shortest - index.gramLength;
  for (const anchor of index.anchors(codes, 0, length)) {
    const at = anchor.offset;
    if (at < first || at > last) continue;
    const around = index.around(codes, at);
    for (let entry = index.head(anchor.slot); entry >= 0; entry = index.next(entry)) {
      if (!mayReach(around, index.aroundOf(entry), beyond)) continue;
      const other = index.ownerOf(entry);
      const there = index.offsetOf(entry);
      if (other === block || other.units.size === 0) continue;
      const codesThere = other.normal.codes;
      if (codes[at] !== codesThere[there] || codes[at + 1] !== codesThere[there + 1]) continue;
      const key = other.id * (2 * diagonals) + diagonals + there - at;
      const begun = at > 0 && there > 0 && codes[at - 1] === codesThere[there - 1];
      if (begun && (seen.get(key) ?? 0) > at) continue;
      let start = at;
      let otherStart = there;
      while (start > 0 && otherStart > 0 && codes[start - 1] === codesThere[otherStart - 1]) {
        start -= 1;
        otherStart -= 1;
      }
      let end = at + 2;
      const reach = Math.min(length, other.normal.length - there + at);
      while (end < reach && codes[end] === codesThere[end - at + there]) end += 1;
      if (end - start < shortest) continue;
      seen.set(key, end);
      matches.push({ other, start, end, otherStart });
    }
  }
  return matches;
}

/** Says what the spans of a block are, by its stretches in other blocks and within it; spans that stay are the same objects. */
export function respan(index: Fingerprints<Block>, block: Block, shortest: number): void {
  const { length } = block.normal;
  const isWhole = block.units.size > 1 && length >= shortest;
  const stretches = isWhole ? [{ start: 0, end: length }] : maximal([...block.across, ...copiesWithin(index, block, shortest)]);
  const known = new Map(block.spans.map((span) => [span.start, span]));
  block.spans = stretches.map(({ start, end }) => {
    const same = known.get(start);
    return same?.end === end ? same : rawSpan(block, start, end);
  });
}

/**
 * What a block that came for `was` shares with others and holds as spans: what was outside of the window and, of what
 * reaches into it, `matches`.
 */
export function reviseSpans(
  index: Fingerprints<Block>,
  was: Block,
  now: Block,
  revision: Revision,
  matches: readonly Match[],
  shortest: number,
): void {
  const by = revision.now.tail - revision.was.tail;
  const kept = <T extends Stretch>(stretches: readonly T[]): T[] =>
    stretches
      .filter(({ start, end }) => isOutside(revision.was, start, end))
      .map((each) => (each.start > revision.was.tail ? { ...each, start: each.start + by, end: each.end + by } : each));
  now.across = maximal([...kept(was.across), ...matches]);
  now.spans = kept(was.spans);
  respan(index, now, shortest);
}

/** A span with its key. */
export function rawSpan(block: Block, start: number, end: number): RawSpan {
  return { start, end, key: contentKey(block.normal.codes, start, end) };
}

/** A number of 53 bits that equal contents share. */
export function contentKey(codes: Uint16Array, start: number, end: number): number {
  let low = end - start;
  let high = 0x9e3779b9;
  for (let at = start; at < end; at += 1) {
    const code = codes[at] as number;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 15;
  }
  return (high >>> 0) * 0x200000 + ((low ^ (low >>> 11)) & 0x1fffff);
}

/** Every place where a stretch of a block stands, its own included. The order says nothing. */
export function placesOf(index: Fingerprints<Block>, block: Block, start: number, end: number): Place[] {
  const places: Place[] = [];
  visitPlaces(index, block, start, end, (place) => {
    places.push(place);
    return true;
  });
  return places;
}

/** Whether a stretch of a block stands in another block. */
export function standsInOther(index: Fingerprints<Block>, block: Block, start: number, end: number): boolean {
  let found = false;
  visitPlaces(index, block, start, end, (place) => {
    found = place.block !== block;
    return !found;
  });
  return found;
}

function visitPlaces(index: Fingerprints<Block>, block: Block, start: number, end: number, visit: (place: Place) => boolean): void {
  const { codes } = block.normal;
  const anchor = index.rarest(codes, start, end);
  for (let entry = index.head(anchor.slot); entry >= 0; entry = index.next(entry)) {
    const other = index.ownerOf(entry);
    const from = index.offsetOf(entry) - (anchor.offset - start);
    if (from < 0 || from + end - start > other.normal.length || other.units.size === 0) continue;
    if (sameCodes(codes, start, end, other.normal.codes, from) && !visit({ block: other, start: from })) return;
  }
}

function sameCodes(codes: Uint16Array, start: number, end: number, others: Uint16Array, from: number): boolean {
  for (let at = start; at < end; at += 1) if (codes[at] !== others[at - start + from]) return false;
  return true;
}
