// A virtual workspace: drafts that lie on no disk are checked, mended and counted; what needs a disk says what holds.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { applyFix, openAt, placeholdersFound, quickFixes, textAfter } from './draft';

/** Files in memory, under the scheme that VS Code uses for repositories that are only looked at from afar. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }
  stat({ path }: vscode.Uri): vscode.FileStat {
    const size = this.files.get(path)?.length;
    if (size === undefined && !/^\/[^/]*$/.test(path)) throw vscode.FileSystemError.FileNotFound(path);
    return { type: size === undefined ? vscode.FileType.Directory : vscode.FileType.File, ctime: 0, mtime: 0, size: size ?? 0 };
  }
  readFile({ path }: vscode.Uri): Uint8Array {
    return this.files.get(path) ?? assert.fail(`${path} is read`);
  }
  writeFile({ path }: vscode.Uri, content: Uint8Array): void {
    this.files.set(path, content);
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  delete({ path }: vscode.Uri): void {
    this.files.delete(path);
  }
  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

suite('a virtual workspace', () => {
  const memory = new MemoryFiles();
  let registered: vscode.Disposable;
  suiteSetup(() => (registered = vscode.workspace.registerFileSystemProvider('vscode-vfs', memory)));
  suiteTeardown(() => registered.dispose());
  const at = (name: string): vscode.Uri => vscode.Uri.from({ scheme: 'vscode-vfs', authority: 'memory', path: `/稿/${name}` });

  test('a draft has its findings and fixes, and its holes go out beside it', async () => {
    const uri = at('动员讲话.txt');
    const open = await openAt(uri, '今年整修水渠⟦XX⟧条。\n整修背街小巷12条⟦（待核实）⟧，惠及居民3000户。\n');
    const { document, holes } = open;
    await placeholdersFound(open);
    const [, note] = holes;
    assert.ok(note);
    const after = '今年整修水渠XX条。\n整修背街小巷12条，惠及居民3000户。\n';
    const fix = (await quickFixes(document, note)).find(({ edit }) => edit && textAfter(document, edit) === after);
    assert.ok(fix);
    await applyFix(fix);
    assert.equal(document.getText(), after);
    const sheet = at('清单.csv');
    await vscode.commands.executeCommand('speechDraft.exportHoles', uri, sheet);
    assert.match(new TextDecoder().decode(memory.files.get(sheet.path)), /水渠/);
  });

  test('what is ignored holds until the window is closed, and is listed', async () => {
    const open = await openAt(at('致辞.txt'), '新修水渠⟦XX⟧条，惠及⟦XXX⟧户。\n');
    await placeholdersFound(open);
    const [first, second] = open.holes;
    assert.ok(first && second);
    const fixes = await quickFixes(open.document, first);
    const ignore = fixes.find(({ command }) => command?.command === 'speechDraft.ignore');
    assert.ok(ignore);
    await applyFix(ignore);
    await placeholdersFound({ ...open, holes: [second] });
    assert.deepEqual(
      [...memory.files.keys()].filter((path) => path.endsWith('.json')),
      [],
    );
  });
});
