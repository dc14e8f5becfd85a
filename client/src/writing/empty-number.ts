/**
 * Owns leaving a row of numbers: Enter puts the next number on the new line, and Enter again on a line that still holds that
 * number alone takes it away, as word processors do. One undo brings the number back.
 */
import { Range, window, workspace } from 'vscode';
import type { Disposable, TextDocumentChangeEvent } from 'vscode';

/** What Enter put in with the line break: blanks and the mark of a heading or an item. */
const withNumber = /^\r?\n[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}[、是要]|（[一二三四五六七八九十]{1,3}）|\d{1,2}\.|（\d{1,2}）|——)$/u;
const bareBreak = /^\r?\n[ \t\u3000]*$/u;

/** The line whose number nobody has written behind yet. */
interface Fresh {
  readonly uri: string;
  readonly line: number;
  readonly text: string;
}

/** Watches the drafts of the language `speech`, whose Enter rules put in the numbers. */
export function watchEmptyNumbers(): Disposable {
  let fresh: Fresh | undefined;
  return workspace.onDidChangeTextDocument((event) => {
    // Without changes only whether there is something to save has changed.
    if (event.contentChanges.length === 0) return;
    const before = fresh;
    fresh = freshIn(event);
    if (before && leaves(event, before)) void takeAway(before);
  });
}

function freshIn({ document, contentChanges }: TextDocumentChangeEvent): Fresh | undefined {
  const [change] = contentChanges;
  if (document.languageId !== 'speech' || contentChanges.length !== 1 || !change || !withNumber.test(change.text)) return undefined;
  const line = change.range.start.line + 1;
  return { uri: document.uri.toString(), line, text: document.lineAt(line).text };
}

/** Whether the change is Enter at the end of the line that holds nothing but its number. */
function leaves({ document, contentChanges, reason }: TextDocumentChangeEvent, { uri, line, text }: Fresh): boolean {
  const [change] = contentChanges;
  if (!change || contentChanges.length !== 1 || reason !== undefined || document.uri.toString() !== uri) return false;
  const { start, end } = change.range;
  return bareBreak.test(change.text) && start.line === line && start.isEqual(end) && start.character === text.length;
}

/** The number and the line break behind it go; typing goes on where the number stood. */
async function takeAway({ uri, line, text }: Fresh): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri || editor.document.lineAt(line).text !== text) return;
  const indent = /^[ \t\u3000]*/u.exec(text)?.[0].length ?? 0;
  const next = editor.document.lineAt(line + 1);
  await editor.edit((edit) => edit.delete(new Range(line, indent, line + 1, next.text.length)), {
    undoStopBefore: false,
    undoStopAfter: true,
  });
}
