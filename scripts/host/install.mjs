// Owns: installing one profile (a pinned set of npm packages) into the cache folder, once, whoever calls first.
// Never here: what a profile is for.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder, hostFolder } from './paths.mjs';
import { showProgress } from './progress.mjs';

const readyFile = '.ready';
const staleAfterMilliseconds = 15 * 60_000;

/**
 * @typedef {object} Profile
 * @property {string} name a folder in `profiles/`, unless `from` is given
 * @property {string} [from] the folder of its package.json and package-lock.json
 * @property {string} what the words for the progress line
 * @property {string[]} [stubs] folders in `stubs/` that its package.json points at
 * @property {(folder: string) => void | Promise<void>} [finish] the last step of the installation
 */

/**
 * Installs the profile if it is not there yet. Says nothing when it is.
 * Parallel calls, of one process or of many, install once: the others wait.
 *
 * @param {Profile} profile
 * @returns {Promise<string>} the folder whose node_modules holds the packages
 * @throws {Error} if npm fails; nothing half-installed is left behind
 */
export async function installProfile(profile) {
  const files = filesOf(profile);
  const folder = path.join(cacheFolder(), `${profile.name}-${fingerprint(files)}`);
  if (isReady(folder)) return folder;
  fs.mkdirSync(cacheFolder(), { recursive: true });
  const release = await lock(`${folder}.lock`, () => isReady(folder));
  if (!release) return folder;
  const staging = `${folder}.part-${process.pid}`;
  try {
    if (isReady(folder)) return folder;
    removeLeftovers(folder);
    const done = showProgress(profile.what);
    for (const { to, from } of files) {
      fs.mkdirSync(path.dirname(path.join(staging, to)), { recursive: true });
      fs.copyFileSync(from, path.join(staging, to));
    }
    await npmInstall(staging);
    await profile.finish?.(staging);
    fs.writeFileSync(path.join(staging, readyFile), `${new Date().toISOString()}\n`);
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(staging, folder);
    done();
    return folder;
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
    release();
  }
}

/** @param {string} folder */
function isReady(folder) {
  return fs.existsSync(path.join(folder, readyFile));
}

/** @param {Profile} profile */
function filesOf(profile) {
  const own = ['package.json', 'package-lock.json'].map((name) => ({
    to: name,
    from: path.join(profile.from ?? path.join(hostFolder, 'profiles', profile.name), name),
  }));
  const stubs = (profile.stubs ?? []).flatMap((stub) =>
    ['package.json', 'index.cjs'].map((name) => ({
      to: path.join('stubs', stub, name),
      from: path.join(hostFolder, 'stubs', stub, name),
    })),
  );
  return [...own, ...stubs];
}

/**
 * Removes what installations that were cut short have left.
 *
 * @param {string} folder
 */
function removeLeftovers(folder) {
  for (const name of fs.readdirSync(path.dirname(folder))) {
    const [of, pid] = name.split('.part-');
    if (of === path.basename(folder) && pid && !isAlive(Number(pid))) {
      fs.rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true });
    }
  }
}

/** @param {{ to: string, from: string }[]} files */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const { to, from } of files) hash.update(to).update(fs.readFileSync(from));
  return hash.digest('hex').slice(0, 12);
}

/**
 * @param {string} file
 * @param {() => boolean} isDone stop waiting, another process has done the work
 * @returns {Promise<(() => void) | undefined>} gives the lock back; undefined if the work is done already
 */
async function lock(file, isDone) {
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
    }
    if (isDone()) return undefined;
    if (isAbandoned(file)) fs.rmSync(file, { force: true });
    await pause(250);
  }
}

/**
 * Whether the process that holds the lock is gone. Two that take it over at the same time do the work twice, no harm.
 *
 * @param {string} file
 */
function isAbandoned(file) {
  try {
    if (Date.now() - fs.statSync(file).mtimeMs > staleAfterMilliseconds) return true;
    const holder = Number(fs.readFileSync(file, 'utf8'));
    return holder > 0 && !isAlive(holder);
  } catch {
    return false; // just given back
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** @param {string} folder */
async function npmInstall(folder) {
  const args = ['ci', '--ignore-scripts', '--omit=dev', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn('npm', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  /** @type {string[]} */
  const said = [];
  npm.stdout.on('data', (chunk) => said.push(String(chunk)));
  npm.stderr.on('data', (chunk) => said.push(String(chunk)));
  /** @type {number | null} */
  const code = await new Promise((resolve, reject) => {
    npm.once('error', reject);
    npm.once('close', resolve);
  });
  if (code !== 0) throw new Error(`npm ci failed in ${folder} (${code}):\n${said.join('')}`);
}
