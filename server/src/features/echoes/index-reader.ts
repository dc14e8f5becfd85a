/** Owns reading the drafts that are not open, one at a time: from the cache where nothing changed, and what was not read and why. */
import { readFile } from 'node:fs/promises';
import type { Bilingual } from '../../core/rules/meta.ts';
import { giveWay } from '../../documents/turns.ts';
import { decode } from '../../files/decode.ts';
import { reasonOf } from '../../files/reasons.ts';
import type { DraftFile } from '../../workspace/draft-files.ts';
import { TextCache } from '../../workspace/text-cache.ts';
import type { Elsewhere, Steps } from './elsewhere.ts';
import { limits, tooLarge, tooMany } from './index-notices.ts';

/** Reads files into the drafts that are compared with. */
export class IndexReader {
  /** By path. */
  readonly unread = new Map<string, Bilingual>();
  readonly cache: TextCache;
  /** The most UTF-16 code units of a file that is read. */
  most: number = limits.characters;
  readonly #drafts: Elsewhere;
  readonly #isOn: () => boolean;

  /** `isOn` says whether what was read is still wanted; in the folder, if there is one, texts are kept. */
  constructor(drafts: Elsewhere, folder: string | undefined, isOn: () => boolean) {
    this.#drafts = drafts;
    this.cache = new TextCache(folder);
    this.#isOn = isOn;
  }

  /** Reads a file unless it is known as it is. Gives the uris of drafts whose findings changed. */
  async read(file: DraftFile): Promise<ReadonlySet<string>> {
    const { path } = file;
    const known = this.#drafts.file(path);
    if (known?.size === file.size && known.modified === file.modified) return inSteps(this.#drafts.relay(path));
    const text = await this.#textOf(file);
    await giveWay();
    if (!this.#isOn()) return new Set();
    if (typeof text === 'string') {
      this.unread.delete(path);
      return inSteps(this.#drafts.take(file, text));
    }
    this.unread.set(path, text);
    return inSteps(this.#drafts.drop(path));
  }

  async #textOf(file: DraftFile): Promise<string | Bilingual> {
    const isNew = this.#drafts.file(file.path) === undefined;
    if (isNew && (this.#drafts.size >= limits.files || this.#drafts.characters >= limits.allCharacters)) return tooMany;
    // No encoding needs more bytes for a character.
    if (file.size > this.most * 4) return tooLarge(this.most);
    try {
      const kept = await this.cache.text(file);
      if (kept !== undefined && kept.length <= this.most) return kept;
      const bytes = await readFile(file.path);
      await giveWay();
      const decoded = decode(bytes, 'auto');
      if (!('text' in decoded)) return decoded;
      if (decoded.text.length > this.most) return tooLarge(this.most);
      await this.cache.keep(file, bytes, decoded.text);
      return decoded.text;
    } catch (error) {
      return reasonOf(error);
    }
  }
}

/** Does some work with a turn of the event loop behind each step. Gives the uris of drafts whose findings changed. */
export async function inSteps(steps: Steps): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  for (const uris of steps) {
    for (const uri of uris) changed.add(uri);
    await giveWay();
  }
  return changed;
}
