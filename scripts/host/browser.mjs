// Owns: which browser drives the workbench, and starting it: the system's, else one that comes from npm.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';
import { fontEnvironment } from './font.mjs';
import { installProfile } from './install.mjs';

const commands = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * @typedef {object} Candidate
 * @property {string} name for messages
 * @property {() => Promise<{ executable: string, environment: Record<string, string> }>} ensure installs it if need be
 */

/**
 * Starts a headless browser: the first candidate that starts.
 * `SPEECH_DRAFT_BROWSER` names an executable, or says `npm` for the one from npm.
 *
 * @param {string} temporaryFolder where its own files go
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws {Error} with the one command to run, if none starts
 */
export async function launchBrowser(temporaryFolder) {
  /** @type {string[]} */
  const failures = [];
  for (const { name, ensure } of candidates()) {
    try {
      const { executable, environment } = await ensure();
      const fonts = await fontEnvironment();
      const env = { ...withoutUndefined(process.env), TMPDIR: temporaryFolder, ...environment, ...fonts };
      return await withTemporaryFolder(temporaryFolder, () => chromium.launch({ executablePath: executable, args: switches, env }));
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    [
      '没有可用的浏览器。请运行：apt-get install -y chromium（或安装 Chrome、Edge，或用 SPEECH_DRAFT_BROWSER 指定路径）',
      'No browser can be started. Run: apt-get install -y chromium (or install Chrome or Edge, or set SPEECH_DRAFT_BROWSER)',
      ...failures,
    ].join('\n'),
  );
}

/**
 * The driver puts the browser's profile into the temporary folder of this process.
 *
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} launch
 */
async function withTemporaryFolder(folder, launch) {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await launch();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** @returns {Candidate[]} */
function candidates() {
  const wish = process.env['SPEECH_DRAFT_BROWSER'];
  if (wish && wish !== 'npm') return [installed(wish)];
  const system = wish === 'npm' ? [] : systemBrowsers().map(installed);
  const fromNpm = process.platform === 'linux' && process.arch === 'x64' ? [npmBrowser] : [];
  return [...system, ...fromNpm];
}

/** The system's Chrome, Chromium and Edge. */
export function systemBrowsers() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const base = process.env[variable];
    return base
      ? ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((name) => path.join(base, name))
      : [];
  });
  const all = [...onPath, ...applications, ...windows].filter((file) => fs.existsSync(file));
  return [...new Map(all.map((file) => [fs.realpathSync(file), file])).values()];
}

/**
 * @param {string} executable
 * @returns {Candidate}
 */
function installed(executable) {
  return { name: executable, ensure: () => Promise.resolve({ executable, environment: {} }) };
}

/** Chromium as an npm package: the program and the libraries it needs, packed with Brotli. @type {Candidate} */
const npmBrowser = {
  name: '@sparticuz/chromium',
  ensure: async () => {
    const folder = await installProfile({
      name: 'chromium',
      what: '安装无界面浏览器 Chromium（仅第一次，约 68 MB） Installing headless Chromium (first time only)',
      finish: unpackChromium,
    });
    const libraries = [path.join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean);
    return {
      executable: path.join(folder, 'chromium'),
      environment: { LD_LIBRARY_PATH: libraries.join(path.delimiter) },
    };
  },
};

/** @param {string} folder */
async function unpackChromium(folder) {
  const packed = path.join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin');
  /** @param {string} from @param {string} to */
  const inflate = (from, to) =>
    pipeline(
      fs.createReadStream(path.join(packed, from)),
      createBrotliDecompress(),
      fs.createWriteStream(path.join(folder, to), { mode: 0o755 }),
    );
  await inflate('chromium.br', 'chromium');
  for (const archive of ['al2023.tar', 'swiftshader.tar']) {
    await inflate(`${archive}.br`, archive);
    execFileSync('tar', ['-xf', archive, '--no-same-owner'], { cwd: folder });
    fs.rmSync(path.join(folder, archive));
  }
  fs.rmSync(packed, { recursive: true });
}

/** @param {NodeJS.ProcessEnv} environment */
function withoutUndefined(environment) {
  /** @type {Record<string, string>} */
  const all = {};
  for (const [key, value] of Object.entries(environment)) if (value !== undefined) all[key] = value;
  return all;
}
