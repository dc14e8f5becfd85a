// Owns the rows of whole processes on a thousand drafts.
import { race } from '../peers/race.mjs';

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  await race(report, { count: 1_000, size: 3_000, bound: 120 });
}
