/** Owns 导入待填清单: a filled sheet is read, shown as what it would do, and written as one edit. Nothing else is touched. */
import { Uri, WorkspaceEdit, l10n, window, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import { importSheetMethod } from '../../../server/src/protocol.ts';
import type { ImportSheetParams, ImportSheetResult, PlainProposal } from '../../../server/src/protocol.ts';
import { show } from '../holes/present.ts';
import { holds, toRange } from '../places.ts';
import { sheetFilters } from './deps.ts';
import type { SheetDeps } from './deps.ts';
import { choose } from './preview.ts';
import { showReport } from './report.ts';

/** More than the server reads; not worth sending. */
const largestBytes = 64_000_000;

/** Asks for the file, shows what it would do, does what is chosen. `source` saves asking. */
export async function importHoles(deps: SheetDeps, document: TextDocument, source?: Uri): Promise<void> {
  const file = source ?? (await ask(document));
  if (!file) return;
  const content = await read(file);
  if (content === undefined) return;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const params: ImportSheetParams = { textDocument: { uri: document.uri.toString() }, name, content };
  const { version, fault, rows } = await deps.server.ask<ImportSheetResult>(importSheetMethod, params);
  if (version < 0) return deps.announcer.announce(l10n.t('This document is not checked'));
  if (fault !== undefined) return void window.showErrorMessage(l10n.t('{0}: {1}', name, fault));
  if (rows.length === 0) return void window.showInformationMessage(l10n.t('The sheet has no rows.'));
  await show(document, true);
  const chosen = await choose(rows, name);
  if (!chosen) return;
  if (!(await write(document, version, chosen))) {
    return void window.showWarningMessage(l10n.t('The draft has changed in the meantime; nothing was filled in. Please choose again.'));
  }
  deps.announcer.announce(l10n.t('Places filled in: {0}', countEdits(chosen)));
  void sayLeftOut(rows, chosen, name);
}

/** All values in one edit, so that one undo takes them all back. */
async function write(document: TextDocument, version: number, rows: readonly PlainProposal[]): Promise<boolean> {
  const edits = rows.flatMap((row) => row.edits);
  if (document.isClosed || document.version !== version || !edits.every(({ range }) => holds(document, range))) return false;
  const edit = new WorkspaceEdit();
  for (const { range, text } of edits) edit.replace(document.uri, toRange(range), text);
  return workspace.applyEdit(edit);
}

function countEdits(rows: readonly PlainProposal[]): number {
  return rows.reduce((sum, { edits }) => sum + edits.length, 0);
}

async function sayLeftOut(rows: readonly PlainProposal[], chosen: readonly PlainProposal[], name: string): Promise<void> {
  const left = rows.filter((row) => !chosen.includes(row));
  if (left.length === 0) return;
  const look = l10n.t('Show Them');
  const answer = await window.showInformationMessage(l10n.t('Rows that were not filled in: {0}', left.length), look);
  if (answer === look) await showReport(left, name);
}

async function ask(document: TextDocument): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Import a filled sheet'),
    openLabel: l10n.t('Import'),
    filters: sheetFilters(),
    ...(document.uri.scheme !== 'untitled' && { defaultUri: Uri.joinPath(document.uri, '..') }),
  });
  return chosen?.[0];
}

/** The file in base 64; says so and gives `undefined` if it cannot be had. */
async function read(file: Uri): Promise<string | undefined> {
  try {
    const { size } = await workspace.fs.stat(file);
    if (size > largestBytes) {
      void window.showErrorMessage(l10n.t('The file is too large for a sheet of what is to be filled in.'));
      return undefined;
    }
    return Buffer.from(await workspace.fs.readFile(file)).toString('base64');
  } catch (error) {
    void window.showErrorMessage(l10n.t('The file cannot be opened. ({0})', error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}
