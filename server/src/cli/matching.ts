/** Owns finding what a pattern matches. What stands there and cannot be read is not passed over in silence. */
import { readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join, relative } from 'node:path';
import { globSync } from 'tinyglobby';
import type { Bilingual } from '../core/rules/meta.ts';
import { codeOf, reasonOf } from '../files/reasons.ts';

/** The paths that a pattern matches: files, and whatever is no folder. A folder that cannot be looked through is told. */
export function matching(pattern: string, cannotRead: (folder: string, reason: Bilingual) => void): readonly string[] {
  const look = (folder: string, options: { readonly withFileTypes: true }): Dirent[] => {
    try {
      return readdirSync(folder, options).map((entry) => (isOrdinary(folder, entry) ? entry : asFile(entry)));
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'ENOENT' && code !== 'ENOTDIR') cannotRead(relative('', folder) || '.', reasonOf(error));
      return [];
    }
  };
  return globSync(pattern, {
    onlyFiles: true,
    expandDirectories: false,
    dot: false,
    ignore: ['**/node_modules/**'],
    fs: { readdirSync: look as typeof readdirSync },
  });
}

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
