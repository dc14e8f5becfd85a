/** Owns waiting for a pause: work that need not be done at every keystroke is done when none has come for a while. */

/** What is a pause between two keystrokes, and for how long a run of them puts work off, in milliseconds. */
const pause = 150;
const patience = 1000;
/** In a run of keystrokes a step is followed by so many times as long in which there is none. */
const share = 4;

/** Does work in the next pause, one step at a turn of the event loop; a keystroke in between puts the rest off again. */
export class Pause {
  readonly #step: () => boolean;
  #timer: NodeJS.Timeout | undefined;
  /** Since when work waits; `undefined` while none does. */
  #since: number | undefined;
  #lastTold = -Infinity;
  /** In a run of keystrokes there is no step before. */
  #notBefore = -Infinity;

  /** `step` returns whether there is more to do. */
  constructor(step: () => boolean) {
    this.#step = step;
  }

  /**
   * Tells of a keystroke or of what is like one; in a run of them there is less than a pause between each two. `work`:
   * whether there is work to do. `atOnce`: the first of a run is no reason to wait.
   */
  tell({ work, atOnce }: { readonly work: boolean; readonly atOnce: boolean }): void {
    const now = Date.now();
    const isFirst = now - this.#lastTold >= pause;
    this.#lastTold = now;
    if (work) this.#since ??= now;
    if (this.#since === undefined) return;
    this.#in(atOnce && isFirst ? 0 : Math.min(pause, Math.max(0, this.#since + patience - now, this.#notBefore - now)));
  }

  /** Whether work waits. */
  get isWaiting(): boolean {
    return this.#since !== undefined;
  }

  /** Drops what waits. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#since = undefined;
  }

  #in(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const begun = Date.now();
      const hasMore = this.#step();
      const now = Date.now();
      this.#notBefore = now + share * (now - begun);
      if (!hasMore) this.#since = undefined;
      else this.#in(Math.max(0, Math.min(this.#notBefore, this.#lastTold + pause) - now));
    }, milliseconds);
  }
}
