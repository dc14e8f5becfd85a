/** Owns the lists of holes behind the view 待填: asked for anew whenever a draft has been looked at, dropped when it goes. */
import { Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import type { CountsParams, HolesResult } from '../../../server/src/protocol.ts';
import type { LanguageServer } from '../language-client.ts';
import type { DraftHoles } from './model.ts';

/** Keys typed in a row ask once. */
const restMilliseconds = 120;

interface Entry {
  counts: CountsParams;
  most: number;
  listed: HolesResult | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** The open drafts and their holes. */
export class Drafts implements Disposable {
  readonly #server: LanguageServer;
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  #listing = false;

  /** Fires after something of it has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#subscriptions = Disposable.from(
      server.onCounts((counts) => this.#count(counts)),
      server.onStopped(() => this.#forget(() => true)),
      workspace.onDidCloseTextDocument((document) => this.#forget((uri) => uri === document.uri.toString())),
    );
  }

  /** Whether the lists are wanted; without that only the counts are kept. */
  set listing(wanted: boolean) {
    if (this.#listing === wanted) return;
    this.#listing = wanted;
    for (const [uri, entry] of this.#entries) {
      if (wanted) void this.#ask(uri, entry);
      else clearTimeout(entry.timer);
    }
  }

  /** All of them, in the order of their opening. */
  all(): DraftHoles[] {
    return [...this.#entries].flatMap(([uri, { counts, most, listed }]) => {
      if (!documentOf(uri)) return [];
      const unchecked = counts.unchecked;
      return [
        {
          uri,
          name: nameOf(uri),
          left: counts.holes,
          most: most - (counts.ignored ?? 0),
          ...(listed && { listed }),
          ...(unchecked !== undefined && { unchecked }),
        },
      ];
    });
  }

  dispose(): void {
    this.#forget(() => true);
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #count(counts: CountsParams): void {
    const known = this.#entries.get(counts.uri);
    const entry: Entry = known ?? { counts, most: 0, listed: undefined, timer: undefined };
    entry.counts = counts;
    entry.most = Math.max(entry.most, counts.holes + (counts.ignored ?? 0));
    if (counts.unchecked !== undefined) entry.listed = undefined;
    this.#entries.set(counts.uri, entry);
    clearTimeout(entry.timer);
    if (this.#listing) entry.timer = setTimeout(() => void this.#ask(counts.uri, entry), entry.listed ? restMilliseconds : 0);
    this.#changed.fire();
  }

  async #ask(uri: string, entry: Entry): Promise<void> {
    if (entry.counts.unchecked !== undefined) return;
    try {
      const listed = await this.#server.holes(uri);
      // Another answer is on its way where the draft has moved on or has been closed meanwhile.
      if (this.#entries.get(uri) !== entry || listed.version !== documentOf(uri)?.version) return;
      entry.listed = listed;
      this.#changed.fire();
    } catch (error) {
      this.#server.output.warn('the holes cannot be had', error instanceof Error ? error : new Error(String(error)));
    }
  }

  #forget(goes: (uri: string) => boolean): void {
    for (const [uri, { timer }] of this.#entries) {
      if (!goes(uri)) continue;
      clearTimeout(timer);
      this.#entries.delete(uri);
    }
    this.#changed.fire();
  }
}

function documentOf(uri: string): TextDocument | undefined {
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === uri);
}

function nameOf(uri: string): string {
  const { path } = Uri.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}
