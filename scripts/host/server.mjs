// Owns: one private VS Code server on 127.0.0.1: its own data folder, port, key and process group, removed at the end.

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { prepareLocale } from './locale.mjs';
import { quietSettings, restrictedSettings } from './settings.mjs';
import { ensureVSCode } from './vscode.mjs';

const startMilliseconds = 60_000;
const graceMilliseconds = 400;

/** Variables of a surrounding VS Code or Node.js run that would change this one. */
const unwanted = ['XDG_RUNTIME_DIR', 'NODE_OPTIONS', 'VSCODE_IPC_HOOK_CLI', 'ELECTRON_RUN_AS_NODE'];

/**
 * @typedef {object} ServerOptions
 * @property {string | undefined} [userDataFolder] else a fresh one that is removed at the end
 * @property {string | undefined} [extensionsFolder] else a fresh one that is removed at the end
 * @property {string[] | undefined} [extensions] folders of built extensions, each linked into the extensions folder
 * @property {Record<string, unknown> | undefined} [settings] user settings beside the quiet ones
 * @property {string | undefined} [locale] display language, `en` unless said
 * @property {boolean | undefined} [driver] whether a page may name an extension in development and tests
 * @property {boolean | undefined} [untilLeft] whether the server ends by itself when nobody is connected
 * @property {boolean | undefined} [restricted] whether the folder is one that the person has not said to trust: Restricted Mode
 * @property {string[] | undefined} [switches] further switches of the server
 * @property {((folder: string) => Record<string, string>) | undefined} [environment] further variables, given the run folder
 */

/**
 * @typedef {object} Server
 * @property {string} folder the run folder: everything that is removed at the end
 * @property {string} temporaryFolder where temporary files of this session go
 * @property {string} authority `127.0.0.1:PORT`
 * @property {number} port
 * @property {string} key whoever knows it may connect
 * @property {() => string} readLog
 * @property {() => string | undefined} ended how it ended, if it has
 * @property {Promise<string>} whenEnded how it ended, also when it was stopped
 * @property {() => Promise<void>} stop ends it and removes its folder
 * @property {() => void} stopNow the same at once, for the last moment of this process
 */

/**
 * Starts a server; resolves when it listens.
 *
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 * @throws {Error} with its log, if it does not start
 */
