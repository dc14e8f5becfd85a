// Owns running the tests of the rules in this process, again and again with another mutant: one bundle, loaded once, instead
// of a new thread with all its modules for each mutant, which takes twenty times as long. Core has no state between calls, so
// a mutant that takes effect when code runs needs no fresh start; one in what a module makes once gets the bundle anew.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { DryRunStatus, TestStatus, determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import { testsOfRun } from './areas.mjs';
import { expect, registry } from './few-words.mjs';

/** @typedef {import('@stryker-mutator/api/test-runner').TestResult} TestResult */
/** @typedef {{ activeMutant?: string | undefined, currentTestId?: string | undefined, hitCount?: number | undefined, hitLimit?: number | undefined, mutantCoverage?: import('@stryker-mutator/api/core').MutantCoverage }} Stryker */

/** What `vitest` is to the bundle. */
const standIn = 'export const { describe, it, expect } = globalThis.speechDraftTests;';

class TablesRunner {
  static inject = tokens(commonTokens.options);
  /** @type {Script | undefined} */
  #script;
  /** @type {readonly import('./few-words.mjs').Test[]} */
  #tests = [];
  /** The mutant that the loaded bundle was made with, `none` for none of them, before anything is loaded `nothing`. */
  #loadedWith = 'nothing';

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const files = await glob(
      testsOfRun.map((test) => `test/${test}.test.ts`),
      { cwd: process.cwd() },
    );
    const { outputFiles } = await build({
      stdin: { contents: ['test/support/setup.ts', ...files].map((file) => `import './${file}';`).join('\n'), resolveDir: process.cwd() },
      bundle: true,
      write: false,
      platform: 'node',
      format: 'iife',
      target: 'node20',
      logLevel: 'error',
      plugins: [{ name: 'tests', setup: (builder) => void asTests(builder) }],
    });
    const [file] = outputFiles;
    if (file === undefined) throw new Error('there are no tests to run');
    this.#script = new Script(`(function (require) { ${file.text}\n})`, { filename: 'tests.js' });
  }

  /**
   * @param {import('@stryker-mutator/api/test-runner').DryRunOptions} options
   * @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>}
   */
  async dryRun({ disableBail }) {
    const stryker = namespace();
    stryker.activeMutant = undefined;
    this.#load('none');
    const tests = await this.#run(undefined, disableBail, (id) => (stryker.currentTestId = id));
    const { mutantCoverage } = stryker;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  /**
   * @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options
   * @returns {Promise<import('@stryker-mutator/api/test-runner').MutantRunResult>}
   */
  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
    const stryker = namespace();
    stryker.hitCount = 0;
    stryker.hitLimit = hitLimit;
    stryker.activeMutant = activeMutant.id;
    /** @type {TestResult[]} */
    let tests;
    try {
      if (mutantActivation === 'static') this.#load(activeMutant.id);
      else if (this.#loadedWith !== 'none') {
        stryker.activeMutant = undefined;
        this.#load('none');
        stryker.activeMutant = activeMutant.id;
      }
      tests = await this.#run(testFilter, disableBail);
    } catch (error) {
      // What cannot even be loaded has been noticed by all tests.
      this.#loadedWith = activeMutant.id;
      tests = [failed({ id: 'loading', name: 'loading', file: '', run: () => undefined }, error)];
    }
    const timeOut = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
    return toMutantRunResult(timeOut ?? { status: DryRunStatus.Complete, tests });
  }

  /** Makes all modules anew. @param {string} mutant */
  #load(mutant) {
    const tests = registry();
    Object.assign(globalThis, { speechDraftTests: { ...tests.words, expect } });
    /** @type {(require: NodeJS.Require) => void} */ (this.#script?.runInThisContext())(createRequire(import.meta.url));
    this.#tests = tests.all;
    this.#loadedWith = mutant;
  }

  /** @param {readonly string[] | undefined} filter @param {boolean} goesOn @param {(id: string | undefined) => void} [begins] */
  async #run(filter, goesOn, begins) {
    const wanted = filter && new Set(filter);
    /** @type {TestResult[]} */
    const results = [];
    for (const test of this.#tests) {
      if (wanted && !wanted.has(test.id)) continue;
      begins?.(test.id);
      const before = performance.now();
      try {
        await test.run();
        results.push({ id: test.id, name: test.name, status: TestStatus.Success, timeSpentMs: performance.now() - before });
      } catch (error) {
        results.push(failed(test, error));
        if (!goesOn) break;
      } finally {
        begins?.(undefined);
      }
    }
    return results;
  }
}

/** @returns {Stryker} */
function namespace() {
  const holder = /** @type {{ __stryker__?: Stryker }} */ (globalThis);
  return (holder.__stryker__ ??= {});
}

/** @param {import('./few-words.mjs').Test} test @param {unknown} error @returns {TestResult} */
function failed({ id, name }, error) {
  const failureMessage = error instanceof Error ? error.message : String(error);
  return { id, name, status: TestStatus.Failed, timeSpentMs: 0, failureMessage };
}

/** Gives the files their own place instead of the bundle's, and the stand-in for `vitest`. @param {import('esbuild').PluginBuild} builder */
function asTests(builder) {
  builder.onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'stand-in' }));
  builder.onLoad({ filter: /.*/, namespace: 'stand-in' }, () => ({ contents: standIn }));
  builder.onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, async ({ path }) => {
    const source = await readFile(path, 'utf8');
    const url = JSON.stringify(pathToFileURL(path).href);
    const contents = source.replaceAll('import.meta.url', url).replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
    const begin = path.endsWith('.test.ts') ? `globalThis.speechDraftTests.begin(${JSON.stringify(path)});\n` : '';
    return { contents: begin + contents, loader: 'ts' };
  });
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'tables', TablesRunner)];
