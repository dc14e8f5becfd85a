/** Owns the report for programs; docs/schemas/check.schema.json says what is in it. */
import type { Wording } from '../../convert/wording.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { pieces } from './pieces.ts';
import type { Item, Whole } from './pieces.ts';
import { placesIn } from './report.ts';
import type { CheckedFile, FinalReport, ReportInput } from './report.ts';

/** The report as JSON. */
export function* jsonReport(input: ReportInput): Iterable<string> {
  const { files, unread, skipped, known, final, wording } = input;
  const reasons = (list: ReportInput['unread']): Whole => list.map(({ path, reason }) => ({ path, reason: wording.pick(reason) }));
  yield* pieces({
    version: 1,
    files: fileEntries(files, input),
    unread: reasons(unread),
    skipped: skipped.length > 0 ? reasons(skipped) : undefined,
    known,
    final: final && finalEntry(input, final),
  });
  yield '\n';
}

function* fileEntries(files: readonly CheckedFile[], input: ReportInput): Iterable<Item> {
  for (const { path, encoding, text, findings } of files) {
    yield {
      path,
      encoding,
      characters: text.length,
      findings: findingEntries(text, findings, input.wording),
    };
  }
}

function* findingEntries(text: string, findings: readonly Finding[], wording: Wording): Iterable<Item> {
  const placeOf = placesIn(text);
  for (const finding of findings)
    yield {
      rule: finding.rule,
      kind: finding.kind,
      severity: finding.severity,
      message: wording.message(finding.rule, finding.message),
      text: text.slice(finding.start, finding.end),
      start: finding.start,
      end: finding.end,
      ...placeOf(finding),
      group: finding.group,
      related: (finding.related ?? []).map(({ uri, start, end }) => ({ path: uri, start, end })),
    };
}

function finalEntry({ files }: ReportInput, { ready, checks }: FinalReport): Whole {
  const drafts = checks.map((check, index) => ({
    path: files[index]?.path,
    ready: check.ready,
    words: check.words,
    seconds: Math.round(check.seconds),
    left: check.groups.map(({ id, items, blocking }) => ({ id, count: items.length, blocking })),
  }));
  return { ready, drafts };
}
