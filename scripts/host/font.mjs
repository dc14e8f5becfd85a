// Owns: that Chinese text can be seen in the headless browser: the system's fonts, else one from npm.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installProfile } from './install.mjs';

const systemFolders = ['/usr/share/fonts', '/usr/local/share/fonts', '~/.local/share/fonts', '~/.fonts'];
const chineseFont =
  /cjk|wqy|wenquan|source-?han|(noto|harmony).*(sans|serif)-?(sc|hans)|droidsansfallback|uming|ukai|simsun|simhei|msyh|lxgw|puhuiti|misans/i;
const fontFile = /\.(ttf|ttc|otf|otc)$/i;

/**
 * The environment that lets a browser find a Chinese font: nothing where the system has one, else a configuration
 * that adds one to the system's. Installs it if it is not there yet.
 *
 * @returns {Promise<Record<string, string>>} environment variables for the browser
 */
export async function fontEnvironment() {
  if (process.platform !== 'linux') return {};
  const chineseFirst = { FC_LANG: 'zh-cn' }; // else a font for all of CJK shows its Japanese forms
  if (systemFolders.some((folder) => hasChineseFont(atHome(folder)))) return chineseFirst;
  const folder = await installProfile({
    name: 'font',
    what: '安装中文字体（仅第一次，约 36 MB） Installing a Chinese font (first time only)',
  });
  const file = path.join(folder, 'fonts.conf');
  if (!fs.existsSync(file)) fs.writeFileSync(file, configuration(folder));
  return { ...chineseFirst, FONTCONFIG_FILE: file };
}

/** @param {string} folder */
function atHome(folder) {
  return folder.replace(/^~/, os.homedir());
}

/** @param {string} folder */
function hasChineseFont(folder) {
  try {
    return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => fontFile.test(name) && chineseFont.test(name));
  } catch {
    return false;
  }
}

/** @param {string} folder */
function configuration(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(folder, 'node_modules', '@embedpdf', 'fonts-sc', 'fonts')}</dir>
  <cachedir>${path.join(folder, 'cache')}</cachedir>
</fontconfig>
`;
}
