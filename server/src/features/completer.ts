/** Owns what completion keeps for one client: what it can show, what it last asked, the names read so far, and who else offers. */
import type { CompletionList, InitializeParams, Position } from 'vscode-languageserver';
import type { Wording } from '../convert/wording.ts';
import { NameCache } from '../core/completion/index.ts';
import type { OfferSource, Snippet } from '../core/completion/index.ts';
import type { Draft } from '../core/text/draft.ts';
import type { Outline } from '../core/text/sections/index.ts';
import type { Snapshot } from '../documents/store.ts';
import { completion } from './completion.ts';
import type { CompletionSupport } from './completion.ts';
import { Insistence } from './insistence.ts';

/** Completion for one client. */
export class Completer {
  readonly #outline: (draft: Draft) => Outline;
  readonly #sources: OfferSource[] = [];
  readonly #names = new NameCache();
  readonly #insistence = new Insistence();
  #asksWhenCalled: ReadonlySet<unknown> = new Set();
  #support: CompletionSupport = { snippets: false, labelDetails: false };

  /** `outline` gives the structure of a draft, from memory where it can. */
  constructor(outline: (draft: Draft) => Outline) {
    this.#outline = outline;
  }

  /** Takes what the client says of itself, and the languages in which its editor asks only when a person does. */
  initialize({ textDocument }: InitializeParams['capabilities'], asksWhenCalled: unknown): void {
    if (Array.isArray(asksWhenCalled)) this.#asksWhenCalled = new Set(asksWhenCalled);
    const item = textDocument?.completion?.completionItem;
    this.#support = { snippets: item?.snippetSupport === true, labelDetails: item?.labelDetailsSupport === true };
  }

  /** From now on `source` offers too. */
  add(source: OfferSource): void {
    this.#sources.push(source);
  }

  /** The items at a position of a document; `null` where there are none. */
  complete(snapshot: Snapshot, position: Position, wording: Wording, snippets: readonly Snippet[]): CompletionList | null {
    const called = this.#insistence.called(snapshot, position) || this.#asksWhenCalled.has(snapshot.languageId);
    const deps = { outline: this.#outline, names: this.#names, sources: this.#sources, snippets, called };
    return completion(snapshot, position, wording, this.#support, deps);
  }
}
