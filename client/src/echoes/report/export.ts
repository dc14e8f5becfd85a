/** Owns saving the report where a person says. */
import { Uri, l10n, window, workspace } from 'vscode';
import type { EchoReportResult } from '../../../../server/src/protocol.ts';
import { reportJson } from './json.ts';
import { reportMarkdown } from './markdown.ts';
import type { ReportFormat } from './messages.ts';

const endings: Readonly<Record<ReportFormat, string>> = { markdown: 'md', json: 'json' };

/** Asks where, writes, and offers to open what was written. Says so if it cannot be written. */
export async function saveReport(report: EchoReportResult, format: ReportFormat): Promise<void> {
  const name = `${l10n.t('Report of Repeats')}.${endings[format]}`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    filters: format === 'json' ? { JSON: ['json'] } : { Markdown: ['md'] },
  });
  if (!target) return;
  const text = format === 'json' ? reportJson(report) : reportMarkdown(report, l10n);
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    void window.showErrorMessage(l10n.t('The report was not saved: {0}', error instanceof Error ? error.message : String(error)));
    return;
  }
  const open = l10n.t('Open');
  if ((await window.showInformationMessage(l10n.t('The report has been saved.'), open)) === open) await window.showTextDocument(target);
}
