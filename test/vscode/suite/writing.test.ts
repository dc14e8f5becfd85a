// The speech as a structured document: outline, folding, what the language sets, Enter, lenses, new speeches, genre.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { findings, openDraft, ruleOf } from './draft';
import { until } from './until';

const draft = [
  '在全县水利建设动员部署会上的讲话',
  '（2026年3月6日）',
  '同志们：',
  '今天会议的主要任务是部署水利建设。下面，我讲两点意见。',
  '一、提高认识',
  '水利是农业的命脉，一刻也不能放松。',
  '二、抓好落实',
  '（一）压实责任。人人都要上手，层层都要签字。',
  '（二）加强督导。要做到：一是常去看；二是常通报。',
  '同志们，让我们行动起来！',
  '',
].join('\n');

/** Names by depth, two blanks a level. */
function rows(symbols: readonly vscode.DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, children }) => ['  '.repeat(depth) + name, ...rows(children, depth + 1)]);
}

async function enter(): Promise<void> {
  await vscode.commands.executeCommand('type', { text: '\n' });
}

suite('structure', () => {
  test('outline, folding and breadcrumbs have every level', async () => {
    const { document } = await openDraft('结构讲话.txt', draft);
    assert.equal(document.languageId, 'speech');
    const symbols = await until('the outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found && found.length > 0 ? found : undefined;
    });
    assert.deepEqual(rows(symbols), [
      '一、提高认识',
      '二、抓好落实',
      '  （一）压实责任',
      '  （二）加强督导',
      '    一是常去看',
      '    二是常通报',
    ]);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const places = folds.map(({ start, end }) => [start, end]);
    assert.deepEqual(places, [
      [4, 5],
      [6, 8],
    ]);
  });

  test('long lines wrap and full-width marks have no boxes', () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'speech' });
    assert.equal(settings.get('wordWrap'), 'on');
    for (const name of ['ambiguousCharacters', 'invisibleCharacters', 'nonBasicASCII'])
      assert.equal(settings.get(`unicodeHighlight.${name}`), false, name);
  });

  test('each heading has its length above it when that is asked for', async () => {
    const settings = vscode.workspace.getConfiguration('speechDraft');
    await settings.update('stage.codeLens', true, vscode.ConfigurationTarget.Global);
    try {
      const { document } = await openDraft('时长讲话.txt', draft);
      const lenses = await until('the lenses', async () => {
        const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
        return found.length > 0 ? found : undefined;
      });
      assert.deepEqual(
        lenses.map(({ range }) => range.start.line),
        [4, 6, 7, 8],
      );
      for (const { command } of lenses) assert.match(command?.title ?? '', /^\d+ .+ · .+ \d+/);
    } finally {
      await settings.update('stage.codeLens', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

suite('Enter in a row of numbers', () => {
  test('puts in the next number; Enter again takes it away, one undo brings it back', async () => {
    const { document, editor } = await openDraft('续号讲话.txt', '一、甲方面\n　　（一）压实责任。人人都要上手。');
    const end = document.lineAt(1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await enter();
    const numbered = '一、甲方面\n　　（一）压实责任。人人都要上手。\n　　（二）';
    await until(
      '（二）',
      () => document.getText() === numbered || undefined,
      () => document.getText(),
    );
    await enter();
    const left = '一、甲方面\n　　（一）压实责任。人人都要上手。\n　　';
    await until(
      'no number',
      () => document.getText() === left || undefined,
      () => document.getText(),
    );
    await vscode.commands.executeCommand('undo');
    await until(
      '（二） again',
      () => document.getText() === numbered || undefined,
      () => document.getText(),
    );
  });

  test('is plain in ordinary prose', async () => {
    const { document, editor } = await openDraft('平常讲话.txt', '水利是农业的命脉。');
    editor.selection = new vscode.Selection(0, 9, 0, 9);
    await enter();
    await enter();
    await until(
      'two breaks',
      () => document.lineCount === 3 || undefined,
      () => document.getText(),
    );
    assert.equal(document.getText(), '水利是农业的命脉。\n\n');
  });
});

suite('a new speech', () => {
  test('is an outline whose open places are all found', async () => {
    void vscode.commands.executeCommand('speechDraft.newSpeech');
    const document = await until('the new speech', async () => {
      const active = vscode.window.activeTextEditor?.document;
      if (active?.isUntitled && active.languageId === 'speech' && active.getText() !== '') return active;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return undefined;
    });
    const holes = document.getText().match(/【[^】]*】|20XX|X(?=[月日])/g) ?? [];
    assert.ok(holes.length > 8, document.getText());
    // Other drafts are open: what is said alike in them is told too.
    const found = () => findings(document).filter((finding) => ruleOf(finding) === 'placeholder');
    const words = () => found().map(({ range }) => document.getText(range));
    await until(`${holes.length} holes`, () => JSON.stringify(words()) === JSON.stringify(holes) || undefined, words);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
