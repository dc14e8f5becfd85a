/** Owns which folder a draft belongs to: where its list lies, and what the draft is called there. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listName } from './list-file.ts';

/** Where the list of a draft is, or would be. */
export interface Home {
  /** The folder, an absolute path. */
  readonly folder: string;
  /** The file of the list. */
  readonly list: string;
  /** The draft relative to the folder, with `/` and in one form of Unicode. */
  readonly file: string;
}

/** The path of a `file:` uri; `undefined` for everything that does not lie on a disk. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/**
 * The uri of a path, spelled as VS Code spells it: all but letters, digits and `-._~/` in percents, the drive in lower case.
 * A document that it opens is then known by the same uri as its file.
 */
export function uriOf(path: string): string {
  const { href } = pathToFileURL(path);
  const spelled = href
    .slice(scheme.length)
    .replaceAll('%7E', '~')
    .replace(/[!$&'()*+,;=:@[\]^|`{}]/gu, (mark) => percents(mark));
  return scheme + spelled.replace(/^\/[A-Z](?=%3A)/u, (drive) => drive.toLowerCase());
}

const scheme = 'file://';

function percents(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}

/**
 * The home of a draft: the nearest folder above it that has a list, no higher than `roots` where it lies in one of them;
 * without any list, that root, or the draft's own folder.
 */
export function homeOf(path: string, roots: readonly string[]): Home {
  const own = dirname(resolve(path));
  const root = roots.filter((candidate) => contains(candidate, own)).sort((a, b) => b.length - a.length)[0];
  const top = root ?? own;
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, listName))) return homeIn(folder, path);
    if (folder === top || folder === dirname(folder)) return homeIn(root ?? own, path);
  }
}

function homeIn(folder: string, path: string): Home {
  const file = relative(folder, resolve(path)).split(sep).join('/').normalize('NFC');
  return { folder, list: join(folder, listName), file };
}

function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way));
}
