/**
 * Owns walking through a folder and those in it. A library lists them; which are entered and taken is never its matter,
 * because what it takes for a match of a glob may take it time without bounds.
 */
import { readdir } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '../core/rules/meta.ts';

/** Deeper than this nobody lays a draft, and with the depth grows the time that ignore files take. */
const deepest = 100;

/** What is said of a folder that is not looked into because it lies too deep. */
export const tooDeep: Bilingual = { zh: `文件夹层数超过 ${deepest}`, en: `it lies more than ${deepest} folders deep` };

/** Whether a folder, given by its path from where the walk begins, lies too deep. */
export function isTooDeep(way: string): boolean {
  return way.split(/[\\/]/).length > deepest;
}

type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

/**
 * The files below a folder, as absolute paths; what cannot be looked into is empty, and links are not followed. Of what a
 * folder holds, files and folders, `takes` says what is wanted; it is asked for each, by its absolute path.
 */
export async function filesBelow(from: string, takes: (path: string, isFolder: boolean) => boolean): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  const look = (folder: string, options: { readonly withFileTypes: true }, done: Listed): void =>
    readdir(folder, options, (error, entries = []) =>
      done(
        error,
        entries.filter((entry) => takes(join(folder, entry.name), entry.isDirectory())),
      ),
    );
  const fs = { readdir: look as typeof readdir };
  return glob(['**/*'], { cwd: from, absolute: true, dot: true, followSymbolicLinks: false, expandDirectories: false, fs }).catch(() => []);
}
