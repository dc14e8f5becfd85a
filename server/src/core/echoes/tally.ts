/** Owns the counts of what a draft says: small, and never too low. */
import type { Desk, Unit } from './model.ts';

const smallest = 64;

/**
 * Counts numbers. Different numbers may share a count, so that a count says “at most”: who needs to know must look at the
 * places themselves.
 */
export class Tally {
  #counts = new Uint32Array(smallest);
  #total = 0;

  /** How many are counted, repetitions included. */
  get total(): number {
    return this.#total;
  }

  /** Whether there is room for so many more. */
  hasRoom(more: number): boolean {
    return this.#total + more <= this.#counts.length;
  }

  /** Starts anew, with room for `wanted`. */
  reset(wanted: number): void {
    let size = smallest;
    while (size < 2 * wanted) size *= 2;
    this.#counts = new Uint32Array(size);
    this.#total = 0;
  }

  add(id: number): void {
    const slot = this.#slot(id);
    this.#counts[slot] = (this.#counts[slot] as number) + 1;
    this.#total += 1;
  }

  remove(id: number): void {
    const slot = this.#slot(id);
    this.#counts[slot] = (this.#counts[slot] as number) - 1;
    this.#total -= 1;
  }

  /** The number stands at most so often. */
  atMost(id: number): number {
    return this.#counts[this.#slot(id)] as number;
  }

  #slot(id: number): number {
    return (Math.imul(id ^ (id >>> 15), 0x2c1b3c6d) >>> 7) & (this.#counts.length - 1);
  }
}

/** Counts the units that come and go in what the desk keeps for its densities. */
export function count(desk: Desk, removed: readonly Unit[], added: readonly Unit[]): void {
  const more = added.reduce((sum, { block }) => sum + (block?.sayings.length ?? 0) / 2, 0);
  for (const { block } of removed) desk.size -= block?.normal.length ?? 0;
  for (const { block } of added) desk.size += block?.normal.length ?? 0;
  if (!desk.tally.hasRoom(more)) {
    desk.tally.reset(desk.tally.total + more);
    for (const unit of desk.units) eachId(unit, (id) => desk.tally.add(id));
    return;
  }
  for (const unit of removed) eachId(unit, (id) => desk.tally.remove(id));
  for (const unit of added) eachId(unit, (id) => desk.tally.add(id));
}

function eachId({ block }: Unit, visit: (id: number) => void): void {
  if (block !== undefined) for (let index = 1; index < block.sayings.length; index += 2) visit(block.sayings[index] as number);
}
