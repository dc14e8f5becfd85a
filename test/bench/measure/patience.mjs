// Owns the rows of how long a question waits.
import { measureLoading, measurePatience } from '../server/start.mjs';

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  await measureLoading(report);
  await measurePatience(report);
}
