// Owns the start and the patience of the server: how soon `initialize` is answered beside the floor, how soon the first
// findings come, and how long a question from outside ever waits, phase by phase.
import { phases } from '../catalogue.mjs';
import { median, quantile } from '../figures.mjs';
import { BenchServer } from './client.mjs';
import { edits, speech } from './texts.mjs';

/** @typedef {import('../report.mjs').Report} Report */

const serverCommand = [process.execPath, 'dist/server.js', '--stdio'];
const floorCommand = [process.execPath, 'test/bench/server/floor.mjs'];
const seconds = 60;

/** A word said twice, which is found only with the dictionary. */
const needsWords = '县里的财政财政都要管好。';

/** Starts both in turn. @param {number} times @returns {Promise<{ real: number, floor: number }>} medians in milliseconds */
export async function measureStart(times) {
  /** @type {{ real: number[], floor: number[] }} */
  const took = { real: [], floor: [] };
  for (let round = 0; round < times; round += 1) {
    for (const [side, command] of /** @type {const} */ ([
      ['real', serverCommand],
      ['floor', floorCommand],
    ])) {
      const server = new BenchServer(command);
      took[side].push(await server.initialize());
      server.stop();
    }
  }
  return { real: median(took.real), floor: median(took.floor) };
}

/**
 * Opens a draft in a fresh server, whose dictionary is then loaded.
 * @param {number} size characters @param {number} seed
 * @returns {Promise<{ first: number, words: number }>} milliseconds to the first findings, and to those that need the dictionary
 */
export async function measureFirst(size, seed) {
  const server = new BenchServer(serverCommand);
  try {
    await server.initialize();
    const from = performance.now();
    const first = await server.open('file:///bench/first.txt', `${speech('mix', size, seed)}${needsWords}\n`);
    await server.until('file:///bench/first.txt', hasWords);
    return { first, words: performance.now() - from };
  } finally {
    server.stop();
  }
}

/** @param {import('./client.mjs').Diagnostic[]} diagnostics */
function hasWords(diagnostics) {
  return diagnostics.some(({ data, message }) => data?.kind === 'doubled' && String(message).includes('财政'));
}

/**
 * Asks again and again while something goes on.
 * @param {BenchServer} server @param {() => Promise<unknown>} work
 * @returns {Promise<{ longest: number, p99: number }>} milliseconds a question waited
 */
export async function pinged(server, work) {
  /** @type {number[]} */
  const waits = [];
  let going = true;
  const asking = (async () => {
    while (going) {
      waits.push(await server.ping());
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  try {
    await work();
  } finally {
    going = false;
  }
  await asking;
  return { longest: Math.max(...waits), p99: quantile(waits, 0.99) };
}

/** Tells how long questions waited in a phase; one that does not end costs its own row. @param {Report} report @param {string} id @param {string} what @param {BenchServer} server @param {() => Promise<unknown>} work */
async function ask(report, id, what, server, work) {
  try {
    const { longest, p99 } = await report.phase(what, seconds, () => pinged(server, work));
    report.row(id, longest, `p99 ${p99.toFixed(1)} ms`);
  } catch (error) {
    report.missing(id, error instanceof Error ? error.message : String(error));
  }
}

/** While the dictionary loads and nothing else goes on. @param {Report} report */
export async function measureLoading(report) {
  const server = new BenchServer(serverCommand);
  const uri = 'file:///bench/short.txt';
  try {
    await report.phase('initialize', seconds, () => server.initialize());
    await ask(report, 'words', 'the dictionary loads', server, async () => {
      await server.open(uri, `讲话\n同志们：\n${needsWords}\n`);
      await server.until(uri, hasWords);
    });
  } finally {
    server.stop();
  }
}

/** @param {Report} report */
export async function measurePatience(report) {
  const server = new BenchServer(serverCommand);
  // Made before anything is asked: while this process makes them it hears no answer.
  const [short, text, long] = [`${speech('mix', 25_000, 2)}${needsWords}\n`, speech('mix', 100_000, 3), speech('mix', 1_000_000, 4)];
  const keystrokes = edits(text, 200, 5);
  const uri = 'file:///bench/patience.txt';
  const first = 'file:///bench/first.txt';
  const rest = () => server.rest();
  /** @type {Record<typeof phases[number][0], () => Promise<unknown>>} */
  const works = {
    idle: rest,
    first: async () => {
      await server.open(first, short);
      await server.until(first, hasWords);
    },
    open: () => server.open(uri, text).then(rest),
    edit: async () => {
      for (const [index, edit] of keystrokes.entries()) await server.change(uri, index + 2, edit);
      await rest();
    },
    close: () => server.close(first).then(rest),
    long: () => server.open('file:///bench/long.txt', long).then(rest),
    beside: () => server.close(uri).then(rest),
  };
  try {
    await report.phase('initialize', seconds, () => server.initialize());
    for (const [id, what] of phases) await ask(report, id, what, server, works[id]);
  } finally {
    server.stop();
  }
}
