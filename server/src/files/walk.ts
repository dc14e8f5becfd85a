/** Owns walking through a folder and those in it, and how deep that goes. */
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
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

/**
 * What lies below a folder and is no folder, as absolute paths in no order; links are not followed. Of what a folder holds,
 * files and folders, `takes` says what is wanted; it is asked for each, by its absolute path. A folder that cannot be looked
 * into is told, and is empty.
 */
export async function filesBelow(
  folder: string,
  takes: (path: string, isFolder: boolean) => boolean,
  cannotRead: (folder: string, error: unknown) => void,
): Promise<readonly string[]> {
  let entries: readonly Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    cannotRead(folder, error);
    return [];
  }
  const taken = entries.filter((entry) => takes(join(folder, entry.name), entry.isDirectory()));
  const found = taken.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path, takes, cannotRead) : [path];
  });
  return (await Promise.all(found)).flat();
}
