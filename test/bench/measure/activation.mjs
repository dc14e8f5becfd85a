// Owns the row of the activation: our own code in real VS Code, built as it is shipped.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { quietSettings } from '../../../scripts/host/settings.mjs';
import { findExecutable } from '../../vscode/executable.mjs';
import { median } from '../figures.mjs';

const rounds = 3;

/** Milliseconds: the code loaded, `activate()` done, the language client loaded, and the first findings since the start of the first. @typedef {{ load: number, activate: number, library: number, findings: number }} Times */

/** The extension with a stand-in that measures as its main file. @param {string} folder */
function layOut(folder) {
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.mjs', '--production', join(folder, 'dist')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  for (const name of ['package.nls.json', 'package.nls.zh-cn.json', 'l10n', 'media', 'syntaxes', 'snippets'])
    cpSync(name, join(folder, name), { recursive: true });
  cpSync('test/bench/activation/measured.cjs', join(folder, 'measured.cjs'));
  const { type: _, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, main: 'measured.cjs' }));
}

/** @param {string} extension @param {string} executable @returns {Promise<Times>} */
async function activateOnce(extension, executable) {
  const folder = mkdtempSync(join(tmpdir(), 'a-'));
  const [workspace, user, result] = [join(folder, 'workspace'), join(folder, 'user'), join(folder, 'result.json')];
  mkdirSync(workspace);
  mkdirSync(join(user, 'User'), { recursive: true });
  writeFileSync(join(user, 'User', 'settings.json'), JSON.stringify(quietSettings));
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: extension,
    extensionTestsPath: resolve('test/bench/activation/open.cjs'),
    launchArgs: [workspace, `--user-data-dir=${user}`, `--extensions-dir=${join(folder, 'extensions')}`, '--disable-extensions'],
    extensionTestsEnv: { SPEECH_DRAFT_BENCH_RESULT: result },
  });
  return JSON.parse(readFileSync(result, 'utf8'));
}

/** @param {import('../report.mjs').Report} report */
export async function measure(report) {
  const { path, name } = await findExecutable();
  report.say(name);
  const extension = mkdtempSync(join(tmpdir(), 'extension-'));
  await report.phase('the bundles are built as they are shipped', 60, () => layOut(extension));
  /** @type {Times[]} */
  const all = [];
  for (let round = 0; round < rounds; round += 1)
    all.push(await report.phase(`VS Code starts, ${round + 1} of ${rounds}`, 100, () => activateOnce(extension, path)));
  const middle = (/** @type {(times: Times) => number} */ of) => median(all.map(of));
  const [load, activate] = [middle((times) => times.load), middle((times) => times.activate)];
  const own = middle((times) => times.load + times.activate);
  report.row('own', own, `载入 loaded ${load.toFixed(0)} ms, activate() ${activate.toFixed(0)} ms`);
  report.row(
    'library',
    middle((times) => times.library),
  );
  report.row(
    'findings',
    middle((times) => times.findings),
  );
}
