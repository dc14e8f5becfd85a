// Owns the rows of whole processes on a folder of 29 MB.
import { race } from '../peers/race.mjs';

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  await race(report, { count: 100, size: 100_000, bound: 300 });
}
