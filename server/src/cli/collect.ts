/** Owns finding the files that the paths of a call name. What cannot be looked at is named with its reason. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '../core/rules/meta.ts';
import { documentNamed } from '../files/documents.ts';
import { reasonOf } from '../files/reasons.ts';

/** A file that was not read, and why. */
export interface UnreadFile {
  readonly path: string;
  readonly reason: Bilingual;
}

/** What the paths name, each file once, in the order of their paths. */
export interface Collected {
  readonly paths: readonly string[];
  readonly unread: readonly UnreadFile[];
  /** Documents of other programs that lie in the folders: they are not drafts, but a person may think them checked. */
  readonly skipped: readonly UnreadFile[];
}

/** Endings of the files that are looked for in folders. */
export const draftEndings = ['.txt', '.md', '.markdown', '.speech', '.jianggao'] as const;

const draftName = new RegExp(`(?:${draftEndings.map((ending) => `\\${ending}`).join('|')})$`, 'i');
const skippedFolder = /^(?:\.|node_modules$)/;

/** The order of paths everywhere: by code unit, so that it depends on no locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Finds every file that the paths name. The result does not depend on the order of the paths. */
export function collect(paths: readonly string[]): Collected {
  const found = new Found();
  for (const path of paths) {
    if (path === '-') found.standardInput();
    else found.named(path);
  }
  return found.collected();
}

const special: Bilingual = {
  zh: '不是普通文件（是管道、设备等），请改用标准输入“-”',
  en: 'not a regular file (a pipe, a device …): use standard input, "-"',
};

function inOrder(reasons: ReadonlyMap<string, Bilingual>): UnreadFile[] {
  return [...reasons].map(([path, reason]) => ({ path, reason })).sort((a, b) => byCodeUnit(a.path, b.path));
}

class Found {
  /** Paths as they were named, by the real file, so that one file is checked once. */
  readonly #paths = new Map<string, string>();
  readonly #unread = new Map<string, Bilingual>();
  readonly #skipped = new Map<string, Bilingual>();
  readonly #walked = new Set<string>();

  collected(): Collected {
    return {
      paths: [...this.#paths.values()].sort(byCodeUnit),
      unread: inOrder(this.#unread),
      skipped: inOrder(this.#skipped),
    };
  }

  standardInput(): void {
    this.#paths.set('-', '-');
  }

  named(path: string): void {
    try {
      const stat = statSync(path);
      if (stat.isFile()) return this.#add(path);
      if (!stat.isDirectory()) {
        this.#unread.set(path, special);
        return;
      }
      const before = this.#paths.size + this.#unread.size;
      this.#walk(path);
      if (this.#paths.size + this.#unread.size === before) {
        const endings = draftEndings.join(' ');
        this.#unread.set(path, { zh: `文件夹中没有讲稿（${endings}）`, en: `the folder holds no draft (${endings})` });
      }
    } catch (error) {
      this.#unread.set(path, reasonOf(error));
    }
  }

  /** One file under two names is one draft; the first name in order stays. */
  #add(path: string): void {
    const real = realpathSync(path);
    const known = this.#paths.get(real);
    if (known === undefined || byCodeUnit(path, known) < 0) this.#paths.set(real, path);
  }

  #skip(path: string): void {
    const reason = documentNamed(path);
    if (reason) this.#skipped.set(path, reason);
  }

  #walk(folder: string): void {
    const real = realpathSync(folder);
    if (this.#walked.has(real)) return;
    this.#walked.add(real);
    for (const name of readdirSync(folder).sort(byCodeUnit)) {
      const path = join(folder, name);
      try {
        const stat = statSync(path);
        if (stat.isDirectory()) {
          if (!skippedFolder.test(name)) this.#walk(path);
        } else if (draftName.test(name)) {
          if (stat.isFile()) this.#add(path);
          else this.#unread.set(path, special);
        } else this.#skip(path);
      } catch (error) {
        this.#unread.set(path, reasonOf(error));
      }
    }
  }
}
