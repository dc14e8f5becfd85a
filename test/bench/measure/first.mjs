// Owns the row of the first findings: they do not wait for the dictionary.
import { median } from '../figures.mjs';
import { measureFirst } from '../server/start.mjs';

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  /** @type {number[]} */
  const shares = [];
  for (const seed of [2, 3, 4, 5, 6]) {
    const { first, words } = await report.phase(`a server's first draft, seed ${seed}`, 30, () => measureFirst(25_000, seed));
    shares.push(first / words);
  }
  report.row('share', median(shares));
}
