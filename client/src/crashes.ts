/** Owns the decision whether a server that has stopped is started again. Pure: the clock comes from outside. */

/** So many stops within the period are taken for a fault that a restart does not heal. */
const tolerated = 4;
const periodMilliseconds = 3 * 60 * 1000;

/** Remembers when the server stopped. */
export class Crashes {
  #times: readonly number[] = [];

  /**
   * Takes one more stop.
   *
   * @param now in milliseconds
   * @returns whether to start the server again
   */
  tolerates(now: number): boolean {
    this.#times = [...this.#times.filter((time) => now - time < periodMilliseconds), now];
    return this.#times.length <= tolerated;
  }
}
