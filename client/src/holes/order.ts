/** Owns which hole comes next. Pure: no VS Code here. */
import type { PlainPosition, PlainRange } from '../../../server/src/protocol.ts';

/** Where to go from the caret. */
export type Direction = 'next' | 'previous';

/** Less than zero if `a` comes first, zero if both are one place. */
export function comparePositions(a: PlainPosition, b: PlainPosition): number {
  return a.line - b.line || a.character - b.character;
}

/**
 * The hole to go to, round the end and round the beginning.
 *
 * @param holes in the order of the text
 * @param selection what is selected now; a hole that is exactly selected is the one to go on from
 * @returns its index, or `undefined` if there is none
 */
export function holeFrom(direction: Direction, holes: readonly PlainRange[], selection: PlainRange): number | undefined {
  const count = holes.length;
  if (count === 0) return undefined;
  const here = holes.findIndex((hole) => isSame(hole, selection));
  if (here >= 0) return (here + (direction === 'next' ? 1 : count - 1)) % count;
  if (direction === 'next') {
    // A caret just before a hole is not in it yet; a selection that begins with a hole has been there.
    const least = comparePositions(selection.start, selection.end) === 0 ? 0 : 1;
    const ahead = holes.findIndex((hole) => comparePositions(hole.start, selection.start) >= least);
    return ahead >= 0 ? ahead : 0;
  }
  const behind = holes.findLastIndex((hole) => comparePositions(hole.start, selection.start) < 0);
  return behind >= 0 ? behind : count - 1;
}

function isSame(a: PlainRange, b: PlainRange): boolean {
  return comparePositions(a.start, b.start) === 0 && comparePositions(a.end, b.end) === 0;
}
