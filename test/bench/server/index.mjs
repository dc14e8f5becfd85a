// Owns what the index of echoes costs beside the drafts it knows: its bytes, and how long a question waits while drafts that
// are not open are read into it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadTypeScript } from '../../../scripts/load.mjs';
import { BenchServer } from './client.mjs';
import { pinged } from './start.mjs';
import { speech } from './texts.mjs';

/** Bytes of the index a character. @param {'mix' | 'dense'} blend @param {number} others drafts of 25,000 beside one of 100,000 */
export async function measureIndexBytes(blend, others) {
  const { weighIndex } = /** @type {typeof import('../echoes/weigh.ts')} */ (await loadTypeScript('test/bench/echoes/weigh.ts'));
  setFlagsFromString('--expose-gc');
  /** @type {() => void} */
  const collect = runInNewContext('gc');
  const heap = async () => {
    // What typed arrays held is given back behind the collection.
    for (let time = 0; time < 4; time += 1) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const texts = [speech(blend, 100_000, 7), ...Array.from({ length: others }, (_, index) => speech(blend, 25_000, 100 + index))];
  return weighIndex(texts, heap);
}

/**
 * Reads a folder of drafts that are not open, twice: the second time from what was kept of the first.
 * @param {number} count @param {number} size characters of each
 * @param {import('../report.mjs').Report} report
 * @returns {Promise<{ longest: number, p99: number }[]>} how long questions waited, in milliseconds
 */
export async function measureIndexing(count, size, report) {
  const folder = mkdtempSync(join(tmpdir(), 'speech-draft-bench-'));
  try {
    const drafts = join(folder, 'drafts');
    mkdirSync(drafts);
    for (let index = 0; index < count; index += 1) writeFileSync(join(drafts, `${index}.txt`), speech('mix', size, 500 + index));
    const waits = [];
    const one = speech('mix', size, 3);
    for (let time = 0; time < 2; time += 1) {
      const server = new BenchServer([process.execPath, 'dist/server.js', '--stdio']);
      try {
        const known = server.logged(`workspace: ${count} drafts known`);
        await server.initialize({
          folder: pathToFileURL(drafts).href,
          settings: { workspaceIndex: true },
          options: { storage: join(folder, 'kept') },
        });
        const work = () => Promise.all([known, server.open('file:///bench/one.txt', one)]);
        waits.push(await report.phase(`${count} unopened drafts are read, ${time + 1} of 2`, 90, () => pinged(server, work)));
        await report.phase('the server ends', 15, () => server.end());
      } finally {
        server.stop();
      }
    }
    return waits;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
