// Owns: `npm start`: real VS Code on the examples with the extension running, for a person to try.
//
//   npm start -- [--browser] [--port N] [--no-open] [--locale zh-cn|en] [FOLDER]
//
// Desktop VS Code where there is one (not with --browser), otherwise VS Code in the browser until Ctrl+C.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktopCode } from './host/desktop.mjs';
import { openFrontDoor } from './host/front-door.mjs';
import { repositoryRoot } from './host/paths.mjs';
import { startServer } from './host/server.mjs';

const draftFile = /\.(md|txt)$/i;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'boolean', default: false },
    port: { type: 'string' },
    open: { type: 'boolean', default: true },
    locale: { type: 'string', default: systemLocale() },
  },
  allowNegative: true,
});
const folder = path.resolve(positionals[0] ?? path.join(repositoryRoot, 'examples'));
const built = path.join(repositoryRoot, 'dist', 'client.cjs');

if (!fs.existsSync(built)) fail('还没有构建，请运行 npm start。', 'Not built yet: run npm start.');
if (!fs.existsSync(folder)) fail(`没有这个文件夹：${folder}`, `There is no such folder: ${folder}`);
const draft = firstDraft(folder);
const code = values.browser ? undefined : findDesktopCode();
try {
  process.exitCode = code ? await startDesktop(code) : await startInBrowser();
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (taken) fail(`端口 ${values.port} 已被占用。`, `Port ${values.port} is taken.`);
  fail(error instanceof Error ? error.message : String(error));
}

/** @param {string} command @returns {Promise<number>} its exit code */
async function startDesktop(command) {
  console.log(`在桌面版 VS Code 中打开 · Opening in desktop VS Code: ${folder}`);
  const args = [`--extensionDevelopmentPath=${repositoryRoot}`, '--new-window', folder, ...(draft ? [draft] : [])];
  const windows = process.platform === 'win32';
  const child = spawn(windows ? `"${command}"` : command, windows ? args.map((arg) => `"${arg}"`) : args, {
    stdio: 'inherit',
    shell: windows,
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode) => resolve(exitCode ?? 1));
  });
}

/** @returns {Promise<number>} 0 after Ctrl+C, 1 if VS Code ended by itself */
async function startInBrowser() {
  const server = await startServer({ extensions: [repositoryRoot], locale: values.locale, settings: { 'editor.wordWrap': 'on' } });
  process.once('exit', server.stopNow);
  const door = await openFrontDoor(server, { folder, file: draft, port: values.port ? Number(values.port) : undefined });
  const address = `http://127.0.0.1:${door.port}/?tkn=${server.key}`;
  console.log(`VS Code 已就绪 · VS Code is ready:\n\n  ${address}\n\n按 Ctrl+C 结束 · Press Ctrl+C to stop`);
  if (values.open) openInBrowser(address);
  const ended = await Promise.race([untilSignal(), server.whenEnded]);
  if (ended !== undefined) console.error(`VS Code 意外退出 · VS Code ended (${ended})\n${server.readLog()}`);
  await door.close();
  await server.stop();
  return ended === undefined ? 0 : 1;
}

/** @returns {Promise<undefined>} when the person has had enough */
function untilSignal() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve(undefined));
  });
}

/** Opens the person's browser where there is a screen; the printed address is there in any case. @param {string} address */
function openInBrowser(address) {
  if (process.env['CI'] || (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])) return;
  const opener = spawn('xdg-open', [address], { detached: true, stdio: 'ignore' });
  opener.once('error', () => {}); // no such command
  opener.unref();
}

/** @param {string} where @returns {string | undefined} the first draft in it, by name */
function firstDraft(where) {
  const name = fs
    .readdirSync(where)
    .sort()
    .find((file) => draftFile.test(file) && !/^readme\b/i.test(file));
  return name === undefined ? undefined : path.join(where, name);
}

/** @returns {string} `zh-cn` for a person whose system speaks Chinese, else `en` */
function systemLocale() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh') ? 'zh-cn' : 'en';
}

/** @param {string[]} lines @returns {never} */
function fail(...lines) {
  console.error(lines.join('\n'));
  process.exit(2);
}
