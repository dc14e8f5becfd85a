// Owns the few words of vitest that the tables of the rules use, collected in a list instead of run: `describe`, `it`, `each`.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  chai,
  getState,
  setState,
} from '@vitest/expect';

/** @typedef {{ readonly id: string, readonly name: string, readonly run: () => unknown }} Test */

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** The `expect` of vitest. */
export const expect = Object.assign(
  /** @param {unknown} value @param {string} [message] */ (value, message) => chai.expect(value, message),
  chai.expect,
  /** @type {Record<symbol, object>} */ (/** @type {unknown} */ (globalThis))[ASYMMETRIC_MATCHERS_OBJECT],
);
const asState = /** @type {Parameters<typeof getState>[0]} */ (/** @type {unknown} */ (expect));
setState({ assertionCalls: 0, isExpectingAssertions: false, isExpectingAssertionsError: null, expectedAssertionsNumber: null }, asState);
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, writable: true, configurable: true });

/** A list of tests, and the words that add to it. */
export function registry() {
  /** @type {Test[]} */
  const all = [];
  /** @type {string[]} */
  const around = [];
  const it = withEach((name, run) => {
    const id = [...around, name].join(' › ');
    all.push({ id: `${all.length} ${id}`, name: id, run });
  });
  const describe = withEach((name, run) => {
    around.push(name);
    run();
    around.pop();
  });
  return { all, words: { describe, it } };
}

/** @typedef {(name: string, run: (...row: any[]) => unknown) => void} Word */

/** @param {(name: string, run: () => unknown) => void} word */
function withEach(word) {
  const none = () => undefined;
  /** @param {boolean} isSkipped @returns {Word} */
  const unless = (isSkipped) => (isSkipped ? none : plain);
  /** @type {Word} */
  const plain = (name, run) => word(name, run);
  return Object.assign(plain, {
    skip: none,
    skipIf: unless,
    runIf: (/** @type {boolean} */ isRun) => unless(!isRun),
    each: (/** @type {readonly unknown[]} */ rows) => (/** @type {string} */ name, /** @type {(...row: unknown[]) => unknown} */ run) => {
      for (const row of rows) {
        const given = Array.isArray(row) ? row : [row];
        word(`${name} ${String(given[0])}`, () => run(...given));
      }
    },
  });
}
