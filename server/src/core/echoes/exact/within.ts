/**
 * Owns copies within one block. They hang on its text alone: whatever else is open or was, a block has the same.
 */
import type { Block, Stretch } from '../model.ts';
import { isClauseEdge, isSentenceEdge } from '../normal/normal.ts';
import type { Fingerprints } from './fingerprints.ts';

/** Codes from `start` up to `end` that stand `by` codes behind too and go no further on either side. */
export interface Pair extends Stretch {
  readonly by: number;
}

/** A gram is compared with so many of its kind behind it, the nearest: a copy that stands so often is found all the same. */
const nearest = 256;
const nothing: readonly never[] = [];

/** The stretches of at least `shortest` codes that stand in the block again, without overlap; by start, none inside another. */
export function copiesWithin(index: Fingerprints<Block>, block: Block, shortest: number): readonly Stretch[] {
  if (block.within === undefined) {
    const pairs = pairsOf(index, block, shortest);
    block.within = pairs.length === 0 ? nothing : maximal(withoutOverlap(block, pairs, shortest));
  }
  return block.within;
}

/** The pairs of a block, each once. */
function pairsOf(index: Fingerprints<Block>, { normal: { codes, length } }: Block, shortest: number): readonly Pair[] {
  const offsets = new Int32Array(length);
  const grams = new Uint32Array(length);
  const count = index.scan(codes, 0, length, offsets, grams);
  const next = new Int32Array(count);
  const last = new Map<number, number>();
  for (let at = count - 1; at >= 0; at -= 1) {
    next[at] = last.get(grams[at] as number) ?? -1;
    last.set(grams[at] as number, at);
  }
  if (last.size === count) return nothing;
  const pairs: Pair[] = [];
  /** By distance, where the last pair ends. */
  const reached = new Int32Array(length);
  for (let one = 0; one < count; one += 1) {
    const at = offsets[one] as number;
    let other = next[one] as number;
    for (let followed = 0; other >= 0 && followed < nearest; followed += 1, other = next[other] as number) {
      const by = (offsets[other] as number) - at;
      if ((reached[by] as number) > at) continue;
      let start = at;
      while (start > 0 && codes[start - 1] === codes[start - 1 + by]) start -= 1;
      let end = at;
      while (end + by < length && codes[end] === codes[end + by]) end += 1;
      if (end - start < shortest) continue;
      reached[by] = end;
      pairs.push({ start, end, by });
    }
  }
  return pairs;
}

/**
 * Pairs made into copies that do not overlap. A run that repeats a unit of `d` codes shows as a pair at distance `d` longer
 * than `d`: it becomes its units, and the pairs at multiples of `d` inside it are dropped.
 */
export function withoutOverlap(block: Block, pairs: readonly Pair[], shortest: number): Stretch[] {
  const sorted = [...pairs].sort((a, b) => a.by - b.by || a.start - b.start);
  const runs: { readonly start: number; readonly end: number; readonly period: number }[] = [];
  const result: Stretch[] = [];
  for (const { start, end: last, by: period } of sorted) {
    const end = last + period;
    if (runs.some((run) => run.start <= start && end <= run.end && period % run.period === 0)) continue;
    if (last - start <= period) {
      result.push({ start, end: last }, { start: start + period, end });
      continue;
    }
    runs.push({ start, end, period });
    if (period < shortest) continue;
    for (let unit = phase(block, start, end - 2 * period); unit + 2 * period <= end; unit += period)
      result.push({ start: unit, end: unit + period }, { start: unit + period, end: unit + 2 * period });
  }
  return result;
}

/** Where the first unit of a run begins: at a sentence, else at a clause, else where the run does. */
function phase(block: Block, start: number, latest: number): number {
  for (let at = start; at <= latest; at += 1) if (isSentenceEdge(block.normal, at)) return at;
  for (let at = start; at <= latest; at += 1) if (isClauseEdge(block.normal, at)) return at;
  return start;
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
