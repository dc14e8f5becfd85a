/** Owns the report of all echoes between the open drafts, for a view and for export. */
import { rangeOf } from '../../convert/positions.ts';
import type { Wording } from '../../convert/wording.ts';
import type { EchoGroup, EchoPlace } from '../../core/rules/echo-report.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { EchoReportResult, ReportGroup, ReportPlace } from '../../protocol.ts';
import type { DraftSnapshot, OpenDrafts } from './copies.ts';

/** The report; `unchecked` are the drafts that nothing is known of. Drafts that are not open are in it where open ones repeat them. */
export function echoReport(
  { desk, snapshots, elsewhere }: OpenDrafts,
  wording: Wording,
  unchecked: EchoReportResult['unchecked'],
): EchoReportResult {
  const { groups, sameText } = desk.echoes();
  const byUri = new Map(snapshots.map((snapshot) => [snapshot.uri, snapshot]));
  const findings = new Map<string, Finding>();
  for (const { uri } of snapshots) for (const finding of desk.findings(uri)) findings.set(keyOf(finding.rule, uri, finding.start), finding);
  const placeOf = (group: EchoGroup, place: EchoPlace, snapshot: DraftSnapshot): ReportPlace => {
    const finding = findings.get(keyOf(group.rule, place.uri, place.start));
    return {
      uri: place.uri,
      range: rangeOf(snapshot.lines, place),
      start: place.start,
      end: place.end,
      section: place.section,
      paragraph: place.paragraph,
      text: snapshot.lines.text.slice(place.start, place.end),
      ...(finding && finding.group === group.id && { message: wording.message(finding.rule, finding.message) }),
    };
  };
  const told = groups.flatMap((group): ReportGroup[] => {
    const { id, rule, kind, characters } = group;
    const places = group.places.flatMap((place) => {
      const snapshot = byUri.get(place.uri);
      return snapshot ? [placeOf(group, place, snapshot)] : [];
    });
    // What is ignored at every place is not told.
    if (!places.some(({ message }) => message !== undefined)) return [];
    return [{ id, rule, kind, name: wording.kind(rule, kind), characters, places }];
  });
  const repeated = new Set(told.flatMap(({ places }) => places.map(({ uri }) => uri)));
  const open = sameText.map((uris) => uris.filter((uri) => !elsewhere.has(uri) || repeated.has(uri)));
  return {
    drafts: snapshots
      .filter(({ uri }) => !elsewhere.has(uri) || repeated.has(uri))
      .map(({ uri, version, draft }) => ({
        uri,
        version,
        length: draft.text.length,
        ...(elsewhere.has(uri) && { notOpen: true as const }),
      })),
    sameText: open.filter((uris) => uris.length > 1),
    unchecked,
    elsewhere: elsewhere.size,
    groups: told,
  };
}

function keyOf(rule: string, uri: string, start: number): string {
  return `${rule} ${String(start)} ${uri}`;
}
