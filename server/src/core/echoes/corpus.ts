/**
 * Owns what is known of all open drafts together and keeps it true: a change costs what the changed paragraphs and their
 * copies cost. What is found does not depend on the order in which drafts came.
 */
import type { Blocks } from './blocks.ts';
import { exactGrain, Fingerprints, sure } from './exact/fingerprints.ts';
import { Groups } from './exact/groups.ts';
import { matchesOf, maximal, placesOf, rawSpan, spansOf, standsInOther, worn } from './exact/matching.ts';
import type { Match } from './exact/matching.ts';
import type { Measure } from './judge/echo.ts';
import { exactEchoes } from './judge/exact.ts';
import { withNear } from './judge/near.ts';
import { rowReach } from './judge/rows.ts';
import type { Block, Desk, Echo, Family, RawSpan, Unit } from './model.ts';
import { Clans } from './near/clans.ts';
import { blocksOf, Families } from './near/families.ts';

/** Blocks whose echoes may have changed; and the families whose relations did. */
interface Touched {
  /** Contents whose places all must be said anew, by key, each with a block that holds it. */
  readonly contents: Map<number, { readonly block: Block; readonly span: RawSpan }>;
  readonly blocks: Set<Block>;
  readonly respan: Set<Block>;
  readonly families: Set<Family>;
  /** Units beside which others came or went. */
  readonly around: Set<Unit>;
  /** Desks on which something is told otherwise. */
  readonly desks: Set<Desk>;
}

function untouched(): Touched {
  return { contents: new Map(), blocks: new Set(), respan: new Set(), families: new Set(), around: new Set(), desks: new Set() };
}

/** The index and what it says of every unit. */
export class Corpus {
  readonly index = new Fingerprints<Block>(exactGrain, (block) => block.normal.codes);
  readonly groups = new Groups(this.index);
  readonly families = new Families();
  readonly clans = new Clans();
  readonly measure: Measure;
  readonly #blocks: Blocks;
  readonly #shortest: number;
  #held: Touched | undefined;

  constructor(blocks: Blocks, measure: Measure) {
    this.#blocks = blocks;
    this.measure = measure;
    this.#shortest = Math.max(sure, measure.minimum - 3);
  }

