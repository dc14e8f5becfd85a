// Owns: finding a desktop VS Code that can open a window here.

import fs from 'node:fs';
import path from 'node:path';

const applications = ['/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code'];

/**
 * @returns {string | undefined} the `code` command of a desktop VS Code; undefined where there is none, where there is
 * no screen, and for the command of a remote session, which opens no extension in development
 */
export function findDesktopCode() {
  const { platform, env } = process;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return undefined;
  const name = platform === 'win32' ? 'code.cmd' : 'code';
  const onPath = (env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, name));
  return [...onPath, ...applications].find((file) => fs.existsSync(file) && !fs.realpathSync(file).includes('remote-cli'));
}
