// Owns: the names and places of everything the VS Code host keeps: the cache folder, the profiles, the repository root.
// Never here: installing, starting or downloading anything.

import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder. */
export const hostFolder = path.dirname(fileURLToPath(import.meta.url));

/** The root of the repository. */
export const repositoryRoot = path.resolve(hostFolder, '..', '..');

/** The VS Code versions that the host can install, oldest first: one folder in `profiles/` for each. */
export const vscodeVersions = Object.freeze(['1.100.3', '1.139.1']);

/** The VS Code version taken when nothing else is asked for. */
export const defaultVSCodeVersion = '1.139.1';

/**
 * The VS Code version to use: `SPEECH_DRAFT_HOST_VSCODE`, which may also say `oldest` or `newest`.
 *
 * @returns {string} one of `vscodeVersions`
 * @throws {Error} if the variable names a version that has no profile
 */
export function chosenVSCodeVersion() {
  const wish = process.env['SPEECH_DRAFT_HOST_VSCODE'] ?? defaultVSCodeVersion;
  if (wish === 'newest') return vscodeVersions[vscodeVersions.length - 1] ?? defaultVSCodeVersion;
  if (wish === 'oldest') return vscodeVersions[0] ?? defaultVSCodeVersion;
  if (vscodeVersions.includes(wish)) return wish;
  throw new Error(`SPEECH_DRAFT_HOST_VSCODE=${wish}: there is no such VS Code here; choose oldest, newest, ${vscodeVersions.join(' or ')}`);
}

/**
 * The folder that keeps installed hosts between runs, outside the repository:
 * `SPEECH_DRAFT_HOST_CACHE`, else `speech-draft-host` in the person's cache folder.
 *
 * @returns {string} an absolute path; the folder need not exist yet
 */
export function cacheFolder() {
  const own = process.env['SPEECH_DRAFT_HOST_CACHE'];
  if (own) return path.resolve(own);
  const base = process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache');
  return path.join(base, 'speech-draft-host');
}
