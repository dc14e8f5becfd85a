/** Owns finding what a pattern matches. What stands there and cannot be read is not passed over in silence. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join, parse, posix, relative, resolve, sep } from 'node:path';
import type { Bilingual } from '../core/rules/meta.ts';
import { readGlob } from '../files/globs.ts';
import type { Glob } from '../files/globs.ts';
import { isGone, reasonOf } from '../files/reasons.ts';
import { isTooDeep, tooDeep } from '../files/walk.ts';

type CannotRead = (folder: string, reason: Bilingual) => void;

/** Its folders hold no drafts. */
const passedOver = 'node_modules';

/**
 * The paths that a pattern matches: files, and whatever is no folder; `undefined` where there is more in the pattern than
 * can be looked for. A folder in which there may be one, and which cannot be looked through, is told.
 */
export function matching(pattern: string, cannotRead: CannotRead): readonly string[] | undefined {
  const glob = readGlob(posix.normalize(pattern));
  if (!glob) return undefined;
  if (glob.base.split('/').includes(passedOver)) return [];
  const top = pattern.startsWith('/') ? parse(resolve('/')).root : '.';
  const search = new Search(glob, cannotRead);
  search.lookThrough(join(top, glob.base), glob.base);
  return search.found.map((path) => relative('', path).split(sep).join('/'));
}

/** One walk through the folders where a glob leads. */
class Search {
  readonly found: string[] = [];
  readonly #glob: Glob;
  readonly #cannotRead: CannotRead;
  readonly #followed = new Set<string>();

  constructor(glob: Glob, cannotRead: CannotRead) {
    this.#glob = glob;
    this.#cannotRead = cannotRead;
  }

  /** Looks through a folder; `way` is its path as the glob has it. */
  lookThrough(folder: string, way: string): void {
    for (const entry of this.#entriesOf(folder)) {
      const path = join(folder, entry.name);
      const name = posix.join(way, entry.name);
      if (entry.isDirectory() || (entry.isSymbolicLink() && isFolder(path))) {
        const isWanted = entry.name !== passedOver && this.#glob.reaches(name);
        if (isWanted && isTooDeep(relative(this.#glob.base, name))) this.#cannotRead(path, tooDeep);
        else if (isWanted && (!entry.isSymbolicLink() || this.#isNew(path, name))) this.lookThrough(path, name);
      } else if (this.#glob.matches(name)) this.found.push(path);
    }
  }

  #entriesOf(folder: string): readonly Dirent[] {
    try {
      // Of two links to one folder the first in order is followed, wherever the disk has it.
      return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (!isGone(error)) this.#cannotRead(relative('', folder) || '.', reasonOf(error));
      return [];
    }
  }

  /** Folders may be linked with each other in very many ways: where the same is looked for, one is come to through a link once. */
  #isNew(path: string, way: string): boolean {
    const before = this.#followed.size;
    return this.#followed.add(`${this.#glob.behind(way)} ${realpathSync(path)}`).size > before;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
