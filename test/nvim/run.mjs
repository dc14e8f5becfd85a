// Owns: one run of the server under Neovim, a client that knows nothing of us: finds Neovim, runs session.lua, counts.
//
//   node test/nvim/run.mjs [--results FILE]   the counts as JSON: {"passed","failed","skipped"}
//
// Neovim is the one of SPEECH_DRAFT_NVIM or of the PATH; without one the suite is skipped and says so.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const runMilliseconds = 240_000;
/** `vim.lsp` and `vim.diagnostic` as session.lua uses them. */
const oldest = { major: 0, minor: 7 };

const here = path.dirname(fileURLToPath(import.meta.url));
const server = path.join(here, '..', '..', 'dist', 'server.js');
const { values } = parseArgs({ options: { results: { type: 'string' } } });
const neovim = process.env['SPEECH_DRAFT_NVIM'] ?? 'nvim';

if (!fs.existsSync(server)) throw new Error(`${server} is missing: build first`);
const lack = whyNot();
if (lack) console.log(`skipped: ${lack}; on Debian and Ubuntu: apt-get install neovim`);
const results = lack ? { passed: 0, failed: 0, skipped: 1 } : inFreshFolder(run);
console.log(`${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`);
if (values.results) fs.writeFileSync(values.results, `${JSON.stringify(results)}\n`);
process.exitCode = results.failed > 0 ? 1 : 0;

/** Why there is no Neovim to run; `undefined` if there is one. */
function whyNot() {
  const { stdout, status, error } = spawnSync(neovim, ['--version'], { encoding: 'utf8' });
  if (error || status !== 0) return `Neovim cannot be started (${error?.message ?? `${neovim}: exit ${status}`})`;
  const version = /^NVIM v(\d+)\.(\d+)/.exec(stdout);
  if (!version) return `${neovim} is no Neovim`;
  console.log(version.input.split('\n', 1)[0]);
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major > oldest.major || minor >= oldest.minor) return undefined;
  return `Neovim ${oldest.major}.${oldest.minor} or newer is needed`;
}

/** @template T @param {(folder: string) => T} body */
function inFreshFolder(body) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'sd-nvim-')));
  try {
    return body(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder everything that this run writes */
function run(folder) {
  const drafts = path.join(folder, 'drafts');
  const found = path.join(folder, 'results.json');
  fs.mkdirSync(drafts);
  // `--clean`: nothing of the user's own Neovim; what it keeps goes into the folder.
  const places = Object.fromEntries(['CONFIG', 'DATA', 'STATE', 'CACHE'].map((one) => [`XDG_${one}_HOME`, path.join(folder, one)]));
  const args = ['--headless', '--clean', '-n', '-c', `luafile ${path.join(here, 'session.lua')}`];
  const { status, error, stderr } = spawnSync(neovim, args, {
    env: {
      ...process.env,
      ...places,
      LC_ALL: 'C.UTF-8',
      SPEECH_DRAFT_FOLDER: drafts,
      SPEECH_DRAFT_NODE: process.execPath,
      SPEECH_DRAFT_RESULTS: found,
      SPEECH_DRAFT_SERVER: server,
    },
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
    timeout: runMilliseconds,
    killSignal: 'SIGKILL',
  });
  if (!fs.existsSync(found)) {
    console.error(`Neovim left no result (${error ?? `exit ${status}`}):\n${stderr}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  /** @type {{ name: string, problem: string | null }[]} */
  const tests = JSON.parse(fs.readFileSync(found, 'utf8'));
  for (const { name, problem } of tests)
    console.log(problem === null ? `  ✓ ${name}` : `  ✗ ${name}\n${problem.replaceAll(/^/gm, '      ')}`);
  const failed = tests.filter(({ problem }) => problem !== null).length;
  return { passed: tests.length - failed, failed, skipped: 0 };
}
