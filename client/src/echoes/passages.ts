/**
 * Owns the virtual documents that hold passages for a comparison: a sentence a line, so that a comparison shows which
 * sentences differ. Nobody can change them; they go with their tab.
 */
import { Uri, workspace } from 'vscode';
import type { Disposable, TextDocumentContentProvider } from 'vscode';
import { sentences } from './sentences.ts';

const scheme = 'speech-draft-passage';

/** Passages under addresses of their own. */
export class Passages implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #subscriptions: readonly Disposable[];
  #count = 0;

  constructor() {
    this.#subscriptions = [
      workspace.registerTextDocumentContentProvider(scheme, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    ];
  }

  /** Keeps a passage. The address ends as a speech does, so that it is shown as one. */
  add(passage: string, name: string): Uri {
    this.#count += 1;
    const uri = Uri.from({ scheme, path: `/${this.#count}/${name}.speech` });
    this.#texts.set(uri.toString(), `${sentences(passage).join('\n')}\n`);
    return uri;
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#texts.clear();
  }
}
