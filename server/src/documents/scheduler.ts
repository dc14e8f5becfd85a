/**
 * Owns when an open draft is looked at: the newest version wins, long drafts are taken in slices so that the server keeps
 * answering, and what waits can be brought forward.
 */

import { behindMessages } from './turns.ts';

/** How a draft is looked at. */
export interface Work {
  /** Does one slice; returns whether the draft is ready for `finish`. */
  slice(uri: string): boolean;
  /** Looks at the draft as it is now and publishes. */
  finish(uri: string): void;
}

/** Runs the work for drafts, slice by slice, and answers what has come between each two. */
export class Scheduler {
  readonly #work: Work;
  readonly #waiting = new Set<string>();
  /** Stops the next turn, if there is one. */
  #stopNext: (() => void) | undefined;

  constructor(work: Work) {
    this.#work = work;
  }

  /** Asks for a draft to be looked at soon. */
  request(uri: string): void {
    this.#waiting.add(uri);
    this.#schedule();
  }

  /** Looks at a draft now if it waits: a request needs its findings. */
  flush(uri: string): void {
    if (this.#waiting.delete(uri)) this.#work.finish(uri);
  }

  /** Drops everything that waits. */
  stop(): void {
    this.#waiting.clear();
    this.#stopNext?.();
    this.#stopNext = undefined;
  }

  #schedule(): void {
    this.#stopNext ??= behindMessages(() => {
      this.#stopNext = undefined;
      this.#turn();
      if (this.#waiting.size > 0) this.#schedule();
    });
  }

  #turn(): void {
    const [uri] = this.#waiting;
    if (uri === undefined) return;
    if (!this.#work.slice(uri)) {
      // Let the others have their turn before this one goes on.
      this.#waiting.delete(uri);
      this.#waiting.add(uri);
      return;
    }
    this.#waiting.delete(uri);
    this.#work.finish(uri);
  }
}
