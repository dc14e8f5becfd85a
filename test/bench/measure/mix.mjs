// Owns the rows of a keystroke in `mix` text.
import { measureRatios } from '../server/ratios.mjs';

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  await measureRatios(report, { blend: 'mix', others: 50, otherSize: 25_000, p50: true });
}
