/** Owns exact copies: where a stretch of a block stands in others, how far, and which stretches are part of no longer copy. */
import type { Block, RawSpan, Stretch } from '../model.ts';
import { isOutside } from '../revision.ts';
import type { Revision, Window } from '../revision.ts';
import { sure } from './fingerprints.ts';
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
 * The longest matches of at least `shortest` codes that `block` has with other blocks of the index: every one that is part of
 * no other, and if only one block has it, that one. Where very many hold a gram, those that two others outdo may be left out;
 * and so may matches outside of `window`. `shortest` must not be below `sure`.
 */
export function matchesOf(index: Fingerprints<Block>, block: Block, shortest: number, window?: Window): Match[] {
  const matches: Match[] = [];
  const { codes, length } = block.normal;
  /** By block and distance. */
  const seen = new Map<number, Stretch>();
  /** Takes what `block` at `at` and another at `there` have in common, if anything; it is a match if it is long enough. */
  const take = (other: Block, at: number, there: number): Stretch | undefined => {
    if (other === block || other.units.size === 0) return undefined;
    const codesThere = other.normal.codes;
    if (codes[at] !== codesThere[there] || codes[at + 1] !== codesThere[there + 1]) return undefined;
    const key = other.id * (2 * diagonals) + diagonals + there - at;
    const known = seen.get(key);
    if (known !== undefined && known.start <= at && at < known.end) return known;
    let start = at;
    let otherStart = there;
    while (start > 0 && otherStart > 0 && codes[start - 1] === codesThere[otherStart - 1]) {
      start -= 1;
      otherStart -= 1;
    }
    let end = at + 2;
    const reach = Math.min(length, other.normal.length - there + at);
    while (end < reach && codes[end] === codesThere[end - at + there]) end += 1;
    const match = { other, start, end, otherStart };
    seen.set(key, match);
    if (end - start >= shortest) matches.push(match);
    return match;
  };
  // What is no shorter than `sure` and reaches into the window has an anchor so near to it.
  const [first, last] = window === undefined ? [0, length] : [window.head - sure, window.tail + sure];
  for (const anchor of index.anchors(codes, 0, length)) {
    const at = anchor.offset;
    if (at < first || at > last) continue;
    const shelf = index.shelfOf(anchor);
    if (shelf === undefined)
      for (let entry = index.head(anchor.slot); entry >= 0; entry = index.next(entry))
        take(index.ownerOf(entry), at, index.offsetOf(entry));
    else
      shelf.visitNearest(codes, at, index.gramLength, shortest, ({ owner, offset }) => {
        const both = take(index.owner(owner), at, offset);
        return both && { before: at - both.start, behind: both.end - at };
      });
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
function rawSpan(block: Block, start: number, end: number): RawSpan {
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
  /** Returns whether to go on. */
  const look = (other: Block, offset: number): boolean => {
    const from = offset - (anchor.offset - start);
    if (from < 0 || from + end - start > other.normal.length || other.units.size === 0) return true;
    return !sameCodes(codes, start, end, other.normal.codes, from) || visit({ block: other, start: from });
  };
  const shelf = index.shelfOf(anchor);
  if (shelf !== undefined)
    return shelf.visitAlike(codes, anchor.offset, end - anchor.offset, ({ owner, offset }) => look(index.owner(owner), offset));
  for (let entry = index.head(anchor.slot); entry >= 0; entry = index.next(entry))
    if (!look(index.ownerOf(entry), index.offsetOf(entry))) return;
}

function sameCodes(codes: Uint16Array, start: number, end: number, others: Uint16Array, from: number): boolean {
  for (let at = start; at < end; at += 1) if (codes[at] !== others[at - start + from]) return false;
  return true;
}
