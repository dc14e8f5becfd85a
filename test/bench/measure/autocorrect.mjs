// Owns the rows beside `autocorrect server`.
import { besideAutoCorrect } from '../peers/beside.mjs';
import { autoCorrect, autoCorrectServer, installPeers } from '../peers/install.mjs';

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  const modules = await report.phase('the programs to compare with are installed', 180, installPeers);
  report.say(autoCorrect(modules).name);
  const { ours, theirs } = await besideAutoCorrect(report, autoCorrectServer(modules), 100_000);
  report.row('p50', theirs.p50 / ours.p50, `${theirs.p50.toFixed(1)} ms : ${ours.p50.toFixed(1)} ms`);
  report.row('findings', ours.findings / theirs.findings, `${ours.findings} : ${theirs.findings}`);
}
