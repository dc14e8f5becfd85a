/** Owns reading what the page of the report says. Pure: no VS Code here. */

/** How a report is saved. */
export type ReportFormat = 'markdown' | 'json';

/** What the page may say. */
export type ReportMessage =
  | { readonly command: 'ready' }
  | { readonly command: 'export'; readonly format: ReportFormat }
  | { readonly command: 'show'; readonly key: string };

/** `undefined` for anything that is not a message of ours. */
export function readReportMessage(given: unknown): ReportMessage | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { command, format, key } = given as Readonly<Record<string, unknown>>;
  switch (command) {
    case 'ready':
      return { command };
    case 'export':
      return format === 'markdown' || format === 'json' ? { command, format } : undefined;
    case 'show':
      return typeof key === 'string' ? { command, key } : undefined;
    default:
      return undefined;
  }
}
