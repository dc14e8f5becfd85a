// Repeats in the editor: references list all copies, both drafts follow an edit of one, deleting and undoing, the report.

import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { applyFix, findings, openDraft, quickFixes, rangeOf, ruleOf, selected, spanOf, type OpenDraft } from './draft';
import { until } from './until';

/** VS Code keeps documents for a while after their editors are gone: every test says something else. */
const passages = {
  引用: '街道把背街小巷的路灯全部换成节能灯具，夜里收工的群众再也不用摸黑回家。',
  联动: '卫生院每个月派两名大夫下村坐诊，老人量血压开药不必再往县城跑。',
  往返: '农机合作社添了三台插秧机，往年半个月的活计如今五天就能干完。',
  删去: '村里的图书室周末也开门，放了假的孩子们有了看书写字的去处。',
  比较: '老戏台修好之后请来了县剧团，连着唱了三个晚上还是座无虚席。',
  报告: '渡口装上了护栏和救生圈，船工都考了证，过河的人心里踏实多了。',
};
type Name = keyof typeof passages;

/** Opens two drafts of that name and waits until both show their copy. */
async function openTwo(name: Name): Promise<[OpenDraft, OpenDraft]> {
  const a = await openDraft(`${name}甲.txt`, `同志们：\n一、说成绩\n办了实事。⟦${passages[name]}⟧大家有数。\n二、说打算\n接着干。\n`);
  await vscode.commands.executeCommand('workbench.action.keepEditor'); // the next one would take the place of a preview
  const b = await openDraft(`${name}乙.txt`, `各位居民：\n先说一件事。⟦${passages[name]}⟧\n再听意见。\n`);
  for (const one of [a, b]) await copiesFound(one);
  return [a, b];
}

function copies(document: vscode.TextDocument): vscode.Diagnostic[] {
  return findings(document).filter((finding) => ruleOf(finding) === 'repeated-passage');
}

/** Waits until the passages that are found are those that the draft was marked with. */
async function copiesFound({ document, holes }: OpenDraft): Promise<void> {
  const seen = () => copies(document).map(({ range }) => spanOf(document, range));
  await until(`copies of ${document.fileName}`, () => JSON.stringify(seen()) === JSON.stringify(holes) || undefined, seen);
}

