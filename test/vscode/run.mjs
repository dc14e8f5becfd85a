// Owns: one run of the suite in real VS Code: a fresh workspace, fresh settings, one runTests call, the counts.
//
//   node test/vscode/run.mjs                  the extension in development, as built in dist/
//   node test/vscode/run.mjs --vsix FILE      the packaged extension, installed
//   … --results FILE                          the counts as JSON: {"passed","failed","skipped"}
//   … --vscode oldest                         in that version, whatever the environment says
//   … --only WORDS                            the tests whose names hold these words
//
// Which VS Code: see executable.mjs. Exit 0 if at least one test has run and none has failed.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { repositoryRoot } from '../../scripts/host/paths.mjs';
import { quietSettings } from '../../scripts/host/settings.mjs';
import { bundleSuite } from './bundle.mjs';
import { findExecutable } from './executable.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Results */

const { values } = parseArgs({
  options: { vsix: { type: 'string' }, results: { type: 'string' }, only: { type: 'string' }, vscode: { type: 'string' } },
});
if (values.vscode) process.env['SPEECH_DRAFT_HOST_VSCODE'] = values.vscode;
const vsix = values.vsix ? path.resolve(values.vsix) : undefined;
for (const needed of vsix
  ? [vsix]
  : ['dist/client.cjs', 'dist/language-client.cjs', 'dist/server.js'].map((file) => path.join(repositoryRoot, file))) {
  if (!fs.existsSync(needed)) throw new Error(`${needed} is missing: build first`);
}

// runTests closes VS Code on Ctrl+C alone
for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.kill(process.pid, 'SIGINT'));
const results = await inFreshFolder(runSuite);
if (values.results) {
  fs.mkdirSync(path.dirname(path.resolve(values.results)), { recursive: true });
  fs.writeFileSync(values.results, `${JSON.stringify(results)}\n`);
}
process.exitCode = results.failed > 0 || results.passed === 0 ? 1 : 0;

/**
 * @param {(folder: string) => Promise<Results>} body
 * @returns {Promise<Results>} one failure if it does not come to an end
 */
async function inFreshFolder(body) {
  // short, because sockets live in it; its real path, because VS Code names real paths
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'sd-suite-')));
  try {
    return await body(folder);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder everything that this run writes
 * @returns {Promise<Results>}
 */
async function runSuite(folder) {
  const executable = await findExecutable();
  console.log(`${vsix ? 'installed package' : 'extension in development'}, ${executable.name}`);
  const place = Object.fromEntries(['workspace', 'user', 'extensions', 'nothing'].map((name) => [name, path.join(folder, name)]));
  const { workspace = '', user = '', extensions = '', nothing = '' } = place;
  fs.mkdirSync(workspace);
  fs.mkdirSync(path.join(user, 'User'), { recursive: true });
  fs.writeFileSync(path.join(user, 'User', 'settings.json'), JSON.stringify(quietSettings));
  const switches = [workspace, `--user-data-dir=${user}`, `--extensions-dir=${extensions}`];
  if (vsix) {
    install(executable, vsix, extensions, user);
    writeEmptyExtension(nothing);
  } else {
    switches.push('--disable-extensions');
  }
  const counts = path.join(folder, 'results.json');
  // rejects when a test fails; then the counts say more
  const failure = await runTests({
    vscodeExecutablePath: executable.path,
    extensionDevelopmentPath: vsix ? nothing : repositoryRoot,
    extensionTestsPath: await bundleSuite(path.join(folder, 'suite'), vsix ? ['suite', 'installed'] : ['suite']),
    launchArgs: switches,
    extensionTestsEnv: {
      SPEECH_DRAFT_RESULTS: counts,
      SPEECH_DRAFT_EXTENSIONS: extensions,
      SPEECH_DRAFT_ROOT: repositoryRoot,
      SPEECH_DRAFT_ONLY: values.only,
    },
  }).then(
    () => undefined,
    (/** @type {unknown} */ error) => String(error),
  );
  if (!fs.existsSync(counts)) throw new Error(failure ?? 'VS Code ended without a result');
  /** @type {Results} */
  const found = JSON.parse(fs.readFileSync(counts, 'utf8'));
  if (failure && found.failed === 0) return { ...found, failed: 1 };
  return found;
}

/**
 * @param {import('./executable.mjs').Executable} executable
 * @param {string} file @param {string} extensions @param {string} user
 */
function install(executable, file, extensions, user) {
  const [command = '', ...own] = executable.standIn
    ? [executable.path]
    : resolveCliArgsFromVSCodeExecutablePath(executable.path, { reuseMachineInstall: true });
  const args = [...own, '--install-extension', file, '--force', `--extensions-dir=${extensions}`, `--user-data-dir=${user}`];
  const done = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error(`VS Code could not install ${file} (${done.status ?? done.error})`);
}

/** VS Code runs tests only with an extension in development: one that does nothing. @param {string} folder */
function writeEmptyExtension(folder) {
  const manifest = { name: 'nothing', publisher: 'speech-draft-test', version: '1.0.0', engines: { vscode: '*' } };
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
}
