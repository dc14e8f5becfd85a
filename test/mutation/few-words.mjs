// Owns the few words of vitest that the tables of the rules use, collected in a list instead of run: `describe`, `it`, `each`.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { format } from 'node:util';
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

/** @typedef {{ readonly id: string, readonly name: string, readonly file: string, readonly run: () => unknown }} Test */

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

/** The test that is running. @type {{ now: Test | undefined }} */
const running = { now: undefined };
/** What the snapshots of a file hold, by name. @type {Map<string, Record<string, string>>} */
const snapshots = new Map();

chai.use((_chai, { addMethod }) => {
  addMethod(
    chai.Assertion.prototype,
    'toMatchSnapshot',
    /** @this {object} */ function () {
      const said = String(chai.util.flag(this, 'object'));
      const { file = '', name = '' } = running.now ?? {};
      const kept = Object.entries(snapshotsOf(file)).filter(([key]) => key.slice(0, key.lastIndexOf(' ')) === name);
      if (!kept.some(([, text]) => text === said)) throw new Error(`${name} is not as in its snapshot: ${said}`);
    },
  );
});

/** @param {string} file @returns {Record<string, string>} */
function snapshotsOf(file) {
  let kept = snapshots.get(file);
  if (kept === undefined) {
    /** @type {Record<string, string>} */
    const written = {};
    const source = readFileSync(join(dirname(file), '__snapshots__', `${basename(file)}.snap`), 'utf8');
    /** @type {(exports: Record<string, string>) => void} */ (new Function('exports', source))(written);
    // A text stands between quotation marks, one of several lines in lines of its own.
    kept = Object.fromEntries(Object.entries(written).map(([key, text]) => [key, text.replace(/^\n?"|"\n?$/gu, '')]));
    snapshots.set(file, kept);
  }
  return kept;
}

/** A list of tests, and the words that add to it; `begin` tells the file that comes. */
export function registry() {
  /** @type {Test[]} */
  const all = [];
  let file = '';
  /** @type {string[]} */
  const around = [];
  const it = withEach((name, run) => {
    const whole = [...around, name].join(' > ');
    /** @type {Test} */
    const test = { id: `${all.length} ${whole}`, name: whole, file, run: () => ((running.now = test), run()) };
    all.push(test);
  });
  const describe = withEach((name, run) => {
    around.push(name);
    run();
    around.pop();
  });
  return { all, words: { describe, it, begin: (/** @type {string} */ path) => void (file = path) } };
}

/** @typedef {(name: string, run: (...row: unknown[]) => unknown) => void} Word */

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
        word(format(name, ...given.slice(0, name.split('%').length - 1)), () => run(...given));
      }
    },
  });
}