async function closeAll(): Promise<void> {
  await vscode.workspace.saveAll(); // VS Code asks before it closes what is not saved
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

suite('repeats in the editor', () => {
  suiteTeardown(closeAll);

  test('Go to References lists the copies of both drafts', async () => {
    const [a, b] = await openTwo('引用');
    const at = a.document.positionAt((a.holes[0]?.start ?? 0) + 5);
    const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', a.document.uri, at);
    const said = found.map(({ uri, range }) => `${uri.toString()} ${(uri.path === a.document.uri.path ? a : b).document.getText(range)}`);
    assert.deepEqual(said.sort(), [a, b].map(({ document }) => `${document.uri.toString()} ${passages.引用}`).sort());
    const elsewhere = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      a.document.uri,
      new vscode.Position(0, 1),
    );
    assert.deepEqual(elsewhere, []);
    await closeAll();
  });

  test('an edit of one draft clears the other, which nobody touched', async () => {
    const [a, b] = await openTwo('联动');
    const { version } = a.document;
    const start = b.document.positionAt((b.holes[0]?.start ?? 0) + 8);
    await b.editor.edit((edit) => edit.delete(new vscode.Range(start, start.translate(0, 20))));
    await copiesFound({ ...b, holes: [] });
    await copiesFound({ ...a, holes: [] });
    assert.equal(a.document.version, version);
    await vscode.commands.executeCommand('undo');
    for (const one of [a, b]) await copiesFound(one);
    await closeAll();
  });

  test('next copy goes to the other draft and comes back', async () => {
    const [a, b] = await openTwo('往返');
    const at = b.document.positionAt((b.holes[0]?.start ?? 0) + 2);
    b.editor.selection = new vscode.Selection(at, at);
    for (const [command, { document, holes }] of [
      ['speechDraft.nextCopy', a],
      ['speechDraft.nextCopy', b],
      ['speechDraft.previousCopy', a],
    ] as const) {
      await vscode.commands.executeCommand(command);
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
      assert.deepEqual(selected(), holes[0]);
    }
    await closeAll();
  });

  test('delete this copy leaves whole sentences, and one undo brings back every byte', async () => {
    const [a, b] = await openTwo('删去');
    const { document } = a;
    await vscode.window.showTextDocument(document);
    const text = document.getText();
    const [hole] = a.holes;
    assert.ok(hole);
    const fix = (await quickFixes(document, hole)).find(({ edit }) => edit);
    assert.ok(fix, 'nothing deletes the copy');
    await applyFix(fix);
    assert.equal(document.getText(), text.replace(passages.删去, ''));
    for (const one of [a, b]) await copiesFound({ ...one, holes: [] });
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    for (const one of [a, b]) await copiesFound(one);
    await closeAll();
  });

  test('the two places are compared side by side, and nobody can change them', async () => {
    const [a] = await openTwo('比较');
    const [hole] = a.holes;
    assert.ok(hole);
    const compare = (await quickFixes(a.document, hole)).find(({ command }) => command?.command === 'speechDraft.compareCopies');
    assert.ok(compare, 'nothing compares the copies');
    await applyFix(compare);
    const { input, label } = await until('a comparison', () => {
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      return tab?.input instanceof vscode.TabInputTextDiff ? { input: tab.input, label: tab.label } : undefined;
    });
    assert.match(label, /比较乙\.txt · .+ ↔ 比较甲\.txt · 一、|比较甲\.txt · 一、 ↔ 比较乙\.txt · .+/);
    const texts = [input.original, input.modified].map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText());
    for (const text of await Promise.all(texts)) assert.ok(text.split('\n').includes(passages.比较), text);
    assert.notEqual(vscode.workspace.fs.isWritableFileSystem(input.original.scheme), true);
    await closeAll();
  });

  test('the report opens beside the draft and follows it', async () => {
    const [a, b] = await openTwo('报告');
    const ask = () => vscode.commands.executeCommand<{ groups: { places: { uri: string; text: string }[] }[] }>('speechDraft.echoReport');
    const told = async () => {
      const texts = (await ask()).groups.map(({ places }) => places.map(({ text }) => text));
      return texts.filter(([text]) => text === passages.报告);
    };
    assert.deepEqual(await told(), [[passages.报告, passages.报告]]);
    const tabs = () => vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all.map(({ input }) => input));
    await until(
      'the panel',
      () =>
        tabs().some((input) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('speechDraft.echoReport')) || undefined,
    );
    const [hole] = b.holes;
    assert.ok(hole);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(b.document.uri, rangeOf(b.document, hole));
    await vscode.workspace.applyEdit(edit);
    await copiesFound({ ...a, holes: [] });
    assert.deepEqual(await told(), []);
    assert.equal(tabs().filter((input) => input instanceof vscode.TabInputWebview).length, 1);
    await closeAll();
  });

  test('a draft that is not open is compared with where that is switched on, and opens where its copy is', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder, 'the tests run with a folder');
    const settings = vscode.workspace.getConfiguration('speechDraft');
    const told = '粮站把晒场腾出来给农户晾谷子，下雨天还派人帮着收，一斤都没有霉。';
    const uri = vscode.Uri.joinPath(folder, '未打开.txt');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`各位乡亲：\n先说收成。${told}\n再说种子。\n`));
    const { document } = await openDraft('已打开.txt', `同志们：\n${told}\n接着干。\n`);
    const line = new vscode.Range(1, 0, 1, told.length);
    try {
      await settings.update('workspaceIndex', true, vscode.ConfigurationTarget.Workspace);
      const [finding] = await until('the copy in the file', () => {
        const found = copies(document);
        return found.length === 1 ? found : undefined;
      });
      assert.deepEqual(
        finding?.relatedInformation?.map(({ location }) => location.uri.toString()),
        [uri.toString()],
      );
      const write = (text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      const written = await vscode.workspace.fs.readFile(uri);
      await write('各位乡亲：\n只说种子。\n');
      await until('the copy to go from the file', () => (copies(document).length === 0 ? true : undefined));
      await vscode.workspace.fs.writeFile(uri, written);
      await until('the copy to come back', () => (copies(document).length === 1 ? true : undefined));
      const editor = await vscode.window.showTextDocument(document);
      editor.selection = new vscode.Selection(line.start.translate(0, 3), line.start.translate(0, 3));
      await vscode.commands.executeCommand('speechDraft.nextCopy');
      await until('the file with its copy selected', () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.uri.toString() === uri.toString() && active.document.getText(active.selection).startsWith('粮站')
          ? true
          : undefined;
      });
    } finally {
      await settings.update('workspaceIndex', undefined, vscode.ConfigurationTarget.Workspace);
      await closeAll();
    }
  });
});
