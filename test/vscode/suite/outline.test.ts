// Outline and folding as VS Code gets them: of the project's own examples line by line, of the real speeches by their shape.
//
// SPEECH_DRAFT_UPDATE=1 writes the examples' snapshots anew: read them before they are committed.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { openDraft } from './draft';
import { until } from './until';

const root = process.env['SPEECH_DRAFT_ROOT'] ?? '';
const snapshots = join(root, 'test', 'vscode', 'outlines');
/** Real speeches lie beside the project on some machines; nothing of their text is kept here. */
const seeds = join(root, '..', 'shared', 'seeds');

/** What a reader counts in a real speech: headings by depth, list items, lines that fold, and what hangs under each first heading. */
interface Shape {
  readonly headings: readonly number[];
  readonly items: number;
  readonly folds: number;
  readonly under: readonly number[];
}

/** Counted by hand in the texts, in the order of their names. */
const shapes: readonly Shape[] = [
  { headings: [1, 3], items: 0, folds: 1, under: [3] },
  { headings: [8], items: 9, folds: 6, under: [0, 5, 0, 0, 0, 0, 0, 4] },
  { headings: [3, 4], items: 28, folds: 7, under: [3, 10, 5] },
  { headings: [], items: 0, folds: 0, under: [] },
  { headings: [6, 17], items: 4, folds: 8, under: [3, 3, 4, 4, 3, 0] },
];

/** Empty where nothing has a place in an outline. Markdown has an outline of VS Code's own beside ours, which comes when it comes. */
async function outline(document: vscode.TextDocument): Promise<readonly vscode.DocumentSymbol[]> {
  const ask = async (): Promise<readonly vscode.DocumentSymbol[]> =>
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri)) ?? [];
  if (document.languageId !== 'markdown') return ask();
  return until('both outlines', async () => {
    const found = await ask();
    return found.some(({ name }) => name.startsWith('#')) && found.some(({ name }) => !name.startsWith('#')) ? found : undefined;
  });
}

/** Of those that begin on one line VS Code keeps the longest. */
async function folds(document: vscode.TextDocument): Promise<readonly vscode.FoldingRange[]> {
  return (
    (await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>('vscode.executeFoldingRangeProvider', document.uri)) ?? []
  );
}

/** Lines from 1, names by depth, two blanks a level. */
function rows(symbols: readonly vscode.DocumentSymbol[], depth = 0): readonly string[] {
  return symbols.flatMap(({ name, range, children }) => [
    `${String(range.start.line + 1).padStart(3)}–${String(range.end.line + 1).padEnd(3)} ${'  '.repeat(depth)}${name}`,
    ...rows(children, depth + 1),
  ]);
}

function shapeOf(symbols: readonly vscode.DocumentSymbol[], folded: number): Shape {
  const headings: number[] = [];
  let items = 0;
  const visit = (list: readonly vscode.DocumentSymbol[], depth: number): void => {
    for (const { kind, children } of list) {
      if (kind === vscode.SymbolKind.String) headings[depth] = (headings[depth] ?? 0) + 1;
      else items += 1;
      visit(children, depth + 1);
    }
  };
  visit(symbols, 0);
  const under = symbols.filter(({ kind }) => kind === vscode.SymbolKind.String).map(({ children }) => children.length);
  return { headings, items, folds: folded, under };
}

suite('outline and folding', () => {
  suiteSetup('the server answers', async () => {
    const { document } = await openDraft('大纲 起头.txt', '一、甲\n这一段讲怎么做。\n二、乙\n这一段讲谁来做。\n');
    await until('an outline', async () => ((await outline(document)).length === 2 ? true : undefined));
  });

  const examples = existsSync(join(root, 'examples')) ? readdirSync(join(root, 'examples')).sort() : [];

  for (const name of examples)
    test(`of ${name}`, async () => {
      const { document } = await openDraft(`大纲 ${name}`, readFileSync(join(root, 'examples', name), 'utf8'));
      const ranges = (await folds(document)).map(({ start, end }) => `${start + 1}–${end + 1}`);
      const seen = [...rows(await outline(document)), `folds ${ranges.join(' ')}`.trimEnd(), ''].join('\n');
      const file = join(snapshots, `${name}.outline`);
      if (process.env['SPEECH_DRAFT_UPDATE'] === '1') writeFileSync(file, seen);
      assert.equal(seen, readFileSync(file, 'utf8'));
    });

  test('of the examples: there are some', () => {
    assert.ok(examples.length > 3);
  });

  test('of the real speeches', async function () {
    if (!existsSync(seeds)) {
      console.log('      skipped: the folder of real speeches is not beside the project');
      this.skip();
    }
    const names = readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .sort();
    assert.equal(names.length, shapes.length);
    for (const [index, name] of names.entries()) {
      const { document } = await openDraft(`大纲 ${basename(name)}`, readFileSync(join(seeds, name), 'utf8'));
      const seen = shapeOf(await outline(document), (await folds(document)).length);
      assert.deepEqual(seen, shapes[index], `speech ${index + 1}`);
    }
  });
});
