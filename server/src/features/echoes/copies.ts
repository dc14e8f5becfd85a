/** Owns which places are copies of each other, as the requests about echoes see them. */
import { rangeOf, spanOf } from '../../convert/positions.ts';
import type { Desk } from '../../core/engine/desk.ts';
import type { EchoPlace } from '../../core/rules/echo-report.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Draft } from '../../core/text/draft.ts';
import { firstAfter, overlaps } from '../../core/text/span.ts';
import type { Span } from '../../core/text/span.ts';
import type { Snapshot } from '../../documents/store.ts';
import type { CopiesResult, PlainCopy, PlainRange } from '../../protocol.ts';

/** One version of a draft that is checked. */
export type DraftSnapshot = Snapshot & { readonly draft: Draft };

/** The open drafts with their findings up to date, and what they are compared with. */
export interface OpenDrafts {
  readonly desk: Desk;
  /** Those that are checked, and those that are not open but compared with, in order of uri. */
  readonly snapshots: readonly DraftSnapshot[];
  /** Uris of those that are not open. */
  readonly elsewhere: ReadonlySet<string>;
}

/** Whether a finding speaks of a passage or a phrase that stands at several places. */
export function isEcho(finding: Finding): boolean {
  return finding.rule.startsWith('repeated-') && finding.group !== undefined;
}

/** The echo that a caret or a selection is at: one that is selected exactly, else a passage before a phrase, the shortest first. */
export function echoAt(desk: Desk, uri: string, span: Span): Finding | undefined {
  const rank = (finding: Finding): number =>
    (finding.start === span.start && finding.end === span.end ? 0 : 1) + (finding.rule === 'repeated-passage' ? 0 : 2);
  return desk
    .findings(uri)
    .filter((finding) => isEcho(finding) && finding.start <= span.start && span.end <= finding.end)
    .sort((a, b) => rank(a) - rank(b) || a.end - a.start - (b.end - b.start))[0];
}

/** All places of what a finding of a draft repeats, its own among them, in order of draft and place. */
export function placesOf(desk: Desk, uri: string, finding: Finding): readonly EchoPlace[] {
  const { groups, sameText } = desk.echoes();
  // The first of the drafts with the same text stands for all; whoever asks for another one means that one.
  const leader = sameText.find((uris) => uris.includes(uri))?.[0] ?? uri;
  const group = groups.find(
    ({ rule, id, places }) => rule === finding.rule && id === finding.group && places.some((place) => place.uri === leader),
  );
  return (group?.places ?? []).map((place) => (place.uri === leader ? { ...place, uri } : place));
}

/** Whether a place is the one that a finding of a draft speaks of. */
export function isOwn(place: EchoPlace, uri: string, finding: Finding): boolean {
  return place.uri === uri && (place.start === finding.start || overlaps(place, finding));
}

/** The answer to `speechDraft/copies`. */
export function copies({ desk, snapshots }: OpenDrafts, snapshot: Snapshot, range: PlainRange): CopiesResult {
  const finding = echoAt(desk, snapshot.uri, spanOf(snapshot.lines, range));
  if (!finding) return { version: snapshot.version, copies: [], own: -1 };
  const places = placesOf(desk, snapshot.uri, finding);
  return {
    version: snapshot.version,
    copies: places.flatMap((place) => {
      const at = snapshots.find(({ uri }) => uri === place.uri);
      return at ? [describe(at, place)] : [];
    }),
    own: places.findIndex((place) => isOwn(place, snapshot.uri, finding)),
  };
}

function describe({ draft, lines, version }: DraftSnapshot, place: EchoPlace): PlainCopy {
  const first = Math.max(0, firstAfter(draft.starts, place.start) - 1);
  const behind = firstAfter(draft.starts, Math.max(place.start, place.end - 1));
  const passage = draft.paragraphs.slice(first, behind).map(({ text }) => text.trim());
  const { uri, section, paragraph } = place;
  return { uri, version, range: rangeOf(lines, place), section, paragraph, passage: passage.join('\n') };
}
