/** Owns what has changed since some moment, for those who look again from time to time and need not look at everything. */

/** So many changes of one draft are remembered. */
const memory = 32;

/** Paragraphs of a draft that are what they were: the first `head` where they were, the last `tail` as far before the end. */
export interface Unchanged {
  readonly head: number;
  readonly tail: number;
}

/** Which paragraphs of one draft have changed or moved otherwise than all behind them. */
export class Trail {
  #kept: Unchanged[] = [];
  #now = 0;

  /** The present moment. */
  get now(): number {
    return this.#now;
  }

  /** All but the first `head` and the last `tail` paragraphs may have changed. */
  note(head: number, tail: number): void {
    this.#now += 1;
    this.#kept.push({ head, tail });
    if (this.#kept.length > 2 * memory) this.#kept = this.#kept.slice(-memory);
  }

  /** What is unchanged since a moment; undefined when nothing happened. */
  since(moment: number): Unchanged | undefined {
    const count = this.#now - moment;
    if (count === 0) return undefined;
    if (count > this.#kept.length) return { head: 0, tail: 0 };
    let [head, tail] = [Infinity, Infinity];
    for (const kept of this.#kept.slice(-count)) {
      head = Math.min(head, kept.head);
      tail = Math.min(tail, kept.tail);
    }
    return { head, tail };
  }
}

/** Which of some things have changed; remembered from the first time on that somebody asks for the moment. */
export class Recent<T> {
  readonly #memory: number;
  /** When each changed last, the one that changed last at the end. */
  #last: Map<T, number> | undefined;
  #now = 0;
  /** The last change that is forgotten. */
  #forgotten = 0;

  /** `memory`: so many things are remembered, however often they change. */
  constructor(memory: number) {
    this.#memory = memory;
  }

  /** The present moment. */
  get now(): number {
    this.#last ??= new Map();
    return this.#now;
  }

  note(item: T): void {
    const last = this.#last;
    if (last === undefined) return;
    this.#now += 1;
    last.delete(item);
    last.set(item, this.#now);
    if (last.size <= this.#memory) return;
    const [oldest] = last;
    if (oldest === undefined) return;
    this.#forgotten = oldest[1];
    last.delete(oldest[0]);
  }

  /** Holds nothing any more of a thing that is gone. */
  forget(item: T): void {
    this.#last?.delete(item);
  }

  /** Those that have changed since a moment; undefined when they are too many to remember. */
  since(moment: number): ReadonlySet<T> | undefined {
    if (moment < this.#forgotten) return undefined;
    const changed = new Set<T>();
    if (moment < this.#now)
      this.#last?.forEach((at, item) => {
        if (at > moment) changed.add(item);
      });
    return changed;
  }
}
