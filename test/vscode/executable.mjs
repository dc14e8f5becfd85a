// Owns: which VS Code the suite runs in.
//
//   SPEECH_DRAFT_VSCODE=PATH          that desktop executable
//   SPEECH_DRAFT_VSCODE_DOWNLOAD=1    a desktop VS Code, downloaded; also wherever the stand-in cannot run
//   otherwise                         the stand-in: real VS Code in a headless browser, from npm
//   SPEECH_DRAFT_HOST_VSCODE          oldest, newest or a version, for the last two

import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { chosenVSCodeVersion, hostFolder } from '../../scripts/host/paths.mjs';

/**
 * @typedef {object} Executable
 * @property {string} path
 * @property {string} name for the report
 * @property {boolean} standIn whether it is the stand-in
 */

/**
 * @returns {Promise<Executable>}
 * @throws {Error} if a download was asked for and fails
 */
export async function findExecutable() {
  const own = process.env['SPEECH_DRAFT_VSCODE'];
  if (own) return { path: path.resolve(own), name: `VS Code at ${own}`, standIn: false };
  if (process.env['SPEECH_DRAFT_VSCODE_DOWNLOAD'] === '1' || process.platform !== 'linux') {
    const version = process.env['SPEECH_DRAFT_HOST_VSCODE'] === 'oldest' ? chosenVSCodeVersion() : 'stable';
    return { path: await downloadAndUnzipVSCode(version), name: `desktop VS Code ${version}`, standIn: false };
  }
  const name = `VS Code ${chosenVSCodeVersion()} in a headless browser`;
  return { path: path.join(hostFolder, 'code.mjs'), name, standIn: true };
}
