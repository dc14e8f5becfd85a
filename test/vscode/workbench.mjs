// Owns: the tests of what only the workbench shows: boxes that a person types into, a view, a sheet that goes out and comes
// back. Real VS Code, real keys.
//
//   node test/vscode/workbench.mjs [--results FILE] [--only WORDS]      after a build

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../../scripts/host/paths.mjs';
import { openWorkbench } from '../../scripts/host/workbench.mjs';
import { restrictedScene } from './restricted.mjs';
import { walkthroughScene } from './walkthrough.mjs';
import { fillIn, rows, text, undo, until } from './workbench-waits.mjs';

/** @typedef {import('../../scripts/host/workbench.mjs').Workbench} Workbench */

const report = [
  '梧桐镇政府工作报告',
  '各位代表：',
  '一、上年工作',
  '（一）经济运行平稳。全镇地区生产总值完成X亿元，签约项目XX个。',
  '二、今年打算',
  '全镇地区生产总值达到X亿元。请书记×××同志讲话。',
  '',
].join('\n');

const copied = '全乡各村都要把堰塘清淤排在冬修的头一件，谁家门前的沟谁家领着掏。';

/** @type {Readonly<Record<string, string>>} */
const files = {
  '报告.txt': report,
  '同填.txt': '欢迎书记×××同志莅临指导。\n感谢书记×××同志多年支持。\n',
  '填表.txt': '2025年，全镇生产总值完成X亿元，粮食总产量3.5万吨，一般公共预算收入完成X亿元。\n',
  '日期.txt': '会议定于XXXX年X月X日召开，由×××同志主持。\n',
  '重复.txt': `动员会讲话\n同志们：\n一、清淤\n${copied}\n二、修渠\n先看图纸。${copied}\n`,
  '清单.txt': report.replace('一、上年工作', '新加的一行。\n一、上年工作'),
};

/**
 * @typedef {object} Scene
 * @property {string} name
 * @property {string} file what is open at the start
 * @property {string} [text] of that file, where `files` has none
 * @property {boolean} [restricted] in Restricted Mode
 * @property {(folder: string) => () => void} [prepare] what else is in the folder; gives what takes away the rest of it
 * @property {(vscode: Workbench, folder: string) => Promise<void>} play
 */

