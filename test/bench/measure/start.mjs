// Owns the rows of the server's start.
import { measureStart } from '../server/start.mjs';

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  const { real, floor } = await report.phase('18 servers start, one after another', 90, () => measureStart(9));
  report.row('ratio', real / floor);
}
