/**
 * Owns keeping the drafts of the workspace that are not open in the comparison: when they are looked for and read, file by
 * file between other work, with progress and a way to stop it. Off unless it is switched on, and in a workspace that the
 * client does not trust.
 */
import { sep } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from 'vscode-languageserver';
import type { Connection, Disposable, FileEvent, InitializeParams } from 'vscode-languageserver';
import type { Wording } from '../../convert/wording.ts';
import type { EchoRules } from '../../core/echoes/rules.ts';
import type { Bilingual } from '../../core/rules/meta.ts';
import { endingsOf, isDraftName } from '../../files/draft-names.ts';
import type { ClientOptions } from '../../protocol.ts';
import { findDrafts, settledPath } from '../../workspace/draft-files.ts';
import type { DraftFile, Wanted } from '../../workspace/draft-files.ts';
import { pathOf, uriOf } from '../../workspace/folders.ts';
import { Elsewhere } from './elsewhere.ts';
import type { Steps } from './elsewhere.ts';
import { hiddenFiles } from './hidden-files.ts';
import { progressOf } from './index-progress.ts';
import type { IndexProgress } from './index-progress.ts';
import { cancelled, limits, tooMany } from './index-notices.ts';
import { IndexReader, inSteps } from './index-reader.ts';

/** What this needs from the session. */
export interface IndexDeps {
  readonly connection: Connection;
  readonly echoes: Pick<EchoRules, 'lay' | 'remove'>;
  readonly wording: () => Wording;
  /** Findings of open drafts changed. */
  readonly changed: (uris: ReadonlySet<string>) => void;
  /** Says a thing once. */
  readonly tell: (key: string, text: Bilingual) => void;
}

/** What of the settings counts here. */
export interface IndexSettings {
  readonly workspaceIndex: boolean;
  readonly languages: readonly string[];
  readonly maxCharacters: number;
}

/** What is to be done, in this order: one file, all files, or everything given up. */
type Task = { readonly look: ReadonlySet<string> } | 'scan' | 'relay' | 'clear';

/** So many files are read between two looks at the screen. */
const filesAtOnce = 20;

/** The drafts of the workspace that are not open. */
export class WorkspaceIndex {
  readonly drafts: Elsewhere;
  readonly #deps: IndexDeps;
  #reader: IndexReader;
  #roots: readonly string[] = [];
  #endings: readonly string[] = [];
  #isWanted = false;
  #isTrusted = true;
  #canWatch = false;
  #asks = false;
  #watching: Promise<Disposable> | undefined;
  readonly #tasks: Task[] = [];
  #working = false;
  /** Another number than when a scan began ends that scan. */
  #turn = 0;

  constructor(deps: IndexDeps) {
    this.#deps = deps;
    this.drafts = new Elsewhere(deps.echoes);
    this.#reader = this.#readerIn(undefined);
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
    this.#tasks.length = 0;
    this.#do('clear');
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
    this.#do('relay');
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
    if (this.#isOn) this.#do({ look: new Set([settled]) });
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
    if (look.size > 0) this.#do({ look });
  }

  /** Files that were to be read and were not, and why, in order of uri. */
  unread(): { readonly uri: string; readonly reason: string }[] {
    const wording = this.#deps.wording();
    return [...this.#reader.unread].map(([path, reason]) => ({ uri: uriOf(path), reason: wording.pick(reason) }));
  }

  /** Ends all work. */
  stop(): void {
    this.#turn += 1;
    this.#tasks.length = 0;
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
    if (!this.#tasks.includes('scan')) this.#do('scan');
  }

  #do(task: Task): void {
    this.#tasks.push(task);
    if (this.#working) return;
    this.#working = true;
    this.#work()
      .catch((error: unknown) => this.#log(String(error)))
      .finally(() => {
        this.#working = false;
      });
  }

  async #work(): Promise<void> {
    await turn();
    for (let task = this.#tasks.shift(); task !== undefined; task = this.#tasks.shift()) {
      if (task === 'clear') await this.#clear();
      else if (task === 'relay') await this.#eachOf(this.drafts.paths(), (path) => this.drafts.relay(path));
      else if (task === 'scan') await this.#scan();
      else await this.#look(task.look);
    }
  }

  async #scan(): Promise<void> {
    const started = this.#turn;
    this.#watch();
    const wanted = await this.#wanted();
    const progress = await progressOf(this.#deps.connection, this.#deps.wording());
    try {
      const { files, unread } = await findDrafts(wanted);
      this.#reader.unread.clear();
      for (const { path, reason } of unread) this.#reader.unread.set(path, reason);
      const found = new Set(files.map(({ path }) => path));
      const gone = this.drafts.paths().filter((path) => !found.has(path));
      await this.#eachOf(gone, (path) => this.drafts.drop(path));
      await this.#readAll(files, started, progress);
      await this.#reader.cache.settle(found);
    } finally {
      progress.done();
    }
    this.#log(`workspace: ${String(this.drafts.size)} drafts known, ${String(this.#reader.unread.size)} not read`);
    for (const { uri, reason } of this.unread().slice(0, filesAtOnce)) this.#log(`workspace: not read: ${uri}: ${reason}`);
  }

  async #readAll(files: readonly DraftFile[], started: number, progress: IndexProgress): Promise<void> {
    let changed = new Set<string>();
    for (const [index, file] of files.entries()) {
      if (started !== this.#turn) break;
      if (progress.isCancelled) {
        for (const { path } of files.slice(index)) if (this.drafts.file(path) === undefined) this.#reader.unread.set(path, cancelled);
        break;
      }
      for (const uri of await this.#reader.read(file)) changed.add(uri);
      progress.report(index + 1, files.length);
      if ((index + 1) % filesAtOnce === 0) {
        this.#deps.changed(changed);
        changed = new Set();
      }
      await turn();
    }
    this.#deps.changed(changed);
    const isFull = [...this.#reader.unread.values()].includes(tooMany);
    if (isFull) this.#deps.tell('workspace index', tooMany);
  }

  async #look(paths: ReadonlySet<string>): Promise<void> {
    if (!this.#isOn) return;
    const { files, unread } = await findDrafts(await this.#wanted(), [...paths]);
    for (const { path, reason } of unread) this.#reader.unread.set(path, reason);
    const found = new Map(files.map((file) => [file.path, file]));
    const changed = new Set<string>();
    for (const path of paths) {
      const file = found.get(path);
      if (!file) this.#reader.unread.delete(path);
      for (const uri of file ? await this.#reader.read(file) : await inSteps(this.drafts.drop(path))) changed.add(uri);
      await turn();
    }
    this.#deps.changed(changed);
    await this.#reader.cache.settle(new Set([...this.drafts.paths(), ...this.#reader.unread.keys()]));
  }

  async #clear(): Promise<void> {
    this.#reader.unread.clear();
    void this.#watching?.then((watching) => watching.dispose()).catch(() => undefined); // the client has gone
    this.#watching = undefined;
    await this.#eachOf(this.drafts.paths(), (path) => this.drafts.drop(path));
    await this.#reader.cache.clear();
  }

  async #eachOf(paths: readonly string[], step: (path: string) => Steps): Promise<void> {
    const changed = new Set<string>();
    for (const path of paths) {
      for (const uri of await inSteps(step(path))) changed.add(uri);
    }
    this.#deps.changed(changed);
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
