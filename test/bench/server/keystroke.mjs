// Owns the main figure: from a keystroke to the findings of its version, beside a server that publishes the same without
// looking at anything. Both live in processes of their own and take equal edits in alternating blocks.
import { BenchServer } from './client.mjs';
import { quantile } from '../figures.mjs';
import { edits, speech } from './texts.mjs';

const size = 100_000;
const block = 40;

/**
 * @typedef {object} KeystrokeFigures
 * @property {number} findings
 * @property {number} bytes of one diagnostic, on average
 * @property {number} again publications that said of other drafts what had been said before
 * @property {{ real: number, floor: number }} p50
 * @property {{ real: number, floor: number }} p95
 * @property {number} first milliseconds from opening the draft to its first findings, the others being open
 */

/**
 * @param {{ blend: 'mix' | 'dense', others: number, otherSize: number, blocks: number, dropped: number, seed: number }} options
 * @param {import('../report.mjs').Report} report
 * @returns {Promise<KeystrokeFigures>}
 */
export async function measureKeystrokes({ blend, others, otherSize, blocks, dropped, seed }, report) {
  const real = new BenchServer([process.execPath, 'dist/server.js', '--stdio']);
  const floor = new BenchServer([process.execPath, 'test/bench/server/floor.mjs']);
  try {
    const uri = 'file:///bench/draft.txt';
    const text = speech(blend, size, seed);
    const first = await report.phase(
      `${others} drafts of ${otherSize} characters and one of ${size} opened, seed ${seed}`,
      150,
      async () => {
        await real.initialize();
        await floor.initialize();
        for (let index = 0; index < others; index += 1) {
          const other = `file:///bench/other-${index}.txt`;
          const its = speech(blend, otherSize, seed * 10_000 + index);
          await real.open(other, its);
          await floor.open(other, its);
        }
        const took = await real.open(uri, text);
        await floor.open(uri, text);
        await real.rest();
        return took;
      },
    );
    /** @type {{ real: number[], floor: number[] }} */
    const times = { real: [], floor: [] };
    const all = edits(text, block * blocks, seed);
    let version = 1;
    real.again = 0;
    for (let round = 0; round < blocks; round += 1) {
      const some = all.slice(round * block, (round + 1) * block);
      const took = { real: /** @type {number[]} */ ([]), floor: /** @type {number[]} */ ([]) };
      await report.phase(`${block} keystrokes for each of both, ${round + 1} of ${blocks}, seed ${seed}`, 60, async () => {
        for (const [index, edit] of some.entries()) took.real.push(await real.change(uri, version + index + 1, edit));
        await real.rest();
        await floor.notify('floor/diagnostics', { uri, diagnostics: real.diagnostics(uri) });
        for (const [index, edit] of some.entries()) took.floor.push(await floor.change(uri, version + index + 1, edit));
      });
      version += some.length;
      if (round < dropped) continue;
      times.real.push(...took.real);
      times.floor.push(...took.floor);
    }
    const shown = real.diagnostics(uri);
    return {
      findings: shown.length,
      bytes: Buffer.byteLength(JSON.stringify(shown)) / Math.max(1, shown.length),
      again: real.again,
      p50: { real: quantile(times.real, 0.5), floor: quantile(times.floor, 0.5) },
      p95: { real: quantile(times.real, 0.95), floor: quantile(times.floor, 0.95) },
      first,
    };
  } finally {
    real.stop();
    floor.stop();
  }
}
