/**
 * Owns what a person does not want checked: files `.speechdraftignore`, written as `.gitignore` is, in any folder. The
 * nearest one that says anything of a path decides.
 */
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import type { Bilingual } from '../core/rules/meta.ts';
import { decode } from './decode.ts';
import { mustStayInside } from './inside.ts';
import { readOrdinary, realOf } from './ordinary.ts';
import { reasonOf } from './reasons.ts';

/** The name of the files. */
const ignoreFile = '.speechdraftignore';
/** More bytes than this are no list of patterns. */
const largest = 5_000_000;

/** More than this in one line nobody writes: characters, wildcards, and those of them that stand for folders. */
const most = { length: 1000, stars: 8, globstars: 3 };

/** Knows the ignore files of the folders it is asked about, each read once. */
export class Ignored {
  readonly #byFolder = new Map<string, Ignore | undefined>();
  readonly #cannotRead: (path: string, reason: Bilingual) => void;
  readonly #highest: string;

  /**
   * An ignore file that cannot be read, or is a link that leads out, is told, and leaves nothing out. Above the highest folder,
   * an absolute path, none has a say; for a command that is the working directory.
   */
  constructor(cannotRead: (path: string, reason: Bilingual) => void, highest = process.cwd()) {
    this.#cannotRead = cannotRead;
    this.#highest = highest;
  }

  /** Whether a path is left out. Folders above `top`, and above the highest one if that holds `top`, have no say. */
  has(path: string, isFolder: boolean, top: string): boolean {
    const full = resolve(path);
    const here = this.#highest;
    const last = within(resolve(top), here) ? here : resolve(top);
    for (let folder = dirname(full); within(folder, last); folder = dirname(folder)) {
      const name = relative(folder, full).split(sep).join('/') + (isFolder ? '/' : '');
      const verdict = this.#of(folder, last)?.test(name);
      if (verdict?.ignored) return true;
      if (verdict?.unignored || dirname(folder) === folder) return false;
    }
    return false;
  }

  #of(folder: string, last: string): Ignore | undefined {
    if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, this.#read(join(folder, ignoreFile), last));
    return this.#byFolder.get(folder);
  }

  #read(path: string, last: string): Ignore | undefined {
    let reason: Bilingual;
    try {
      mustStayInside(within(realOf(dirname(path)), realOf(last)) ? last : dirname(path), path);
      const decoded = decode(readOrdinary(path, largest), 'auto');
      if ('text' in decoded) return this.#patternsOf(path, decoded.text);
      reason = decoded;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      reason = reasonOf(error);
    }
    this.#cannotRead(relative(this.#highest, path), reason);
    return undefined;
  }

  #patternsOf(path: string, text: string): Ignore {
    const lines = text.split(/\r?\n/);
    const first = lines.findIndex(mayExplode);
    if (first >= 0)
      this.#cannotRead(relative(this.#highest, path), {
        zh: `第 ${first + 1} 行太长或通配符太多，未用`,
        en: `line ${first + 1} is too long or has too many wildcards and is not used`,
      });
    return ignore().add(lines.filter((line) => !mayExplode(line)));
  }
}

/** Whether a line is no pattern for its length, or would take time without bounds: every further wildcard multiplies it. */
function mayExplode(line: string): boolean {
  if (line.length > most.length) return true;
  const runs = line.match(/\*+/g) ?? [];
  return !line.startsWith('#') && (runs.length > most.stars || runs.filter((run) => run.length > 1).length > most.globstars);
}

function within(folder: string, outer: string): boolean {
  return folder === outer || folder.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}
