/**
 * Owns the texts of drafts that were read before, kept in a folder by what the files held: `texts/<hash>` is the text of
 * all files with these bytes, `files.json` says which file held what when. A cache that is damaged is an empty one.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DraftFile } from './draft-files.ts';

interface Line {
  readonly size: number;
  readonly modified: number;
  readonly hash: string;
}

const version = 1;
const owner = 0o600;

/** The cache in a folder, or none where there is no folder: then nothing is kept. */
export class TextCache {
  readonly #folder: string | undefined;
  #lines = new Map<string, Line>();
  #loaded = false;
  #changed = false;

  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  /** The text of a file that has not changed since it was read; `undefined` if it is to be read. */
  async text(file: DraftFile): Promise<string | undefined> {
    if (this.#folder === undefined) return undefined;
    await this.#load();
    const line = this.#lines.get(file.path);
    if (line?.size !== file.size || line.modified !== file.modified) return undefined;
    return readFile(this.#place(line.hash), 'utf8').catch(() => undefined);
  }

  /** Keeps the text that was read from a file. */
  async keep(file: DraftFile, bytes: Uint8Array, text: string): Promise<void> {
    if (this.#folder === undefined) return;
    await this.#load();
    const hash = createHash('sha256').update(bytes).digest('hex');
    try {
      await mkdir(join(this.#folder, 'texts'), { recursive: true });
      await replace(this.#place(hash), text);
      this.#lines.set(file.path, { size: file.size, modified: file.modified, hash });
      this.#changed = true;
    } catch {
      // What cannot be kept is read again the next time.
    }
  }

  /** Writes down what is kept, and lets go of all files but these. */
  async settle(paths: ReadonlySet<string>): Promise<void> {
    if (this.#folder === undefined) return;
    await this.#load();
    for (const path of [...this.#lines.keys()]) if (!paths.has(path)) this.#changed = this.#lines.delete(path) || this.#changed;
    if (!this.#changed) return;
    this.#changed = false;
    try {
      await mkdir(this.#folder, { recursive: true });
      await replace(join(this.#folder, 'files.json'), JSON.stringify({ version, files: [...this.#lines] }));
      const used = new Set([...this.#lines.values()].map(({ hash }) => hash));
      const texts = join(this.#folder, 'texts');
      for (const name of await readdir(texts)) if (!used.has(name)) await rm(join(texts, name), { force: true });
    } catch {
      // The same.
    }
  }

  /** Deletes all that is kept. */
  async clear(): Promise<void> {
    this.#lines = new Map();
    this.#loaded = true;
    this.#changed = false;
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true }).catch(() => undefined);
  }

  #place(hash: string): string {
    return join(this.#folder ?? '', 'texts', hash);
  }

  async #load(): Promise<void> {
    if (this.#loaded) return;
    this.#loaded = true;
    try {
      const kept = JSON.parse(await readFile(join(this.#folder ?? '', 'files.json'), 'utf8')) as { version: unknown; files: unknown };
      if (kept.version !== version || !Array.isArray(kept.files)) return;
      for (const entry of kept.files as unknown[]) {
        if (!Array.isArray(entry)) continue;
        const [path, line] = entry as [unknown, Partial<Line> | null];
        if (typeof path === 'string' && typeof line?.size === 'number' && typeof line.modified === 'number' && isHash(line.hash))
          this.#lines.set(path, { size: line.size, modified: line.modified, hash: line.hash });
      }
    } catch {
      // There is none yet, or it is damaged.
    }
  }
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/u.test(value);
}

async function replace(path: string, text: string): Promise<void> {
  const fresh = `${path}.${String(process.pid)}`;
  await writeFile(fresh, text, { mode: owner });
  await rename(fresh, path);
}
