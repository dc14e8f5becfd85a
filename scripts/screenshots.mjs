// Owns: the pictures of the documentation: each scene opens an example in real VS Code and takes a named picture.
//
//   npm run screenshots -- [NAME…]      all scenes, or the named ones, into docs/images; needs a build

import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './host/paths.mjs';
import { openWorkbench } from './host/workbench.mjs';
import { shrinkPng } from './png.mjs';

const examples = path.join(repositoryRoot, 'examples');
const images = path.join(repositoryRoot, 'docs', 'images');

/** Larger pictures make the documentation slow to open. */
const largestBytes = 300_000;

/** @typedef {import('./host/workbench.mjs').Workbench} Workbench */

/**
 * @typedef {object} Scene
 * @property {string} name of the picture, without extension
 * @property {string} file in examples
 * @property {'light' | 'dark'} theme
 * @property {{ width: number, height: number }} size of the window
 * @property {(vscode: Workbench) => Promise<void>} play up to the moment of the picture
 */

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const report = '雁溪县政府工作报告.txt';
const opening = '新材料产业园开园致辞.txt';
const mobilisation = '全市项目建设攻坚动员部署会讲话.md';
const whole = { width: 1120, height: 700 };
const wide = { width: 1280, height: 720 };
const part = { width: 880, height: 420 };

/** @type {Scene[]} */
const scenes = [
  { name: 'holes', file: report, theme: 'light', size: whole, play: showHoles },
  { name: 'holes-dark', file: opening, theme: 'dark', size: whole, play: showHoles },
  { name: 'echo-report', file: report, theme: 'light', size: wide, play: showEchoReport },
  { name: 'echo-report-dark', file: report, theme: 'dark', size: wide, play: showEchoReport },
  {
    name: 'holes-view',
    file: report,
    theme: 'light',
    size: { width: 1120, height: 560 },
    play: async (vscode) => {
      await vscode.squiggles().first().waitFor();
      await vscode.command('讲稿: 聚焦于待填视图').catch(() => vscode.command('讲稿: Focus on 待填 View'));
      await vscode.viewRows().nth(8).waitFor();
      await vscode.focusEditor();
      await vscode.command('讲稿: 下一待填处');
    },
  },
  {
    name: 'fill',
    file: report,
    theme: 'light',
    size: part,
    play: async (vscode) => {
      await goToLine(vscode, 10);
      await vscode.ask('讲稿: 批量填写', '批量填写');
    },
  },
  { name: 'final', file: report, theme: 'light', size: wide, play: showFinalCheck },
  { name: 'final-dark', file: report, theme: 'dark', size: wide, play: showFinalCheck },
  {
    name: 'new-speech',
    file: report,
    theme: 'light',
    size: part,
    play: async (vscode) => {
      await vscode.squiggles().first().waitFor();
      await vscode.ask('讲稿: 新建讲话稿…', '要写哪一种');
      await vscode.page.locator('.quick-input-list .monaco-list-row').nth(6).waitFor();
    },
  },
  {
    name: 'hover',
    file: report,
    theme: 'light',
    size: part,
    play: async (vscode) => {
      await goToLine(vscode, 10);
      await vscode.command('讲稿: 下一待填处');
      await vscode.page.locator('.statusbar-item', { hasText: '第 6 处，共 43 处' }).waitFor();
      await vscode.page.keyboard.press('Control+k');
      await vscode.page.keyboard.press('Control+i');
      await vscode.page.locator('.monaco-hover:not(.hidden) .hover-row', { hasText: '可以：' }).waitFor();
    },
  },
  {
    name: 'quick-fixes',
    file: opening,
    theme: 'light',
    size: part,
    play: async (vscode) => {
      await goToLine(vscode, 7);
      await vscode.command('讲稿: 下一待填处');
      await vscode.quickFixes();
    },
  },
  {
    name: 'numbering',
    file: mobilisation,
    theme: 'dark',
    size: { width: 880, height: 680 }, // the menu below the line, not over it
    play: async (vscode) => {
      await goToLine(vscode, 35);
      await vscode.quickFixes();
    },
  },
  {
    name: 'outline',
    file: report,
    theme: 'light',
    size: part,
    play: async (vscode) => {
      await vscode.squiggles().first().waitFor();
      await vscode.press('Control+Shift+o');
      await vscode.page.locator('.quick-input-list .monaco-list-row').nth(3).waitFor();
    },
  },
  {
    name: 'snippets',
    file: report,
    theme: 'dark',
    size: part,
    play: async (vscode) => {
      await goToLine(vscode, 28);
      await vscode.press('Control+End');
      await vscode.press('Enter');
      await vscode.type('chengji');
      await vscode.page.locator('.suggest-widget.visible .monaco-list-row').nth(1).waitFor();
    },
  },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !scenes.some((scene) => scene.name === name));
