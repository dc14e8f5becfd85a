/** Owns places that move within their paragraph because something before them was edited: who names them is told, nothing is judged anew. */
import type { Block, Desk, Listed, Place, Unit } from './model.ts';
import type { Revision } from './revision.ts';
import { signOf } from './sign.ts';
import { countBefore } from './units.ts';

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
    const { places } = source;
    for (let at = countBefore(places, (place) => isBefore(place.unit, this.#unit)); places[at]?.unit === this.#unit; at += 1) {
      const place = places[at] as Place;
      if (place.start <= was.tail) continue;
      by -= signOf([{ unit: this.#was, start: place.start, end: place.end }]);
      place.start += shift;
      place.end += shift;
      by += signOf([place]);
      isMoved ||= shift !== 0;
    }
    by |= 0;
    if (by === 0 && !isMoved) return;
    source.sign = (source.sign + by) | 0;
    for (const { unit } of places) {
      if (unit === this.#unit) continue;
      if (by !== 0) resign(unit, source, by, desks);
      rejoin(unit, source, blocks);
    }
  }
}

/** Whether the places in a unit come before those in another, in order of `byPlace`. */
function isBefore(unit: Unit, other: Unit): boolean {
  if (unit.desk === other.desk) return unit.index < other.index;
  return unit.desk.draft.uri < other.desk.draft.uri;
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
