/**
 * Owns when a session begins to look at drafts: once the settings are known, or the client has been waited for long enough.
 */

/** How long the client is waited for when it is asked for the settings, in milliseconds. */
const patience = 1000;

/** The beginning of a session; there is one. */
export class Beginning {
  readonly #begin: () => void;
  #begun = false;
  #timer: NodeJS.Timeout | undefined;

  /** `begin` is called once. */
  constructor(begin: () => void) {
    this.#begin = begin;
  }

  /** Whether drafts are looked at. */
  get begun(): boolean {
    return this.#begun;
  }

  /** Begins in a while, if nothing else does: a client that does not answer must not keep the drafts unchecked. */
  soon(): void {
    if (!this.#begun) this.#timer ??= setTimeout(() => this.now(), patience);
  }

  /** Begins. */
  now(): void {
    this.stop();
    if (this.#begun) return;
    this.#begun = true;
    this.#begin();
  }

  /** Waits no longer. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
