/**
 * Owns going from copy to copy, across drafts, and looking at all of them at once.
 *
 * The keys are those of the holes with Shift: Ctrl+Alt+Shift+] and Ctrl+Alt+Shift+[ (Control+Option+Shift on a Mac).
 */
import { Disposable, Location, Selection, TextEditorRevealType, Uri, commands, l10n, languages, window } from 'vscode';
import type { TextDocument, TextEditor, ViewColumn } from 'vscode';
import { nextCopyCommand, peekCopiesCommand, previousCopyCommand } from '../../../server/src/protocol.ts';
import type { PlainCopy } from '../../../server/src/protocol.ts';
import { holeFrom } from '../holes/order.ts';
import type { Direction } from '../holes/order.ts';
import { holds, toRange } from '../places.ts';
import { copyTitle } from './copy-names.ts';
import { findCopies } from './find-copies.ts';
import type { CopyDeps } from './find-copies.ts';

/** Registers next, previous and peek. */
export function registerCopyCommands(deps: CopyDeps): Disposable {
  return Disposable.from(
    commands.registerCommand(nextCopyCommand, (given: unknown) => go('next', given, deps)),
    commands.registerCommand(previousCopyCommand, (given: unknown) => go('previous', given, deps)),
    commands.registerCommand(peekCopiesCommand, (given: unknown) => peek(given, deps)),
  );
}

/**
 * Shows one copy with its text selected, where its draft is in sight, else in the column given. Gives `undefined` if its
 * draft cannot be opened or has no such place any more.
 */
export async function showCopy(copy: Pick<PlainCopy, 'uri' | 'range'>, column?: ViewColumn): Promise<TextEditor | undefined> {
  const uri = Uri.parse(copy.uri, true);
  const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  try {
    const viewColumn = visible?.viewColumn ?? column;
    const editor = await window.showTextDocument(uri, viewColumn === undefined ? {} : { viewColumn });
    if (!holds(editor.document, copy.range)) return undefined;
    const { start, end } = toRange(copy.range);
    editor.selection = new Selection(start, end);
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
    return editor;
  } catch {
    return undefined;
  }
}

async function go(direction: Direction, given: unknown, deps: CopyDeps): Promise<void> {
  const found = await findCopies(given, deps);
  if (!found) return;
  const { copies, own, document } = found;
  if (own < 0) return goToFirst(direction, document, deps);
  const index = (own + (direction === 'next' ? 1 : copies.length - 1)) % copies.length;
  const copy = copies[index];
  if (!copy || !(await showCopy(copy))) return deps.announcer.announce(l10n.t('The other draft cannot be shown any more'));
  const title = copyTitle(copy, (count) => l10n.t('paragraph {0}', count));
  deps.announcer.announce(l10n.t('Copy {0} of {1}: {2}', index + 1, copies.length, title));
}

/** The caret is at no copy: the next place of the draft where something is repeated. */
function goToFirst(direction: Direction, document: TextDocument, { announcer }: CopyDeps): void {
  const editor = window.activeTextEditor;
  const repeats = languages
    .getDiagnostics(document.uri)
    .filter(({ source, code }) => source === 'speech-draft' && String(typeof code === 'object' ? code.value : code).startsWith('repeated-'))
    .sort((a, b) => a.range.start.compareTo(b.range.start));
  const ranges = repeats.map(({ range }) => range);
  const index = editor?.document === document ? holeFrom(direction, ranges, editor.selection) : undefined;
  const repeat = index === undefined ? undefined : repeats[index];
  if (!editor || !repeat) return announcer.announce(l10n.t('Nothing is repeated'));
  editor.selection = new Selection(repeat.range.start, repeat.range.end);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  announcer.announce(repeat.message);
}

async function peek(given: unknown, deps: CopyDeps): Promise<void> {
  const found = await findCopies(given, deps);
  if (!found) return;
  const { copies, own, document } = found;
  const copy = copies[own];
  if (!copy) return deps.announcer.announce(l10n.t('Nothing is repeated here'));
  const locations = copies.map(({ uri, range }) => new Location(Uri.parse(uri, true), toRange(range)));
  await commands.executeCommand('editor.action.peekLocations', document.uri, toRange(copy.range).start, locations, 'peek');
}
