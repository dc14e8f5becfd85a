// Owns: drafts in the editor for tests: text with ⟦…⟧ around what must be found, the findings, the fixes, the caret.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';

/** Offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A draft that is open in the active editor. */
export interface OpenDraft {
  document: vscode.TextDocument;
  editor: vscode.TextEditor;
  /** What the marks in the text stand around, in order. */
  holes: Span[];
}

/**
 * Writes a draft into the workspace and opens it.
 *
 * @param name with extension; a name of its own for every draft
 * @param marked its text, with ⟦…⟧ around every hole
 */
export async function openDraft(name: string, marked: string): Promise<OpenDraft> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests run with a folder');
  return openAt(vscode.Uri.joinPath(folder.uri, name), marked);
}

/** The same for a file anywhere. */
export async function openAt(uri: vscode.Uri, marked: string): Promise<OpenDraft> {
  const { text, holes } = readMarks(marked);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  assert.equal(document.getText(), text);
  return { document, editor, holes };
}

/** The findings of the extension on a document, in the order of the text. */
export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'speech-draft')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The id of the rule that a finding comes from. */
export function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/**
 * Waits until the placeholders that are found are the ones that the draft was marked with, neither more nor fewer.
 *
 * @returns their diagnostics, in order
 */
export async function placeholdersFound({ document, holes }: OpenDraft, milliseconds?: number): Promise<vscode.Diagnostic[]> {
  const found = () => findings(document).filter((finding) => ruleOf(finding) === 'placeholder');
  const words = (spans: Span[]) => spans.map(({ start, end }) => `${start}:${document.getText().slice(start, end)}`);
  const wanted = JSON.stringify(words(holes));
  const seen = () => words(found().map(({ range }) => spanOf(document, range)));
  const what = `placeholders of ${document.fileName}, ${wanted}`;
  return until(what, () => (JSON.stringify(seen()) === wanted ? found() : undefined), seen, milliseconds);
}

/** The quick fixes that the lightbulb offers at a span. */
export async function quickFixes(document: vscode.TextDocument, span: Span): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(document, span),
    vscode.CodeActionKind.QuickFix.value,
  );
}

/** Does what choosing a quick fix does. */
export async function applyFix({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
  if (command) await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

/** What a document would say after an edit. */
export function textAfter(document: vscode.TextDocument, edit: vscode.WorkspaceEdit): string {
  return edit
    .get(document.uri)
    .map(({ range, newText }) => ({ ...spanOf(document, range), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), document.getText());
}

/** The selection of the active editor. */
export function selected(): Span {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, 'no editor is active');
  return spanOf(editor.document, editor.selection);
}

/** A range of the editor as offsets. */
export function spanOf(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** Offsets as a range of the editor. */
export function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function readMarks(marked: string): { text: string; holes: Span[] } {
  let text = '';
  const holes: Span[] = [];
  for (const part of marked.split(/(⟦[^⟧]*⟧)/)) {
    const start = text.length;
    text += part.replace(/[⟦⟧]/g, '');
    if (part.startsWith('⟦')) holes.push({ start, end: text.length });
  }
  return { text, holes };
}
