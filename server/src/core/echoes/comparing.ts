/**
 * Owns how a block that comes, goes or changes tells on others: what they share with it, and what was said of contents that
 * stand in it.
 */
import type { Fingerprints } from './exact/fingerprints.ts';
import type { Groups } from './exact/groups.ts';
import { matchesOf, respan, standsInOther } from './exact/matching.ts';
import type { Match } from './exact/matching.ts';
import { copiesWithin, maximal } from './exact/within.ts';
import type { Block, RawSpan, Stretch, Unit } from './model.ts';
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
    if (block.units.size > 0) {
      block.across = maximal(matches);
      respan(this.#index, block, this.#shortest);
    }
    this.compare(block, before, matches, touched);
  }

  /** The same when its spans and matches are known; what lies outside of a window is left alone. */
  compare(block: Block, before: number, matches: readonly Match[], touched: Touched, window?: Window): void {
    const now = block.units.size;
    const { length } = block.normal;
    // What is shorter than a copy may be what is left of a longer one: no match leads to it.
    let [from, to] = [Math.max(0, (window?.head ?? 0) - this.#shortest), Math.min(length, (window?.tail ?? length) + this.#shortest)];
    const reach = ({ start, end }: Stretch): void => {
      from = Math.min(from, start);
      to = Math.max(to, end);
    };
    for (const match of matches) {
      const { other, start, end, otherStart } = match;
      if (isOutside(window, start, end)) continue;
      reach(match);
      if (before === 0) this.#widen(other, otherStart, otherStart + end - start, touched);
      else if (now === 0 && this.#isLost(other, match)) touched.respan.add(other);
    }
    for (const span of [...block.spans, ...copiesWithin(this.#index, block, this.#shortest)])
      if (!isOutside(window, span.start, span.end)) reach(span);
    this.#groups.forgetIn(block, from, to, window, visiting(touched));
    for (const { start, end, family } of block.sentences) if (!isOutside(window, start, end)) touched.families.add(family);
    if (now > 0) touched.blocks.add(block);
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

  /** Looks anew at what blocks share that have lost a match, and forgets what was said of it. */
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

  /** Forgets what is known of a span; all who tell of it are judged again. */
  forget(span: RawSpan, touched: Touched): void {
    this.#groups.forget(span, visiting(touched));
  }

  /** Forgets what is not true any more of contents in a block whose words have become known. */
  review(block: Block, touched: Touched): void {
    this.#groups.review(block, visiting(touched));
  }
}

/** Notes the blocks of units. */
function visiting({ blocks }: Touched): (unit: Unit) => void {
  return ({ block }) => {
    if (block !== undefined) blocks.add(block);
  };
}
