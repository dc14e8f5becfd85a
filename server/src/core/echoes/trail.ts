/** Owns what has changed since some moment, for those who look again from time to time and need not look at everything. */
import type { Desk } from './model.ts';

/** So many changes are remembered. */
const memory = 32;

/** From which paragraph of one draft on something has changed: its text, where it stands, how it is called. */
export class Trail {
  #firsts: number[] = [];
  #now = 0;

  /** The present moment. */
  get now(): number {
    return this.#now;
  }

  /** Paragraph `first` and those behind it may have changed. */
  note(first: number): void {
    this.#now += 1;
    this.#firsts.push(first);
    if (this.#firsts.length > 2 * memory) this.#firsts = this.#firsts.slice(-memory);
  }

  /** The first paragraph that may have changed since a moment; Infinity when none has. */
  since(moment: number): number {
    const count = this.#now - moment;
    if (count > this.#firsts.length) return 0;
    let first = Infinity;
    for (let at = this.#firsts.length - count; at < this.#firsts.length; at += 1) first = Math.min(first, this.#firsts[at] as number);
    return first;
  }
}

/** Which desks have changed. */
export class DeskTrail {
  #desks: Desk[] = [];
  #now = 0;

  /** The present moment. */
  get now(): number {
    return this.#now;
  }

  /** A desk came, changed or went. */
  note(desk: Desk): void {
    this.#now += 1;
    this.#desks.push(desk);
    if (this.#desks.length > 2 * memory) this.#desks = this.#desks.slice(-memory);
  }

  /** The desks that have changed since a moment; undefined when they are too many to remember. */
  since(moment: number): ReadonlySet<Desk> | undefined {
    const count = this.#now - moment;
    return count > this.#desks.length ? undefined : new Set(count === 0 ? [] : this.#desks.slice(-count));
  }
}
