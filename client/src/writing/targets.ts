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
  readonly #watches: readonly Disposable[];
  /** The last text of untitled drafts with a target; saving one may empty it, or close it, before the file is opened. */
  readonly #texts = new Map<string, string>();
  #closed: { readonly text: string; readonly minutes: number } | undefined;

  constructor(memento: Memento) {
    this.#memento = memento;
    this.#minutes = new Map(stored(memento));
    this.#watches = [
      workspace.onDidOpenTextDocument((document) => this.#inherit(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#note(document)),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
    ];
    for (const document of workspace.textDocuments) this.#note(document);
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
    this.#note(document);
    for (const oldest of this.#minutes.keys()) if (this.#minutes.size > mostRemembered) this.#minutes.delete(oldest);
    await this.#memento.update(key, [...this.#minutes]);
  }

  dispose(): void {
    for (const watch of this.#watches) watch.dispose();
  }

  #note(document: TextDocument): void {
    if (!document.isUntitled || this.of(document) === undefined) return;
    const text = document.getText();
    if (text !== '') this.#texts.set(document.uri.toString(), text);
  }

  /** An untitled draft that is saved becomes another document of the same text: its target goes along. */
  #inherit(document: TextDocument): void {
    if (document.isUntitled || this.of(document) !== undefined) return;
    const open = [...this.#texts].map(([uri, text]) => ({ text, minutes: this.#minutes.get(uri) }));
    for (const { text, minutes } of this.#closed ? [...open, this.#closed] : open)
      if (minutes !== undefined && isSame(text, document.getText())) return void this.set(document, minutes);
  }

  /** The next untitled draft may have the name of this one, and must not have its target. */
  #close(document: TextDocument): void {
    const uri = document.uri.toString();
    const [text, minutes] = [this.#texts.get(uri), this.#minutes.get(uri)];
    if (!document.isUntitled || text === undefined || minutes === undefined) return;
    this.#closed = { text, minutes };
    for (const other of workspace.textDocuments) this.#inherit(other);
    this.#texts.delete(uri);
    this.#minutes.delete(uri);
    void this.#memento.update(key, [...this.#minutes]);
  }
}

/** Saving may change the blanks at the ends of lines, and the ends of lines. */
function isSame(one: string, other: string): boolean {
  return one === other || bare(one) === bare(other);
}

function bare(text: string): string {
  return text.replace(/[ \t\u3000]*\r?\n/gu, '\n').trimEnd();
}

/** What was kept, as far as it can be read. */
function stored(memento: Memento): [string, number][] {
  const kept: unknown = memento.get(key);
  if (!Array.isArray(kept)) return [];
  return kept.filter((pair): pair is [string, number] => Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number');
}
