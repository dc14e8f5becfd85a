/** Owns the list of rows that an import left out, as a text to read: one that is no draft and cannot be changed. */
import { Uri, l10n, window, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import type { PlainProposal } from '../../../server/src/protocol.ts';

const scheme = 'speech-draft-sheet';

/** Lets VS Code show reports: each says all that it says in its own address. */
export function registerReports(): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: ({ query }) => query });
}

/** Shows the rows beside the draft's editor. */
export async function showReport(rows: readonly PlainProposal[], name: string): Promise<void> {
  const lines = rows.map(({ row, indicator, value, before, after, fault }) => {
    const what = [indicator, value].filter((part) => part !== '').join(' ');
    return [l10n.t('row {0}', row), fault ?? l10n.t('not ticked'), what, before + after].filter((part) => part !== '').join(' · ');
  });
  const title = l10n.t('{0}: rows that were not filled in', name);
  const uri = Uri.from({ scheme, path: `/${title}`, query: [title, '', ...lines, ''].join('\n') });
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
}
