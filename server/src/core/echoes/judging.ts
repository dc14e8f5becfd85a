/** Owns judging again what a change touched: the units that hold it, and those whose neighbours came or went. */
import { sumOf } from './judge/echo.ts';
import { hangsOnNeighbours, judge } from './judge/unit.ts';
import type { Bench } from './judge/unit.ts';
import type { Block, Desk, Echo, Unit } from './model.ts';
import type { Touched } from './touched.ts';

/** Judges units by what is known of all drafts. */
export class Judging {
  readonly #bench: Bench;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /**
   * Judges what was touched, unit by unit, and takes it off `touched`, so that what is left of it can be judged with what else
   * is touched by then. `hear` takes in the words of a block where they are known. With `only` given the units of no other
   * desk are judged, and their blocks are left. Yields how many characters it judged; returns the desks on which something
   * changed.
   */
  *settle(touched: Touched, hear: (block: Block) => void, only?: Desk): Generator<number, Set<Desk>> {
    const { blocks, around, kept, desks } = touched;
    for (const block of blocks) if (block.units.size > 0) hear(block);
    // Where units came or went, others have come near that were far.
    const hangs = (unit: Unit): boolean => unit.hangs || (touched.resized && hangsOnNeighbours(unit, this.#bench));
    for (const block of blocks) {
      let isDone = true;
      for (const unit of block.units) {
        if (only !== undefined && unit.desk !== only) {
          isDone = false;
          continue;
        }
        const head = kept.get(unit);
        let known = unit.parts;
        if (head !== undefined) known = outOfRows(unit).filter(({ end }) => end <= head);
        else if (around.has(unit) && hangs(unit)) known = outOfRows(unit);
        if (this.#judge(unit, known)) desks.add(unit.desk);
        kept.delete(unit);
        around.delete(unit);
        yield block.text.length;
      }
      if (isDone) blocks.delete(block);
    }
    for (const unit of around)
      if (unit.desk.units[unit.index] === unit && hangs(unit) && this.#judge(unit, outOfRows(unit))) desks.add(unit.desk);
    return desks;
  }

  #judge(unit: Unit, known: readonly Echo[]): boolean {
    const before = sumOf(unit.echoes);
    const hid = unit.echoes.map(({ hidden }) => hidden);
    const { echoes, parts } = judge(unit, known, this.#bench);
    const now = sumOf(echoes);
    const isSame = areSame(echoes, unit.echoes) && echoes.every(({ hidden }, index) => areSame(hidden, hid[index] ?? []));
    if (!isSame) {
      unit.echoes = echoes;
      unit.desk.news.note(unit);
    }
    unit.parts = parts;
    unit.hangs = hangsOnNeighbours(unit, this.#bench);
    unit.desk.sign = (unit.desk.sign + now - before) | 0;
    return now !== before;
  }
}

/** The copies at a unit that no row of parallel members can hold: they stand once on its desk. */
function outOfRows({ parts, desk }: Unit): readonly Echo[] {
  return parts.filter(({ sources }) => sources[0]?.within.has(desk) !== true);
}

function areSame(a: readonly Echo[], b: readonly Echo[]): boolean {
  return a.length === b.length && a.every((echo, index) => echo === b[index]);
}
