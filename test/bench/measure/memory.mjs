// Owns the row of the long day: the heap at its end beside the heap after its first hour.
import { measureMemory } from '../server/memory.mjs';

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  const heaps = await measureMemory(8, report);
  const [first = 1, last = 1] = [heaps[2], heaps.at(-1)];
  report.row('growth', 100 * (last / first - 1), `${heaps.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(' ')} MB`);
}