/** @type {Scene[]} */
const scenes = [
  {
    name: 'fill all alike: one value, typed into the box, goes into every place',
    file: '同填.txt',
    play: async (vscode) => {
      await vscode.press('Control+Home');
      await vscode.nextProblem();
      await vscode.quickFixes();
      await vscode.chooseQuickFix('填成同一内容');
      await vscode.box('填成同一内容');
      await vscode.type('王建华');
      await vscode.press('Enter');
      await text(vscode, '欢迎书记王建华同志莅临指导。\n感谢书记王建华同志多年支持。\n');
      await undo(vscode, files['同填.txt'] ?? '');
    },
  },
  {
    name: 'the view lists every hole under its headings, and Enter goes there',
    file: '报告.txt',
    play: async (vscode) => {
      await vscode.openView('讲稿');
      await rows(vscode, [
        '报告.txt',
        '一、上年工作',
        '（一）经济运行平稳',
        '地区生产总值完成X亿元',
        '签约项目XX个',
        '二、今年打算',
        '达到X亿元',
        '×××同志讲话',
      ]);
      await vscode.viewRows().filter({ hasText: '签约项目' }).click();
      await vscode.statusBar().getByText('(2 selected)').waitFor();
      await vscode.type('12');
      await text(vscode, report.replace('XX个', '12个'));
      await rows(vscode, [
        '报告.txt',
        '一、上年工作',
        '（一）经济运行平稳',
        '地区生产总值完成X亿元',
        '二、今年打算',
        '达到X亿元',
        '×××同志讲话',
      ]);
      await undo(vscode, report);
      await vscode.statusBar().getByText('待填 4').waitFor();
      const row = vscode.viewRows().filter({ hasText: '签约项目' });
      await row.hover();
      await row.locator('.action-label[aria-label^="忽略此处"]').click();
      await row.waitFor({ state: 'detached' });
    },
  },
  {
    name: 'the panel: type, pass over, the same indicator elsewhere, back, one undo for each step',
    file: '报告.txt',
    play: async (vscode) => {
      await vscode.ask('讲稿: 批量填写', '全镇地区生产总值完成【X】亿元');
      await vscode.type('186.5亿元');
      await vscode.press('Enter');
      await vscode.box('“地区生产总值”共有 2 处');
      await vscode.press('ArrowDown');
      await vscode.press('Enter');
      const both = report.replace('完成X', '完成186.5').replace('达到X', '达到186.5');
      await vscode.box('签约项目【XX】个');
      await text(vscode, both);
      await vscode.press('Shift+Enter'); // to what was filled in just now
      await vscode.box('批量填写 (1/4)');
      await vscode.press('Enter'); // leaves it as it is
      await vscode.box('签约项目【XX】个');
      await vscode.press('Enter'); // passes over
      await vscode.box('【×××】同志');
      await vscode.press('Shift+Enter');
      await vscode.box('签约项目【XX】个');
      await vscode.type('12');
      await vscode.press('Enter');
      await vscode.box('【×××】同志');
      await vscode.press('Escape');
      await text(vscode, both.replace('XX个', '12个'));
      await undo(vscode, both);
      await undo(vscode, report);
    },
  },
  {
    name: 'the panel: a date is typed as a whole, in one step and one undo',
    file: '日期.txt',
    play: async (vscode) => {
      await vscode.ask('讲稿: 批量填写', '会议定于【XXXX年X月X】日召开');
      await vscode.type('2026年1月');
      await vscode.press('Enter');
      await vscode.box('这里要填 3 个数，只写了 2 个');
      await vscode.type('16日');
      await vscode.press('Enter');
      await vscode.box('【×××】同志');
      await vscode.press('Escape');
      await text(vscode, '会议定于2026年1月16日召开，由×××同志主持。\n');
      await undo(vscode, files['日期.txt'] ?? '');
    },
  },
  {
    name: 'the whole draft is filled from the fact sheet: every place is ticked, one Enter, one undo',
    file: '填表.txt',
    play: async (vscode, folder) => {
      const before = files['填表.txt'] ?? '';
      const table = '指标,数值,单位,时期\n地区生产总值,23.20,亿元,2025年\n一般公共预算收入,1.28,亿元,2025年\n粮食总产量,3.2,万吨,2025年\n';
      fs.writeFileSync(path.join(folder, '指标数据.csv'), table);
      await vscode.squiggles('warning').first().waitFor(); // the table has been read: 3.5 is not what it says
      await vscode.press('Control+Home');
      await vscode.nextProblem();
      await vscode.quickFixes();
      await vscode.chooseQuickFix('按数据表填入全稿');
      await vscode.box('按数据表填入全稿');
      await vscode.press('Enter');
      await text(vscode, before.replace('总值完成X', '总值完成23.20').replace('收入完成X', '收入完成1.28'));
      await undo(vscode, before);
    },
  },
  {
    name: 'the modes are asked for with the present one under the bar',
    file: '日期.txt',
    play: async (vscode) => {
      await vscode.statusBar().getByText('审阅').click();
      await vscode.box('显示多少检查结果？');
      await vscode.press('ArrowDown');
      await vscode.press('Enter');
      await vscode.statusBar().getByText('定稿', { exact: true }).waitFor();
    },
  },
  {
    name: 'a sheet goes out, is filled in, and comes back into a draft with more lines: one undo',
    file: '清单.txt',
    play: async (vscode, folder) => {
      const sheet = path.join(folder, '清单-待填清单.xlsx');
      await vscode.ask('讲稿: 导出待填清单', '导出待填清单');
      await vscode.boxRow('..').waitFor(); // the folder has been read
      await vscode.press('Enter');
      await until('the exported sheet', () => fs.existsSync(sheet) && fs.statSync(sheet).size > 0);
      fillIn(sheet, path.join(folder, '返回.xlsx'), ['186.5', '12个', '200', '不定']);
      await vscode.focusEditor();
      await vscode.press('Control+Home');
      await vscode.type('又加一行。\n');
      const before = `又加一行。\n${files['清单.txt']}`;
      await text(vscode, before);
      await vscode.ask('讲稿: 导入待填清单', '导入待填清单');
      await vscode.boxRow('返回.xlsx').click();
      await vscode.box('返回.xlsx：可填 4 行，不能填 0 行，未填 0 行');
      await vscode.press('Enter');
      const filled = before.replace('完成X', '完成186.5').replace('XX个', '12个').replace('达到X', '达到200').replace('×××', '不定');
      await text(vscode, filled);
      await undo(vscode, before);
    },
  },
  {
    name: 'the report of repeats: a place in the list or in the picture is gone to, by mouse and by arrow keys, and it follows the draft',
    file: '重复.txt',
    play: async (vscode) => {
      await vscode.command('讲稿: 重复报告');
      const page = vscode.page.frameLocator('iframe.webview').frameLocator('#active-frame');
      const isSoon = (/** @type {import('playwright-core').Locator} */ place) =>
        place
          .first()
          .waitFor({ timeout: 2000 })
          .then(
            () => true,
            () => false,
          );
      const isSelected = (/** @type {string} */ place) => isSoon(vscode.page.locator('.statusbar-item', { hasText: place }));
      const press = async (/** @type {string} */ mark, /** @type {string} */ key) => {
        await page.locator(mark).first().focus();
        await vscode.press(key);
      };
      // The page is made anew when the words are known, and VS Code may still be on its way to the draft: a click or a key
      // at that very moment meets no button.
      await until('the second place', async () => {
        await page.locator('.group button.place').nth(1).click();
        return isSelected('Ln 6, Col 38');
      });
      await until('the first mark', async () => {
        await press('.strip .mark', 'Enter');
        return isSelected('Ln 4, Col 33');
      });
      await until('the next mark', async () => {
        await press('.strip .mark', 'ArrowRight');
        return isSoon(page.locator('.strip .mark + .mark[tabindex="0"]'));
      });
      await until('its place', async () => {
        await press('.strip .mark[tabindex="0"]', 'Enter');
        return isSelected('Ln 6, Col 38');
      });
      await page.locator('.group.lit').waitFor();
      await vscode.focusEditor();
      await vscode.press('Control+End');
      await vscode.type('散会。\n');
      await vscode.press('Control+a');
      await vscode.press('Delete');
      await page.getByText('打开的讲稿里没有发现重复').first().waitFor();
    },
  },
  restrictedScene,
  walkthroughScene,
];

