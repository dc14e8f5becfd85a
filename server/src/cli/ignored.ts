/**
 * Owns what a person does not want checked: files `.speechdraftignore`, written as `.gitignore` is, in any folder. The
 * nearest one that says anything of a path decides.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import type { Bilingual } from '../core/rules/meta.ts';
import { decode } from '../files/decode.ts';
import { reasonOf } from '../files/reasons.ts';

/** The name of the files. */
export const ignoreFile = '.speechdraftignore';

/** Knows the ignore files of the folders it is asked about, each read once. */
export class Ignored {
  readonly #byFolder = new Map<string, Ignore | undefined>();
  readonly #cannotRead: (path: string, reason: Bilingual) => void;

  /** An ignore file that cannot be read is told, and leaves nothing out. */
  constructor(cannotRead: (path: string, reason: Bilingual) => void) {
    this.#cannotRead = cannotRead;
  }

  /** Whether a path is left out. Folders above `top`, and above the working directory if that holds `top`, have no say. */
  has(path: string, isFolder: boolean, top: string): boolean {
    const full = resolve(path);
    const here = process.cwd();
    const last = within(resolve(top), here) ? here : resolve(top);
    for (let folder = dirname(full); within(folder, last); folder = dirname(folder)) {
      const name = relative(folder, full).split(sep).join('/') + (isFolder ? '/' : '');
      const verdict = this.#of(folder)?.test(name);
      if (verdict?.ignored) return true;
      if (verdict?.unignored || dirname(folder) === folder) return false;
    }
    return false;
  }

  #of(folder: string): Ignore | undefined {
    if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, this.#read(join(folder, ignoreFile)));
    return this.#byFolder.get(folder);
  }

  #read(path: string): Ignore | undefined {
    let reason: Bilingual;
    try {
      const decoded = decode(readFileSync(path), 'auto');
      if ('text' in decoded) return ignore().add(decoded.text);
      reason = decoded;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      reason = reasonOf(error);
    }
    this.#cannotRead(relative(process.cwd(), path), reason);
    return undefined;
  }
}

function within(folder: string, outer: string): boolean {
  return folder === outer || folder.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}
