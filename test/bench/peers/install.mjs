// Owns the other programs that we are measured beside: they are installed when they are needed, outside the project, which does
// not depend on them.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installProfile } from '../../../scripts/host/install.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Installs them if they are not there yet. @returns {Promise<string>} the folder of their packages */
export async function installPeers() {
  const what = '安装用来比较的程序 Installing the programs to compare with (first time only)';
  return join(await installProfile({ name: 'bench-peers', from: here, what }), 'node_modules');
}

/** @param {string} modules @param {string} name */
const versionOf = (modules, name) => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;

/**
 * AutoCorrect's linter in this process.
 * @param {string} modules
 * @returns {{ version: string, lint: (text: string) => number }} `lint` gives the number of findings
 */
export function loadAutoCorrect(modules) {
  const { lintFor } = createRequire(import.meta.url)(join(modules, 'autocorrect-node'));
  return { version: versionOf(modules, 'autocorrect-node'), lint: (text) => lintFor(text, 'draft.txt').lines.length };
}

/** The command of `autocorrect server`. @param {string} modules @returns {string[]} */
export function autoCorrectServer(modules) {
  return [process.execPath, join(modules, 'autocorrect-node', 'cli.js'), 'server'];
}

/**
 * @typedef {object} Peer
 * @property {string} name with its version
 * @property {string[]} command less what it is to look at
 */

/** jscpd: the program itself, without the script that starts it. @param {string} modules @returns {Peer} */
export function jscpd(modules) {
  const script = join(modules, 'jscpd', 'run-jscpd.js');
  const own = readdirSync(modules).find((name) => name.startsWith('jscpd-'));
  const program = own === undefined ? undefined : join(modules, own, 'bin', process.platform === 'win32' ? 'jscpd.exe' : 'jscpd');
  return { name: `jscpd ${versionOf(modules, 'jscpd')}`, command: program === undefined ? [process.execPath, script] : [program] };
}

/** @param {string} modules @returns {Peer} */
export function autoCorrect(modules) {
  const command = [process.execPath, join(modules, 'autocorrect-node', 'cli.js'), '--lint', '--quiet', '--format', 'json'];
  return { name: `AutoCorrect ${versionOf(modules, 'autocorrect-node')}`, command };
}

/** @param {string} modules @returns {Peer} */
export function zhlint(modules) {
  return {
    name: `zhlint ${versionOf(modules, 'zhlint')}`,
    command: [process.execPath, '--max-old-space-size=8192', join(modules, 'zhlint', 'bin', 'index.js')],
  };
}

/**
 * PMD CPD, whose classes an npm package carries; a script beside this file calls it, run by the interpreter that lies among them.
 * @param {string} modules
 * @returns {Peer | string} why there is none
 */
export function cpd(modules) {
  const java = process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin', 'java') : 'java';
  try {
    execFileSync(java, ['-version'], { stdio: 'ignore' });
  } catch {
    return '没有 Java there is no Java';
  }
  const classes = join(modules, '@salesforce', 'code-analyzer-pmd-engine', 'dist', 'java-lib');
  const version = readdirSync(classes).flatMap((name) => /^pmd-core-(.+)\.jar$/.exec(name)?.[1] ?? [])[0];
  const memory = `-Xmx${Math.floor((0.6 * totalmem()) / 2 ** 20)}m`;
  const interpreter = ['org.mozilla.javascript.tools.shell.Main', '-opt', '-1', join(here, 'cpd.js')];
  return { name: `PMD CPD ${version}`, command: [java, memory, '-cp', join(classes, '*'), ...interpreter] };
}
