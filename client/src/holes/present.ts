/** Owns finding a hole again where it stands now, and showing it. */
import { setTimeout as pause } from 'node:timers/promises';
import { Selection, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import type { TextDocument, TextEditor } from 'vscode';
import type { PlainHole, PlainRange } from '../../../server/src/protocol.ts';
import type { LanguageServer } from '../language-client.ts';
import { toRange } from '../places.ts';
import { findHoles } from './find.ts';
import type { Holes } from './find.ts';

/** The holes of the text that a document has now. A server that cannot be asked checks nothing. */
export async function holesOf(document: TextDocument, server: LanguageServer): Promise<Holes> {
  try {
    return await findHoles({
      version: () => document.version,
      ask: () => server.holes(document.uri.toString()),
      now: () => performance.now(),
      pause: (milliseconds) => pause(milliseconds, undefined, { ref: false }),
    });
  } catch (error) {
    server.output.error('the holes cannot be had', error instanceof Error ? error : new Error(String(error)));
    return { state: 'unchecked' };
  }
}

/** A hole by its name, in the present text of its draft. `undefined` if it is no longer there. */
export async function locate(
  uri: string,
  name: string,
  server: LanguageServer,
): Promise<{ readonly document: TextDocument; readonly hole: PlainHole } | undefined> {
  try {
    const document = await workspace.openTextDocument(Uri.parse(uri, true));
    const found = await holesOf(document, server);
    const hole = found.state === 'found' ? found.holes.find((one) => one.name === name) : undefined;
    return hole && { document, hole };
  } catch {
    return undefined;
  }
}

/** Shows a document where it is open, else in the active group. */
export async function show(document: TextDocument, preserveFocus = false): Promise<TextEditor> {
  const active = window.activeTextEditor;
  if (active?.document === document && preserveFocus) return active;
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  return window.showTextDocument(document, { preserveFocus, ...(visible?.viewColumn !== undefined && { viewColumn: visible.viewColumn }) });
}

/** Selects a place and brings it into sight. */
export function selectPlace(editor: TextEditor, place: PlainRange): void {
  const { start, end } = toRange(place);
  editor.selection = new Selection(start, end);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
