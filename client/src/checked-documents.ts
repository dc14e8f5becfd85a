/** Owns which documents are checked: the languages of the setting, in the places where people keep what they write. */
import { EventEmitter, commands, languages, workspace } from 'vscode';
import type { Disposable, TextDocument } from 'vscode';

/** One way a document can be one that is checked. */
export interface DocumentKind {
  readonly language: string;
  readonly scheme: string;
}

/** Not `git`, `output` and their like: what stands there is a copy, and nobody can change it. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vsls'];
const fallbackLanguages = ['speech', 'plaintext', 'markdown'];
/** The context key that the keybindings ask for: `editorLangId in speechDraft.languages`. */
const languagesKey = 'speechDraft.languages';

/** Knows the checked documents, and tells when the setting changes. */
export class CheckedDocuments implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #watch: Disposable;
  #selector: readonly DocumentKind[];

  /** Fires after the selector has changed. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#selector = readSelector();
    this.#watch = workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('speechDraft.languages')) return;
      this.#selector = readSelector();
      this.#changed.fire();
    });
  }

  /** What the language server is to be told of. */
  get selector(): readonly DocumentKind[] {
    return this.#selector;
  }

  /** Whether a document is one of them. */
  has(document: TextDocument): boolean {
    return languages.match(this.#selector, document) > 0;
  }

  dispose(): void {
    this.#watch.dispose();
    this.#changed.dispose();
  }
}

function readSelector(): readonly DocumentKind[] {
  const given: unknown = workspace.getConfiguration('speechDraft').get('languages');
  const valid = Array.isArray(given) ? given.filter((id): id is string => typeof id === 'string' && id !== '') : fallbackLanguages;
  void commands.executeCommand('setContext', languagesKey, valid);
  return valid.flatMap((language) => schemes.map((scheme) => ({ language, scheme })));
}