if (unknown.length > 0) throw new Error(`no such picture: ${unknown.join(', ')}; there are ${scenes.map(({ name }) => name).join(', ')}`);
fs.mkdirSync(images, { recursive: true });
for (const scene of scenes) if (wanted.length === 0 || wanted.includes(scene.name)) await take(scene);

/** The draft with its holes underlined, and the list of them. @param {Workbench} vscode */
async function showHoles(vscode) {
  await vscode.squiggles().first().waitFor();
  await vscode.problems();
  await vscode.focusEditor();
}

/** @param {Workbench} vscode */
async function showFinalCheck(vscode) {
  await vscode.squiggles().first().waitFor();
  await vscode.command('讲稿: 定稿检查');
  const page = vscode.page.frameLocator('iframe.webview').frameLocator('iframe');
  await page.getByText('尚不能定稿').first().waitFor();
}

/** The report of three drafts beside one of them, with a group that two drafts share lit up. @param {Workbench} vscode */
async function showEchoReport(vscode) {
  await vscode.squiggles().first().waitFor();
  await vscode.openFile(opening);
  await vscode.openFile(mobilisation);
  await vscode.squiggles().first().waitFor();
  await vscode.command('讲稿: 重复报告');
  const view = vscode.page.frameLocator('iframe.webview').frameLocator('iframe');
  await view.locator('.mark.c0 rect').first().click(); // goes to the place in the draft
  await vscode.page.locator('.statusbar-item', { hasText: 'selected' }).waitFor();
}

/** Puts the caret at the start of a line, with findings in sight. @param {Workbench} vscode @param {number} line from 1 */
async function goToLine(vscode, line) {
  await vscode.squiggles().first().waitFor();
  await vscode.press('Control+g');
  await vscode.page.locator('.quick-input-widget input').first().fill(`:${line}`);
  await vscode.press('Enter');
  await vscode.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col 1` }).waitFor();
  await vscode.squiggles().first().waitFor();
}

/** @param {Scene} scene */
async function take({ name, file, theme, size, play }) {
  const vscode = await openWorkbench({
    folder: examples,
    file: path.join(examples, file),
    extensions: [repositoryRoot],
    locale: 'zh-cn',
    viewport: size,
    scale: 2,
    settings: {
      'workbench.colorTheme': themes[theme],
      'workbench.activityBar.location': 'hidden',
      'workbench.layoutControl.enabled': false,
      'window.commandCenter': false,
      'editor.codeActionWidget.includeNearbyQuickFixes': false,
      'editor.wordWrap': 'on',
      'editor.minimap.enabled': false,
      'editor.fontSize': 15,
    },
  });
  try {
    await vscode.press('Control+b'); // without the side bar
    await vscode.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await play(vscode);
    const picture = path.join(images, `${name}.png`);
    await vscode.screenshot(picture);
    fs.writeFileSync(picture, shrinkPng(fs.readFileSync(picture)));
    const bytes = fs.statSync(picture).size;
    console.log(`${path.relative(repositoryRoot, picture)}: ${Math.round(bytes / 1000)} kB`);
    if (bytes > largestBytes) throw new Error(`${name} is larger than ${largestBytes} bytes`);
  } finally {
    await vscode.close();
  }
}
