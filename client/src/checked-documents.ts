/** Owns which documents are checked: the languages of the setting, in the places where people keep what they write. */
import { EventEmitter, commands, languages, workspace } from 'vscode';
import type { Disposable, TextDocument } from 'vscode';

/** One way a document can be one that is checked. */
export interface DocumentKind {
  readonly language: string;
  readonly scheme: string;
}

/**
 * Not `git`, `output` and their like: what stands there is a copy, and nobody can change it. Where the folders of the
 * workspace lie comes in addition, whatever virtual file system that is.
 */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vsls'];
const fallbackLanguages = ['speech', 'plaintext', 'markdown'];
/** The context key that the keybindings ask for: `editorLangId in speechDraft.languages`. */
const languagesKey = 'speechDraft.languages';

/** Knows the checked documents, and tells when the setting changes. */
export class CheckedDocuments implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #watch: readonly Disposable[];
  #selector: readonly DocumentKind[];

  /** Fires after the selector has changed. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#selector = readSelector();
    this.#watch = [
      workspace.onDidChangeConfiguration((change) => void (change.affectsConfiguration('speechDraft.languages') && this.#read())),
      workspace.onDidChangeWorkspaceFolders(() => this.#read()),
    ];
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
    for (const one of this.#watch) one.dispose();
    this.#changed.dispose();
  }

  #read(): void {
    const selector = readSelector();
    if (JSON.stringify(selector) === JSON.stringify(this.#selector)) return;
    this.#selector = selector;
    this.#changed.fire();
  }
}

function readSelector(): readonly DocumentKind[] {
  const given: unknown = workspace.getConfiguration('speechDraft').get('languages');
  const valid = Array.isArray(given) ? given.filter((id): id is string => typeof id === 'string' && id !== '') : fallbackLanguages;
  void commands.executeCommand('setContext', languagesKey, valid);
  const all = new Set([...schemes, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return valid.flatMap((language) => [...all].map((scheme) => ({ language, scheme })));
}
