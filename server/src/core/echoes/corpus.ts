/**
 * Owns what is known of all open drafts together and keeps it true: a change costs what the changed paragraphs and their
 * copies cost. What is found does not depend on the order in which drafts came.
 */
import type { Blocks } from './blocks.ts';
import { Comparing } from './comparing.ts';
import type { Copies } from './exact/copies.ts';
import { exactGrain, Fingerprints, sure } from './exact/fingerprints.ts';
import { enterFirst, FirstBlocks } from './first.ts';
import { Groups } from './exact/groups.ts';
import { matchesOf, placesOf, reviseSpans } from './exact/matching.ts';
import { sumOf } from './judge/echo.ts';
import type { Measure } from './judge/echo.ts';
import { mayStandInRow, rowReach } from './judge/rows.ts';
import { Judging } from './judging.ts';
import type { Block, Desk, Unit } from './model.ts';
import { Moves } from './moved.ts';
import { Clans } from './near/clans.ts';
import { blocksOf, Families } from './near/families.ts';
import { isOutside } from './revision.ts';
import type { Revision, Window } from './revision.ts';
import { untouched } from './touched.ts';
import type { Touched } from './touched.ts';

const nobody: ReadonlySet<Desk> = new Set();

/** The index and what it says of every unit. */
export class Corpus {
  readonly index = new Fingerprints<Block>(exactGrain, (block) => block.normal.codes);
  readonly groups = new Groups((...at) => this.#copies?.places(...at) ?? placesOf(this.index, ...at));
  readonly families = new Families();
  readonly clans = new Clans();
  readonly measure: Measure;
  readonly #blocks: Blocks;
  readonly #judging: Judging;
  readonly #comparing: Comparing;
  readonly #shortest: number;
  /** How often units came and went, so that others have other neighbours. */
  exchanges = 0;
  #held: Touched | undefined;
  /** What is left to judge of what was put off. */
  #putOff: Touched | undefined;
  /** The desk whose own units are judged all the same. */
  #ahead: Desk | undefined;
  /** The judging of it, when it has begun. */
  #settling: Generator<number, ReadonlySet<Desk>> | undefined;
  #first: FirstBlocks | undefined;
  /** The copies between the first drafts, until those are judged. */
  #copies: Copies | undefined;

  constructor(blocks: Blocks, measure: Measure) {
    this.#blocks = blocks;
    this.measure = measure;
    this.#judging = new Judging(this);
    this.#shortest = Math.max(sure, measure.minimum - 3);
    this.#comparing = new Comparing(this.index, this.groups, this.#shortest);
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
    for (const [block, before] of changed) this.#comparing.compareAll(block, before, touched);
    this.#comparing.respanAll(touched);
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
    this.#comparing.compare(now, 0, after, touched, revision.now);
    this.#comparing.compare(was, 1, before, touched, revision.was);
    this.#comparing.respanAll(touched);
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
    this.#hold(touched, run);
    return this.#settle(touched);
  }

  #hold(touched: Touched, run: () => void): void {
    this.#held = touched;
    try {
      run();
    } finally {
      this.#held = undefined;
    }
  }

  /** Judges a desk that is read now and was not before, or the other way round. */
  rejudge(desk: Desk): Set<Desk> {
    const touched = this.#held ?? untouched();
    for (const { block } of desk.units) if (block !== undefined) touched.blocks.add(block);
    return this.#held === undefined ? this.#settle(touched) : new Set();
  }

  /**
   * Runs the exchanges of the first drafts of all together; what they touched is judged when `settle` asks for it, with the
   * words that are known by then.
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
      this.#hearOf(block, this.#putOff);
    }
  }

  /** Runs exchanges and puts off judging what they touched until `settle` asks for it; what it has begun goes on with them. */
  postpone(run: () => void): void {
    this.#putOff ??= untouched();
    this.#settling = undefined;
    this.#ahead = undefined;
    this.#hold(this.#putOff, run);
  }

  /**
   * Runs exchanges on one desk, where all is judged, and judges its own units; those of other desks are put off until `settle`
   * asks for it. Returns the desks on which something changed by now.
   */
  ahead(desk: Desk, run: () => void): Set<Desk> {
    const touched = untouched();
    this.#hold(touched, run);
    const found = ended(this.#judged(touched, desk));
    if (touched.blocks.size === 0) return found;
    this.#putOff ??= untouched();
    for (const block of touched.blocks) this.#putOff.blocks.add(block);
    this.#settling = undefined;
    this.#ahead = desk;
    return found;
  }

  /** Whether all that is told on a desk has been judged. */
  isJudged(desk: Desk): boolean {
    return this.#putOff === undefined || this.#ahead === desk;
  }

  /** Judges what was put off, about so many characters of it. Returns the desks on which something changed, once all is judged. */
  settle(characters = Infinity): ReadonlySet<Desk> | undefined {
    if (this.#putOff === undefined) return nobody;
    this.#settling ??= this.#judged(this.#putOff);
    for (let left = characters; left > 0;) {
      const { done, value } = this.#settling.next();
      if (done !== true) {
        left -= value;
        continue;
      }
      this.#putOff = undefined;
      this.#settling = undefined;
      this.#ahead = undefined;
      this.#copies = undefined;
      return value;
    }
    return undefined;
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

  /** The same where its words matter; what was said of its contents before, and is not true any more, is forgotten. */
  #hearOf(block: Block, touched: Touched): void {
    if ((block.spans.length === 0 && block.doubles.length === 0) || !this.#hear(block)) return;
    this.#comparing.review(block, touched);
    this.#ahead = undefined;
  }

  /** Takes in words that have become known. */
  learn(): Set<Desk> {
    const touched = untouched();
    for (const block of this.#blocks.waiting()) {
      if (block.units.size > 0 && this.#hear(block)) this.#comparing.review(block, touched);
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
    for (const span of block.spans) if (stay?.has(span.key) !== true) this.#comparing.forget(span, touched);
    block.spans = [];
    touched.blocks.delete(block);
  }

  #lookAround(desk: Desk, at: number, count: number, touched: Touched, mayMatter?: (unit: Unit) => boolean): void {
    for (let index = Math.max(0, at - rowReach); index < Math.min(desk.units.length, at + count + rowReach); index += 1) {
      const unit = desk.units[index] as Unit;
      if (mayMatter?.(unit) !== false) touched.around.add(unit);
    }
  }

  #settle(touched: Touched): Set<Desk> {
    return ended(this.#judged(touched));
  }

  /** With `only` given the units of no other desk. */
  #judged(touched: Touched, only?: Desk): Generator<number, Set<Desk>> {
    const { blocks, families } = touched;
    for (const family of families) {
      this.clans.forget(family);
      for (const member of [family, ...(family.near?.keys() ?? [])]) for (const block of blocksOf(member)) blocks.add(block);
    }
    families.clear();
    return this.#judging.settle(touched, (block) => this.#hearOf(block, touched), only);
  }
}

function ended<T>(work: Generator<number, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
