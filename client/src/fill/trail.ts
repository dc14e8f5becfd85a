/** Owns the way through a draft while its holes are filled one after another: where it stands, what was done. Pure: no VS Code here. */

/** A replacement that has happened. Offsets in UTF-16 code units of the text before it. */
export interface Change {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** One step back. */
export interface Step {
  /** Where the hole was. */
  readonly offset: number;
  /** What was filled in; absent where it was passed over. */
  readonly value?: string;
}

/** Remembers steps; keeps their places right while the text changes, by itself or by anyone. */
export class Trail {
  #steps: Step[] = [];
  #at: number;

  /** `at` is where to begin, an offset in UTF-16 code units. */
  constructor(at: number) {
    this.#at = at;
  }

  /** Holes before this offset have been dealt with. */
  get at(): number {
    return this.#at;
  }

  get canGoBack(): boolean {
    return this.#steps.length > 0;
  }

  /** How many of the steps filled something in. */
  get fills(): number {
    return this.#steps.filter(({ value }) => value !== undefined).length;
  }

  /** The text changed. Changes in any order, none overlapping, all of them against the text before. */
  change(changes: readonly Change[]): void {
    const ordered = [...changes].sort((a, b) => b.offset - a.offset);
    const moved = (offset: number): number =>
      ordered.reduce(
        (at, change) => (change.offset + change.length <= offset && change.offset < offset ? at + change.text.length - change.length : at),
        offset,
      );
    this.#steps = this.#steps.map((step) => ({ ...step, offset: moved(step.offset) }));
    this.#at = moved(this.#at);
  }

  /** The hole at `offset` is looked at now. */
  stand(offset: number): void {
    this.#at = offset;
  }

  /** The hole at `offset` was passed over; `end` is its end. */
  pass(offset: number, end: number): void {
    this.#steps.push({ offset });
    this.#at = Math.max(end, offset + 1);
  }

  /** The value stands at `offset` now. */
  fill(offset: number, value: string): void {
    this.#steps.push({ offset, value });
    this.#at = offset + value.length;
  }

  /** Takes the last step back and stands before it. */
  back(): Step | undefined {
    const step = this.#steps.pop();
    if (step) this.#at = step.offset;
    return step;
  }
}
