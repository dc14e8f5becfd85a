/** Owns units that moved and of which it is not known yet who names them: that can be said only when all is judged. */
import type { Desk, Unit } from './model.ts';
import { addDesksNaming } from './moves.ts';

/** Units that moved since it was last found out who names them. */
export class Movers {
  readonly #units = new Set<Unit>();

  add(units: Iterable<Unit>): void {
    for (const unit of units) this.#units.add(unit);
  }

  /** Units went and others came in their place: what moved there before is named there now. */
  replace(gone: readonly Unit[], come: readonly Unit[]): void {
    if (gone.some((unit) => this.#units.has(unit))) this.add(come);
  }

  /** Adds those of `all` desks that name units which moved to `naming`, for about so many characters of them. Returns whether none is left. */
  find(naming: Set<Desk>, all: number, characters = Infinity): boolean {
    let left = characters;
    for (const unit of this.#units) {
      if (left <= 0) return false;
      this.#units.delete(unit);
      if (unit.desk.units[unit.index] !== unit) continue;
      addDesksNaming(unit, naming, all);
      left -= unit.block?.text.length ?? 0;
    }
    return true;
  }
}
