/** Owns where a copy begins and ends for a reader: between words in every place it stands, and not a few characters into a clause. */
import { isFigure } from '../normal/codes.ts';
import { clauseStart, fixed, isClauseEdge, isPause, isSentenceEdge, named, nameWord, wordStart } from '../normal/normal.ts';
import type { Stretch } from '../model.ts';
import type { Place } from './matching.ts';

/** A rest of at most this many codes beyond a clause mark is chance, not copy. */
const longestRest = 3;

/** Cuts the content that stands at `places` with `length` codes; offsets count from its start. Empty when nothing is left. */
export function cutStretch(places: readonly Place[], length: number): Stretch {
  let start = 0;
  let end = length;
  while (start < end && !places.every((place) => isWordEdge(place, start))) start += 1;
  while (end > start && !places.every((place) => isWordEdge(place, end))) end -= 1;
  const head = nextClause(places, start, end);
  if (head > start && head < end && head - start <= longestRest && !isMeant(places, start)) start = head;
  const tail = lastClause(places, start, end);
  if (tail > start && tail < end && end - tail <= longestRest && !isMeant(places, end)) end = tail;
  return { start, end };
}

function isWordEdge(place: Place, offset: number): boolean {
  const { normal, wordsKnown } = place.block;
  const index = place.start + offset;
  if (isPause(normal, index)) return true;
  const code = normal.codes[index] as number;
  if (code >= 0xdc00 && code <= 0xdfff) return false;
  return !wordsKnown || ((normal.marks[index] as number) & wordStart) !== 0;
}

/** Whether someone may have cut here: a clause begins or ends in one place, and there is a pause in all others. */
function isMeant(places: readonly Place[], offset: number): boolean {
  return isEdgeOfAny(places, offset) && places.every((place) => isPause(place.block.normal, place.start + offset));
}

function isEdgeOfAny(places: readonly Place[], offset: number): boolean {
  return places.some((place) => isClauseEdge(place.block.normal, place.start + offset));
}

function nextClause(places: readonly Place[], start: number, end: number): number {
  for (let at = start + 1; at < end && at <= start + longestRest; at += 1) if (isEdgeOfAny(places, at)) return at;
  return start;
}

function lastClause(places: readonly Place[], start: number, end: number): number {
  for (let at = end - 1; at > start && at >= end - longestRest; at -= 1) if (isEdgeOfAny(places, at)) return at;
  return end;
}

/** So many characters around titles make a sentence about them. */
const leastAround = 4;
/** So many beyond names, with a clause among them that has no name in it, make a statement of which the names are part. */
const leastSaid = 8;

/** What a stretch says beyond set phrases and names, in characters. */
export interface Weight {
  /** Everything. */
  readonly whole: number;
  /** Without set phrases, salutations and closings. */
  readonly loose: number;
  /** Without names and titles either; statements about them keep them. */
  readonly own: number;
}

/** Weighs a stretch of one block. A number weighs two characters, however long it is. */
export function weigh(place: Place, length: number): Weight {
  const { normal } = place.block;
  const { marks, codes } = normal;
  const isWhole = isSentenceEdge(normal, place.start) && isSentenceEdge(normal, place.start + length);
  let whole = 0;
  let loose = 0;
  let own = 0;
  let titles = 0;
  /** What the clause has said so far; `undefined` once it is not to be counted. */
  let clause: number | undefined;
  let longest = 0;
  for (let at = place.start; at < place.start + length; at += 1) {
    const mark = marks[at] as number;
    const count = isFigure(codes[at] as number) ? 2 : 1;
    if ((mark & clauseStart) !== 0) clause = 0;
    if ((mark & (fixed | named | nameWord)) !== 0) clause = undefined;
    if (clause !== undefined) clause += count;
    if (clause !== undefined && clause > longest && isClauseEdge(normal, at + 1)) longest = clause;
    whole += count;
    if ((mark & fixed) !== 0) continue;
    loose += count;
    if ((mark & named) !== 0) titles += count;
    else if (isWhole || (mark & nameWord) === 0) own += count;
  }
  const isMeant = isClauseEdge(normal, place.start + length);
  if (isMeant && own >= leastSaid && longest >= leastAround) return { whole, loose, own: loose };
  return { whole, loose, own: isWhole && own >= leastAround ? own + titles : own };
}
