// Fact sheets in the editor: a spreadsheet that is put beside a draft fills its holes, contradicts its figures, and is forgotten with its file.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import writeExcelFile from 'write-excel-file/node';
import { applyFix, findings, openDraft, quickFixes, rangeOf, ruleOf, spanOf } from './draft';
import { until } from './until';

const rows = [['2025年主要指标'], ['指标', '数值', '单位', '同比（%）', '来源'], ['粮食总产量', '41.70', '万吨', '2.1', '农业农村局']];

async function putSheet(): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests run with a folder');
  const uri = vscode.Uri.joinPath(folder.uri, '指标数据.xlsx');
  const data = rows.map((row) => row.map((value) => ({ value, type: String })));
  await vscode.workspace.fs.writeFile(uri, new Uint8Array(await writeExcelFile(data, { sheet: '全年' }).toBuffer()));
  return uri;
}

suite('fact sheets', () => {
  test('fill a hole, take back a wrong figure, say their source, go with their file', async () => {
    const { document, holes } = await openDraft('核数.txt', '2025年，全县粮食总产量达到⟦X⟧万吨。全县粮食总产量达到⟦47.1万吨⟧。\n');
    const before = document.getText();
    const [hole, wrong] = holes;
    assert.ok(hole && wrong);
    const sheet = await putSheet();
    const figures = () => findings(document).filter((finding) => ruleOf(finding) === 'figure');
    const titles: string[] = [];
    const [finding] = await until(
      'the mismatch',
      () => (figures().length === 1 ? figures() : undefined),
      () => findings(document),
    );
    assert.ok(finding);
    assert.deepEqual(spanOf(document, finding.range), wrong);

    const fill = await until(
      'the fix that fills the hole',
      async () => {
        const fixes = await quickFixes(document, hole);
        titles.splice(0, titles.length, ...fixes.map(({ title }) => title));
        return fixes.find(({ title }) => /41\.70.*指标数据\.xlsx/u.test(title));
      },
      () => titles,
    );
    await applyFix(fill);
    assert.equal(document.getText(), before.replace('X', '41.70'));
    await vscode.commands.executeCommand('undo');
    await until('the undone text', () => document.getText() === before || undefined);

    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, wrong).start,
    );
    const said = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join('\n');
    assert.match(said, /农业农村局/u);

    const take = (await quickFixes(document, wrong)).find(({ edit }) => edit?.get(document.uri).some(({ newText }) => newText === '41.70'));
    assert.ok(take);
    await applyFix(take);
    assert.equal(document.getText(), before.replace('47.1', '41.70'));
    await until('no mismatch', () => figures().length === 0 || undefined, figures);
    await vscode.commands.executeCommand('undo');
    await until('the mismatch again', () => figures().length === 1 || undefined, figures);

    await vscode.workspace.fs.delete(sheet);
    await until('no finding without the sheet', () => figures().length === 0 || undefined, figures);
  });
});
