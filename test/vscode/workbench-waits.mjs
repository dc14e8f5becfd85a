// Owns: what the scenes of the workbench wait for and do more than once.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { read, utils, write } from '@e965/xlsx';

/** @typedef {import('../../scripts/host/workbench.mjs').Workbench} Workbench */

const deadlineMilliseconds = 30_000;
const everyMilliseconds = 50;

/** Waits for the whole text of the active editor. @param {Workbench} vscode @param {string} wanted */
export async function text(vscode, wanted) {
  let seen = '';
  await until(
    JSON.stringify(wanted),
    async () => (seen = await vscode.text()) === wanted,
    () => seen,
  );
}

/** Takes one step back. @param {Workbench} vscode @param {string} wanted the text then */
export async function undo(vscode, wanted) {
  await vscode.focusEditor();
  await vscode.press('Control+z');
  await text(vscode, wanted);
}

/** Waits for the rows of the view. @param {Workbench} vscode @param {string[]} wanted a part of each, in order */
export async function rows(vscode, wanted) {
  /** @type {string[]} */
  let seen = [];
  await until(
    JSON.stringify(wanted),
    async () => {
      seen = await vscode.viewRows().allInnerTexts();
      return seen.length === wanted.length && seen.every((row, index) => row.replace(/\s+/g, '').includes(wanted[index] ?? ''));
    },
    () => seen,
  );
}

/** What a department does. @param {string} from @param {string} to @param {string[]} column */
export function fillIn(from, to, column) {
  const book = read(fs.readFileSync(from), { type: 'buffer' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  assert.ok(sheet);
  /** @type {string[][]} */
  const cells = utils.sheet_to_json(sheet, { header: 1, defval: '' });
  const at = cells[0]?.indexOf('数值') ?? -1;
  assert.ok(at >= 0, 'the sheet has a column for values');
  const filled = cells.map((row, index) => (index === 0 ? row : row.with(at, column[index - 1] ?? '')));
  const answer = utils.book_new();
  utils.book_append_sheet(answer, utils.aoa_to_sheet(filled), '清单');
  fs.writeFileSync(to, write(answer, { type: 'buffer', bookType: 'xlsx' }));
}

/** @param {string} what @param {() => boolean | Promise<boolean>} holds @param {() => unknown} [seen] */
export async function until(what, holds, seen = () => undefined) {
  const deadline = performance.now() + deadlineMilliseconds;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`${what}: not within ${deadlineMilliseconds} ms; seen: ${JSON.stringify(seen())}`);
    await pause(everyMilliseconds);
  }
}
