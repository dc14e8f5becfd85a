// Owns the long day: hours of editing in minutes, and what the heap holds after each of them.
import { BenchServer } from './client.mjs';
import { edits, speech } from './texts.mjs';

/**
 * Edits, opens and closes for a number of rounds of 500 keystrokes.
 * @param {number} rounds
 * @param {import('../report.mjs').Report} report
 * @returns {Promise<number[]>} bytes of heap in use after each round, garbage collected
 */
export async function measureMemory(rounds, report) {
  const server = new BenchServer([
    process.execPath,
    '--expose-gc',
    '--import',
    './test/bench/server/heap-probe.mjs',
    'dist/server.js',
    '--stdio',
  ]);
  try {
    await server.initialize();
    const uri = 'file:///bench/day.txt';
    const text = speech('mix', 50_000, 11);
    const other = speech('mix', 25_000, 12);
    /** @type {number[]} */
    const heaps = [];
    for (let round = 0; round < rounds; round += 1) {
      await report.phase(`500 keystrokes, ${round + 1} of ${rounds}`, 60, async () => {
        await server.open(uri, text);
        await server.open('file:///bench/day-other.txt', other);
        for (const [index, edit] of edits(text, 500, 100 + round).entries()) await server.change(uri, index + 2, edit);
        await server.close('file:///bench/day-other.txt');
        await server.close(uri);
        await server.rest();
        heaps.push(await server.heap());
      });
    }
    return heaps;
  } finally {
    server.stop();
  }
}
