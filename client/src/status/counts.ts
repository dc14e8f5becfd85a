/** Owns the counts that the server sends: the last ones of each open document. */
import { Disposable, EventEmitter, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import type { CountsParams } from '../../../server/src/protocol.ts';
import type { LanguageServer } from '../language-client.ts';

/** The counts of the open documents. */
export class Counts implements Disposable {
  readonly #counts = new Map<string, CountsParams>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;

  /** Fires after the counts of some document have changed. */
  readonly onDidChange = this.#changed.event;

  constructor(server: LanguageServer) {
    this.#subscriptions = Disposable.from(
      server.onCounts((counts) => {
        this.#counts.set(counts.uri, counts);
        this.#changed.fire();
      }),
      server.onStopped(() => {
        this.#counts.clear();
        this.#changed.fire();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#counts.delete(uri.toString())) this.#changed.fire();
      }),
    );
  }

  /** The counts of a document; `undefined` if it has not been looked at. */
  of(document: TextDocument): CountsParams | undefined {
    return this.#counts.get(document.uri.toString());
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }
}
