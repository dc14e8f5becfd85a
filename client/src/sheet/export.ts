/** Owns 导出待填清单: the holes of a draft as a file for those who know the numbers. */
import { Uri, commands, env, l10n, window, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import { exportSheetMethod } from '../../../server/src/protocol.ts';
import type { ExportSheetParams, ExportSheetResult } from '../../../server/src/protocol.ts';
import { sheetFilters } from './deps.ts';
import type { SheetDeps } from './deps.ts';

/** Asks where to, writes the file, says what is in it. `target` saves asking; its ending says what is written. */
export async function exportHoles({ server, announcer }: SheetDeps, document: TextDocument, target?: Uri): Promise<void> {
  const chosen =
    target ??
    (await window.showSaveDialog({
      title: l10n.t('Export what is to be filled in'),
      defaultUri: proposedUri(document),
      filters: sheetFilters(),
    }));
  if (!chosen) return;
  const format = /\.csv$/i.test(chosen.path) ? 'csv' : 'xlsx';
  const params: ExportSheetParams = { textDocument: { uri: document.uri.toString() }, format };
  const { rows, content } = await server.ask<ExportSheetResult>(exportSheetMethod, params);
  if (rows < 0) return announcer.announce(l10n.t('This document is not checked'));
  if (content === undefined) return announcer.announce(l10n.t('No holes left'));
  const file = /\.(?:csv|xlsx)$/i.test(chosen.path) ? chosen : chosen.with({ path: `${chosen.path}.xlsx` });
  try {
    await workspace.fs.writeFile(file, Buffer.from(content, 'base64'));
  } catch (error) {
    void window.showErrorMessage(
      l10n.t(
        'The sheet cannot be written; perhaps it is open in another program. ({0})',
        error instanceof Error ? error.message : String(error),
      ),
    );
    return;
  }
  void sayWritten(rows, file);
}

async function sayWritten(rows: number, file: Uri): Promise<void> {
  const open = l10n.t('Show in Folder');
  const said = l10n.t('Rows exported to {1}: {0}. Fill in the column Value and import the sheet again.', rows, baseName(file));
  if ((await window.showInformationMessage(said, ...(canReveal() ? [open] : []))) === open)
    await commands.executeCommand('revealFileInOS', file);
}

/** Only where the file lies on this machine. */
function canReveal(): boolean {
  return env.remoteName === undefined;
}

function proposedUri(document: TextDocument): Uri {
  const name = `${baseName(document.uri).replace(/\.[^.]+$/u, '')}-${l10n.t('to fill in')}.xlsx`;
  if (document.uri.scheme !== 'untitled') return Uri.joinPath(document.uri, '..', name);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder ? Uri.joinPath(folder, name) : Uri.file(name);
}

function baseName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
