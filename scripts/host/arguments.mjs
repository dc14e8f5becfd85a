// Owns: reading the command line of the desktop `code` executable, as far as the stand-in understands it.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Switches of the desktop that stand alone; any other `--switch word` takes the word as its value. */
const alone = new Set([
  'disable-crash-reporter',
  'disable-extensions',
  'disable-gpu',
  'disable-gpu-sandbox',
  'disable-telemetry',
  'disable-updates',
  'disable-workspace-trust',
  'force',
  'list-extensions',
  'n',
  'new-window',
  'no-cached-data',
  'no-sandbox',
  'show-versions',
  'skip-add-to-recently-opened',
  'skip-release-notes',
  'skip-welcome',
  'v',
  'verbose',
  'version',
  'w',
  'wait',
]);

/**
 * @typedef {object} Wish
 * @property {string[]} extensionCommand arguments that list, install or remove extensions or ask for the version; else empty
 * @property {string[]} developmentPaths
 * @property {string | undefined} testsPath
 * @property {string | undefined} folder
 * @property {string | undefined} workspace
 * @property {string[]} files
 * @property {string | undefined} userDataFolder
 * @property {string | undefined} extensionsFolder
 * @property {boolean} disableExtensions
 * @property {string | undefined} locale
 * @property {string | undefined} logLevel
 * @property {boolean} verbose
 */

/**
 * @param {string[]} args without the executable; switches that only a desktop knows are passed over
 * @returns {Wish} all paths absolute
 */
export function parseArguments(args) {
  const { switches, rest } = split(args);
  /** @param {string} name */
  const all = (name) => switches.get(name) ?? [];
  /** @param {string} name */
  const last = (name) => all(name).at(-1);
  /** @param {string} name */
  const lastPath = (name) => {
    const value = last(name);
    return value === undefined ? undefined : toPath(value);
  };
  const opened = [...rest, ...all('folder-uri'), ...all('file-uri')].map(toPath);
  const isWorkspace = (/** @type {string} */ file) => file.endsWith('.code-workspace');
  return {
    extensionCommand: extensionCommand(switches),
    developmentPaths: all('extensionDevelopmentPath').map(toPath),
    testsPath: lastPath('extensionTestsPath'),
    workspace: opened.find(isWorkspace),
    folder: opened.find((file) => !isWorkspace(file) && isFolder(file)),
    files: opened.filter((file) => !isWorkspace(file) && !isFolder(file)),
    userDataFolder: lastPath('user-data-dir'),
    extensionsFolder: lastPath('extensions-dir'),
    disableExtensions: switches.has('disable-extensions'),
    locale: last('locale'),
    logLevel: last('log'),
    verbose: switches.has('verbose'),
  };
}

/** @param {string[]} args */
function split(args) {
  /** @type {Map<string, string[]>} */
  const switches = new Map();
  /** @type {string[]} */
  const rest = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    const [, name, value] = /^--?([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) {
      rest.push(word);
      continue;
    }
    const next = args[i + 1];
    const takesNext = value === undefined && !alone.has(name) && next !== undefined && !next.startsWith('-');
    switches.set(name, [...(switches.get(name) ?? []), takesNext ? next : (value ?? '')]);
    if (takesNext) i++;
  }
  return { switches, rest };
}

/** @param {Map<string, string[]>} switches */
function extensionCommand(switches) {
  const named = ['install-extension', 'uninstall-extension'].flatMap((name) =>
    (switches.get(name) ?? []).flatMap((extension) => [`--${name}`, extension]),
  );
  const plain = ['list-extensions', 'version'].filter((name) => switches.has(name));
  if (switches.has('v') && !plain.includes('version')) plain.push('version');
  if (named.length + plain.length === 0) return [];
  const extra = ['show-versions', 'force'].filter((name) => switches.has(name));
  return [...named, ...[...plain, ...extra].map((name) => `--${name}`)];
}

/** @param {string} word */
function toPath(word) {
  return word.startsWith('file:') ? fileURLToPath(word) : path.resolve(word);
}

/** @param {string} file */
function isFolder(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
