/** Owns the lists beside the drafts for one client: when they are read again, and what then is to be shown anew. */
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Connection, FileEvent, InitializeParams } from 'vscode-languageserver';
import type { Wording } from '../convert/wording.ts';
import type { Desk, DeskSettings } from '../core/engine/desk.ts';
import { quietDesk, withPhrases } from '../core/ignores/quiet-desk.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import type { Snapshot } from '../documents/store.ts';
import { ignoredChangedMethod } from '../protocol.ts';
import { Lists } from '../workspace/lists.ts';
import { Ignoring } from './ignore.ts';

/** What this needs from the session. */
export interface ListingDeps {
  readonly connection: Connection;
  /** With every finding. */
  readonly desk: Desk;
  readonly wording: () => Wording;
  readonly open: () => readonly string[];
  /** An open draft with its findings up to date. */
  readonly settled: (uri: string) => Snapshot | undefined;
  readonly publish: (uri: string) => void;
  /** The settings without the phrases of the lists. */
  readonly settings: () => DeskSettings;
  /** Says a thing once. */
  readonly tell: (key: string, text: Bilingual) => void;
  /** The workspace has other folders now. */
  readonly refolder: (uris: readonly string[]) => void;
  /** Our own client is there, with its commands. */
  readonly own: () => boolean;
}

const nobody: ReadonlySet<string> = new Set();
const listPattern = '**/.vscode/speech-draft.json';

/** The lists of one client. */
export class Listing {
  /** What a person is to see: without what is ignored. */
  readonly desk: Desk;
  /** With every finding. */
  readonly all: Desk;
  readonly ignoring: Ignoring;
  readonly #deps: ListingDeps;
  readonly #lists: Lists;
  #watches = false;
  #hasFolders = false;
  #turn = -1;
  #configured = '';
  #phrases: readonly [allowed: readonly string[], stock: readonly string[]] = [[], []];

  constructor(deps: ListingDeps) {
    const { desk } = deps;
    this.#deps = deps;
    this.all = desk;
    this.#lists = new Lists((path, faults) => this.#name(path, faults));
    this.desk = quietDesk(desk, (uri, findings) => this.#lists.match(uri, desk.draft(uri)?.text ?? '', findings).shown);
    this.ignoring = new Ignoring({ ...deps, lists: this.#lists, changed: () => this.read() });
  }

  /** Takes the folders of the workspace. */
  initialize(params: InitializeParams): void {
    const { workspace } = params.capabilities;
    const root = typeof params.rootUri === 'string' ? [params.rootUri] : [];
    this.#lists.setRoots(params.workspaceFolders?.map(({ uri }) => uri) ?? root);
    this.#watches = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.#hasFolders = workspace?.workspaceFolders === true;
  }

  /** Asks to be told when a list or the folders change. A client takes this only once it has the answer to `initialize`. */
  register(): Promise<unknown> {
    if (this.#hasFolders) this.#deps.connection.workspace.onDidChangeWorkspaceFolders(() => void this.#refolder());
    if (!this.#watches) return Promise.resolve();
    const watchers = [{ globPattern: listPattern }];
    return this.#deps.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }

  /** Files have changed on the disk. */
  watched(changes: readonly FileEvent[]): void {
    if (changes.some(({ uri }) => uri.endsWith('/speech-draft.json'))) this.read();
  }

  /** Drafts or folders have other names: their entries follow. */
  renamed(files: readonly { readonly oldUri: string; readonly newUri: string }[]): void {
    const changes = files.map(({ oldUri, newUri }) => this.#lists.rename(oldUri, newUri));
    if (changes.includes(true)) this.read();
  }

  /** How many findings of a draft are ignored. */
  ignored(uri: string): number {
    const { desk } = this.#deps;
    return this.#lists.match(uri, desk.draft(uri)?.text ?? '', desk.findings(uri)).ignored.length;
  }

  /** How many holes of a draft are ignored. */
  ignoredHoles(uri: string): number {
    const { desk } = this.#deps;
    const { ignored } = this.#lists.match(uri, desk.draft(uri)?.text ?? '', desk.findings(uri));
    return ignored.filter(({ rule }) => rule === 'placeholder').length;
  }

  /** A draft was closed. */
  close(uri: string): void {
    this.#lists.close(uri);
  }

  /** Gives the desk the settings with the phrases of the lists. Returns the uris whose findings changed. */
  configure(): ReadonlySet<string> {
    const settings = withPhrases(this.#deps.settings(), ...this.#phrases);
    const now = JSON.stringify(settings);
    // Whatever else was set, every draft would be read again.
    if (now === this.#configured) return nobody;
    this.#configured = now;
    return this.#deps.desk.configure(settings);
  }

  /** Takes the phrases of the lists of all open drafts. Returns the uris whose findings changed by that. */
  takePhrases(): ReadonlySet<string> {
    const open = this.#deps.open();
    for (const uri of open) this.#lists.homeOf(uri);
    if (this.#lists.turn === this.#turn) return nobody;
    this.#turn = this.#lists.turn;
    const before = JSON.stringify(this.#phrases);
    this.#phrases = [this.#lists.phrases(open, 'allowedPhrases'), this.#lists.phrases(open, 'stockPhrases')];
    return before === JSON.stringify(this.#phrases) ? nobody : this.configure();
  }

  /** Reads the lists, and shows every open draft, anew. */
  read(): void {
    this.#lists.forget();
    this.takePhrases();
    for (const uri of this.#deps.open()) if (this.#deps.settled(uri)) this.#deps.publish(uri);
    if (this.#deps.own()) {
      this.#deps.connection.sendNotification(ignoredChangedMethod).catch(() => undefined); // the client has gone
    }
  }

  async #refolder(): Promise<void> {
    const folders = await this.#deps.connection.workspace.getWorkspaceFolders();
    const uris = (folders ?? []).map(({ uri }) => uri);
    this.#lists.setRoots(uris);
    this.#deps.refolder(uris);
    this.read();
  }

  #name(path: string, faults: readonly Bilingual[]): void {
    const said = { zh: faults.map(({ zh }) => zh).join('；'), en: faults.map(({ en }) => en).join('; ') };
    this.#deps.tell(`list ${path} ${said.en}`, {
      zh: `忽略列表 ${path}：${said.zh}。`,
      en: `List of ignored findings ${path}: ${said.en}.`,
    });
  }
}
