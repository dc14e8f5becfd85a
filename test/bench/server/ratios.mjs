// Owns the rows of the main figure: a keystroke beside the floor, median of three repetitions.
import { median } from '../figures.mjs';
import { measureKeystrokes } from './keystroke.mjs';

/**
 * @param {import('../report.mjs').Report} report
 * @param {{ blend: 'mix' | 'dense', others: number, otherSize: number, p50: boolean }} options `p50`: whether there is a row for it
 */
export async function measureRatios(report, { p50, ...options }) {
  /** @type {import('./keystroke.mjs').KeystrokeFigures[]} */
  const runs = [];
  for (const seed of [7, 8, 9]) runs.push(await measureKeystrokes({ ...options, blocks: 12, dropped: 2, seed }, report));
  const ratios = (/** @type {'p50' | 'p95'} */ part) => runs.map((run) => run[part].real / run[part].floor);
  for (const part of /** @type {const} */ (['p50', 'p95'])) {
    if (part === 'p50' && !p50) continue;
    const each = ratios(part).map((ratio) => ratio.toFixed(2));
    report.row(part, median(ratios(part)), each.join(' '));
  }
  report.row('bytes', median(runs.map((run) => run.bytes)), `${median(runs.map((run) => run.findings))} 条 findings`);
  report.row('again', Math.max(...runs.map((run) => run.again)));
}
