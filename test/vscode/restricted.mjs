// Owns: the scene of a folder that the person has not said to trust, with settings in it that reach for what lies outside.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { rows, text, until } from './workbench-waits.mjs';

/** @typedef {import('../../scripts/host/workbench.mjs').Workbench} Workbench */

const sentence = '全镇要把沟渠清淤排在冬修的头一件，谁家门前谁家领着掏，掏完一段验收一段。';
const draft = `冬修动员讲话\n同志们：\n2025年，粮食总产量达到X万吨，蔬菜总产量达到X万吨。\n请主持人宣布待定人选名单。\n${sentence}\n`;
const table = (/** @type {string} */ indicator, /** @type {string} */ value) => `指标,数值,单位,时期\n${indicator},${value},万吨,2025年\n`;

/** What the folder brings along beside the draft. @param {string} folder */
export function hostileFolder(folder) {
  const outside = `${folder}-外面`;
  for (const one of [outside, path.join(folder, '.vscode')]) fs.mkdirSync(one);
  fs.writeFileSync(path.join(outside, '表.csv'), table('粮食总产量', '41.70'));
  fs.writeFileSync(path.join(outside, 'speech-draft.json'), '{"version":1,"allowedPhrases":["外面的话"]}');
  fs.symlinkSync(path.join(outside, '表.csv'), path.join(folder, '链接.csv'));
  fs.symlinkSync(path.join(outside, 'speech-draft.json'), path.join(folder, '.vscode', 'speech-draft.json'));
  fs.writeFileSync(path.join(folder, '自己的.csv'), table('蔬菜总产量', '12.50'));
  fs.writeFileSync(path.join(folder, '旧稿讲话.txt'), `旧稿讲话\n同志们：\n${sentence}\n`);
  const settings = {
    'speechDraft.factSheets': [`../${path.basename(outside)}/*.csv`, `${outside}/*.csv`, '*.csv'],
    'speechDraft.placeholder.patterns': ['待定人选', '(a+)+$('],
    'speechDraft.workspaceIndex': true,
  };
  fs.writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  return () => fs.rmSync(outside, { recursive: true, force: true });
}

/** @param {Workbench} vscode @param {string} folder */
async function playRestricted(vscode, folder) {
  await vscode.statusBar().getByText('Restricted Mode').waitFor();
  // The folder's own pattern is harmless and holds; the drafts that are not open are not read.
  await vscode.openView('讲稿');
  await rows(vscode, ['冬修讲话.txt', '粮食总产量达到X万吨', '蔬菜总产量达到X万吨', '待定人选']);
  await vscode.statusBar().getByText('待填 3').waitFor();
  assert.equal(await vscode.statusBar().getByText('重复').count(), 0);
  // Only the table in the folder is read.
  await vscode.viewRows().filter({ hasText: '蔬菜' }).click();
  /** @type {string[]} */
  let fixes = [];
  await until(
    'the value of the own table',
    async () => {
      await vscode.focusEditor();
      fixes = await vscode.quickFixes();
      if (fixes.some((fix) => fix.includes('填入 12.50'))) return true;
      await vscode.press('Escape');
      return false;
    },
    () => fixes,
  );
  await vscode.chooseQuickFix('填入 12.50');
  await text(vscode, draft.replace('蔬菜总产量达到X', '蔬菜总产量达到12.50'));
  await vscode.viewRows().filter({ hasText: '粮食' }).click();
  await vscode.focusEditor();
  fixes = await vscode.quickFixes();
  assert.deepEqual(
    fixes.filter((fix) => fix.includes('41.70')),
    [],
  );
  // What is ignored would be written through the link, and is not.
  const before = fs.readFileSync(path.join(`${folder}-外面`, 'speech-draft.json'), 'utf8');
  await vscode.chooseQuickFix('忽略');
  await vscode.notifications().filter({ hasText: '文件夹之外' }).first().waitFor();
  assert.equal(fs.readFileSync(path.join(`${folder}-外面`, 'speech-draft.json'), 'utf8'), before);
}

/** @type {{ name: string, file: string, text: string, restricted: true, prepare: typeof hostileFolder, play: typeof playRestricted }} */
export const restrictedScene = {
  name: 'Restricted Mode: the draft is checked, and a folder from somewhere reads and writes nothing outside it',
  file: '冬修讲话.txt',
  text: draft,
  restricted: true,
  prepare: hostileFolder,
  play: playRestricted,
};
