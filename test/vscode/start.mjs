// Owns: the test of `npm start`: what a person gets who has no desktop VS Code, with any browser, until Ctrl+C.
//
//   node test/vscode/start.mjs [--results FILE]      after a build; needs Linux, as VS Code in the browser does

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { repositoryRoot } from '../../scripts/host/paths.mjs';

const startMilliseconds = 180_000; // with an installation
const deadlineMilliseconds = 60_000;
const everyMilliseconds = 50;

const { values } = parseArgs({ options: { results: { type: 'string' } } });
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sd-start-'));

const results = await testStart();
fs.rmSync(folder, { recursive: true, force: true });
if (values.results) fs.writeFileSync(values.results, `${JSON.stringify(results)}\n`);
process.exitCode = results.failed > 0 ? 1 : 0;

/** @returns {Promise<{ passed: number, failed: number, skipped: number }>} */
async function testStart() {
  const results = { passed: 0, failed: 0, skipped: 0 };
  /** @param {string} name @param {() => Promise<void>} body */
  const check = async (name, body) => {
    try {
      await body();
      results.passed++;
      console.log(`  ✔ ${name}`);
    } catch (error) {
      results.failed++;
      console.log(`  ✘ ${name}\n${error instanceof Error ? error.stack : String(error)}`);
    }
  };
  const start = spawnStart();
  /** @type {import('playwright-core').Browser | undefined} */
  let browser;
  try {
    await check('npm start prints an address', async () => {
      await until('an address', startMilliseconds, () => start.address() !== undefined || start.ended() !== undefined);
      assert.ok(start.address(), `it ended with ${start.ended()}`);
    });
    await check('a page at that address, and nothing else, shows the findings of an example', async () => {
      browser = await launchBrowser(folder);
      const page = await browser.newPage();
      await page.goto(start.address() ?? '');
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor({ timeout: deadlineMilliseconds });
    });
    await check('nobody comes in without the key', async () => {
      const answer = await fetch(new URL('/', start.address()));
      assert.equal(answer.status, 403);
    });
    await check('Ctrl+C ends it while the page is open', async () => {
      start.kill('SIGINT');
      await until('the end', deadlineMilliseconds, () => start.ended() !== undefined);
      assert.equal(start.ended(), 0);
    });
    await check('nothing is left behind', async () => {
      await browser?.close();
      await until('an empty temporary folder', deadlineMilliseconds, () => fs.readdirSync(folder).length === 0);
    });
  } finally {
    await browser?.close();
    start.kill('SIGKILL');
  }
  return results;
}

function spawnStart() {
  const script = path.join(repositoryRoot, 'scripts', 'start.mjs');
  const child = spawn(process.execPath, [script, '--browser', '--no-open'], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  /** @type {number | undefined} */
  let exitCode;
  child.once('exit', (code) => (exitCode = code ?? -1));
  return {
    /** @returns {string | undefined} */
    address: () => /http:\/\/\S+/.exec(said)?.[0],
    ended: () => exitCode,
    kill: (/** @type {NodeJS.Signals} */ signal) => child.kill(signal),
  };
}

/** @param {string} what @param {number} milliseconds @param {() => boolean} holds */
async function until(what, milliseconds, holds) {
  const deadline = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`${what}: not within ${milliseconds} ms`);
    await pause(everyMilliseconds);
  }
}
