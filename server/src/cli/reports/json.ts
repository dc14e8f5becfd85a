/** Owns the report for programs; docs/schemas/check.schema.json says what is in it. */
import type { UnreadFile } from '../collect.ts';
import { placesIn } from './report.ts';
import type { CheckedFile, FinalReport, ReportInput } from './report.ts';

/** The report as JSON, file by file. */
export function* jsonReport(input: ReportInput): Iterable<string> {
  const { files, unread, final, skipped, wording } = input;
  const reasonEntry = ({ path, reason }: UnreadFile): object => ({ path, reason: wording.pick(reason) });
  yield '{\n  "version": 1,\n  "files": ';
  yield* list(files, (file) => fileEntry(file, input));
  yield ',\n  "unread": ';
  yield* list(unread, reasonEntry);
  if (skipped.length > 0) {
    yield ',\n  "skipped": ';
    yield* list(skipped, reasonEntry);
  }
  if (final) yield `,\n  "final": ${JSON.stringify(finalEntry(input, final), null, 2).replaceAll('\n', '\n  ')}`;
  yield '\n}\n';
}

function finalEntry({ files }: ReportInput, { ready, checks }: FinalReport): object {
  const drafts = checks.map((check, index) => ({
    path: files[index]?.path,
    ready: check.ready,
    words: check.words,
    seconds: Math.round(check.seconds),
    left: check.groups.map(({ id, items, blocking }) => ({ id, count: items.length, blocking })),
  }));
  return { ready, drafts };
}

function fileEntry(file: CheckedFile, { wording }: ReportInput): object {
  const placeOf = placesIn(file.text);
  return {
    path: file.path,
    encoding: file.encoding,
    characters: file.text.length,
    findings: file.findings.map((finding) => ({
      rule: finding.rule,
      kind: finding.kind,
      severity: finding.severity,
      message: wording.message(finding.rule, finding.message),
      text: file.text.slice(finding.start, finding.end),
      start: finding.start,
      end: finding.end,
      ...placeOf(finding),
      ...(finding.group !== undefined && { group: finding.group }),
      related: (finding.related ?? []).map(({ uri, start, end }) => ({ path: uri, start, end })),
    })),
  };
}

/** A list at the first level of the report, as `JSON.stringify` would lay it out. */
function* list<T>(items: readonly T[], entry: (item: T) => object): Iterable<string> {
  yield '[';
  for (const [index, item] of items.entries()) {
    yield `${index > 0 ? ',' : ''}\n    ${JSON.stringify(entry(item), null, 2).replaceAll('\n', '\n    ')}`;
  }
  yield items.length > 0 ? '\n  ]' : ']';
}
