// Owns the rows of an edit beside looking at everything from the start.
import { loadTypeScript } from '../../../scripts/load.mjs';
import { median, quantile } from '../figures.mjs';
import { speech } from '../server/texts.mjs';

const [edits, at, others] = [2_000, 200, 50];

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  const { analysis } = /** @type {typeof import('../desk/run.ts')} */ (await loadTypeScript('test/bench/desk/run.ts'));
  /** @type {{ edits: number[], scratch: number, missing: number, extra: number }[]} */
  const runs = [];
  for (const seed of [7, 8, 9]) {
    const texts = [
      speech('mix', 100_000, seed),
      ...Array.from({ length: others }, (_, index) => speech('mix', 25_000, seed * 10_000 + index)),
    ];
    const desk = await report.phase(`51 drafts are looked at, seed ${seed}`, 90, () => analysis(texts, seed));
    /** @type {number[]} */
    const times = [];
    while (times.length < edits)
      times.push(...(await report.phase(`${at} edits, ${times.length} of ${edits} done, seed ${seed}`, 60, () => desk.edit(at))));
    const compared = await report.phase(`everything is looked at from the start, seed ${seed}`, 90, () => desk.compare());
    runs.push({ edits: times, ...compared });
  }
  for (const [id, share] of /** @type {const} */ ([
    ['p50', 0.5],
    ['p95', 0.95],
  ])) {
    const each = runs.map((run) => ({ scratch: run.scratch, edit: quantile(run.edits, share) }));
    const note = each.map(({ scratch, edit }) => `${scratch.toFixed(0)} : ${edit.toFixed(2)} ms`).join(', ');
    report.row(id, median(each.map(({ scratch, edit }) => scratch / edit)), note);
  }
  for (const id of /** @type {const} */ (['missing', 'extra']))
    report.row(
      id,
      runs.reduce((sum, run) => sum + run[id], 0),
    );
}
