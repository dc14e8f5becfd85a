/** Owns what the client of a session knows: the drafts it holds open, the texts their versions had, and what it was shown. */
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { LineIndex } from '../../server/src/convert/positions.ts';
import { misplaced } from './valid.ts';

/** A draft as the client holds it. */
export interface OpenDraft {
  readonly language: string;
  readonly version: number;
  readonly lines: LineIndex;
}

/** The texts of a draft that are kept since the last check. */
const longestHistory = 200;

/** What a client knows. */
export class Known {
  readonly open = new Map<string, OpenDraft>();
  readonly #last = new Map<string, PublishDiagnosticsParams>();
  /** The texts that a version had, with the uri behind the number: a wrong client may give a number twice. */
  readonly #texts = new Map<string, LineIndex[]>();
  readonly #history = new Map<string, LineIndex[]>();

  /** One of the open drafts, counted around and around. */
  pick(draft: number): (OpenDraft & { readonly uri: string }) | undefined {
    const entry = [...this.open][draft % Math.max(1, this.open.size)];
    return entry && { uri: entry[0], ...entry[1] };
  }

  remember(uri: string, draft: OpenDraft): void {
    this.open.set(uri, draft);
    this.#history.set(uri, [...(this.#history.get(uri) ?? []), draft.lines].slice(-longestHistory));
    const key = `${draft.version} ${uri}`;
    this.#texts.set(key, [...(this.#texts.get(key) ?? []), draft.lines]);
  }

  /** The texts that a draft has had since the last check, that of the check included. */
  history(uri: string): readonly LineIndex[] {
    return this.#history.get(uri) ?? [];
  }

  /** The texts of all open drafts. */
  textsNow(): Map<string, LineIndex> {
    return new Map([...this.open].map(([uri, { lines }]) => [uri, lines]));
  }

  /** The uris of which anything was ever shown. */
  shownUris(): Iterable<string> {
    return this.#last.keys();
  }

  lastShown(uri: string): PublishDiagnosticsParams | undefined {
    return this.#last.get(uri);
  }

  diagnostics(uri: string): Diagnostic[] {
    return this.#last.get(uri)?.diagnostics ?? [];
  }

  /** Takes what is shown. Returns what is wrong with it: it must fit a text that its version had, unless it is of a fact sheet. */
  shown(params: PublishDiagnosticsParams): string | undefined {
    const { uri, version, diagnostics } = params;
    this.#last.set(uri, params);
    if (version === undefined && uri.endsWith('.csv')) return undefined;
    const texts = this.#texts.get(`${version} ${uri}`) ?? [];
    const own = diagnostics.map(({ range }) => ({ range }));
    const faults = texts.map((lines) => misplaced(own, uri, new Map([[uri, lines]])));
    return diagnostics.length > 0 && !faults.includes(undefined) ? `published: ${faults[0] ?? 'for no version'}` : undefined;
  }

  /** Forgets the texts for which no one can be shown anything any more. */
  settle(): void {
    this.#history.clear();
    this.#texts.clear();
    for (const [uri, { version, lines }] of this.open) {
      this.#history.set(uri, [lines]);
      this.#texts.set(`${version} ${uri}`, [lines]);
    }
  }
}
