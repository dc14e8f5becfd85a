/** Owns the question whether two sentences are near copies, and of which part of each other. */
import { clauseStart, fixed, named } from '../normal/normal.ts';
import type { Kinship } from '../model.ts';
import { align } from './alignment.ts';
import type { Run } from './alignment.ts';

/** What kinship looks at. `codes` are folded: a number or slot is 1. */
export interface Kin {
  readonly codes: Uint16Array;
  readonly marks: Uint8Array;
  readonly length: number;
}

/** So much of the longer part must be equal. */
const leastShare = 0.72;
/** So many equal codes must be neither set phrase, name nor number. */
const leastOwn = 9;
/** A clause at the edge belongs to the copy when so much of it is equal. */
const leastOfClause = 0.5;
/** Equal parts on both sides of a difference must be at least this long; what differs at the edges alone is an exact copy within. */
const shortestRun = 3;
const figure = 1;

/** The same seen from the other sentence. */
export function mirrored(kinship: Kinship): Kinship {
  return { start: kinship.otherStart, end: kinship.otherEnd, otherStart: kinship.start, otherEnd: kinship.end };
}

/** How two different sentences are kin; undefined when they are not. Equal parts alone are not kin: they are exact copies. */
export function kinshipOf(a: Kin, b: Kin): Kinship | undefined {
  if (Math.min(a.length, b.length) * 2 < Math.max(a.length, b.length)) return undefined;
  const runs = align(a.codes, b.codes);
  const sameA = flags(a.length, runs, (run) => run.a);
  const sameB = flags(b.length, runs, (run) => run.b);
  dropIndicators(a, sameA, b, sameB, runs);
  const partA = trimmed(a, sameA);
  const partB = trimmed(b, sameB);
  if (partA === undefined || partB === undefined) return undefined;
  let equal = 0;
  let own = 0;
  for (const run of runs)
    for (let step = 0; step < run.length; step += 1) {
      const atA = run.a + step;
      const atB = run.b + step;
      if (sameA[atA] === 0 || sameB[atB] === 0) continue;
      if (atA < partA.start || atA >= partA.end || atB < partB.start || atB >= partB.end) continue;
      equal += 1;
      if (a.codes[atA] !== figure && ((a.marks[atA] as number) & (fixed | named)) === 0) own += 1;
    }
  if (runs.filter((run) => run.length >= shortestRun && run.a >= partA.start && run.a + run.length <= partA.end).length < 2)
    return undefined;
  const longer = Math.max(partA.end - partA.start, partB.end - partB.start);
  if (equal < leastShare * longer || own < leastOwn) return undefined;
  if (equal === partA.end - partA.start && equal === partB.end - partB.start) return undefined;
  return { start: partA.start, end: partA.end, otherStart: partB.start, otherEnd: partB.end };
}

function flags(length: number, runs: readonly Run[], at: (run: Run) => number): Uint8Array {
  const same = new Uint8Array(length);
  for (const run of runs) same.fill(1, at(run), at(run) + run.length);
  return same;
}

/**
 * A clause with a figure speaks of what stands before the figure. Where that differs, it is another indicator of the same
 * kind (a member of a statistical list), and the clause counts as different.
 */
function dropIndicators(a: Kin, sameA: Uint8Array, b: Kin, sameB: Uint8Array, runs: readonly Run[]): void {
  for (const [kin, same] of [
    [a, sameA],
    [b, sameB],
  ] as const)
    for (let start = 0; start < kin.length;) {
      const end = clauseEnd(kin, start);
      const first = kin.codes.indexOf(figure, start);
      if (first >= 0 && first < end && same.subarray(start, first).includes(0)) same.fill(0, start, end);
      start = end;
    }
  for (const run of runs)
    for (let step = 0; step < run.length; step += 1)
      if (sameA[run.a + step] === 0 || sameB[run.b + step] === 0) sameA[run.a + step] = sameB[run.b + step] = 0;
}

function clauseEnd(kin: Kin, start: number): number {
  let end = start + 1;
  while (end < kin.length && ((kin.marks[end] as number) & clauseStart) === 0) end += 1;
  return end;
}

/** The sentence without the clauses at either edge that are mostly different. */
function trimmed(kin: Kin, same: Uint8Array): { readonly start: number; readonly end: number } | undefined {
  let from = -1;
  let to = -1;
  for (let start = 0; start < kin.length;) {
    const end = clauseEnd(kin, start);
    let equal = 0;
    for (let at = start; at < end; at += 1) equal += same[at] as number;
    if (equal >= leastOfClause * (end - start)) {
      if (from < 0) from = start;
      to = end;
    }
    start = end;
  }
  return from < 0 ? undefined : { start: from, end: to };
}
