// Owns `npm test`: builds, runs every suite, and closes with one line that sums them all up.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chosenVSCodeVersion, vscodeVersions } from './host/paths.mjs';

const only = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'speech-draft-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const broken = [];
/** @type {string[]} */
const names = [];

/**
 * @param {string} name @param {string[]} command
 * @param {(() => { passed: number, failed: number, skipped: number }) | undefined} [count] how to read the suite's own counts
 */
function suite(name, command, count) {
  names.push(name);
  if (only.length > 0 && !only.includes(name)) return;
  console.log(`\n── ${name} ──`);
  const [program = '', ...args] = command;
  const { status, error } = spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, SPEECH_DRAFT_TEST_RESULT: join(scratch, `${name}.json`) },
  });
  let counts;
  try {
    counts = count?.();
  } catch (reason) {
    console.error(`${name}: no result was left behind (${reason})`);
  }
  if (counts) for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
  if (status !== 0 || error || (count && !counts)) {
    broken.push(name);
    // A suite that dies without a failed test is a failure all the same.
    if (!counts || counts.failed === 0) total.failed += 1;
    console.error(`${name}: failed (${error ?? `exit ${status}`})`);
  }
}

const json = (/** @type {string} */ name) => JSON.parse(readFileSync(join(scratch, `${name}.json`), 'utf8'));
const fromVitest = (/** @type {string} */ name) => () => {
  const report = json(name);
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests };
};
const node = process.execPath;

suite('build', [node, 'esbuild.mjs']);
suite(
  'unit',
  [
    node,
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(scratch, 'unit.json')}`,
  ],
  fromVitest('unit'),
);
suite('nvim', [node, 'test/nvim/run.mjs', '--results', join(scratch, 'nvim.json')], () => json('nvim'));
suite('package', [node, 'scripts/package.mjs'], () => json('package'));
const vsix = `dist/speech-draft-${process.platform}-${process.arch}.vsix`;
suite('vscode', [node, 'test/vscode/run.mjs', '--results', join(scratch, 'vscode.json')], () => json('vscode'));
// The manifest promises the oldest, too.
const isOldest = Boolean(process.env['SPEECH_DRAFT_VSCODE']) || chosenVSCodeVersion() === vscodeVersions[0];
const inOldest = [node, 'test/vscode/run.mjs', '--vscode', 'oldest', '--results', join(scratch, 'oldest.json')];
if (!isOldest) suite('oldest', inOldest, () => json('oldest'));
else console.log('\nno suite of its own for the oldest VS Code: the suites run in the one that was asked for');
suite('installed', [node, 'test/vscode/run.mjs', '--vsix', vsix, '--results', join(scratch, 'installed.json')], () => json('installed'));
suite('pages', [node, 'test/vscode/pages.mjs', '--results', join(scratch, 'pages.json')], () => json('pages'));
suite('workbench', [node, 'test/vscode/workbench.mjs', '--results', join(scratch, 'workbench.json')], () => json('workbench'));
suite('start', [node, 'test/vscode/start.mjs', '--results', join(scratch, 'start.json')], () => json('start'));

const unknown = only.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`there is no suite ${unknown.join(', ')}; there are: ${names.join(', ')}`);
  total.failed += unknown.length;
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = broken.length > 0 || total.failed > 0 ? 1 : 0;
