// Owns the rows of a keystroke beside a thousand other drafts.
import { measureRatios } from '../server/ratios.mjs';

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  await measureRatios(report, { blend: 'mix', others: 1_000, otherSize: 3_000, p50: false });
}
