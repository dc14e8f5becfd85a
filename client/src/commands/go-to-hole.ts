/**
 * Owns going from hole to hole.
 *
 * The keys are Ctrl+Alt+] and Ctrl+Alt+[ (Control+Option on a Mac): VS Code leaves both free on every system, they type
 * nothing, and no input method takes them. Alt with a bracket would type a quotation mark on a Mac and steps through
 * inline suggestions elsewhere; Alt with a function key belongs to the problems list and to Linux window managers.
 */
import { Disposable, commands, l10n } from 'vscode';
import type { TextEditor } from 'vscode';
import type { PlainHole } from '../../../server/src/protocol.ts';
import type { CheckedDocuments } from '../checked-documents.ts';
import type { DraftAtHand } from '../draft-at-hand.ts';
import { holeFrom } from '../holes/order.ts';
import type { Direction } from '../holes/order.ts';
import { holesOf, selectPlace } from '../holes/present.ts';
import type { LanguageServer } from '../language-client.ts';
import type { Announcer } from '../status/announcer.ts';
import type { Counts } from '../status/counts.ts';

/** Registers next and previous. */
export function registerHoleCommands(
  server: LanguageServer,
  checked: CheckedDocuments,
  atHand: DraftAtHand,
  counts: Counts,
  announcer: Announcer,
): Disposable {
  const go = async (direction: Direction): Promise<void> => {
    const editor = await atHand.editor();
    if (!editor) return announcer.announce(l10n.t('Open a draft first'));
    if (!checked.has(editor.document)) return announcer.announce(l10n.t('This document is not checked'));
    const found = await holesOf(editor.document, server);
    switch (found.state) {
      case 'found':
        return goFrom(editor, direction, found.holes, announcer);
      case 'unchecked':
        return announcer.announce(counts.of(editor.document)?.unchecked ?? l10n.t('This document is not checked'));
      default:
        return announcer.announce(l10n.t('Still looking for holes; please try again'));
    }
  };
  return Disposable.from(
    commands.registerCommand('speechDraft.nextHole', () => go('next')),
    commands.registerCommand('speechDraft.previousHole', () => go('previous')),
  );
}

async function goFrom(editor: TextEditor, direction: Direction, holes: readonly PlainHole[], announcer: Announcer): Promise<void> {
  const ranges = holes.map(({ range }) => range);
  const index = holeFrom(direction, ranges, editor.selection);
  const hole = index === undefined ? undefined : holes[index];
  if (index === undefined || !hole) return announcer.announce(l10n.t('No holes left'));
  selectPlace(editor, hole.range);
  announcer.announce(l10n.t('Hole {0} of {1}', index + 1, holes.length), hole.message);
  // After a click in the status bar the keys would go there. When this is answered the caret is known to have moved, and the
  // next step is taken from there.
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
}
