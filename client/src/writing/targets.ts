/** Owns the minutes that single drafts are to take: a speech has its own time on the agenda, whatever the setting says. */
import { workspace } from 'vscode';
import type { Disposable, Memento, TextDocument } from 'vscode';

const key = 'speechDraft.targets';
/** Drafts remembered; the ones set longest ago are forgotten first. */
const mostRemembered = 200;

/** The targets of drafts, kept with the workspace. */
export class Targets implements Disposable {
  readonly #memento: Memento;
  readonly #minutes: Map<string, number>;
  readonly #watch: Disposable;

  constructor(memento: Memento) {
    this.#memento = memento;
    this.#minutes = new Map(stored(memento));
    this.#watch = workspace.onDidOpenTextDocument((document) => this.#inherit(document));
  }

  /** The minutes set for a document; `undefined` where the setting holds. */
  of(document: TextDocument): number | undefined {
    return this.#minutes.get(document.uri.toString());
  }

  /** Sets the minutes of a document; 0: none, whatever the setting says. */
  async set(document: TextDocument, minutes: number): Promise<void> {
    const uri = document.uri.toString();
    this.#minutes.delete(uri);
    this.#minutes.set(uri, minutes);
    for (const oldest of this.#minutes.keys()) if (this.#minutes.size > mostRemembered) this.#minutes.delete(oldest);
    await this.#memento.update(key, [...this.#minutes]);
  }

  dispose(): void {
    this.#watch.dispose();
  }

  /** An untitled draft that is saved becomes another document of the same text: its target goes along. */
  #inherit(document: TextDocument): void {
    if (document.isUntitled || this.of(document) !== undefined) return;
    const before = workspace.textDocuments.find(
      (other) => other.isUntitled && this.of(other) !== undefined && other.getText() === document.getText(),
    );
    const minutes = before && this.of(before);
    if (minutes !== undefined) void this.set(document, minutes);
  }
}

/** What was kept, as far as it can be read. */
function stored(memento: Memento): [string, number][] {
  const kept: unknown = memento.get(key);
  if (!Array.isArray(kept)) return [];
  return kept.filter((pair): pair is [string, number] => Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number');
}
