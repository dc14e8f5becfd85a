/**
 * Owns keeping the drafts of the workspace that are not open in the comparison: what happens to settings, folders, documents
 * and files becomes work of `IndexWork`, done piece by piece between other work. Off unless it is switched on, and in a
 * workspace that the client does not trust.
 */
import { sep } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from 'vscode-languageserver';
import type { Connection, Disposable, FileEvent, InitializeParams } from 'vscode-languageserver';
import type { EchoRules } from '../../core/echoes/rules.ts';
import { endingsOf, isDraftName } from '../../files/draft-names.ts';
import type { ClientOptions } from '../../protocol.ts';
import { settledPath } from '../../workspace/draft-files.ts';
import type { Wanted } from '../../workspace/draft-files.ts';
import { pathOf, uriOf } from '../../workspace/folders.ts';
import { Elsewhere } from './elsewhere.ts';
import { hiddenFiles } from './hidden-files.ts';
import { limits } from './index-notices.ts';
import { IndexReader } from './index-reader.ts';
import { IndexWork } from './index-work.ts';
import type { WorkDeps } from './index-work.ts';
import { TaskLine } from './task-line.ts';

/** What this needs from the session. */
export interface IndexDeps extends Pick<WorkDeps, 'wording' | 'changed' | 'tell'> {
  readonly connection: Connection;
  readonly echoes: Pick<EchoRules, 'lay' | 'remove'>;
}

/** What of the settings counts here. */
export interface IndexSettings {
  readonly workspaceIndex: boolean;
  readonly languages: readonly string[];
  readonly maxCharacters: number;
}

/** What is to be done: some files looked at, all of them, known ones compared with again, or everything given up. */
type Task = { readonly look: ReadonlySet<string> } | 'scan' | 'relay' | 'clear';

/** How long the end waits for what is being done, which may be waiting for a client that answers no more, in milliseconds. */
const patience = 1000;

/** The drafts of the workspace that are not open. */
export class WorkspaceIndex {
  readonly drafts: Elsewhere;
  readonly #deps: IndexDeps;
  readonly #work: IndexWork;
  readonly #line: TaskLine<Task>;
  #reader: IndexReader;
  #roots: readonly string[] = [];
  #endings: readonly string[] = [];
  #isWanted = false;
  #isTrusted = true;
  #canWatch = false;
  #asks = false;
  #watching: Promise<Disposable> | undefined;
  /** Another number than when a scan began ends that scan. */
  #turn = 0;

