// Owns the rows of the index of repeats.
import { measureIndexBytes, measureIndexing } from '../server/index.mjs';

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  for (const blend of /** @type {const} */ (['mix', 'dense']))
    report.row(blend, await report.phase(`the index of 350,000 characters is weighed, ${blend}`, 90, () => measureIndexBytes(blend, 10)));
  const [read, again] = await measureIndexing(400, 5_000, report);
  for (const [id, wait] of /** @type {const} */ ([
    ['read', read],
    ['again', again],
  ]))
    if (wait) report.row(id, wait.longest, `p99 ${wait.p99.toFixed(1)} ms`);
}
