/** Owns the answer to “why is this not reported?”: a list of reasons for what is selected, or for the sentence at the caret. */
import { Selection, TextEditorRevealType, commands, l10n, window } from 'vscode';
import type { Disposable, TextEditor } from 'vscode';
import { whyNotRepeatedCommand, whyNotRepeatedMethod } from '../../../server/src/protocol.ts';
import type { WhyNotRepeatedParams, WhyNotRepeatedResult } from '../../../server/src/protocol.ts';
import { toPlain, toRange } from '../places.ts';
import type { CopyDeps } from './find-copies.ts';

/** What a program may call the command with. */
interface WhyNotArguments {
  /** Only the answer, no list. */
  readonly silent?: boolean;
}

/** Registers the command; it gives the answers, `undefined` if there is nobody to give them. */
export function registerWhyNotCommand(deps: CopyDeps): Disposable {
  return commands.registerCommand(whyNotRepeatedCommand, async (given?: WhyNotArguments) => {
    const editor = window.activeTextEditor;
    if (!editor) return deps.announcer.announce(l10n.t('Open a draft first'));
    const found = await ask(editor, deps);
    if (!found) return undefined;
    if (given?.silent !== true) await list(editor, found);
    return found;
  });
}

async function ask(editor: TextEditor, { server, checked, announcer }: CopyDeps): Promise<WhyNotRepeatedResult | undefined> {
  const say = (text: string): undefined => void announcer.announce(text);
  if (!checked.has(editor.document)) return say(l10n.t('This document is not checked'));
  const params: WhyNotRepeatedParams = { textDocument: { uri: editor.document.uri.toString() }, range: toPlain(editor.selection) };
  try {
    const found = await server.ask<WhyNotRepeatedResult>(whyNotRepeatedMethod, params);
    return found.version < 0 ? say(l10n.t('This document is not checked')) : found;
  } catch (error) {
    server.output.error('no answer why something is not repeated', error instanceof Error ? error : new Error(String(error)));
    return say(l10n.t('Drafts are not checked: the checking service has stopped.'));
  }
}

async function list(editor: TextEditor, { version, answers }: WhyNotRepeatedResult): Promise<void> {
  const items = answers.map(({ message, range }) => ({ label: message, range }));
  const chosen = await window.showQuickPick(items, { title: l10n.t('Why is this not reported as repeated?') });
  if (!chosen || editor.document.version !== version) return;
  const { start, end } = toRange(chosen.range);
  const shown = await window.showTextDocument(editor.document, editor.viewColumn);
  shown.selection = new Selection(start, end);
  shown.revealRange(shown.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