  constructor(deps: IndexDeps) {
    this.#deps = deps;
    this.drafts = new Elsewhere(deps.echoes);
    this.#reader = this.#readerIn(undefined);
    this.#work = new IndexWork({
      connection: deps.connection,
      wording: deps.wording,
      changed: deps.changed,
      tell: deps.tell,
      drafts: this.drafts,
      reader: () => this.#reader,
      wanted: () => this.#wanted(),
    });
    this.#line = new TaskLine(
      (task) => this.#do(task),
      (error) => this.#log(String(error)),
    );
  }

  /** Takes what the client says of itself. */
  initialize(params: InitializeParams, { storage, trusted }: ClientOptions): void {
    const { workspace } = params.capabilities;
    this.#canWatch = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.#asks = workspace?.configuration === true;
    this.#isTrusted = trusted !== false;
    this.#reader = this.#readerIn(typeof storage === 'string' ? storage : undefined);
    const root = typeof params.rootUri === 'string' ? [params.rootUri] : [];
    this.#setRoots(params.workspaceFolders?.map(({ uri }) => uri) ?? root);
  }

  /** The workspace is trusted now. */
  trust(): void {
    if (this.#isTrusted) return;
    this.#isTrusted = true;
    if (this.#isWanted) this.#rescan();
  }

  /** Takes the settings. Switched off, everything is given up, what was kept on the disk too. */
  configure({ workspaceIndex, languages, maxCharacters }: IndexSettings): void {
    const endings = endingsOf(languages);
    const characters = Math.min(maxCharacters, limits.characters);
    const isSame = JSON.stringify(endings) === JSON.stringify(this.#endings) && characters === this.#reader.most;
    if (workspaceIndex === this.#isWanted && (isSame || !workspaceIndex)) return;
    this.#endings = endings;
    this.#reader.most = characters;
    this.#isWanted = workspaceIndex;
    if (workspaceIndex) return this.#rescan();
    this.#turn += 1;
    void this.#line.clear();
    this.#line.add('clear');
  }

  /** The workspace has other folders now. */
  refolder(folders: readonly string[]): void {
    this.#setRoots(folders);
    if (this.#isOn) this.#rescan();
  }

  /** The echoes have forgotten the drafts that were laid. */
  forgotten(): void {
    if (this.drafts.size === 0) return;
    this.drafts.forgotten();
    this.#line.add('relay');
  }

  /** A document was opened: it stands for its file. */
  opened(uri: string): void {
    const path = pathOf(uri);
    if (path !== undefined) this.#deps.changed(this.drafts.opened(settledPath(path, this.#roots), uri));
  }

  /** A document was closed: its file is looked at, which may have been saved. */
  closed(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    const settled = settledPath(path, this.#roots);
    this.drafts.closed(settled, uri);
    if (this.#isOn) this.#line.add({ look: new Set([settled]) });
  }

  /** Files have changed on the disk. */
  watched(changes: readonly FileEvent[]): void {
    if (!this.#isOn) return;
    const look = new Set<string>();
    for (const { uri, type } of changes) {
      const path = pathOf(uri);
      if (path === undefined) continue;
      if (path.endsWith(`${sep}.speechdraftignore`)) return this.#rescan();
      if (type !== FileChangeType.Deleted) {
        if (isDraftName(path, this.#endings)) look.add(settledPath(path, this.#roots));
        continue;
      }
      // A folder that goes is told of once, without what was in it.
      for (const known of [...this.drafts.paths(), ...this.#reader.unread.keys()])
        if (known === path || known.startsWith(path + sep)) look.add(known);
    }
    if (look.size > 0) this.#line.add({ look });
  }

  /** Files that were to be read and were not, and why, in order of uri. */
  unread(): { readonly uri: string; readonly reason: string }[] {
    const wording = this.#deps.wording();
    return [...this.#reader.unread].map(([path, reason]) => ({ uri: uriOf(path), reason: wording.pick(reason) }));
  }

  /** Ends all work. Resolves when nothing is written any more, within a second. */
  async stop(): Promise<void> {
    this.#turn += 1;
    this.#isWanted = false;
    await Promise.race([this.#line.clear(), after(patience, undefined, { ref: false })]);
  }

  get #isOn(): boolean {
    return this.#isWanted && this.#isTrusted;
  }

  #readerIn(folder: string | undefined): IndexReader {
    return new IndexReader(this.drafts, folder, () => this.#isOn);
  }

  #setRoots(uris: readonly string[]): void {
    this.#roots = uris.flatMap((uri) => pathOf(uri) ?? []);
  }

  #rescan(): void {
    if (!this.#isOn) return;
    this.#turn += 1;
    if (!this.#line.has('scan')) this.#line.add('scan');
  }

  async #do(task: Task): Promise<void> {
    if (task === 'relay') return this.#work.relay();
    if (task === 'clear') return this.#clear();
    // What was switched off since is not looked for.
    if (!this.#isOn) return;
    if (task !== 'scan') return this.#work.look(task.look);
    this.#watch();
    const started = this.#turn;
    await this.#work.scan(() => started !== this.#turn);
  }

  async #clear(): Promise<void> {
    void this.#watching?.then((watching) => watching.dispose()).catch(() => undefined); // the client has gone
    this.#watching = undefined;
    await this.#work.clear();
  }

  async #wanted(): Promise<Wanted> {
    const exclude = this.#asks ? await hiddenFiles(this.#deps.connection) : [];
    return { roots: this.#roots, endings: this.#endings, exclude };
  }

  #watch(): void {
    if (!this.#canWatch || this.#watching) return;
    const endings = this.#endings.map((ending) => ending.slice(1)).join(',');
    const watchers = [
      { globPattern: `**/*.{${endings}}` },
      { globPattern: '**/.speechdraftignore' },
      { globPattern: '**', kind: WatchKind.Delete },
    ];
    this.#watching = this.#deps.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    this.#watching.catch((error: unknown) => this.#log(String(error)));
  }

  #log(message: string): void {
    this.#deps.connection.console.info(message);
  }
}
