/** Owns the report of all echoes between the open drafts, for a view and for export. */
import { rangeOf } from '../../convert/positions.ts';
import type { Wording } from '../../convert/wording.ts';
import type { EchoGroup, EchoPlace } from '../../core/rules/echo-report.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { EchoReportResult, ReportGroup, ReportPlace } from '../../protocol.ts';
import type { DraftSnapshot, OpenDrafts } from './copies.ts';

/** The report; `unchecked` are the open drafts that nothing is known of. */
export function echoReport({ desk, snapshots }: OpenDrafts, wording: Wording, unchecked: EchoReportResult['unchecked']): EchoReportResult {
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
  return {
    drafts: snapshots.map(({ uri, version, lines }) => ({ uri, version, length: lines.text.length })),
    sameText,
    unchecked,
    groups: groups.flatMap((group): ReportGroup[] => {
      const { id, rule, kind, characters } = group;
      const places = group.places.flatMap((place) => {
        const snapshot = byUri.get(place.uri);
        return snapshot ? [placeOf(group, place, snapshot)] : [];
      });
      // What is ignored at every place is not told.
      if (!places.some(({ message }) => message !== undefined)) return [];
      return [{ id, rule, kind, name: wording.kind(rule, kind), characters, places }];
    }),
  };
}

function keyOf(rule: string, uri: string, start: number): string {
  return `${rule} ${String(start)} ${uri}`;
}
