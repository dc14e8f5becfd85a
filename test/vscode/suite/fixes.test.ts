// The lightbulb: which fixes are offered, that a deletion is right to the byte, and that one undo takes it back.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { applyFix, openDraft, placeholdersFound, quickFixes, selected, textAfter } from './draft';
import { until } from './until';

interface Deletion {
  name: string;
  draft: string;
  /** the whole text after the deletion of the first hole */
  after: string;
}

const deletions: Deletion[] = [
  {
    name: '删注.txt',
    draft: '今年整修背街小巷12条⟦（待核实）⟧，惠及居民3000户。\n',
    after: '今年整修背街小巷12条，惠及居民3000户。\n',
  },
  {
    name: '删注.md',
    draft: '## 民生\r\n\r\n今年整修背街小巷12条⟦（待核实）⟧。\r\n',
    after: '## 民生\r\n\r\n今年整修背街小巷12条。\r\n',
  },
];

async function checkDeletion({ name, draft, after }: Deletion): Promise<void> {
  const open = await openDraft(name, draft);
  const { document, holes } = open;
  await placeholdersFound(open);
  const before = document.getText();
  const [hole] = holes;
  assert.ok(hole);
  const fixes = await quickFixes(document, hole);
  const fix = fixes.find(({ edit }) => edit && textAfter(document, edit) === after);
  assert.ok(fix, `no fix makes it ${JSON.stringify(after)}: ${fixes.map(({ title }) => title).join(' / ')}`);
  await applyFix(fix);
  assert.equal(document.getText(), after);
  await placeholdersFound({ ...open, holes: [] });
  await vscode.commands.executeCommand('undo');
  await until(
    'the undone text',
    () => document.getText() === before || undefined,
    () => document.getText(),
  );
  await placeholdersFound(open);
}

/** Filling is the client's doing: the fix runs a command. */
function isFill(fix: vscode.CodeAction | undefined): boolean {
  return fix?.command?.command === 'speechDraft.fill';
}

suite('quick fixes', () => {
  for (const row of deletions) test(`delete a note, undo: ${row.name}`, () => checkDeletion(row));

  test('a hole has fixes, the first of them to fill it', async () => {
    const open = await openDraft('修复.txt', '全年接待来访群众⟦XX⟧批次。\n');
    await placeholdersFound(open);
    const [hole] = open.holes;
    assert.ok(hole);
    const fixes = await quickFixes(open.document, hole);
    for (const { title, kind } of fixes) {
      assert.ok(title.length > 0);
      assert.ok(kind && vscode.CodeActionKind.QuickFix.contains(kind), title);
    }
    assert.ok(isFill(fixes[0]), fixes.map(({ title }) => title).join(' / ') || 'no quick fix at a hole');
  });

  test('nothing is offered where nothing is found', async () => {
    const open = await openDraft('干净.txt', '这一段话没有空处。\n全年接待来访群众⟦XX⟧批次。\n');
    await placeholdersFound(open);
    const offered = await quickFixes(open.document, { start: 2, end: 2 });
    assert.deepEqual(
      offered.filter(({ command }) => command?.command.startsWith('speechDraft.')).map(({ title }) => title),
      [],
    );
  });

  test('fill selects the slot, so that typing replaces it', async () => {
    const open = await openDraft('填入.txt', '全年接待来访群众⟦XX⟧批次，办结信访事项⟦XX⟧件。\n');
    await placeholdersFound(open);
    const { document, editor } = open;
    const hole = open.holes[1];
    assert.ok(hole);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const fill = (await quickFixes(document, hole)).find(isFill);
    assert.ok(fill, 'no fix fills the hole');
    await applyFix(fill);
    await until('the slot is selected', () => selected().start === hole.start || undefined, selected);
    await vscode.commands.executeCommand('type', { text: '46' });
    await until(
      'the typed figure',
      () => document.getText() === '全年接待来访群众XX批次，办结信访事项46件。\n' || undefined,
      () => document.getText(),
    );
  });

  test('the parts of a date are filled one after another', async () => {
    const open = await openDraft('日期.txt', '改造工程于⟦20XX⟧年⟦X⟧月⟦X⟧日完工。\n');
    await placeholdersFound(open);
    const { document } = open;
    const [year] = open.holes;
    assert.ok(year);
    const fill = (await quickFixes(document, year)).find(isFill);
    assert.ok(fill, 'no fix fills the date');
    await applyFix(fill);
    for (const words of ['2026', '9', '30']) {
      await vscode.commands.executeCommand('type', { text: words });
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    }
    assert.equal(document.getText(), '改造工程于2026年9月30日完工。\n');
    await placeholdersFound({ ...open, holes: [] });
  });
});
