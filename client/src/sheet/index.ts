/** Owns the commands of the data-request sheet, and which draft they speak of. */
import { Disposable, Uri, commands, l10n, window, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import type { SheetDeps } from './deps.ts';
import { exportHoles } from './export.ts';
import { importHoles } from './import.ts';
import { registerReports } from './report.ts';

/** What the commands may be called with: a row of the view, or the uri of a draft; and a file that saves asking. */
type Draft = { readonly uri?: unknown } | Uri | undefined;

/** Registers both. */
export function registerSheetCommands(deps: SheetDeps): Disposable {
  const command = (id: string, run: (deps: SheetDeps, document: TextDocument, file?: Uri) => Promise<void>): Disposable =>
    commands.registerCommand(id, async (draft?: Draft, file?: unknown) => {
      const document = await documentOf(deps, draft);
      if (!document) return;
      try {
        await run(deps, document, file instanceof Uri ? file : undefined);
      } catch (error) {
        deps.server.output.error(id, error instanceof Error ? error : new Error(String(error)));
        void window.showErrorMessage(l10n.t('Drafts are not checked: the checking service has stopped.'));
      }
    });
  return Disposable.from(
    command('speechDraft.exportHoles', exportHoles),
    command('speechDraft.importHoles', importHoles),
    registerReports(),
  );
}

async function documentOf({ checked, atHand, announcer }: SheetDeps, draft: Draft): Promise<TextDocument | undefined> {
  const given = draft instanceof Uri ? draft.toString() : draft?.uri;
  const document = typeof given === 'string' ? await workspace.openTextDocument(Uri.parse(given, true)) : atHand.document;
  if (!document) announcer.announce(l10n.t('Open a draft first'));
  else if (!checked.has(document)) announcer.announce(l10n.t('This document is not checked'));
  else return document;
  return undefined;
}