  /**
   * Takes units out and puts others in, at index `at` of `desk.units`, which is up to date already. Returns the desks on
   * which something changed for a reader.
   */
  exchange(desk: Desk, at: number, removed: readonly Unit[], added: readonly Unit[]): Set<Desk> {
    const touched = this.#held ?? untouched();
    const counts = new Map<Block, number>();
    for (const { block } of [...removed, ...added]) if (block !== undefined) counts.set(block, block.units.size);
    for (const unit of removed) unit.block?.units.delete(unit);
    for (const unit of added) unit.block?.units.add(unit);

    const fresh = new Set(added.map((unit) => unit.block));
    const changed = [...counts].filter(([block, before]) => block.units.size !== before || fresh.has(block));
    for (const [block, before] of changed) if (before === 0 && block.units.size > 0) this.#enter(block, touched);
    for (const [block, before] of changed) this.#compare(block, before, touched);
    for (const block of touched.respan) if (block.units.size > 0) this.#respan(block, touched);
    for (const [block, before] of changed) if (before > 0 && block.units.size === 0) this.#leave(block, touched);
    touched.respan.clear();
    for (const unit of removed) {
      if (unit.echoes.length > 0) touched.desks.add(unit.desk);
      unit.desk.sign -= sumOf(unit.echoes);
    }
    for (let index = Math.max(0, at - rowReach); index < Math.min(desk.units.length, at + added.length + rowReach); index += 1)
      touched.around.add(desk.units[index] as Unit);
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

  /** Takes in words that have become known. */
  learn(): Set<Desk> {
    const touched = untouched();
    for (const block of this.#blocks.waiting()) {
      if (block.units.size === 0 || !this.#blocks.read(block)) continue;
      for (const match of matchesOf(this.index, block, this.#shortest))
        this.#touch(match.other, match.otherStart, match.otherStart + match.end - match.start, touched);
      this.#touch(block, 0, block.normal.length, touched);
    }
    return this.#settle(touched);
  }

  #enter(block: Block, touched: Touched): void {
    this.index.add(block);
    for (const { family } of this.families.enter(block, touched.families)) touched.families.add(family);
  }

  #leave(block: Block, touched: Touched): void {
    this.index.remove(block);
    this.families.leave(block, touched.families);
    for (const { family } of block.sentences) touched.families.add(family);
    this.#blocks.forget(block);
    for (const span of block.spans) this.groups.forget(span);
    block.spans = [];
    touched.blocks.delete(block);
  }

  /** Brings the spans of the others in line with a block that came, went, or stands more or less often than before. */
  #compare(block: Block, before: number, touched: Touched): void {
    const now = block.units.size;
    const matches = matchesOf(this.index, block, this.#shortest);
    for (const match of matches) {
      const { other, otherStart } = match;
      const otherEnd = otherStart + match.end - match.start;
      this.#touch(other, otherStart, otherEnd, touched);
      if (other === block) continue;
      if (before === 0) this.#widen(other, otherStart, otherEnd, touched);
      else if (now === 0 && this.#isLost(other, match)) touched.respan.add(other);
    }
    for (const { family } of block.sentences) touched.families.add(family);
    this.#touch(block, 0, block.normal.length, touched);
    if (now > 0) {
      block.spans = spansOf(block, matches, this.#shortest);
      touched.blocks.add(block);
      for (const span of block.spans) this.groups.forget(span);
    }
    if (matches.length >= worn) for (const span of block.spans) touched.contents.set(span.key, { block, span });
  }

  /** Adds a stretch to the spans of a block, unless one of them holds it. */
  #widen(block: Block, start: number, end: number, touched: Touched): void {
    if (block.units.size > 1 || block.spans.some((span) => span.start <= start && end <= span.end)) return;
    const spans = new Map(block.spans.map((span) => [span.start, span]));
    block.spans = maximal([...block.spans, { start, end }]).map((span) => {
      const old = spans.get(span.start);
      return old?.end === span.end ? old : rawSpan(block, span.start, span.end);
    });
    touched.blocks.add(block);
  }

  /** Whether a span of a block hung on a match that is gone. */
  #isLost(block: Block, match: Match): boolean {
    const start = match.otherStart;
    const end = start + match.end - match.start;
    if (block.units.size > 1 || !block.spans.some((span) => span.start === start && span.end === end)) return false;
    return !standsInOther(this.index, block, start, end);
  }

  #respan(block: Block, touched: Touched): void {
    for (const span of block.spans) this.groups.forget(span);
    block.spans = spansOf(block, matchesOf(this.index, block, this.#shortest), this.#shortest);
    this.#touch(block, 0, block.normal.length, touched);
    touched.blocks.add(block);
  }

  /** What is said of contents within a stretch of a block must be said anew. */
  #touch(block: Block, start: number, end: number, touched: Touched): void {
    for (const span of block.spans) {
      if (span.end <= start || end <= span.start) continue;
      const group = this.groups.known(span);
      if (group !== undefined) {
        const told = group.places.length > 0 ? group : { start: 0, end: span.end - span.start };
        if (start > span.start + told.start || span.start + told.end > end) continue;
        this.groups.forget(span);
      }
      touched.blocks.add(block);
    }
  }

  #settle(touched: Touched): Set<Desk> {
    const { blocks, around } = touched;
    for (const { block, span } of touched.contents.values())
      for (const place of placesOf(this.index, block, span.start, span.end))
        this.#touch(place.block, place.start, place.start + span.end - span.start, touched);
    for (const family of touched.families) {
      this.clans.forget(family);
      for (const member of [family, ...(family.near?.keys() ?? [])]) for (const block of blocksOf(member)) blocks.add(block);
    }
    const units = new Set<Unit>();
    for (const block of blocks) {
      if (block.spans.length > 0 || block.doubles.length > 0) this.#blocks.read(block);
      for (const unit of block.units) units.add(unit);
    }
    const { desks } = touched;
    for (const unit of around)
      if (unit.desk.units[unit.index] === unit && this.#hasWithin(unit)) {
        units.delete(unit);
        if (this.#judge(unit, [])) desks.add(unit.desk);
      }
    for (const unit of units) if (this.#judge(unit, unit.echoes)) desks.add(unit.desk);
    return desks;
  }

  /** Whether a unit has a copy on its own desk, which may be parallelism or not as its neighbours are. */
  #hasWithin({ block, desk }: Unit): boolean {
    if (block === undefined) return false;
    return (
      block.spans.some((span) => this.groups.of(block, span).within.has(desk)) ||
      block.sentences.some(({ family }) => this.clans.of(family)?.within.has(desk) === true)
    );
  }

  #judge(unit: Unit, known: readonly Echo[]): boolean {
    const echoes = withNear(unit, known, exactEchoes(unit, known, this.groups, this.measure), this.clans, this.measure);
    const before = sumOf(unit.echoes);
    const now = sumOf(echoes);
    unit.echoes = echoes;
    unit.desk.sign += now - before;
    return now !== before;
  }
}

function sumOf(echoes: readonly Echo[]): number {
  let sum = 0;
  for (const echo of echoes) sum += echo.sign;
  return sum;
}