const { values } = parseArgs({ options: { results: { type: 'string' }, only: { type: 'string' } } });
const results = { passed: 0, failed: 0, skipped: 0 };
for (const scene of scenes.filter(({ name }) => name.includes(values.only ?? ''))) await run(scene);
if (values.results) fs.writeFileSync(values.results, `${JSON.stringify(results)}\n`);
process.exitCode = results.failed > 0 || results.passed === 0 ? 1 : 0;

/** @param {Scene} scene each in a folder and a window of its own, so that none depends on another */
async function run({ name, file, text: own, restricted, prepare, play }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sd-workbench-'));
  fs.writeFileSync(path.join(folder, file), own ?? files[file] ?? '');
  const tidy = prepare?.(folder);
  const vscode = await openWorkbench({
    folder,
    file: path.join(folder, file),
    extensions: [repositoryRoot],
    locale: 'zh-cn',
    ...(restricted && { restricted }),
    settings: { 'editor.minimap.enabled': false, 'files.simpleDialog.enable': true },
  });
  try {
    await vscode.squiggles().first().waitFor();
    await vscode.focusEditor();
    await play(vscode, folder);
    results.passed++;
    console.log(`  ✔ ${name}`);
  } catch (error) {
    results.failed++;
    console.log(`  ✘ ${name}\n${error instanceof Error ? error.stack : String(error)}`);
    const picture = path.join(os.tmpdir(), `workbench-${results.failed}.png`);
    await vscode.screenshot(picture);
    console.log(`  what was on the screen: ${picture}`);
  } finally {
    await vscode.close();
    fs.rmSync(folder, { recursive: true, force: true });
    tidy?.();
  }
}
