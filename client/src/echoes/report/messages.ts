/** Owns reading what the page of the report says. Pure: no VS Code here. */

/** How a report is saved. */
export type ReportFormat = 'markdown' | 'json';

/** What the page may say. */
export type ReportMessage =
  | { readonly command: 'ready' }
  | { readonly command: 'export'; readonly format: ReportFormat }
  | { readonly command: 'show'; readonly revision: number; readonly group: number; readonly place: number };

/** `undefined` for anything that is not a message of ours. */
export function readReportMessage(given: unknown): ReportMessage | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { command, format, revision, group, place } = given as Readonly<Record<string, unknown>>;
  switch (command) {
    case 'ready':
      return { command };
    case 'export':
      return format === 'markdown' || format === 'json' ? { command, format } : undefined;
    case 'show':
      return isCount(revision) && isCount(group) && isCount(place) ? { command, revision, group, place } : undefined;
    default:
      return undefined;
  }
}

function isCount(given: unknown): given is number {
  return Number.isInteger(given) && Number(given) >= 0;
}
