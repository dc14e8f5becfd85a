/** Owns asking the server for the copies of the text that is on the screen, and of no older one. */
import { setTimeout as pause } from 'node:timers/promises';
import { Uri, l10n, window, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import { copiesMethod } from '../../../server/src/protocol.ts';
import type { CopiesParams, CopiesResult } from '../../../server/src/protocol.ts';
import type { CheckedDocuments } from '../checked-documents.ts';
import type { LanguageServer } from '../language-client.ts';
import { toPlain } from '../places.ts';
import type { Announcer } from '../status/announcer.ts';
import { readCopyArguments } from './arguments.ts';

/** What the commands about copies need from around them. */
export interface CopyDeps {
  readonly server: LanguageServer;
  readonly checked: CheckedDocuments;
  readonly announcer: Announcer;
}

/** The copies at a place, and the document that was asked about. */
export interface FoundCopies extends CopiesResult {
  readonly document: TextDocument;
}

const tries = 100;
const pauseMilliseconds = 30;

/**
 * The copies at the place that a command was called with, else at the caret. Says why there are none and gives `undefined`:
 * no draft, a draft that is not checked, a server that cannot be had, a draft that has moved on.
 */
export async function findCopies(given: unknown, { server, checked, announcer }: CopyDeps): Promise<FoundCopies | undefined> {
  const say = (text: string): undefined => void announcer.announce(text);
  const target = readCopyArguments(given);
  const document = target ? await opened(target.uri) : window.activeTextEditor?.document;
  if (!document) return say(l10n.t('Open a draft first'));
  if (!checked.has(document)) return say(l10n.t('This document is not checked'));
  if (target && target.version !== document.version) return say(l10n.t('The draft has changed in the meantime; please choose again'));
  const range = target?.range ?? window.activeTextEditor?.selection;
  if (!range) return undefined;
  const params: CopiesParams = { textDocument: { uri: document.uri.toString() }, range: toPlain(range) };
  try {
    for (let tried = 0; tried < tries; tried += 1) {
      const found = await server.ask<CopiesResult>(copiesMethod, params);
      if (found.version === document.version) return { ...found, document };
      if (found.version < 0) return say(l10n.t('This document is not checked'));
      await pause(pauseMilliseconds, undefined, { ref: false });
    }
    return say(l10n.t('Still looking for copies; please try again'));
  } catch (error) {
    server.output.error('the copies cannot be had', error instanceof Error ? error : new Error(String(error)));
    return say(l10n.t('Drafts are not checked: the checking service has stopped.'));
  }
}

async function opened(uri: string): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(Uri.parse(uri, true));
  } catch {
    return undefined;
  }
}
