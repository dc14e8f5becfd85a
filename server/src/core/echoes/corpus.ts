/**
 * Owns what is known of all open drafts together and keeps it true: a change costs what the changed paragraphs and their
 * copies cost. What is found does not depend on the order in which drafts came.
 */
import type { Blocks } from './blocks.ts';
import type { Copies } from './exact/copies.ts';
import { exactGrain, Fingerprints, sure } from './exact/fingerprints.ts';
import { enterFirst, FirstBlocks } from './first.ts';
import { Groups } from './exact/groups.ts';
import { matchesOf, placesOf, respan, reviseSpans, standsInOther } from './exact/matching.ts';
import type { Match } from './exact/matching.ts';
import { copiesWithin, maximal } from './exact/within.ts';
import { sumOf } from './judge/echo.ts';
import type { Measure } from './judge/echo.ts';
import { mayStandInRow, rowReach } from './judge/rows.ts';
import { Judging } from './judging.ts';
import type { Block, Desk, RawSpan, Unit } from './model.ts';
import { Moves } from './moved.ts';
import { Clans } from './near/clans.ts';
import { blocksOf, Families } from './near/families.ts';
import { isOutside } from './revision.ts';
import type { Revision, Window } from './revision.ts';
import { untouched } from './touched.ts';
import type { Touched } from './touched.ts';

