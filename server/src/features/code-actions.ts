/** Owns quick fixes: the answers of the rules to the findings in a range, as code actions for the exact version. */
import { CodeActionKind } from 'vscode-languageserver';
import type { AnnotatedTextEdit, CodeAction, Command, Diagnostic, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { rangeOf, spanOf } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import type { Desk } from '../core/engine/desk.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Fix } from '../core/rules/rule.ts';
import { overlaps } from '../core/text/span.ts';
import type { Span } from '../core/text/span.ts';
import type { Snapshot } from '../documents/store.ts';
import { fillAlikeCommand, fillCommand, previewCommand, selectCommand } from '../protocol.ts';
import type { FillArguments, PreviewArguments } from '../protocol.ts';
import { echoActions } from './echoes/actions.ts';

/** What the client can do with an answer. */
export interface ActionSupport {
  /** Edits that name the version they hold for. */
  readonly documentChanges: boolean;
  /** The client has our own commands. */
  readonly commands: boolean;
  /** The client can show edits and ask before it makes them. */
  readonly annotations: boolean;
  /** The client can show a place with a selection. */
  readonly showDocument: boolean;
}

/** What is asked for. */
export interface ActionRequest {
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  readonly only: readonly string[] | undefined;
}

/** A selection over a whole draft asks for no more than a menu can hold. */
const mostFindings = 50;

/** The quick fixes for a range of an open draft. */
export function codeActions(
  snapshot: Snapshot,
  desk: Desk,
  wording: Wording,
  request: ActionRequest,
  support: ActionSupport,
  year: number,
): CodeAction[] {
  if (request.only && !request.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
  const actions = touchedBy(snapshot, desk, request).flatMap(({ finding, diagnostics: own }) => {
    const fixes = desk.fixes(snapshot.uri, finding, { year }).flatMap((fix) => {
      const title = wording.message(finding.rule, fix.title);
      const answer = toAction(fix, finding, snapshot, support, title);
      if (!answer) return [];
      const action: CodeAction = { title, kind: CodeActionKind.QuickFix, ...answer };
      if (fix.preferred === true) action.isPreferred = true;
      return [action];
    });
    const looks = support.commands ? echoActions(snapshot, finding, wording) : [];
    return [...fixes, ...looks].map((action) => (own.length > 0 ? { ...action, diagnostics: own } : action));
  });
  return withoutTwins(actions);
}

/** Of actions that say and do the same, the first, for the diagnostics of all. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  const known = new Map<string, CodeAction>();
  for (const action of actions) {
    const { title, edit, command, diagnostics = [] } = action;
    const key = edit ? JSON.stringify(edit) : `${title} ${JSON.stringify(command)}`;
    const first = known.get(key);
    if (first && diagnostics.length > 0) first.diagnostics = [...(first.diagnostics ?? []), ...diagnostics];
    if (!first) known.set(key, action);
  }
  return [...known.values()];
}

/** The findings that a request touches, with the client's diagnostics of each. */
export function touchedBy(
  snapshot: Snapshot,
  desk: Desk,
  request: ActionRequest,
): { readonly finding: Finding; readonly diagnostics: Diagnostic[] }[] {
  const span = spanOf(snapshot.lines, request.range);
  // The findings of this version decide, not the diagnostics that the client remembers: those may be of an older one.
  return desk
    .findings(snapshot.uri)
    .filter((finding) => isMeant(finding, span))
    .slice(0, mostFindings)
    .map((finding) => ({ finding, diagnostics: request.diagnostics.filter((diagnostic) => isOf(diagnostic, finding, snapshot)) }));
}

/** A caret means the findings it stands in or at the edge of; a selection, those of which it holds something. */
function isMeant(finding: Finding, span: Span): boolean {
  const isCaret = span.start === span.end || finding.start === finding.end;
  return isCaret ? finding.start <= span.end && finding.end >= span.start : overlaps(finding, span);
}

function isOf(diagnostic: Diagnostic, finding: Finding, snapshot: Snapshot): boolean {
  const range = rangeOf(snapshot.lines, finding);
  return (
    diagnostic.code === finding.rule &&
    diagnostic.range.start.line === range.start.line &&
    diagnostic.range.start.character === range.start.character &&
    diagnostic.range.end.line === range.end.line &&
    diagnostic.range.end.character === range.end.character
  );
}

function toAction(
  fix: Fix,
  finding: Finding,
  snapshot: Snapshot,
  support: ActionSupport,
  title: string,
): { edit: WorkspaceEdit } | { command: Command } | undefined {
  if (fix.action === 'edit') {
    const edits = fix.edits.map((edit): TextEdit => ({ range: rangeOf(snapshot.lines, edit), newText: edit.text }));
    if (fix.preview !== true) return { edit: workspaceEdit(snapshot, edits, support) };
    if (!support.commands) return { edit: previewed(snapshot, edits, support, title) };
    const shown: PreviewArguments = { uri: snapshot.uri, version: snapshot.version, title, edits };
    return { command: { title, command: previewCommand, arguments: [shown] } };
  }
  const name = support.commands ? (fix.action === 'fill' ? fillCommand : fillAlikeCommand) : selectCommand;
  if (!support.commands && (!support.showDocument || fix.action === 'fill-alike')) return undefined;
  const argument: FillArguments = {
    uri: snapshot.uri,
    version: snapshot.version,
    stretches: fix.edits.map((edit) => ({ range: rangeOf(snapshot.lines, edit), text: edit.text })),
  };
  return { command: { title: finding.rule, command: name, arguments: [argument] } };
}

function workspaceEdit(snapshot: Snapshot, edits: TextEdit[], support: ActionSupport): WorkspaceEdit {
  return support.documentChanges
    ? { documentChanges: [{ textDocument: { uri: snapshot.uri, version: snapshot.version }, edits }] }
    : { changes: { [snapshot.uri]: edits } };
}

/** For a client without our commands: edits that it asks about before it makes them, where it can; which are ticked is up to it. */
function previewed(snapshot: Snapshot, edits: TextEdit[], support: ActionSupport, label: string): WorkspaceEdit {
  if (!support.annotations || !support.documentChanges) return workspaceEdit(snapshot, edits, support);
  const annotationId = 'preview';
  const annotated = edits.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId }));
  return { ...workspaceEdit(snapshot, annotated, support), changeAnnotations: { [annotationId]: { label, needsConfirmation: true } } };
}
