// Owns: one run of the stand-in: a server, a headless page, what the tests print, and the exit code they earn.

import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { hostFolder } from './paths.mjs';
import { pageAddress, remoteAddress, startServer } from './server.mjs';

const defaultSeconds = 300;
const watchMilliseconds = 100;
/** How long after the extension host has gone the tests' own word is still waited for. */
const lastWordMilliseconds = 5000;
const shownLines = 40;
const exitCodes = Object.freeze({ passed: 0, failed: 1, timedOut: 124 });
const signalCodes = Object.freeze({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 });

/** @typedef {{ code: number, why?: string }} Outcome */

/**
 * Opens the window, runs the tests if there are any, and closes everything. Without tests it stays until a signal.
 *
 * @param {import('./arguments.mjs').Wish} wish
 * @returns {Promise<number>} 0 passed, 1 failed or crashed, 124 timed out (`SPEECH_DRAFT_HOST_SECONDS`), 128 + n signal
 */
export async function runWindow(wish) {
  const verbose = wish.verbose || Boolean(process.env['SPEECH_DRAFT_HOST_VERBOSE']);
  const output = followOutput();
  const workbench = /** @type {string[]} */ ([]);
  /** @type {(() => void | Promise<unknown>)[]} what to undo, last first */
  const undo = [];
  /** @type {import('./server.mjs').Server | undefined} */
  let server;
  /** @type {Outcome} */
  let outcome;
  try {
    outcome = await new Promise((end, fail) => {
      undo.push(watchSignals(end), limitTime(wish, end));
      const open = async () => {
        server = await startServer(serverOptions(wish, output.place));
        const running = server;
        process.on('exit', running.stopNow);
        undo.push(() => running.stop(), watchServer(running, output, end));
        const browser = await launchBrowser(running.temporaryFolder);
        undo.push(() => browser.close());
        browser.once('disconnected', () => end({ code: exitCodes.failed, why: 'the browser went away' }));
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        await listenTo(page, { workbench, verbose, output, end });
        await page.goto(windowAddress(wish, running));
      };
      open().catch(fail);
    });
  } catch (error) {
    outcome = { code: exitCodes.failed, why: error instanceof Error ? String(error.stack) : String(error) };
  }
  output.pump();
  if (outcome.why) {
    console.error(`[code] ${outcome.why}`);
    showLast('workbench', workbench);
    showLast('server', (server?.readLog() ?? '').split('\n'));
  }
  for (const step of undo.reverse()) await Promise.resolve(step()).catch(() => {});
  if (server) process.off('exit', server.stopNow);
  return outcome.code;
}

/** @param {import('./arguments.mjs').Wish} wish @param {(folder: string) => string} placeOutput */
function serverOptions(wish, placeOutput) {
  return {
    userDataFolder: wish.userDataFolder,
    extensionsFolder: wish.extensionsFolder,
    locale: wish.locale,
    driver: true,
    untilLeft: true,
    switches: wish.logLevel ? ['--log', wish.logLevel] : [],
    environment: (/** @type {string} */ folder) => ({
      SPEECH_DRAFT_HOST_OUTPUT: placeOutput(folder),
      SPEECH_DRAFT_HOST_TESTS: wish.testsPath ?? '',
    }),
  };
}

/** @param {import('./arguments.mjs').Wish} wish @param {import('./server.mjs').Server} server */
function windowAddress(wish, server) {
  /** @type {[string, string][]} */
  const payload = wish.developmentPaths.map((folder) => ['extensionDevelopmentPath', remoteAddress(server, folder)]);
  const entry = path.join(hostFolder, 'tests-entry.cjs');
  if (wish.testsPath) payload.push(['extensionTestsPath', remoteAddress(server, entry)]);
  if (wish.disableExtensions) payload.push(['disableExtensions', 'true']);
  for (const file of wish.files) payload.push(['openFile', remoteAddress(server, file)]);
  return pageAddress(server, { folder: wish.folder, workspace: wish.workspace, payload });
}

/** The file that the tests write to, and its copy on standard output. */
function followOutput() {
  /** @type {string | undefined} */
  let file;
  let position = 0;
  /** @param {string} folder where the file is to be @returns {string} the file */
  const place = (folder) => {
    file = path.join(folder, 'tests-output');
    fs.writeFileSync(file, '');
    return file;
  };
  const pump = () => {
    if (!file) return;
    const text = fs.readFileSync(file).subarray(position);
    position += text.length;
    if (text.length > 0) fs.writeSync(1, text);
  };
  /** @returns {'passed' | 'failed' | undefined} the tests' own word */
  const result = () => {
    const word = file && readIfThere(`${file}.result`);
    return word === 'passed' || word === 'failed' ? word : undefined;
  };
  return { place, pump, result };
}

/** @param {string} file */
function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

/** @typedef {ReturnType<typeof followOutput>} Output */

/**
 * @param {Output} output
 * @param {string} why the run is over, unless the tests have said how it ended
 * @returns {Outcome}
 */
function lastWord(output, why) {
  const result = output.result();
  return result ? { code: exitCodes[result] } : { code: exitCodes.failed, why };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {{ workbench: string[], verbose: boolean, output: Output, end: (outcome: Outcome) => void }} to
 */
async function listenTo(page, { workbench, verbose, output, end }) {
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown} */ args) => {
    const words = Array.isArray(args) ? args : [args];
    const line = `${type}: ${words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' ')}`;
    workbench.push(line);
    if (verbose) console.error(`[workbench] ${line}`);
  });
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
    end(lastWord(output, `the extension host ended (${code}) before the tests did`)),
  );
  page.once('crash', () => end({ code: exitCodes.failed, why: 'the page crashed' }));
}

/** @param {(outcome: Outcome) => void} end @returns {() => void} */
function watchSignals(end) {
  const all = Object.entries(signalCodes).map(([signal, code]) => {
    const listener = () => end({ code, why: `stopped by ${signal}` });
    process.once(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => all.forEach((off) => off());
}

/** @param {import('./arguments.mjs').Wish} wish @param {(outcome: Outcome) => void} end @returns {() => void} */
function limitTime(wish, end) {
  if (!wish.testsPath) return () => {};
  const seconds = Number(process.env['SPEECH_DRAFT_HOST_SECONDS'] || defaultSeconds);
  const timer = setTimeout(() => end({ code: exitCodes.timedOut, why: `no end after ${seconds} s` }), seconds * 1000);
  return () => clearTimeout(timer);
}

/**
 * @param {import('./server.mjs').Server} server
 * @param {Output} output
 * @param {(outcome: Outcome) => void} end
 * @returns {() => void}
 */
function watchServer(server, output, end) {
  /** @type {NodeJS.Timeout | undefined} */
  let waiting;
  const timer = setInterval(() => {
    output.pump();
    if (waiting) return;
    const ended = server.ended();
    const why = ended
      ? `the VS Code server ended (${ended})`
      : /Extension Host Process exited with code: \S+, signal: [^.\s]+/.exec(server.readLog())?.[0];
    if (why) waiting = setTimeout(() => end(lastWord(output, why)), lastWordMilliseconds);
  }, watchMilliseconds);
  return () => {
    clearInterval(timer);
    clearTimeout(waiting);
  };
}

/** @param {string} whose @param {string[]} lines */
function showLast(whose, lines) {
  console.error(`[code] last lines of the ${whose} log:\n${lines.slice(-shownLines).join('\n')}`);
}
