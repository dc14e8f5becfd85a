// Owns the row of the long day: the heap at its end beside the heap in its middle, when what is remembered up to a bound (the
// words of 300,000 characters) has come to it.
import { measureMemory } from '../server/memory.mjs';

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  const heaps = await measureMemory(20, report);
  const [first = 1, last = 1] = [heaps[9], heaps.at(-1)];
  report.row('growth', 100 * (last / first - 1), `${heaps.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(' ')} MB`);
}
