/** Owns exact copies: where a stretch of a block stands again, how far, and which stretches are part of no longer copy. */
import type { Block, RawSpan, Stretch } from '../model.ts';
import { isClauseEdge, isSentenceEdge } from '../normal/normal.ts';
import { isOutside } from '../revision.ts';
import type { Revision, Window } from '../revision.ts';
import { sure } from './fingerprints.ts';
import type { Fingerprints } from './fingerprints.ts';

/** A stretch of a block that stands at `otherStart` of `other` too and goes no further on either side. */
export interface Match {
  readonly other: Block;
  readonly start: number;
  readonly end: number;
  readonly otherStart: number;
}

/** Matches of a block. */
export interface Matches {
  readonly matches: readonly Match[];
  /** Whether those that were looked for are all: those of worn grams may be missing. */
  readonly isWhole: boolean;
  /** Whether matches outside of the window were not looked for. */
  readonly isPart: boolean;
}

/** A place of a stretch of codes. */
export interface Place {
  readonly block: Block;
  readonly start: number;
}

/** Finds every place where a stretch of at least `sure` codes of a block stands, its own included, in any order. */
export type FindPlaces = (block: Block, start: number, end: number) => Place[];

/**
 * Of a gram that stands in more places than this only so many are followed. A copy that stands so often is found all the
 * same; what it may have in common with some of its places beyond what all share is not looked for.
 */
export const worn = 256;
/** More than any offset in a block. */
const diagonals = 0x10000;

/**
 * All longest matches of at least `shortest` codes that `block` has with the blocks of the index, itself included.
 * `shortest` must not be below `sure`. Where a block repeats a unit without a gap, each unit is matched with the next.
 * Matches outside of `window` may be left out.
 */
export function matchesOf(index: Fingerprints<Block>, block: Block, shortest: number, window?: Window): Matches {
  const matches: Match[] = [];
  let isWhole = true;
  const own: Match[] = [];
  const { codes, length } = block.normal;
  const seen = new Map<number, number>();
  // What is no shorter than `sure` and reaches into the window has an anchor so near to it.
  const [first, last] = window === undefined ? [0, length] : [window.head - sure, window.tail + sure];
  for (const anchor of index.anchors(codes, 0, length)) {
    const at = anchor.offset;
    if (at < first || at > last) continue;
    let followed = 0;
    for (let entry = index.head(anchor.slot); entry >= 0; entry = index.next(entry)) {
      if (followed === worn) {
        isWhole = false;
        break;
      }
      followed += 1;
      const other = index.ownerOf(entry);
      const there = index.offsetOf(entry);
      if (other === block ? there === at : other.units.size === 0) continue;
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
      (other === block ? own : matches).push({ other, start, end, otherStart });
    }
  }
  // What worn grams hide may be found by others far from the window, and of two copies in the block one may lie there.
  if (window !== undefined && (!isWhole || own.length > 0)) return matchesOf(index, block, shortest);
  for (const match of withoutOverlap(own, shortest)) matches.push(match);
  return { matches, isWhole, isPart: window !== undefined };
}

/**
 * Matches of a block with itself, made into copies that do not overlap. A run that repeats a unit of `d` codes shows as a
 * match at distance `d` longer than `d`: it becomes its units, and the matches at multiples of `d` inside it are dropped.
 */
export function withoutOverlap(own: readonly Match[], shortest: number): Match[] {
  const sorted = [...own].sort((a, b) => distance(a) - distance(b) || a.start - b.start);
  const runs: { readonly start: number; readonly end: number; readonly period: number }[] = [];
  const result: Match[] = [];
  for (const match of sorted) {
    const period = distance(match);
    const start = Math.min(match.start, match.otherStart);
    const end = Math.max(match.start, match.otherStart) + match.end - match.start;
    if (runs.some((run) => run.start <= start && end <= run.end && period % run.period === 0)) continue;
    if (match.end - match.start <= period) {
      result.push(match);
      continue;
    }
    runs.push({ start, end, period });
    if (period < shortest) continue;
    for (let unit = phase(match.other, start, end - 2 * period); unit + 2 * period <= end; unit += period) {
      result.push({ other: match.other, start: unit, end: unit + period, otherStart: unit + period });
      result.push({ other: match.other, start: unit + period, end: unit + 2 * period, otherStart: unit });
    }
  }
  return result;
}

/** Where the first unit of a run begins: at a sentence, else at a clause, else where the run does. */
function phase(block: Block, start: number, latest: number): number {
  for (let at = start; at <= latest; at += 1) if (isSentenceEdge(block.normal, at)) return at;
  for (let at = start; at <= latest; at += 1) if (isClauseEdge(block.normal, at)) return at;
  return start;
}

function distance(match: Match): number {
  return Math.abs(match.otherStart - match.start);
}

/** The stretches that lie in no other one, by start. */
export function maximal(stretches: readonly Stretch[]): Stretch[] {
  const sorted = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Stretch[] = [];
  let reached = -1;
  for (const { start, end } of sorted) {
    if (end <= reached) continue;
    reached = end;
    result.push({ start, end });
  }
  return result;
}

/** The stretches of a block that stand elsewhere, each with the key of its content. */
export function spansOf(block: Block, matches: readonly Stretch[], shortest: number): RawSpan[] {
  const { length } = block.normal;
  if (block.units.size > 1 && length >= shortest) return [rawSpan(block, 0, length)];
  return maximal(matches).map(({ start, end }) => rawSpan(block, start, end));
}

/** The spans of `now`, which came for `was` and has these matches in the window, none with itself. */
export function spansAfter(was: Block, now: Block, revision: Revision, matches: readonly Match[]): RawSpan[] {
  const by = revision.now.tail - revision.was.tail;
  const kept = was.spans
    .filter(({ start, end }) => isOutside(revision.was, start, end))
    .map(({ start, end, key }) => (start > revision.was.tail ? { start: start + by, end: end + by, key } : { start, end, key }));
  const keys = new Map(kept.map((span) => [span.start, span]));
  return maximal([...kept, ...matches]).map(({ start, end }) => {
    const same = keys.get(start);
    return same?.end === end ? same : rawSpan(now, start, end);
  });
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
