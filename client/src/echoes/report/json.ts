/** Owns the report as JSON, for programs: docs/echo-report.md says what it means, docs/echo-report.schema.json its shape. Pure. */
import type { EchoReportResult } from '../../../../server/src/protocol.ts';
import { draftName } from '../copy-names.ts';

/** The version of the format; it grows when something is taken away or means something else. */
const version = 1;

/** The whole report; lines and columns count from 1, as on the command line. It ends with a line break. */
export function reportJson({ drafts, sameText, unchecked, groups }: EchoReportResult): string {
  const told = {
    version,
    drafts: drafts.map(({ uri, length, notOpen }) => ({ uri, name: draftName(uri), length, ...(notOpen && { notOpen }) })),
    sameText,
    unchecked,
    groups: groups.map(({ id, rule, kind, characters, places }) => ({
      id,
      rule,
      kind,
      characters,
      places: places.map(({ uri, start, end, range, section, paragraph, text, message }) => ({
        uri,
        start,
        end,
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
        section,
        paragraph,
        text,
        ...(message !== undefined && { message }),
      })),
    })),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
