/** Owns finding the files that the paths of a call name. What cannot be looked at is named with its reason. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Bilingual } from '../core/rules/meta.ts';
import { documentNamed } from '../files/documents.ts';
import { draftEndings, isDraftName } from '../files/draft-names.ts';
import { isGlob } from '../files/globs.ts';
import { Ignored } from '../files/ignored.ts';
import * as ordinary from '../files/ordinary.ts';
import { codeOf, reasonOf } from '../files/reasons.ts';
import { isTooDeep, tooDeep } from '../files/walk.ts';
import { matching } from './matching.ts';

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
  /** How many drafts and folders an ignore file left out. */
  readonly excluded: number;
}

const skippedFolder = /^(?:\.|node_modules$)/;
const special: Bilingual = {
  zh: `${ordinary.special.zh}，请改用标准输入“-”`,
  en: `${ordinary.special.en}: use standard input, "-"`,
};
const tooMuch: Bilingual = {
  zh: '通配符太长，或花括号里的选择太多',
  en: 'the pattern is too long, or has too many choices in braces',
};
/** As shells know them. */
const extended = /[?*+@!]\(/;
const notExtended: Bilingual = {
  zh: '没有符合的文件；不认得 +(…|…) 一类写法，请用 {…,…}',
  en: 'no file matches; +(…|…) and the like are not known here, use {…,…}',
};
const noMatch: Bilingual = { zh: '没有符合的文件', en: 'no file matches' };
const otherName: Bilingual = { zh: '文件名不是 UTF-8 编码，请改名后再查', en: 'its name is not in UTF-8: rename it first' };

/** The order of paths everywhere: by code unit, so that it depends on no locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Finds every file that the paths name. The result does not depend on the order of the paths. */
export function collect(paths: readonly string[]): Collected {
  const found = new Found();
  for (const path of [...paths].sort(byCodeUnit)) {
    if (path === '-') found.standardInput();
    else if (!existsSync(path) && isGlob(path)) found.matching(path);
    else found.named(path);
  }
  return found.collected();
}

/** Whether a path, however it is spelled, names one of the files that were found. */
export function namesOneOf(path: string, found: readonly string[]): boolean {
  if (!existsSync(path)) return false;
  const real = realpathSync(path);
  return found.some((other) => other !== '-' && existsSync(other) && realpathSync(other) === real);
}

class Found {
  /** Paths as they were named, by the real file, so that one file is checked once. */
  readonly #paths = new Map<string, string>();
  readonly #unread = new Map<string, Bilingual>();
  readonly #skipped = new Map<string, Bilingual>();
  readonly #excluded = new Set<string>();
  readonly #walked = new Set<string>();
  /** How many drafts, and things that may hold one, were met in folders. */
  #met = 0;
  readonly #ignored = new Ignored((path, reason) => this.#unread.set(path, reason));

  collected(): Collected {
    return {
      paths: [...this.#paths.values()].sort(byCodeUnit),
      unread: inOrder(this.#unread),
      skipped: inOrder(this.#skipped),
      excluded: this.#excluded.size,
    };
  }

  standardInput(): void {
    this.#paths.set('-', '-');
  }

  /** A pattern that the shell has not expanded. */
  matching(pattern: string): void {
    const before = this.#unread.size;
    const matches = matching(pattern, (folder, reason) => this.#unread.set(folder, reason));
    if (!matches) this.#unread.set(pattern, tooMuch);
    else if (matches.length === 0 && this.#unread.size === before)
      this.#unread.set(pattern, extended.test(pattern) ? notExtended : noMatch);
    for (const path of matches ?? []) {
      if (this.#ignored.has(path, false, '.')) this.#exclude(path);
      else this.named(path);
    }
  }

  /** A file that is named is checked whatever its ending, and whatever an ignore file says. */
  named(path: string): void {
    try {
      const stat = statSync(path);
      if (stat.isFile()) return this.#add(path);
      if (!stat.isDirectory()) {
        this.#unread.set(path, special);
        return;
      }
      const before = this.#met;
      if (this.#walk(path, path) && this.#met === before) {
        const endings = draftEndings.join(' ');
        this.#unread.set(path, { zh: `文件夹中没有讲稿（${endings}）`, en: `the folder holds no draft (${endings})` });
      }
    } catch (error) {
      this.#unread.set(path, whyUnread(path, error));
    }
  }

  /** One file under two names is one draft; the first name in order stays. */
  #add(path: string): void {
    const real = realpathSync(path);
    const known = this.#paths.get(real);
    if (known === undefined || byCodeUnit(path, known) < 0) this.#paths.set(real, path);
  }

  #exclude(path: string): void {
    this.#met += 1;
    this.#excluded.add(ordinary.realOf(path));
  }

  /** Looks through a folder, unless that was done before; returns whether it was looked through now. */
  #walk(folder: string, top: string): boolean {
    const real = realpathSync(folder);
    if (this.#walked.has(real)) return false;
    this.#walked.add(real);
    for (const name of readdirSync(folder).sort(byCodeUnit)) {
      const path = join(folder, name);
      try {
        this.#meet(path, name, top);
      } catch (error) {
        if (this.#ignored.has(path, false, top)) {
          this.#exclude(path);
          continue;
        }
        this.#met += 1;
        this.#unread.set(path, whyUnread(path, error));
      }
    }
    return true;
  }

  #meet(path: string, name: string, top: string): void {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      if (skippedFolder.test(name)) return;
      if (isTooDeep(relative(top, path))) this.#unread.set(path, tooDeep);
      else if (this.#ignored.has(path, true, top)) this.#exclude(path);
      else this.#walk(path, top);
    } else if (isDraftName(name)) {
      this.#met += 1;
      if (this.#ignored.has(path, false, top)) this.#exclude(path);
      else if (stat.isFile()) this.#add(path);
      else this.#unread.set(path, special);
    } else {
      const reason = documentNamed(path);
      if (reason && !this.#ignored.has(path, false, top)) this.#skipped.set(path, reason);
    }
  }
}

/** A name in another encoding comes with replacement characters in it, and no file is called that. */
function whyUnread(path: string, error: unknown): Bilingual {
  if (codeOf(error) !== 'ENOENT') return reasonOf(error);
  return path.includes('\ufffd') ? otherName : extended.test(path) ? notExtended : reasonOf(error);
}

function inOrder(reasons: ReadonlyMap<string, Bilingual>): UnreadFile[] {
  return [...reasons].map(([path, reason]) => ({ path, reason })).sort((a, b) => byCodeUnit(a.path, b.path));
}
