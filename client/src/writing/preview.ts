/** Owns showing edits before they are made: every changed line with a tick, one Enter makes all that are ticked, one undo takes them back. */
import { Range, Uri, WorkspaceEdit, commands, l10n, window, workspace } from 'vscode';
import type { Disposable, QuickPickItem, TextDocument } from 'vscode';
import { previewCommand } from '../../../server/src/protocol.ts';
import type { PreviewArguments } from '../../../server/src/protocol.ts';
import { holds, toRange } from '../places.ts';
import type { Announcer } from '../status/announcer.ts';

/** Anyone may call a command with anything; the places themselves are held against the document. */
function isPreview(given: unknown): given is PreviewArguments {
  const { uri, version, edits } = (given ?? {}) as Partial<Record<keyof PreviewArguments, unknown>>;
  const isEdit = (edit: unknown): boolean => {
    const { range, newText } = (edit ?? {}) as { range?: { start?: { line?: unknown }; end?: { line?: unknown } }; newText?: unknown };
    return typeof newText === 'string' && typeof range?.start?.line === 'number' && typeof range.end?.line === 'number';
  };
  return typeof uri === 'string' && typeof version === 'number' && Array.isArray(edits) && edits.every(isEdit);
}

interface Row extends QuickPickItem {
  readonly edit: PreviewArguments['edits'][number];
}

/** Registers the command that quick fixes call. */
export function registerPreview(announcer: Announcer): Disposable {
  return commands.registerCommand(previewCommand, (given: unknown) => {
    if (isPreview(given)) return show(given, announcer);
    return undefined;
  });
}

async function show({ uri, version, title, edits }: PreviewArguments, announcer: Announcer): Promise<void> {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === Uri.parse(uri, true).toString());
  const isPresent = (): boolean => document?.version === version && edits.every(({ range }) => holds(document, range));
  if (!document || !isPresent()) return sayMovedOn();
  const chosen = await window.showQuickPick(
    edits.map((edit): Row => ({ ...rowOf(document, edit), picked: true, edit })),
    { title, canPickMany: true, placeHolder: l10n.t('All of these are changed; take the tick from what is to stay') },
  );
  if (!chosen || chosen.length === 0) return;
  if (!isPresent()) return sayMovedOn();
  const change = new WorkspaceEdit();
  for (const { edit } of chosen) change.replace(document.uri, toRange(edit.range), edit.newText);
  if (!(await workspace.applyEdit(change))) return sayMovedOn();
  announcer.announce(l10n.t('Places changed: {0}', chosen.length));
}

/** How much of a line is shown behind a heading that changes; around a place within a line, so that the value is seen. */
const longest = 24;
const around = 10;

/** The line as it will begin, and as it begins now. */
function rowOf(document: TextDocument, { range, newText }: PreviewArguments['edits'][number]): QuickPickItem {
  const { start, end } = toRange(range);
  const line = document.lineAt(start.line).text;
  const before = document.getText(new Range(start.line, Math.max(0, start.character - 1), end.line, end.character)).trimStart();
  const lead = line.slice(Math.max(0, start.character - around), start.character).trimStart();
  const rest = line.slice(end.character, end.character + (start.character > around ? around : longest));
  return { label: `${lead}${newText}${rest}`, description: `← ${before}${rest.slice(0, 1)} · ${l10n.t('Line {0}', start.line + 1)}` };
}

function sayMovedOn(): void {
  void window.showInformationMessage(l10n.t('The draft has changed in the meantime; please choose again'));
}
