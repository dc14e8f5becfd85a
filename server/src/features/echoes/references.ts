/** Owns Go to References on an echo: all copies, in this draft and the others that are open; nothing anywhere else. */
import type { Location, Position } from 'vscode-languageserver';
import { offsetAt, rangeOf } from '../../convert/positions.ts';
import type { Snapshot } from '../../documents/store.ts';
import { echoAt, isOwn, placesOf } from './copies.ts';
import type { OpenDrafts } from './copies.ts';

/** `withOwn` says whether the copy at the position is wanted too. */
export function references({ desk, snapshots }: OpenDrafts, snapshot: Snapshot, position: Position, withOwn: boolean): Location[] {
  const offset = offsetAt(snapshot.lines, position);
  const finding = echoAt(desk, snapshot.uri, { start: offset, end: offset });
  if (!finding) return [];
  return placesOf(desk, snapshot.uri, finding).flatMap((place) => {
    const lines = snapshots.find(({ uri }) => uri === place.uri)?.lines;
    return lines && (withOwn || !isOwn(place, snapshot.uri, finding)) ? [{ uri: place.uri, range: rangeOf(lines, place) }] : [];
  });
}
