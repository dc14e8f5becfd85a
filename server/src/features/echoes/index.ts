/** Owns the requests about echoes: which question is answered by whom. */
import type { Connection } from 'vscode-languageserver';
import { spanOf } from '../../convert/positions.ts';
import type { Wording } from '../../convert/wording.ts';
import type { Desk, DeskSettings } from '../../core/engine/desk.ts';
import type { Snapshot } from '../../documents/store.ts';
import { copiesMethod, echoReportMethod, whyNotRepeatedMethod } from '../../protocol.ts';
import type { CopiesParams, CopiesResult, EchoReportResult, WhyNotRepeatedParams, WhyNotRepeatedResult } from '../../protocol.ts';
import { copies } from './copies.ts';
import type { DraftSnapshot, OpenDrafts } from './copies.ts';
import { references } from './references.ts';
import { echoReport } from './report.ts';
import { whyNotRepeated } from './why-not.ts';

/** What is needed of a session. */
export interface EchoSession {
  readonly wording: Wording;
  readonly documents: { all(): readonly Snapshot[] };
  /** The snapshot of an open draft with its findings up to date; `undefined` if it is not open or not checked. */
  settled(uri: string): Snapshot | undefined;
  status(): { readonly unchecked: EchoReportResult['unchecked'] };
  /** With every finding. */
  readonly listing: { readonly all: Desk };
  /** Without what is ignored, or hidden by the mode. */
  readonly shown: Desk;
  readonly settings: { readonly desk: DeskSettings };
  /** The drafts that are not open but compared with. */
  readonly index: { readonly drafts: { snapshots(): readonly DraftSnapshot[] }; unread(): EchoReportResult['unchecked'] };
}

/** Answers the requests of a client from a desk that holds back what is ignored. */
export function connectEchoes(connection: Connection, session: EchoSession, desk: Desk): void {
  connection.onReferences(({ textDocument, position, context }) => {
    const open = openDrafts(session, desk);
    const snapshot = session.settled(textDocument.uri);
    return snapshot ? references(open, snapshot, position, context.includeDeclaration) : [];
  });
  connection.onRequest(copiesMethod, ({ textDocument, range }: CopiesParams): CopiesResult => {
    const open = openDrafts(session, desk);
    const snapshot = session.settled(textDocument.uri);
    return snapshot ? copies(open, snapshot, range) : { version: -1, copies: [], own: -1 };
  });
  connection.onRequest(echoReportMethod, (): EchoReportResult => {
    const open = openDrafts(session, desk);
    return echoReport(open, session.wording, [...session.status().unchecked, ...session.index.unread()]);
  });
  connection.onRequest(whyNotRepeatedMethod, ({ textDocument, range }: WhyNotRepeatedParams): WhyNotRepeatedResult => {
    openDrafts(session, desk);
    const snapshot = session.settled(textDocument.uri);
    if (!snapshot) return { version: -1, answers: [] };
    const { shown, listing, settings, wording } = session;
    const desks = { all: listing.all, desk, shown, isOn: (rule: string) => settings.desk.rules[rule]?.enabled ?? true };
    return whyNotRepeated(desks, wording, snapshot, spanOf(snapshot.lines, range));
  });
}

/** All open drafts that are checked, with their findings up to date, and those that they are compared with. */
function openDrafts(session: EchoSession, desk: Desk): OpenDrafts {
  const snapshots = session.documents.all().flatMap(({ uri }) => {
    const snapshot = session.settled(uri);
    return snapshot?.draft ? [{ ...snapshot, draft: snapshot.draft }] : [];
  });
  const elsewhere = session.index.drafts.snapshots();
  const all = [...snapshots, ...elsewhere].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  return { desk, snapshots: all, elsewhere: new Set(elsewhere.map(({ uri }) => uri)) };
}
