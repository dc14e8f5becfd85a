/** Owns the list of holes of a draft, for views and for going from hole to hole. */
import { rangeOf } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import type { Desk } from '../core/engine/desk.ts';
import type { Snapshot } from '../documents/store.ts';
import type { HolesResult } from '../protocol.ts';

/** Every hole of an open draft, in order. */
export function holes(snapshot: Snapshot, desk: Desk, wording: Wording): HolesResult {
  const found = desk.findings(snapshot.uri).filter((finding) => finding.rule === 'placeholder');
  return {
    version: snapshot.version,
    holes: found.map((finding) => ({
      range: rangeOf(snapshot.lines, finding),
      kind: finding.kind,
      message: wording.message(finding.rule, finding.message),
      ...(finding.group !== undefined && { group: finding.group }),
    })),
  };
}
