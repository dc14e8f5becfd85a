/** Owns the commands that the quick fixes call: fill one hole or one group, fill all of a kind alike. */
import { Disposable, SnippetString, TextEditorRevealType, Uri, WorkspaceEdit, commands, l10n, window, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import { fillAlikeCommand, fillCommand } from '../../../server/src/protocol.ts';
import type { FillArguments } from '../../../server/src/protocol.ts';
import { readFillArguments } from '../fill/arguments.ts';
import { groupSnippet } from '../fill/snippet.ts';
import { faultOf } from '../fill/value.ts';
import { selectPlace, show } from '../holes/present.ts';
import { holds, toRange } from '../places.ts';
import type { Announcer } from '../status/announcer.ts';

/** Registers both. */
export function registerFillCommands(announcer: Announcer): Disposable {
  return Disposable.from(
    commands.registerCommand(fillCommand, (given: unknown) => fill(given)),
    commands.registerCommand(fillAlikeCommand, (given: unknown) => fillAlike(given, announcer)),
  );
}

async function fill(given: unknown): Promise<void> {
  const target = await present(given);
  if (!target) return;
  const editor = await show(target.document);
  if (!isPresent(target)) return sayMovedOn();
  const { stretches } = target;
  const [only] = stretches;
  // One hole needs no edit: typing replaces what is selected, the blanks around it included.
  if (stretches.length === 1 && only) return selectPlace(editor, only.range);
  const snippet = groupSnippet(stretches, (range) => editor.document.getText(toRange(range)));
  if (!snippet) return;
  const range = toRange(snippet.range);
  const inserted = await editor.insertSnippet(new SnippetString(snippet.body), range, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  if (!inserted) return sayMovedOn();
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function fillAlike(given: unknown, announcer: Announcer): Promise<void> {
  const target = await present(given);
  if (!target) return;
  const { document, stretches } = target;
  const count = stretches.length;
  const token = stretches[0]?.text ?? '';
  const value = await window.showInputBox({
    title: l10n.t('Fill in all alike'),
    prompt: token === '' ? l10n.t('Goes into {0} empty places', count) : l10n.t('Takes the place of “{1}” in {0} places', count, token),
    validateInput: describeFault,
    ignoreFocusOut: true,
  });
  if (value === undefined) return;
  if (!isPresent(target)) return sayMovedOn();
  const edit = new WorkspaceEdit();
  for (const { range } of stretches) edit.replace(document.uri, toRange(range), value.trim());
  if (!(await workspace.applyEdit(edit))) return sayMovedOn();
  announcer.announce(l10n.t('Places filled in: {0}', count));
}

function describeFault(value: string): string | undefined {
  switch (faultOf(value)) {
    case 'empty':
      return l10n.t('Please type what is to stand there.');
    case 'lines':
      return l10n.t('Please keep it to one line.');
    default:
      return undefined;
  }
}

/** What is to be filled, in its document. */
interface Target extends FillArguments {
  readonly document: TextDocument;
}

/** Reads the argument and opens its document; says so and gives `undefined` if it cannot be filled as it stands. */
async function present(given: unknown): Promise<Target | undefined> {
  const target = readFillArguments(given);
  if (!target) {
    void window.showInformationMessage(l10n.t('Put the caret on a hole and choose from the lightbulb what to do.'));
    return undefined;
  }
  try {
    const found = { ...target, document: await workspace.openTextDocument(Uri.parse(target.uri, true)) };
    if (isPresent(found)) return found;
    sayMovedOn();
  } catch {
    void window.showWarningMessage(l10n.t('The draft cannot be opened any more; nothing was changed.'));
  }
  return undefined;
}

function isPresent({ document, version, stretches }: Target): boolean {
  return !document.isClosed && document.version === version && stretches.every(({ range }) => holds(document, range));
}

function sayMovedOn(): void {
  void window.showInformationMessage(l10n.t('The draft has changed in the meantime; nothing was filled in. Please choose again.'));
}
