/** Owns the requests about writing: length and time, new speeches, genre, the next number; which question is answered by whom. */
import type { Connection, InlineCompletionItem } from 'vscode-languageserver';
import { offsetAt } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import { nextMarkAt } from '../core/completion/next-mark.ts';
import type { Draft } from '../core/text/draft.ts';
import type { Outline } from '../core/text/sections/index.ts';
import type { Snapshot } from '../documents/store.ts';
import { reviewMethod, skeletonMethod, speechKindsMethod, stageMethod } from '../protocol.ts';
import type { PlainSpeechKind, ReviewParams, ReviewResult, SkeletonParams, SkeletonResult, StageParams, StageResult } from '../protocol.ts';
import type { Settings } from '../settings/parse.ts';
import { noReview, review } from './genre.ts';
import { factLenses } from './fact-lenses.ts';
import type { FactDesk } from './facts.ts';
import { codeLenses } from './lenses.ts';
import { skeleton, speechKinds } from './skeleton.ts';
import { noStage, stage } from './stage.ts';
import type { Stage } from './stage.ts';

/** What is needed of a session. */
export interface WritingSession {
  readonly wording: Wording;
  readonly settings: Settings;
  readonly support: { readonly commands: boolean };
  readonly documents: { get(uri: string): Snapshot | undefined };
  readonly facts: FactDesk;
  outline(draft: Draft): Outline;
  /** The snapshot of an open draft with its findings up to date. */
  settled(uri: string): Snapshot | undefined;
  /** What is needed to measure an open draft; `undefined` if it is not open or not checked. */
  stage(uri: string): Stage | undefined;
}

/** Answers the requests of a client. */
export function connectWriting(connection: Connection, session: WritingSession): void {
  connection.onRequest(stageMethod, ({ textDocument, ...params }: StageParams): StageResult => {
    const given = session.stage(textDocument.uri);
    return given ? stage(given, params) : noStage(session.settings.stage, session.wording);
  });
  connection.onCodeLens(({ textDocument }) => {
    const given = session.settings.stage.codeLens ? session.stage(textDocument.uri) : undefined;
    const snapshot = session.settings.figureSource ? session.settled(textDocument.uri) : undefined;
    return [...(given ? codeLenses(given, session.support.commands) : []), ...(snapshot ? factLenses(snapshot, session.facts) : [])];
  });
  connection.languages.inlineCompletion.on(({ textDocument, position }): InlineCompletionItem[] => {
    const snapshot = session.documents.get(textDocument.uri);
    if (!snapshot?.draft) return [];
    const mark = nextMarkAt(snapshot.draft, session.outline(snapshot.draft), offsetAt(snapshot.lines, position));
    return mark === undefined ? [] : [{ insertText: mark, range: { start: position, end: position } }];
  });
  connection.onRequest(speechKindsMethod, (): PlainSpeechKind[] => speechKinds(session.wording));
  connection.onRequest(skeletonMethod, (params: SkeletonParams): SkeletonResult => skeleton(params, session.settings.stage));
  connection.onRequest(reviewMethod, ({ textDocument, ...params }: ReviewParams): ReviewResult => {
    const snapshot = session.documents.get(textDocument.uri);
    return snapshot?.draft ? review(snapshot, session.outline(snapshot.draft), session.wording, params) : noReview(session.wording);
  });
}
