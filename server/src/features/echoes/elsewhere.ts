/**
 * Owns the drafts of the workspace that are not open but compared with: which are known, which are open by now, and which
 * lie among the echoes. A draft that is open is compared as the editor has it, never as its file does.
 */
import { indexLines } from '../../convert/positions.ts';
import type { LineIndex } from '../../convert/positions.ts';
import type { EchoRules } from '../../core/echoes/rules.ts';
import { createDraft, editDraft } from '../../core/text/draft.ts';
import type { Draft } from '../../core/text/draft.ts';
import { formatOf } from '../../documents/format.ts';
import { markdownReader } from '../../markup/markdown.ts';
import type { DraftFile } from '../../workspace/draft-files.ts';
import { uriOf } from '../../workspace/folders.ts';
import type { DraftSnapshot } from './copies.ts';

interface Entry {
  readonly file: DraftFile;
  readonly uri: string;
  readonly text: string;
  /** As much of it as lies among the echoes. */
  laid: DraftSnapshot | undefined;
}

/**
 * About so many UTF-16 code units are laid or taken away in one step, a few milliseconds of work: whole lines where one ends
 * within as many more, since a line of which a part lies there is looked at again with the rest of it.
 */
const slice = 800;
const nobody: ReadonlySet<string> = new Set();

/** The uris of open drafts whose findings one step of the work changed. The caller may do something else between two steps. */
export type Steps = Iterable<ReadonlySet<string>>;

/** The drafts that are not open. */
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
    return [...this.#entries.values()].flatMap(({ laid }) => laid ?? []).sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  lines(uri: string): LineIndex | undefined {
    return this.#byUri.get(uri)?.laid?.lines;
  }

  /** Takes the text of a file. */
  *take(file: DraftFile, text: string): Steps {
    const before = this.#entries.get(file.path);
    if (before) yield* this.#pick(before);
    this.#characters += text.length - (before?.text.length ?? 0);
    const entry: Entry = { file, uri: uriOf(file.path), text, laid: undefined };
    this.#entries.set(file.path, entry);
    this.#byUri.set(entry.uri, entry);
    yield* this.relay(file.path);
  }

  /** Forgets a file. */
  *drop(path: string): Steps {
    const entry = this.#entries.get(path);
    if (!entry) return;
    yield* this.#pick(entry);
    this.#entries.delete(path);
    this.#byUri.delete(entry.uri);
    this.#characters -= entry.text.length;
  }

  /** Compares with a known file, as far as that is not done. */
  *relay(path: string): Steps {
    const entry = this.#entries.get(path);
    if (!entry) return;
    const { uri, text } = entry;
    while (!this.#isOpen(path) && (entry.laid?.draft.text.length ?? -1) < text.length) {
      const draft = grown(entry.laid?.draft, uri, text);
      entry.laid = snapshotOf(draft);
      yield this.#echoes.lay(draft);
    }
  }

  /** The echoes have forgotten what was laid. */
  forgotten(): void {
    for (const entry of this.#entries.values()) entry.laid = undefined;
  }

  /** A document was opened. Its file is gone from the comparison at once. */
  opened(path: string, uri: string): ReadonlySet<string> {
    const uris = this.#open.get(path) ?? new Set();
    this.#open.set(path, uris.add(uri));
    const entry = this.#entries.get(path);
    if (!entry?.laid) return nobody;
    entry.laid = undefined;
    // Under the same uri the document takes the place of the file by itself.
    return entry.uri === uri ? nobody : this.#echoes.remove(entry.uri);
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

  *#pick(entry: Entry): Steps {
    while (entry.laid !== undefined && entry.laid.draft.text.length > slice) {
      const { draft } = entry.laid;
      const { length } = draft.text;
      const line = draft.text.lastIndexOf('\n', length - slice - 1) + 1;
      const start = line > length - 2 * slice ? line : length - slice;
      if (start === 0) break;
      const less = editDraft(draft, 0, [{ start, end: length, text: '' }], markdownReader);
      entry.laid = snapshotOf(less);
      yield this.#echoes.lay(less);
    }
    if (entry.laid === undefined) return;
    entry.laid = undefined;
    yield this.#echoes.remove(entry.uri);
  }
}

/** A draft with one slice more of its text. */
function grown(draft: Draft | undefined, uri: string, text: string): Draft {
  const start = draft?.text.length ?? 0;
  const line = text.indexOf('\n', start + slice - 1) + 1;
  const more = text.slice(start, line > 0 && line < start + 2 * slice ? line : start + slice);
  if (draft) return editDraft(draft, 0, [{ start, end: start, text: more }], markdownReader);
  return createDraft({ uri, version: 0, format: formatOf('', uri), text: more, markup: markdownReader });
}

function snapshotOf(draft: Draft): DraftSnapshot {
  let lines: LineIndex | undefined;
  return {
    uri: draft.uri,
    languageId: '',
    version: 0,
    draft,
    typed: undefined,
    get lines() {
      return (lines ??= indexLines(draft.text));
    },
  };
}
