/** Owns the final check of an open draft, as the client shows it. */
import type { Connection } from 'vscode-languageserver';
import { countOf, finalLines, lengthOf, verdict } from '../convert/final.ts';
import { fileNameOf } from '../convert/names.ts';
import { positionAt, rangeOf } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import { finalCheck } from '../core/final/index.ts';
import { metas } from '../core/rules/index.ts';
import type { Snapshot } from '../documents/store.ts';
import { finalMethod } from '../protocol.ts';
import type { FinalParams, FinalResult } from '../protocol.ts';
import type { Stage } from './stage.ts';

/** What is needed of a session. */
export interface FinalSession {
  readonly wording: Wording;
  readonly listing: { ignored(uri: string): number };
  /** An open draft with its findings up to date. */
  settled(uri: string): Snapshot | undefined;
  /** Waits for the words of what was found. */
  readonly learning: { learn(uri: string, version: number): Promise<void> };
  /** What is needed to measure an open draft; `undefined` if it is not open or not checked. */
  stage(uri: string): Stage | undefined;
}

/** Answers the request of a client. */
export function connectFinal(connection: Connection, session: FinalSession): void {
  connection.onRequest(finalMethod, (params: FinalParams): Promise<FinalResult> => checkFinally(session, params));
}

/** Looks at a draft with all that words can tell: what is said last must not be said too soon. */
export async function checkFinally(session: FinalSession, { textDocument: { uri }, targetMinutes }: FinalParams): Promise<FinalResult> {
  const snapshot = session.settled(uri);
  if (snapshot) await session.learning.learn(uri, snapshot.version);
  const given = session.stage(uri);
  return given ? final(given, session.listing.ignored(uri), targetMinutes) : noFinal(session.wording);
}

/** Nobody can say of a draft that is not checked that it is finished. */
function noFinal(wording: Wording): FinalResult {
  return { version: -1, ready: false, verdict: verdict(false, wording), length: '', groups: [], ignored: 0, text: '' };
}

/** What is left in a draft, and whether it is finished. `ignored` were left out; `minutes` stand instead of the setting's target. */
function final({ snapshot, outline, findings, settings, wording }: Omit<Stage, 'cache'>, ignored: number, minutes?: number): FinalResult {
  const { draft, lines, version } = snapshot;
  if (!draft) return noFinal(wording);
  const targetMinutes = minutes ?? settings.targetMinutes;
  const check = finalCheck({ draft, outline, findings, metas, pace: settings.pace, targetMinutes });
  const text = finalLines(fileNameOf(snapshot.uri), check, targetMinutes, wording, (offset) => {
    const { line, character } = positionAt(lines, offset);
    return { line: line + 1, column: character + 1 };
  });
  return {
    version,
    ready: check.ready,
    verdict: verdict(check.ready, wording),
    length: lengthOf(check, targetMinutes, wording),
    groups: check.groups.map((group) => ({
      id: group.id,
      title: wording.pick(group.title),
      count: countOf(group, wording),
      blocking: group.blocking,
      items: group.items.map(({ finding, blocking, section, before, text: words, after }) => ({
        range: rangeOf(lines, finding),
        section,
        before,
        text: words,
        after,
        message: wording.message(finding.rule, finding.message),
        blocking,
      })),
    })),
    ignored,
    text: `${text.join('\n')}\n`,
  };
}