export async function startServer(options = {}) {
  const code = await ensureVSCode();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sd-')); // short: sockets live in it
  const temporaryFolder = path.join(folder, 't');
  const dataFolder = path.join(folder, 'd');
  const userData = options.userDataFolder ?? path.join(dataFolder, 'data');
  fs.mkdirSync(temporaryFolder);
  const extensionsFolder = options.extensionsFolder ?? path.join(folder, 'e');
  for (const extension of options.extensions ?? []) linkExtension(extension, extensionsFolder);
  writeSettings(userData, { ...options.settings, ...(options.restricted && restrictedSettings) });
  prepareLocale(userData, options.locale);

  const key = randomBytes(16).toString('hex');
  const log = path.join(folder, 'server.log');
  const output = fs.openSync(log, 'a');
  const child = spawn(
    code.node,
    [
      code.server,
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', key, '--accept-server-license-terms'],
      ...['--server-data-dir', dataFolder, '--user-data-dir', userData],
      ...['--extensions-dir', extensionsFolder],
      ...['--disable-telemetry', '--agent-host-bridge-connection-token', 'none'],
      ...(options.restricted ? [] : ['--disable-workspace-trust']),
      ...(options.locale ? ['--locale', options.locale] : []),
      ...(options.driver ? ['--enable-smoke-test-driver'] : []),
      ...(options.untilLeft ? ['--enable-remote-auto-shutdown', '--reconnection-grace-time', '5'] : []),
      ...(options.switches ?? []),
    ],
    {
      detached: true,
      stdio: ['ignore', output, output],
      env: environment({ TMPDIR: temporaryFolder, XDG_CACHE_HOME: path.join(folder, 'c'), ...options.environment?.(folder) }),
    },
  );
  fs.closeSync(output);
  /** @type {string | undefined} */
  let ended;
  /** @type {Promise<string>} */
  const whenEnded = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (status, signal) => resolve(`exit ${status ?? signal}`));
  });
  void whenEnded.then((how) => (ended = how));
  const reaper = startReaper(child.pid ?? 0, folder);

  const readLog = () => readText(log);
  const stopNow = () => {
    reaper.kill('SIGKILL');
    signalGroup(child.pid, 'SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const stop = async () => {
    const deadline = performance.now() + graceMilliseconds;
    signalGroup(child.pid, 'SIGTERM');
    while (performance.now() < deadline && signalGroup(child.pid, 0)) await pause(40);
    signalGroup(child.pid, 'SIGKILL');
    reaper.kill('SIGKILL');
    await fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const port = await listening(readLog, () => ended);
  if (port === undefined) {
    const said = readLog();
    stopNow();
    throw new Error(`VS Code did not start (${ended ?? `nothing in ${startMilliseconds} ms`})\n${said}`);
  }
  const authority = `127.0.0.1:${port}`;
  return { folder, temporaryFolder, authority, port, key, readLog, ended: () => ended, whenEnded, stop, stopNow };
}

/**
 * Runs the server's command line (`--install-extension` and the like) and waits for it.
 *
 * @param {string[]} args
 * @param {string} [extensionsFolder]
 * @returns {Promise<number>} its exit code
 */
export async function runServerCommand(args, extensionsFolder) {
  const code = await ensureVSCode();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sd-'));
  try {
    const where = extensionsFolder ? ['--extensions-dir', extensionsFolder] : [];
    const own = ['--accept-server-license-terms', '--disable-telemetry', '--server-data-dir', path.join(folder, 'd')];
    const done = spawnSync(code.node, [code.server, ...own, ...where, ...args], {
      stdio: 'inherit',
      env: environment({ TMPDIR: folder, XDG_CACHE_HOME: path.join(folder, 'c') }),
    });
    return done.status ?? 1;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The address of a page of this server.
 *
 * @param {Server} server
 * @param {{ folder?: string | undefined, workspace?: string | undefined, payload?: [string, string][] }} [what]
 */
export function pageAddress(server, { folder, workspace, payload = [] } = {}) {
  const query = new URLSearchParams({ tkn: server.key });
  if (workspace) query.set('workspace', workspace);
  else if (folder) query.set('folder', folder);
  else query.set('ew', 'true');
  query.set('payload', JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]));
  return `http://${server.authority}/?${query}`;
}

/**
 * How a page of a server names a file.
 *
 * @param {{ authority: string }} server
 * @param {string} file an absolute path
 */
export function remoteAddress(server, file) {
  return `vscode-remote://${server.authority}${pathToFileURL(file).pathname}`;
}

/**
 * Makes a built extension an installed one, for every page: VS Code lists the folders that it finds at its first start.
 *
 * @param {string} extension @param {string} extensionsFolder
 */
function linkExtension(extension, extensionsFolder) {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8'));
  fs.mkdirSync(extensionsFolder, { recursive: true });
  fs.symlinkSync(extension, path.join(extensionsFolder, `${publisher}.${name}-${version}`), 'dir');
}

/** @param {string} userData @param {Record<string, unknown>} [own] */
function writeSettings(userData, own) {
  const file = path.join(userData, 'User', 'settings.json');
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify({ ...quietSettings, ...own }, null, 2)}\n`);
}

/** @param {Record<string, string>} own */
function environment(own) {
  // no marketplace, so no look-ups
  /** @type {NodeJS.ProcessEnv} */
  const all = { ...process.env, EXTENSIONS_GALLERY: '{}', ...own };
  for (const name of unwanted) delete all[name];
  return all;
}

/**
 * If this process is killed outright, its end of the pipe closes; then the server's process group and folder go too.
 *
 * @param {number} group @param {string} folder
 */
function startReaper(group, folder) {
  const script = 'read _; kill -TERM -"$1" 2>/dev/null; sleep 2; kill -KILL -"$1" 2>/dev/null; rm -rf "$2"';
  const reaper = spawn('sh', ['-c', script, 'reaper', String(group), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  reaper.once('error', () => {}); // no shell: then only an orderly end cleans up
  return reaper;
}

/** @param {number | undefined} group @param {NodeJS.Signals | 0} signal */
function signalGroup(group, signal) {
  if (!group) return false;
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}

/** @param {() => string} readLog @param {() => string | undefined} ended */
async function listening(readLog, ended) {
  const deadline = performance.now() + startMilliseconds;
  while (performance.now() < deadline && ended() === undefined) {
    const port = /Extension host agent listening on (\d+)/.exec(readLog())?.[1];
    if (port) return Number(port);
    await pause(40);
  }
  return undefined;
}

/** @param {string} file */
function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
