// Owns: which files make up an installed VS Code (server and workbench) and with which Node.js it runs.

import fs from 'node:fs';
import path from 'node:path';
import { installProfile } from './install.mjs';
import { chosenVSCodeVersion } from './paths.mjs';

/**
 * @typedef {object} VSCode
 * @property {string} version
 * @property {string} node the Node.js that it runs with
 * @property {string} server the script that starts it
 */

/**
 * Installs VS Code if it is not there yet.
 *
 * @param {string} [version] one of `vscodeVersions`
 * @returns {Promise<VSCode>}
 * @throws {Error} where it cannot run or cannot be installed
 */
export async function ensureVSCode(version = chosenVSCodeVersion()) {
  if (process.platform !== 'linux') {
    throw new Error(
      '浏览器版 VS Code 只能在 Linux 上自动安装，请先安装桌面版 VS Code，并让 code 命令可用。\n' +
        'VS Code in the browser can be installed on Linux only: install VS Code with its `code` command instead.',
    );
  }
  const folder = await installProfile({
    name: version,
    what: `安装 VS Code ${version}（仅第一次，约 180 MB） Installing VS Code (first time only)`,
    stubs: ['native-watchdog', 'ripgrep', 'spdlog'],
    // the server and the workbench look for their modules beside themselves
    finish: (staging) => fs.symlinkSync(path.join('..', '..', '..'), path.join(vscodeIn(staging), 'node_modules')),
  });
  return {
    version,
    node: path.join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node'),
    server: path.join(vscodeIn(folder), 'out', 'server-main.js'),
  };
}

/** @param {string} folder */
function vscodeIn(folder) {
  return path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}
