// Next and previous hole: every hole in order, round the end and round the beginning.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { openDraft, placeholdersFound, selected, type OpenDraft } from './draft';
import { until } from './until';

const draft = [
  '梧桐街道工作小结',
  '同志们：',
  '今年以来，街道新建口袋公园⟦XX⟧处，整修楼道⟦____⟧个。',
  '工作中，涌现出一批先进典型，⟦【此处插入典型事例】⟧。',
  '老旧小区加装电梯9部⟦（待核实）⟧。',
  '下一步，安排资金⟦XXX⟧万元。',
  '',
].join('\n');

async function walk(command: string, from: number, order: (open: OpenDraft) => OpenDraft['holes']): Promise<void> {
  const open = await openDraft(`${command}.txt`, draft);
  await placeholdersFound(open);
  const caret = open.document.positionAt(from);
  open.editor.selection = new vscode.Selection(caret, caret);
  for (const { start } of order(open)) {
    await vscode.commands.executeCommand(command);
    await until(`${command} to ${start}`, () => selected().start === start || undefined, selected);
  }
}

suite('next and previous hole', () => {
  test('forward through all holes and on from the first', () =>
    walk('speechDraft.nextHole', 0, ({ holes }) => [...holes, ...holes.slice(0, 2)]));

  test('backward through all holes and on from the last', () =>
    walk('speechDraft.previousHole', 0, ({ holes }) => [...holes.toReversed(), ...holes.toReversed().slice(0, 2)]));

  test('where there is no hole the caret stays', async () => {
    const open = await openDraft('无空.txt', '这一份稿子已经定稿。\n');
    open.editor.selection = new vscode.Selection(0, 3, 0, 3);
    await vscode.commands.executeCommand('speechDraft.nextHole');
    assert.deepEqual(selected(), { start: 3, end: 3 });
  });
});
