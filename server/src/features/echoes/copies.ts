/** Owns which places are copies of each other, as the requests about echoes see them. */
import { rangeOf, spanOf } from '../../convert/positions.ts';
import { labelsOf } from '../../core/echoes/structure.ts';
import type { Desk } from '../../core/engine/desk.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Draft } from '../../core/text/draft.ts';
import type { Outline } from '../../core/text/sections/index.ts';
import { firstAfter, overlaps } from '../../core/text/span.ts';
import type { Span } from '../../core/text/span.ts';
import type { Snapshot } from '../../documents/store.ts';
import type { CopiesResult, PlainCopy, PlainRange } from '../../protocol.ts';

/** The open drafts with their findings up to date. */
export interface OpenDrafts {
  readonly desk: Desk;
  /** Those that are checked, in order of uri. */
  readonly snapshots: readonly (Snapshot & { readonly draft: Draft })[];
  readonly outlineOf: (draft: Draft) => Outline;
}

/** A stretch of an open draft. */
export interface Place extends Span {
  readonly uri: string;
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

/** All places of what a finding repeats, its own among them, in order of draft and place. */
export function placesOf({ desk, snapshots }: OpenDrafts, uri: string, finding: Finding): Place[] {
  const places: Place[] = [];
  const add = (place: Place): void => {
    if (!places.some((known) => known.uri === place.uri && (overlaps(known, place) || known.start === place.start))) places.push(place);
  };
  add({ uri, start: finding.start, end: finding.end });
  const own = snapshots.find((snapshot) => snapshot.uri === uri);
  const group: Finding[] = [finding];
  for (const snapshot of snapshots) {
    // A phrase is counted draft by draft; a draft with the same text is the same draft.
    if (snapshot.uri !== uri && (finding.rule !== 'repeated-passage' || snapshot.lines.text === own?.lines.text)) continue;
    for (const other of desk.findings(snapshot.uri)) {
      if (other.rule !== finding.rule || other.group !== finding.group) continue;
      add({ uri: snapshot.uri, start: other.start, end: other.end });
      group.push(other);
    }
  }
  for (const other of group) for (const { uri: at, start, end } of other.related ?? []) add({ uri: at, start, end });
  return places.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.start - b.start));
}

/** The answer to `speechDraft/copies`. */
export function copies(open: OpenDrafts, snapshot: Snapshot, range: PlainRange): CopiesResult {
  const finding = echoAt(open.desk, snapshot.uri, spanOf(snapshot.lines, range));
  if (!finding) return { version: snapshot.version, copies: [], own: -1 };
  const places = placesOf(open, snapshot.uri, finding).filter(({ uri }) => open.snapshots.some((other) => other.uri === uri));
  return {
    version: snapshot.version,
    copies: places.flatMap((place) => describe(open, place) ?? []),
    own: places.findIndex(({ uri, start }) => uri === snapshot.uri && start === finding.start),
  };
}

/** A place as the client sees it; `undefined` if its draft is not open. */
export function describe({ snapshots, outlineOf }: OpenDrafts, place: Place): PlainCopy | undefined {
  const snapshot = snapshots.find(({ uri }) => uri === place.uri);
  if (!snapshot) return undefined;
  const { draft, lines, version } = snapshot;
  const first = Math.max(0, firstAfter(draft.starts, place.start) - 1);
  const last = Math.max(first, firstAfter(draft.starts, Math.max(place.start, place.end - 1)) - 1);
  const { section, paragraph } = labelsOf(draft, outlineOf(draft))[first] ?? { section: '', paragraph: 1 };
  const passage = draft.paragraphs.slice(first, last + 1).map(({ text }) => text.trim());
  return { uri: place.uri, version, range: rangeOf(lines, place), section, paragraph, passage: passage.join('\n') };
}
