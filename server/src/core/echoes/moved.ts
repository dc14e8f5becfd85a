/** Owns places that move within their paragraph because something before them was edited: who names them is told, nothing is judged anew. */
import type { Block, Desk, Listed, Unit } from './model.ts';
import type { Revision } from './revision.ts';
import { signOf } from './sign.ts';

/** What an edit to a unit moves. To be made before the unit is brought up to date. */
export class Moves {
  readonly #unit: Unit;
  readonly #was: Unit;
  readonly #revision: Revision;

  constructor(unit: Unit, revision: Revision) {
    this.#unit = unit;
    this.#was = { ...unit };
    this.#revision = revision;
  }

  /** Moves the places. Blocks that must be judged anew go into `blocks`; gives the desks on which a finding names another place. */
  carryOut(blocks: Set<Block>): Set<Desk> {
    const desks = new Set<Desk>();
    for (const source of this.#unit.listed) this.#move(source, blocks, desks);
    return desks;
  }

  #move(source: Listed, blocks: Set<Block>, desks: Set<Desk>): void {
    const { was, now } = this.#revision;
    const shift = now.tail - was.tail;
    let by = 0;
    let isMoved = false;
    for (const place of source.places) {
      if (place.unit !== this.#unit || place.start <= was.tail) continue;
      by -= signOf([{ unit: this.#was, start: place.start, end: place.end }]);
      place.start += shift;
      place.end += shift;
      by += signOf([place]);
      isMoved ||= shift !== 0;
    }
    by |= 0;
    source.sign = (source.sign + by) | 0;
    for (const { unit } of source.places) {
      if (unit === this.#unit) continue;
      if (by !== 0) resign(unit, source, by, desks);
      if (by !== 0 || isMoved) rejoin(unit, source, blocks);
    }
  }
}

function resign(unit: Unit, source: Listed, by: number, desks: Set<Desk>): void {
  for (const echo of unit.parts) {
    if (echo.sources[0] !== source) continue;
    echo.sign = (echo.sign + by) | 0;
    if (!unit.echoes.some((told) => told === echo || told.hidden.includes(echo))) continue;
    unit.desk.sign = (unit.desk.sign + by) | 0;
    desks.add(unit.desk);
  }
}

/** A copy that was joined of several has places of its own, in codes: they move although a reader sees them where they were (，→ 和). */
function rejoin(unit: Unit, source: Listed, blocks: Set<Block>): void {
  for (const echo of unit.echoes)
    if (echo.sources.length > 1 && echo.sources.includes(source) && unit.block !== undefined) blocks.add(unit.block);
}
