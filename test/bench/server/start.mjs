// Owns the start and the patience of the server: how soon `initialize` is answered beside the floor, and how long a
// question from outside ever waits, phase by phase.
import { median, quantile } from '../figures.mjs';
import { BenchServer } from './client.mjs';
import { edits, speech } from './texts.mjs';

const serverCommand = [process.execPath, 'dist/server.js', '--stdio'];
const floorCommand = [process.execPath, 'test/bench/server/floor.mjs'];

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
  await work();
  going = false;
  await asking;
  return { longest: Math.max(...waits), p99: quantile(waits, 0.99) };
}

/** @returns {Promise<{ phase: string, longest: number, p99: number }[]>} */
export async function measurePatience() {
  const server = new BenchServer(serverCommand);
  try {
    await server.initialize();
    const text = speech('mix', 100_000, 3);
    const uri = 'file:///bench/patience.txt';
    /** @type {[string, () => Promise<unknown>][]} */
    const phases = [
      ['nothing going on', () => server.rest()],
      [
        '25,000 characters opened, the dictionary loads',
        () => server.open('file:///bench/first.txt', speech('mix', 25_000, 2)).then(() => server.rest()),
      ],
      ['100,000 characters opened', () => server.open(uri, text).then(() => server.rest())],
      [
        '200 keystrokes in them',
        async () => {
          for (const [index, edit] of edits(text, 200, 5).entries()) await server.change(uri, index + 2, edit);
          await server.rest();
        },
      ],
      ['a draft of 25,000 characters closed', () => server.close('file:///bench/first.txt').then(() => server.rest())],
      ['1,000,000 characters opened', () => server.open('file:///bench/long.txt', speech('mix', 1_000_000, 4)).then(() => server.rest())],
      ['a draft of 100,000 characters closed beside it', () => server.close(uri).then(() => server.rest())],
    ];
    const rows = [];
    for (const [phase, work] of phases) rows.push({ phase, ...(await pinged(server, work)) });
    return rows;
  } finally {
    server.stop();
  }
}
