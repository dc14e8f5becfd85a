/**
 * Owns how a block that comes, goes or changes tells on others: what they share with it, and what was said of contents that
 * stand in it.
 */
import type { Fingerprints } from './exact/fingerprints.ts';
import type { Groups } from './exact/groups.ts';
import { matchesOf, respan, standsInOther } from './exact/matching.ts';
import type { Match } from './exact/matching.ts';
import { copiesWithin, maximal } from './exact/within.ts';
import type { Block, RawSpan, Unit } from './model.ts';
import { isOutside } from './revision.ts';
import type { Window } from './revision.ts';
import type { Touched } from './touched.ts';

/** Compares blocks with all others. */
export class Comparing {
  readonly #index: Fingerprints<Block>;
  readonly #groups: Groups;
  readonly #shortest: number;

  /** A copy of less than `shortest` codes is none. */
  constructor(index: Fingerprints<Block>, groups: Groups, shortest: number) {
    this.#index = index;
    this.#groups = groups;
    this.#shortest = shortest;
  }

  /** Brings the spans of the others in line with a block that came, went, or stands more or less often than before. */
  compareAll(block: Block, before: number, touched: Touched): void {
    const matches = matchesOf(this.#index, block, this.#shortest);
    for (const span of block.spans) this.touch(block, span.start, span.end, touched);
    if (block.units.size > 0) {
      block.across = maximal(matches);
      respan(this.#index, block, this.#shortest);
    }
    this.compare(block, before, matches, touched);
  }

  /** The same when its spans and matches are known; what lies outside of a window is left alone. */
  compare(block: Block, before: number, matches: readonly Match[], touched: Touched, window?: Window): void {
    const now = block.units.size;
    for (const match of matches) {
      const { other, start, end, otherStart } = match;
      const otherEnd = otherStart + end - start;
      if (isOutside(window, start, end)) continue;
      this.touch(other, otherStart, otherEnd, touched);
      if (before === 0) this.#widen(other, otherStart, otherEnd, touched);
      else if (now === 0 && this.#isLost(other, match)) touched.respan.add(other);
    }
    // Of two copies in one block the other may lie anywhere.
    const within = copiesWithin(this.#index, block, this.#shortest);
    if (within.some(({ start, end }) => !isOutside(window, start, end)))
      for (const { start, end } of within) this.touch(block, start, end, touched);
    for (const { start, end, family } of block.sentences) if (!isOutside(window, start, end)) touched.families.add(family);
    for (const span of block.spans) if (!isOutside(window, span.start, span.end)) this.touch(block, span.start, span.end, touched);
    if (now === 0) return;
    touched.blocks.add(block);
    for (const span of block.spans) if (!isOutside(window, span.start, span.end)) this.forget(span, touched);
  }

  /** Adds a stretch to what a block shares with others, unless that holds it. */
  #widen(block: Block, start: number, end: number, touched: Touched): void {
    if (block.units.size > 1 || block.across.some((each) => each.start <= start && end <= each.end)) return;
    block.across = maximal([...block.across, { start, end }]);
    respan(this.#index, block, this.#shortest);
    touched.blocks.add(block);
  }

  /** Whether what a block shares with others hung on a match that is gone. */
  #isLost(block: Block, match: Match): boolean {
    const start = match.otherStart;
    const end = start + match.end - match.start;
    if (block.units.size > 1 || !block.across.some((each) => each.start === start && each.end === end)) return false;
    return !standsInOther(this.#index, block, start, end);
  }

  respanAll(touched: Touched): void {
    for (const block of touched.respan) if (block.units.size > 0) this.#respan(block, touched);
    touched.respan.clear();
  }

  #respan(block: Block, touched: Touched): void {
    const before = block.spans;
    block.across = maximal(matchesOf(this.#index, block, this.#shortest));
    respan(this.#index, block, this.#shortest);
    const were = new Set(before.map(({ key }) => key));
    const are = new Set(block.spans.map(({ key }) => key));
    for (const span of before) if (!are.has(span.key)) this.forget(span, touched);
    for (const span of block.spans) if (!were.has(span.key)) this.forget(span, touched);
    touched.blocks.add(block);
  }

  /** What is said of contents within a stretch of a block must be said anew. */
  touch(block: Block, start: number, end: number, touched: Touched): void {
    this.eachTold(block, start, end, (span) => {
      const isWhole = start <= span.start && span.end <= end;
      this.forget(span, touched, isWhole);
      touched.blocks.add(block);
    });
  }

  /** The spans of a block of which what is told lies within a stretch, or is not known. */
  eachTold(block: Block, start: number, end: number, visit: (span: RawSpan) => void): void {
    for (const span of block.spans) {
      if (span.end <= start || end <= span.start) continue;
      const told = this.#groups.known(span);
      if (told === undefined || (start <= span.start + told.start && span.start + told.end <= end)) visit(span);
    }
  }

  /** Forgets the places of a span, and where it is cut if its own have changed; all who tell of it are judged again. */
  forget(span: RawSpan, touched: Touched, isWhole = true): void {
    const visit = ({ block }: Unit): void => {
      if (block !== undefined) touched.blocks.add(block);
    };
    if (isWhole) this.#groups.forget(span, visit);
    else this.#groups.forgetPlaces(span, visit);
  }
}
