/**
 * Owns the drafts of the workspace that are not open but compared with: which are known, which are open by now, and which
 * lie among the echoes. A draft that is open is compared as the editor has it, never as its file does.
 */
import { indexLines } from '../../convert/positions.ts';
import type { LineIndex } from '../../convert/positions.ts';
import type { EchoRules } from '../../core/echoes/rules.ts';
import { createDraft } from '../../core/text/draft.ts';
import { formatOf } from '../../documents/format.ts';
import { markdownReader } from '../../markup/markdown.ts';
import type { DraftFile } from '../../workspace/draft-files.ts';
import { uriOf } from '../../workspace/folders.ts';
import type { DraftSnapshot } from './copies.ts';

interface Entry {
  readonly file: DraftFile;
  readonly snapshot: DraftSnapshot;
  isLaid: boolean;
}

const nobody: ReadonlySet<string> = new Set();

/** The drafts that are not open. Every change gives the uris of open drafts whose findings changed. */
export class Elsewhere {
  readonly #echoes: Pick<EchoRules, 'lay' | 'remove'>;
  readonly #entries = new Map<string, Entry>();
  readonly #byUri = new Map<string, Entry>();
  /** Uris of open documents by the path they are known by. */
  readonly #open = new Map<string, Set<string>>();
  #characters = 0;

  constructor(echoes: Pick<EchoRules, 'lay' | 'remove'>) {
    this.#echoes = echoes;
  }

  /** How many are known, open ones included. */
  get size(): number {
    return this.#entries.size;
  }

  /** UTF-16 code units of all. */
  get characters(): number {
    return this.#characters;
  }

  paths(): string[] {
    return [...this.#entries.keys()];
  }

  /** The file as it was read last. */
  file(path: string): DraftFile | undefined {
    return this.#entries.get(path)?.file;
  }

  /** Those that are compared with now, in order of uri. */
  snapshots(): DraftSnapshot[] {
    const laid = [...this.#entries.values()].filter(({ isLaid }) => isLaid).map(({ snapshot }) => snapshot);
    return laid.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  lines(uri: string): LineIndex | undefined {
    const entry = this.#byUri.get(uri);
    return entry?.isLaid === true ? entry.snapshot.lines : undefined;
  }

  /** Takes the text of a file. */
  take(file: DraftFile, text: string): ReadonlySet<string> {
    const before = this.#entries.get(file.path);
    this.#characters += text.length - (before?.snapshot.draft.text.length ?? 0);
    const entry: Entry = { file, snapshot: snapshotOf(uriOf(file.path), text), isLaid: before?.isLaid ?? false };
    this.#entries.set(file.path, entry);
    this.#byUri.set(entry.snapshot.uri, entry);
    return this.#isOpen(file.path) ? nobody : this.#lay(entry);
  }

  /** Forgets a file. */
  drop(path: string): ReadonlySet<string> {
    const entry = this.#entries.get(path);
    if (!entry) return nobody;
    this.#entries.delete(path);
    this.#byUri.delete(entry.snapshot.uri);
    this.#characters -= entry.snapshot.draft.text.length;
    return this.#pick(entry);
  }

  /** Compares with a known file again if it is not. */
  relay(path: string): ReadonlySet<string> {
    const entry = this.#entries.get(path);
    return entry && !entry.isLaid && !this.#isOpen(path) ? this.#lay(entry) : nobody;
  }

  /** The echoes have forgotten what was laid. */
  forgotten(): void {
    for (const entry of this.#entries.values()) entry.isLaid = false;
  }

  /** A document was opened. */
  opened(path: string, uri: string): ReadonlySet<string> {
    const uris = this.#open.get(path) ?? new Set();
    this.#open.set(path, uris.add(uri));
    const entry = this.#entries.get(path);
    if (!entry) return nobody;
    // Under the same uri the document takes the place of the file by itself.
    if (entry.snapshot.uri !== uri) return this.#pick(entry);
    entry.isLaid = false;
    return nobody;
  }

  /** A document was closed; `relay` brings its file back. */
  closed(path: string, uri: string): void {
    const uris = this.#open.get(path);
    uris?.delete(uri);
    if (uris?.size === 0) this.#open.delete(path);
  }

  #isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  #lay(entry: Entry): ReadonlySet<string> {
    entry.isLaid = true;
    return this.#echoes.lay(entry.snapshot.draft);
  }

  #pick(entry: Entry): ReadonlySet<string> {
    if (!entry.isLaid) return nobody;
    entry.isLaid = false;
    return this.#echoes.remove(entry.snapshot.uri);
  }
}

function snapshotOf(uri: string, text: string): DraftSnapshot {
  const draft = createDraft({ uri, version: 0, format: formatOf('', uri), text, markup: markdownReader });
  let lines: LineIndex | undefined;
  return {
    uri,
    languageId: '',
    version: 0,
    draft,
    typed: undefined,
    get lines() {
      return (lines ??= indexLines(text));
    },
  };
}