/** The index and what it says of every unit. */
export class Corpus {
  readonly index = new Fingerprints<Block>(exactGrain, (block) => block.normal.codes);
  readonly groups = new Groups((...at) => this.#copies?.places(...at) ?? placesOf(this.index, ...at));
  readonly families = new Families();
  readonly clans = new Clans();
  readonly measure: Measure;
  readonly #blocks: Blocks;
  readonly #judging: Judging;
  readonly #shortest: number;
  /** How often units came and went, so that others have other neighbours. */
  exchanges = 0;
  #held: Touched | undefined;
  #putOff: Touched | undefined;
  #first: FirstBlocks | undefined;
  /** The copies between the first drafts, until those are judged. */
  #copies: Copies | undefined;

  constructor(blocks: Blocks, measure: Measure) {
    this.#blocks = blocks;
    this.measure = measure;
    this.#judging = new Judging(this);
    this.#shortest = Math.max(sure, measure.minimum - 3);
  }

  /**
   * Takes units out and puts others in, at index `at` of `desk.units`, which is up to date already. Returns the desks on
   * which something changed for a reader.
   */
  exchange(desk: Desk, at: number, removed: readonly Unit[], added: readonly Unit[]): Set<Desk> {
    if (this.#first !== undefined) return this.#first.exchange(removed, added);
    const touched = this.#held ?? untouched();
    const counts = new Map<Block, number>();
    for (const { block } of [...removed, ...added]) if (block !== undefined) counts.set(block, block.units.size);
    for (const unit of removed) unit.block?.units.delete(unit);
    for (const unit of added) unit.block?.units.add(unit);

    const fresh = new Set(added.map((unit) => unit.block));
    const changed = [...counts].filter(([block, before]) => block.units.size !== before || fresh.has(block));
    for (const [block, before] of changed) if (before === 0 && block.units.size > 0) this.#enter(block, touched);
    for (const [block, before] of changed) this.#compareAll(block, before, touched);
    this.#respanAll(touched);
    for (const [block, before] of changed) if (before > 0 && block.units.size === 0) this.#leave(block, touched);
    for (const unit of removed) {
      if (unit.echoes.length > 0) touched.desks.add(unit.desk);
      unit.desk.news.note(unit);
      unit.desk.sign = (unit.desk.sign - sumOf(unit.echoes)) | 0;
    }
    for (const unit of added) desk.news.note(unit);
    for (const beside of [desk.units[at - 1], desk.units[at + added.length]]) if (beside) desk.news.note(beside);
    this.exchanges += 1;
    touched.resized ||= removed.length !== added.length;
    this.#lookAround(desk, at, added.length, touched);
    return this.#held === undefined ? this.#settle(touched) : new Set();
  }

  /**
   * Puts `now` in the place of the block at a unit, which alone holds either of them; what lies outside the window of
   * `revision` is left as it is, but for the places behind it, which move. `enter` brings the unit up to date.
   */
  revise(unit: Unit, now: Block, revision: Revision, enter: () => void): Set<Desk> {
    const touched = this.#held ?? untouched();
    const was = unit.block as Block;
    const moves = new Moves(unit, revision);
    const before = matchesOf(this.index, was, this.#shortest, revision.was);
    enter();
    was.units.delete(unit);
    now.units.add(unit);
    unit.block = now;
    unit.desk.news.note(unit);
    this.#enter(now, touched, revision.now);
    const after = matchesOf(this.index, now, this.#shortest, revision.now);
    reviseSpans(this.index, was, now, revision, after, this.#shortest);
    this.#compare(now, 0, after, touched, revision.now);
    this.#compare(was, 1, before, touched, revision.was);
    this.#respanAll(touched);
    const stay = new Set(now.spans.filter(({ start, end }) => isOutside(revision.now, start, end)).map(({ key }) => key));
    this.#leave(was, touched, revision.was, stay);
    for (const desk of moves.carryOut(touched.blocks)) touched.desks.add(desk);
    this.#lookAround(
      unit.desk,
      unit.index,
      1,
      touched,
      (other) => other === unit || mayStandInRow(other, was) || mayStandInRow(other, now),
    );
    touched.kept.set(unit, Math.min(revision.was.head, touched.kept.get(unit) ?? Infinity));
    return this.#held === undefined ? this.#settle(touched) : new Set();
  }

  /** Runs exchanges and judges what they touched once, at the end. */
  batch(run: () => void): Set<Desk> {
    const touched = untouched();
    this.#held = touched;
    try {
      run();
    } finally {
      this.#held = undefined;
    }
    return this.#settle(touched);
  }

  /** Judges a desk that is read now and was not before, or the other way round. */
  rejudge(desk: Desk): Set<Desk> {
    const touched = this.#held ?? untouched();
    for (const { block } of desk.units) if (block !== undefined) touched.blocks.add(block);
    return this.#held === undefined ? this.#settle(touched) : new Set();
  }

  /**
   * The same for the first drafts of all; what was touched is judged when `settle` asks for it, with the words that are
   * known by then.
   */
  begin(run: () => void): void {
    const first = new FirstBlocks();
    this.#first = first;
    try {
      run();
    } finally {
      this.#first = undefined;
    }
    const blocks = first.standing((block) => this.#blocks.forget(block));
    this.#copies = enterFirst(blocks, this.index, this.families, this.#shortest);
    this.#putOff = untouched();
    for (const block of blocks) {
      this.#putOff.blocks.add(block);
      this.#hearOf(block);
    }
  }

  /** Judges what was put off. Returns whether anything was. */
  settle(): boolean {
    const touched = this.#putOff;
    this.#putOff = undefined;
    if (touched === undefined) return false;
    this.#settle(touched);
    this.#copies = undefined;
    return true;
  }

  /** The desks that hold text of which the words have become known and were not taken in yet. */
  hearing(): ReadonlySet<Desk> {
    const desks = new Set<Desk>();
    for (const block of this.#blocks.waiting()) if (this.#blocks.hasAnswer(block)) for (const unit of block.units) desks.add(unit.desk);
    return desks;
  }

  /** Takes in the words of a block if they are known and were not before. */
  #hear(block: Block): boolean {
    if (!this.#blocks.read(block)) return false;
    for (const unit of block.units) unit.desk.news.note(unit);
    return true;
  }

  /** The same where its words matter. */
  #hearOf(block: Block): void {
    if (block.spans.length > 0 || block.doubles.length > 0) this.#hear(block);
  }

  /** Takes in words that have become known. */
  learn(): Set<Desk> {
    const touched = untouched();
    for (const block of this.#blocks.waiting()) {
      if (block.units.size === 0 || !this.#hear(block)) continue;
      const isTrue = new Set<number>();
      const review = (owner: Block, start: number, end: number): void => {
        this.#eachTold(owner, start, end, (span) => {
          if (isTrue.has(span.key)) return;
          if (this.groups.isTrue(owner, span)) {
            isTrue.add(span.key);
            return;
          }
          this.#forget(span, touched);
          touched.blocks.add(owner);
        });
      };
      for (const { other, start, end, otherStart } of matchesOf(this.index, block, this.#shortest))
        review(other, otherStart, otherStart + end - start);
      review(block, 0, block.normal.length);
    }
    return this.#settle(touched);
  }

  #enter(block: Block, touched: Touched, window?: Window): void {
    this.index.add(block);
    for (const { start, end, family } of this.families.enter(block, touched.families))
      if (!isOutside(window, start, end)) touched.families.add(family);
  }

  /** `stay` are contents that others tell of as before. */
  #leave(block: Block, touched: Touched, window?: Window, stay?: ReadonlySet<number>): void {
    this.index.remove(block);
    this.families.leave(block, touched.families);
    for (const { start, end, family } of block.sentences) if (!isOutside(window, start, end)) touched.families.add(family);
    this.#blocks.forget(block);
    for (const span of block.spans) if (stay?.has(span.key) !== true) this.#forget(span, touched);
    block.spans = [];
    touched.blocks.delete(block);
  }

  #lookAround(desk: Desk, at: number, count: number, touched: Touched, mayMatter?: (unit: Unit) => boolean): void {
    for (let index = Math.max(0, at - rowReach); index < Math.min(desk.units.length, at + count + rowReach); index += 1) {
      const unit = desk.units[index] as Unit;
      if (mayMatter?.(unit) !== false) touched.around.add(unit);
    }
  }

  /** Brings the spans of the others in line with a block that came, went, or stands more or less often than before. */
  #compareAll(block: Block, before: number, touched: Touched): void {
    const matches = matchesOf(this.index, block, this.#shortest);
    for (const span of block.spans) this.#touch(block, span.start, span.end, touched);
    if (block.units.size > 0) {
      block.across = maximal(matches);
      respan(this.index, block, this.#shortest);
    }
    this.#compare(block, before, matches, touched);
  }

  /** The same when its spans and matches are known; what lies outside of a window is left alone. */
  #compare(block: Block, before: number, matches: readonly Match[], touched: Touched, window?: Window): void {
    const now = block.units.size;
    for (const match of matches) {
      const { other, start, end, otherStart } = match;
      const otherEnd = otherStart + end - start;
      if (isOutside(window, start, end)) continue;
      this.#touch(other, otherStart, otherEnd, touched);
      if (before === 0) this.#widen(other, otherStart, otherEnd, touched);
      else if (now === 0 && this.#isLost(other, match)) touched.respan.add(other);
    }
    // Of two copies in one block the other may lie anywhere.
    const within = copiesWithin(this.index, block, this.#shortest);
    if (within.some(({ start, end }) => !isOutside(window, start, end)))
      for (const { start, end } of within) this.#touch(block, start, end, touched);
    for (const { start, end, family } of block.sentences) if (!isOutside(window, start, end)) touched.families.add(family);
    for (const span of block.spans) if (!isOutside(window, span.start, span.end)) this.#touch(block, span.start, span.end, touched);
    if (now === 0) return;
    touched.blocks.add(block);
    for (const span of block.spans) if (!isOutside(window, span.start, span.end)) this.#forget(span, touched);
  }

  /** Adds a stretch to what a block shares with others, unless that holds it. */
  #widen(block: Block, start: number, end: number, touched: Touched): void {
    if (block.units.size > 1 || block.across.some((each) => each.start <= start && end <= each.end)) return;
    block.across = maximal([...block.across, { start, end }]);
    respan(this.index, block, this.#shortest);
    touched.blocks.add(block);
  }

  /** Whether what a block shares with others hung on a match that is gone. */
  #isLost(block: Block, match: Match): boolean {
    const start = match.otherStart;
    const end = start + match.end - match.start;
    if (block.units.size > 1 || !block.across.some((each) => each.start === start && each.end === end)) return false;
    return !standsInOther(this.index, block, start, end);
  }

  #respanAll(touched: Touched): void {
    for (const block of touched.respan) if (block.units.size > 0) this.#respan(block, touched);
    touched.respan.clear();
  }

  #respan(block: Block, touched: Touched): void {
    const before = block.spans;
    block.across = maximal(matchesOf(this.index, block, this.#shortest));
    respan(this.index, block, this.#shortest);
    const were = new Set(before.map(({ key }) => key));
    const are = new Set(block.spans.map(({ key }) => key));
    for (const span of before) if (!are.has(span.key)) this.#forget(span, touched);
    for (const span of block.spans) if (!were.has(span.key)) this.#forget(span, touched);
    touched.blocks.add(block);
  }

  /** What is said of contents within a stretch of a block must be said anew. */
  #touch(block: Block, start: number, end: number, touched: Touched): void {
    this.#eachTold(block, start, end, (span) => {
      const isWhole = start <= span.start && span.end <= end;
      this.#forget(span, touched, isWhole);
      touched.blocks.add(block);
    });
  }

  /** The spans of a block of which what is told lies within a stretch, or is not known. */
  #eachTold(block: Block, start: number, end: number, visit: (span: RawSpan) => void): void {
    for (const span of block.spans) {
      if (span.end <= start || end <= span.start) continue;
      const told = this.groups.known(span);
      if (told === undefined || (start <= span.start + told.start && span.start + told.end <= end)) visit(span);
    }
  }

  /** Forgets the places of a span, and where it is cut if its own have changed; all who tell of it are judged again. */
  #forget(span: RawSpan, touched: Touched, isWhole = true): void {
    const visit = ({ block }: Unit): void => {
      if (block !== undefined) touched.blocks.add(block);
    };
    if (isWhole) this.groups.forget(span, visit);
    else this.groups.forgetPlaces(span, visit);
  }

  #settle(touched: Touched): Set<Desk> {
    const { blocks } = touched;
    for (const family of touched.families) {
      this.clans.forget(family);
      for (const member of [family, ...(family.near?.keys() ?? [])]) for (const block of blocksOf(member)) blocks.add(block);
    }
    return this.#judging.settle(touched, (block) => this.#hearOf(block));
  }
}
