// Owns what a measurement says while it runs: the phase it is in and the rows that it has found. It runs in a process of its
// own, whose parent hears it. Never here: rows, goals, printing.

/** A phase that did not come to its end. */
export class NotEnded extends Error {
  /** @param {string} what @param {number} seconds */
  constructor(what, seconds) {
    super(`not ended within ${seconds} s: ${what}`);
  }
}

/**
 * @typedef {{ kind: 'phase', what: string, seconds: number }
 *   | { kind: 'row', id: string, value: number, note: string }
 *   | { kind: 'bound', id: string, value: number, note: string }
 *   | { kind: 'missing', id: string, reason: string }
 *   | { kind: 'say', line: string }
 *   | { kind: 'failed', reason: string }} Message
 */

/** What a measurement is given. */
export class Report {
  #tell;

  /** @param {(message: Message) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  /**
   * Says what is waited for and waits for it, so long and no longer.
   * @template T
   * @param {string} what @param {number} seconds @param {() => T | Promise<T>} work
   * @returns {Promise<T>}
   * @throws {NotEnded}
   */
  async phase(what, seconds, work) {
    this.#tell({ kind: 'phase', what, seconds });
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    /** @type {Promise<never>} */
    const over = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new NotEnded(what, seconds)), seconds * 1000);
    });
    try {
      return await Promise.race([work(), over]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** A row was measured. @param {string} id @param {number} value @param {string} [note] */
  row(id, value, note = '') {
    this.#tell({ kind: 'row', id, value, note });
  }

  /** The value is better than this, by how much was not waited for. @param {string} id @param {number} value @param {string} note */
  bound(id, value, note) {
    this.#tell({ kind: 'bound', id, value, note });
  }

  /** A row cannot be measured here. @param {string} id @param {string} reason */
  missing(id, reason) {
    this.#tell({ kind: 'missing', id, reason });
  }

  /** Something for who watches. @param {string} line */
  say(line) {
    this.#tell({ kind: 'say', line });
  }
}
