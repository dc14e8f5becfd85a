/**
 * Owns which draft a command speaks of: the one in the active editor; where a page or a view has the keyboard (the
 * walkthrough, the report, 待填), the draft that was worked in last.
 */
import { TabInputText, window, workspace } from 'vscode';
import type { TextDocument, TextEditor, ViewColumn, Disposable } from 'vscode';
import type { CheckedDocuments } from './checked-documents.ts';

/** Remembers the last draft. */
export class DraftAtHand implements Disposable {
  readonly #checked: CheckedDocuments;
  readonly #watch: Disposable;
  #last: TextDocument | undefined;

  constructor(checked: CheckedDocuments) {
    this.#checked = checked;
    this.#remember(window.activeTextEditor);
    this.#watch = window.onDidChangeActiveTextEditor((editor) => this.#remember(editor));
  }

  /** The document of the active editor, checked or not; else the last draft that is open. */
  get document(): TextDocument | undefined {
    return window.activeTextEditor?.document ?? this.#open()?.document;
  }

  /** Its editor: brought to the front if it is not the active one. */
  async editor(): Promise<TextEditor | undefined> {
    const active = window.activeTextEditor;
    if (active) return active;
    const open = this.#open();
    return open && window.showTextDocument(open.document, { viewColumn: open.column });
  }

  dispose(): void {
    this.#watch.dispose();
  }

  #remember(editor: TextEditor | undefined): void {
    if (editor && this.#checked.has(editor.document)) this.#last = editor.document;
  }

  /** Drafts in tabs; the one that was worked in last comes first. */
  #open(): { readonly document: TextDocument; readonly column: ViewColumn } | undefined {
    const open = window.tabGroups.all.flatMap(({ tabs, viewColumn }) =>
      tabs.flatMap(({ input }) => {
        const uri = input instanceof TabInputText ? input.uri.toString() : undefined;
        const document = workspace.textDocuments.find((one) => one.uri.toString() === uri);
        return document && this.#checked.has(document) ? [{ document, column: viewColumn }] : [];
      }),
    );
    return open.find(({ document }) => document === this.#last) ?? open[0];
  }
}
