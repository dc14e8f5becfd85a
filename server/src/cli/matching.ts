/** Owns finding what a pattern matches. What stands there and cannot be read is not passed over in silence. */
import { readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join, parse, posix, relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import type { Bilingual } from '../core/rules/meta.ts';
import { readGlob } from '../files/globs.ts';
import { codeOf, reasonOf } from '../files/reasons.ts';

/**
 * The paths that a pattern matches: files, and whatever is no folder; `undefined` where there is more in the pattern than
 * can be looked for. A folder in which there may be one, and which cannot be looked through, is told.
 */
export function matching(pattern: string, cannotRead: (folder: string, reason: Bilingual) => void): readonly string[] | undefined {
  const glob = readGlob(posix.normalize(pattern));
  if (!glob) return undefined;
  const top = pattern.startsWith('/') ? parse(resolve('/')).root : '.';
  const from = join(top, glob.base);
  const wayTo = (path: string): string => posix.join(glob.base, relative(from, path).split(sep).join('/'));
  const look = (folder: string, options: { readonly withFileTypes: true }): Dirent[] => {
    if (!glob.reaches(wayTo(folder).replace(/^\.$/, ''))) return [];
    try {
      return readdirSync(folder, options)
        .filter(({ name }) => name !== passedOver)
        .map((entry) => (isOrdinary(folder, entry) ? entry : asFile(entry)));
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'ENOENT' && code !== 'ENOTDIR') cannotRead(relative('', folder) || '.', reasonOf(error));
      return [];
    }
  };
  if (glob.base.split('/').includes(passedOver)) return [];
  // The library only walks: what it takes for a match may take it time without bounds.
  const options = { cwd: from, dot: true, expandDirectories: false, absolute: true, fs: { readdirSync: look as typeof readdirSync } };
  return globSync('**/*', options)
    .filter((path) => glob.matches(wayTo(path)))
    .map((path) => relative('', path).split(sep).join('/'));
}

/** Its folders hold no drafts. */
const passedOver = 'node_modules';

function isOrdinary(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile() || entry.isDirectory();
  try {
    statSync(join(folder, entry.name));
    return true;
  } catch {
    return false;
  }
}

/** The library leaves out pipes and links that lead nowhere; as a file they are found, and their reason is told when they are read. */
function asFile(entry: Dirent): Dirent {
  return Object.assign(entry, { isFile: () => true, isSymbolicLink: () => false });
}
