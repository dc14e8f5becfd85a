// Towards the finished draft: ignoring across an edit and taking it back, the modes, the final check.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { FinalResult, IgnoredResult } from '../../../server/src/protocol';
import { applyFix, findings, openDraft, placeholdersFound, quickFixes, ruleOf } from './draft';
import { until } from './until';

/** What the lightbulb offers to ignore, by its reach. */
const reaches = ['place', 'draft', 'everywhere'] as const;

async function ignoreFix(document: vscode.TextDocument, span: { start: number; end: number }, scope: (typeof reaches)[number]) {
  const fixes = (await quickFixes(document, span)).filter(({ command }) => command?.command === 'speechDraft.ignore');
  assert.deepEqual(
    fixes.map(({ command }) => (command?.arguments?.[0] as { scope: string }).scope),
    [...reaches],
  );
  const fix = fixes[reaches.indexOf(scope)];
  assert.ok(fix);
  return fix;
}

async function insert(document: vscode.TextDocument, at: vscode.Position, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, at, text);
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}

suite('towards the finished draft', () => {
  test('what is ignored stays so across an edit, is listed, and can be taken back', async () => {
    const open = await openDraft('忽略.txt', '全县完成工业投资⟦X⟧亿元，同比增长⟦XX⟧%。\n');
    const { document, holes } = open;
    await placeholdersFound(open);
    const [first, second] = holes;
    assert.ok(first && second);
    await applyFix(await ignoreFix(document, first, 'place'));
    await placeholdersFound({ ...open, holes: [second] });

    const above = '新加的一行。\n'.repeat(50);
    await insert(document, new vscode.Position(0, 0), above);
    const moved = { start: second.start + above.length, end: second.end + above.length };
    await placeholdersFound({ ...open, holes: [moved] });

    const listed = await vscode.commands.executeCommand<IgnoredResult>('speechDraft.showIgnored');
    const entry = listed.lists.flatMap(({ entries }) => entries).find((one) => one.entry.file === '忽略.txt');
    assert.equal(entry?.alive, true);
    assert.equal(entry?.range?.start.line, 50);

    await vscode.commands.executeCommand('speechDraft.server.unignore', { uri: document.uri.toString(), entry: entry?.entry });
    await placeholdersFound({ ...open, holes: [{ start: first.start + above.length, end: first.end + above.length }, moved] });
  });

  test('the view follows a draft: ignored, renamed, replaced by another branch, deleted', async () => {
    interface Row {
      readonly label: string;
      readonly description: string;
      readonly rows: readonly Row[];
    }
    const leaves = (row: Row): string[] => (row.rows.length === 0 ? [row.label] : row.rows.flatMap(leaves));
    let last: readonly Row[] = [];
    const rows = async (): Promise<readonly Row[]> =>
      (last = (await vscode.commands.executeCommand<Row[]>('speechDraft.holes.rows')) ?? []);
    const seen = (): readonly Row[] => last;
    const shows = (name: string, wanted: readonly string[], filled: string): Promise<unknown> =>
      until(
        `${name} ${filled} ${wanted.join()}`,
        async () => {
          const row = (await rows()).find(({ label }) => label === name);
          const same = row && JSON.stringify(leaves(row).map((label) => label.replace(/\s/g, ''))) === JSON.stringify(wanted);
          return same && row.description.endsWith(filled) ? true : undefined;
        },
        seen,
      );
    await vscode.commands.executeCommand('speechDraft.holes.focus');
    const open = await openDraft('分支.txt', '完成投资⟦X⟧亿元。\n新建学校⟦X⟧所。\n');
    const [first] = open.holes;
    assert.ok(first);
    await placeholdersFound(open);
    await shows('分支.txt', ['完成投资X亿元', '新建学校X所'], '0/2');
    await applyFix(await ignoreFix(open.document, first, 'place'));
    await shows('分支.txt', ['新建学校X所'], '0/1');

    const from = open.document.uri;
    const to = vscode.Uri.joinPath(from, '..', '二稿.txt');
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(from, to, { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(rename));
    await shows('二稿.txt', ['新建学校X所'], '0/1');
    await until('the old name is gone', async () => ((await rows()).some(({ label }) => label === '分支.txt') ? undefined : true), seen);

    await vscode.workspace.fs.writeFile(to, new TextEncoder().encode('修建水库X座。\n'));
    await until(
      'the other branch',
      async () => ((await rows()).some((row) => leaves(row).join() === '修建水库X座') ? true : undefined),
      seen,
    );

    const gone = new vscode.WorkspaceEdit();
    gone.deleteFile(to);
    assert.ok(await vscode.workspace.applyEdit(gone));
    await until('a deleted draft is gone', async () => ((await rows()).some(({ label }) => label === '二稿.txt') ? undefined : true), seen);
  });

  test('a change of the list on the disk is seen', async () => {
    const open = await openDraft('名单.txt', '参会人员：⟦XXX⟧、⟦XXX⟧。\n');
    await placeholdersFound(open);
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const list = vscode.Uri.joinPath(folder.uri, '.vscode', 'speech-draft.json');
    const write = (ignored: unknown[]): Thenable<void> =>
      vscode.workspace.fs.writeFile(list, new TextEncoder().encode(JSON.stringify({ version: 1, ignored })));
    await write([{ rule: 'placeholder', scope: 'draft', file: '名单.txt', text: 'XXX' }]);
    await placeholdersFound({ ...open, holes: [] });
    await write([]);
    await placeholdersFound(open);
  });

  test('a mode is switched at once', async () => {
    const open = await openDraft('模式.txt', '一、抓投资\n完成投资⟦X⟧亿元⟦（待核实）⟧。\n三、抓落实\n明确责任。\n');
    const { document } = open;
    const severities = async (mode: string, wanted: Record<string, vscode.DiagnosticSeverity[]>): Promise<void> => {
      await vscode.commands.executeCommand('speechDraft.chooseMode', mode);
      const seen = (): Record<string, vscode.DiagnosticSeverity[]> => {
        const found: Record<string, vscode.DiagnosticSeverity[]> = {};
        for (const finding of findings(document)) (found[String(ruleOf(finding))] ??= []).push(finding.severity);
        return found;
      };
      await until(mode, () => JSON.stringify(seen()) === JSON.stringify(wanted) || undefined, seen);
    };
    const { Error: error, Warning: warning, Hint: hint } = vscode.DiagnosticSeverity;
    try {
      await severities('review', { placeholder: [error, warning], numbering: [warning] });
      await severities('draft', { placeholder: [hint, hint] });
      await severities('final', { placeholder: [error, error], numbering: [warning] });
      await severities('off', {});
    } finally {
      await severities('review', { placeholder: [error, warning], numbering: [warning] });
    }
  });

  test('the final check says what is left, in a page that follows the draft', async () => {
    const open = await openDraft('定稿.txt', '同志们：\n完成投资⟦X⟧亿元⟦（待核实）⟧。\n谢谢大家！\n');
    const { document, holes } = open;
    await placeholdersFound(open);
    const result = await vscode.commands.executeCommand<FinalResult>('speechDraft.finalCheck');
    assert.equal(result.ready, false);
    const left = Object.fromEntries(result.groups.map(({ id, items }) => [id, items.length]));
    assert.deepEqual(
      { placeholder: left['placeholder'], note: left['note'], numbering: left['numbering'] },
      { placeholder: 1, note: 1, numbering: 0 },
    );
    const pages = (): number =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('speechDraft.final')).length;
    await until('the page', () => pages() === 1 || undefined, pages);

    const edit = new vscode.WorkspaceEdit();
    for (const { start, end } of holes)
      edit.replace(
        document.uri,
        new vscode.Range(document.positionAt(start), document.positionAt(end)),
        start === holes[0]?.start ? '三' : '',
      );
    assert.ok(await vscode.workspace.applyEdit(edit));
    await placeholdersFound({ ...open, holes: [] });
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    const now = await vscode.commands.executeCommand<FinalResult>('speechDraft.finalCheck');
    assert.equal(now.ready, true);
    assert.equal(pages(), 1);
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });
});
