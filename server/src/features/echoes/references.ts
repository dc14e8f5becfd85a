/** Owns Go to References on an echo: all copies, in this draft and the others that are open; nothing anywhere else. */
import type { Location, Position } from 'vscode-languageserver';
import { offsetAt, rangeOf } from '../../convert/positions.ts';
import type { Snapshot } from '../../documents/store.ts';
import { echoAt, placesOf } from './copies.ts';
import type { OpenDrafts } from './copies.ts';

/** `own` says whether the copy at the position is wanted too. */
export function references(open: OpenDrafts, snapshot: Snapshot, position: Position, own: boolean): Location[] {
  const offset = offsetAt(snapshot.lines, position);
  const finding = echoAt(open.desk, snapshot.uri, { start: offset, end: offset });
  if (!finding) return [];
  return placesOf(open, snapshot.uri, finding).flatMap((place) => {
    const lines = open.snapshots.find(({ uri }) => uri === place.uri)?.lines;
    const isOwn = place.uri === snapshot.uri && place.start === finding.start;
    return lines && (own || !isOwn) ? [{ uri: place.uri, range: rangeOf(lines, place) }] : [];
  });
}
