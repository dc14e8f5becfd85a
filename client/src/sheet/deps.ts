/** Owns what export and import of the sheet share. */
import { l10n } from 'vscode';
import type { CheckedDocuments } from '../checked-documents.ts';
import type { DraftAtHand } from '../draft-at-hand.ts';
import type { LanguageServer } from '../language-client.ts';
import type { Announcer } from '../status/announcer.ts';

/** What the commands need from around them. */
export interface SheetDeps {
  readonly server: LanguageServer;
  readonly checked: CheckedDocuments;
  readonly atHand: DraftAtHand;
  readonly announcer: Announcer;
}

/** The kinds of files for dialogs. */
export function sheetFilters(): Record<string, string[]> {
  return { [l10n.t('Excel workbook')]: ['xlsx'], [l10n.t('CSV table')]: ['csv'] };
}
