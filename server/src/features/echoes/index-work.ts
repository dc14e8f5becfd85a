/** Owns the work on the drafts of the workspace that are not open: all of them, or some, looked for and read, file by file between other work. */
import type { Connection } from 'vscode-languageserver';
import type { Wording } from '../../convert/wording.ts';
import type { Bilingual } from '../../core/rules/meta.ts';
import { giveWay } from '../../documents/turns.ts';
import { findDrafts } from '../../workspace/draft-files.ts';
import type { DraftFile, Wanted } from '../../workspace/draft-files.ts';
import type { Elsewhere, Steps } from './elsewhere.ts';
import { cancelled, tooMany } from './index-notices.ts';
import { progressOf } from './index-progress.ts';
import type { IndexProgress } from './index-progress.ts';
import type { IndexReader } from './index-reader.ts';
import { inSteps } from './index-reader.ts';

/** What the work needs from around it. */
export interface WorkDeps {
  readonly connection: Connection;
  readonly wording: () => Wording;
  /** Findings of open drafts changed. */
  readonly changed: (uris: ReadonlySet<string>) => void;
  /** Says a thing once. */
  readonly tell: (key: string, text: Bilingual) => void;
  readonly drafts: Elsewhere;
  readonly reader: () => IndexReader;
  /** What is looked for now. */
  readonly wanted: () => Promise<Wanted>;
}

/** So many files are read between two looks at the screen. */
const filesAtOnce = 20;

/** The work; each method ends before another may begin. */
export class IndexWork {
  readonly #deps: WorkDeps;

  constructor(deps: WorkDeps) {
    this.#deps = deps;
  }

  /** Looks for all drafts and reads those that changed, with progress; `isOver` ends it at the next file. */
  async scan(isOver: () => boolean): Promise<void> {
    const { connection, wording, drafts, wanted } = this.#deps;
    const reader = this.#deps.reader();
    const sought = await wanted();
    const progress = await progressOf(connection, wording());
    try {
      const { files, unread } = await findDrafts(sought);
      reader.unread.clear();
      for (const { path, reason } of unread) reader.unread.set(path, reason);
      const found = new Set(files.map(({ path }) => path));
      const gone = drafts.paths().filter((path) => !found.has(path));
      await this.#eachOf(gone, (path) => drafts.drop(path));
      await this.#readAll(files, isOver, progress);
      await reader.cache.settle(found);
    } finally {
      progress.done();
    }
    this.#log(`workspace: ${String(drafts.size)} drafts known, ${String(reader.unread.size)} not read`);
    for (const [path, reason] of [...reader.unread].slice(0, filesAtOnce))
      this.#log(`workspace: not read: ${path}: ${wording().pick(reason)}`);
  }

  /** Looks at these files: absolute paths. */
  async look(paths: ReadonlySet<string>): Promise<void> {
    const { drafts, wanted, changed } = this.#deps;
    const reader = this.#deps.reader();
    const { files, unread } = await findDrafts(await wanted(), [...paths]);
    for (const { path, reason } of unread) reader.unread.set(path, reason);
    const found = new Map(files.map((file) => [file.path, file]));
    const uris = new Set<string>();
    for (const path of paths) {
      const file = found.get(path);
      if (!file) reader.unread.delete(path);
      for (const uri of file ? await reader.read(file) : await inSteps(drafts.drop(path))) uris.add(uri);
      await giveWay();
    }
    changed(uris);
    await reader.cache.settle(new Set([...drafts.paths(), ...reader.unread.keys()]));
  }

  /** Compares again with all that is known. */
  relay(): Promise<void> {
    const { drafts } = this.#deps;
    return this.#eachOf(drafts.paths(), (path) => drafts.relay(path));
  }

  /** Gives up everything, what was kept on the disk too. */
  async clear(): Promise<void> {
    const { drafts } = this.#deps;
    const reader = this.#deps.reader();
    reader.unread.clear();
    await this.#eachOf(drafts.paths(), (path) => drafts.drop(path));
    await reader.cache.clear();
  }

  async #readAll(files: readonly DraftFile[], isOver: () => boolean, progress: IndexProgress): Promise<void> {
    const { drafts } = this.#deps;
    const reader = this.#deps.reader();
    let changed = new Set<string>();
    for (const [index, file] of files.entries()) {
      if (isOver()) break;
      if (progress.isCancelled) {
        for (const { path } of files.slice(index)) if (drafts.file(path) === undefined) reader.unread.set(path, cancelled);
        break;
      }
      for (const uri of await reader.read(file)) changed.add(uri);
      progress.report(index + 1, files.length);
      if ((index + 1) % filesAtOnce === 0) {
        this.#deps.changed(changed);
        changed = new Set();
      }
      await giveWay();
    }
    this.#deps.changed(changed);
    const isFull = [...reader.unread.values()].includes(tooMany);
    if (isFull) this.#deps.tell('workspace index', tooMany);
  }

  async #eachOf(paths: readonly string[], step: (path: string) => Steps): Promise<void> {
    const changed = new Set<string>();
    for (const path of paths) {
      for (const uri of await inSteps(step(path))) changed.add(uri);
    }
    this.#deps.changed(changed);
  }

  #log(message: string): void {
    this.#deps.connection.console.info(message);
  }
}
