// Owns the rows of one draft checked in this process, beside AutoCorrect's linter on the same texts, in turn.
import { resolve } from 'node:path';
import { loadTypeScript } from '../../../scripts/load.mjs';
import { median } from '../figures.mjs';
import { installPeers, loadAutoCorrect } from '../peers/install.mjs';
import { speech } from '../server/texts.mjs';

const [rounds, dropped] = [14, 4];

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  const { lint, version } = loadAutoCorrect(await report.phase('the programs to compare with are installed', 120, installPeers));
  report.say(`AutoCorrect ${version}`);
  const { createChecker } = /** @type {typeof import('../draft/check.ts')} */ (await loadTypeScript('test/bench/draft/check.ts'));
  const checker = createChecker(resolve('dist'));
  /** @type {{ first: number[], whole: number[], theirs: number[] }} */
  const took = { first: [], whole: [], theirs: [] };
  const findings = { ours: 0, theirs: 0 };
  for (let round = 0; round < rounds; round += 1) {
    await report.phase(`both check 100,000 characters, ${round + 1} of ${rounds}`, 30, async () => {
      const text = speech('mix', 100_000, 40 + round);
      const from = performance.now();
      findings.theirs = lint(text);
      const theirs = performance.now() - from;
      const ours = await checker.check(text);
      findings.ours = ours.findings;
      if (round < dropped) return; // the dictionary loads, and code is still being compiled
      took.first.push(ours.first);
      took.whole.push(ours.whole);
      took.theirs.push(theirs);
    });
  }
  for (const id of /** @type {const} */ (['first', 'whole']))
    report.row(id, median(took[id]) / median(took.theirs), `${median(took[id]).toFixed(0)} ms : ${median(took.theirs).toFixed(0)} ms`);
  report.say(`${findings.ours} findings : ${findings.theirs}`);
  await report.phase('the dictionary is put away', 10, () => checker.stop());
}
