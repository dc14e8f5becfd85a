/**
 * Owns finding the drafts that lie in the folders of a workspace. Nothing outside the folders is named, whatever links
 * lead there; what an ignore file, or the globs given, leave out is left out.
 */
import { realpath, stat } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Bilingual } from '../core/rules/meta.ts';
import { isDraftName } from '../files/draft-names.ts';
import type { Ignored } from '../files/ignored.ts';
import { leaveOut, readGlob } from '../files/globs.ts';
import { isInside } from '../files/inside.ts';
import { mustBeOrdinary } from '../files/ordinary.ts';
import { isGone, reasonOf } from '../files/reasons.ts';
import { filesBelow, isTooDeep, tooDeep } from '../files/walk.ts';

/** What is hidden, or lies in `node_modules`. */
const passedOver = /(?:^|\/)(?:\.|node_modules(?:\/|$))/;

/** One file as it was found. */
export interface DraftFile {
  /** As the folder of the workspace names it; a link in the folder is named by what it leads to. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** When it was changed last, in milliseconds. */
  readonly modified: number;
}

/** What is looked for. */
export interface Wanted {
  /** Absolute paths. */
  readonly roots: readonly string[];
  readonly endings: readonly string[];
  /** Globs of what is left out, relative to the roots, as `files.exclude` has them. */
  readonly exclude: readonly string[];
}

/** What was found, in the order of the paths, and what could not be looked at. */
export interface FoundDrafts {
  readonly files: readonly DraftFile[];
  readonly unread: readonly { readonly path: string; readonly reason: Bilingual }[];
}

/** Looks through the folders, or at `only` of them: absolute paths. Never throws; files that are gone are not there. */
export async function findDrafts(wanted: Wanted, only?: readonly string[]): Promise<FoundDrafts> {
  const files = new Map<string, DraftFile>();
  const unread = new Map<string, Bilingual>();
  for (const root of wanted.roots) {
    const real = await realpath(root).catch(() => undefined);
    // A folder that is gone has no drafts.
    if (real === undefined) continue;
    const { Ignored } = await import('../files/ignored.ts');
    const ignored = new Ignored((path, reason) => unread.set(join(root, path), reason), real);
    for (const way of await waysIn(real, root, wanted, (way, reason) => unread.set(join(root, way), reason), only)) {
      const full = join(real, way);
      if (leavesOut(ignored, real, way)) continue;
      try {
        const there = await realpath(full);
        // A link may lead anywhere; what lies outside the folder is not read, and what lies inside is found by itself.
        if (there !== full && !(isInside(real, there) && isDraftName(there, wanted.endings))) continue;
        const path = join(root, relative(real, there));
        const found = await stat(there);
        if (found.isDirectory()) continue;
        mustBeOrdinary(found);
        files.set(path, { path, size: found.size, modified: found.mtimeMs });
      } catch (error) {
        if (!isGone(error)) unread.set(join(root, way), reasonOf(error));
      }
    }
  }
  const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  return {
    files: [...files.values()].sort(byPath),
    unread: [...unread].map(([path, reason]) => ({ path, reason })).sort(byPath),
  };
}

/** Paths relative to the root, with `/`. */
async function waysIn(
  real: string,
  root: string,
  { endings, exclude }: Wanted,
  cannotRead: (way: string, reason: Bilingual) => void,
  only?: readonly string[],
): Promise<readonly string[]> {
  const without = exclude.flatMap((text) => readGlob(text) ?? []);
  const wayFrom = (top: string, path: string): string => relative(top, path).split(sep).join('/');
  const isWanted = (way: string, isFolder: boolean): boolean => !passedOver.test(way) && (isFolder || isDraftName(way, endings));
  if (only) {
    const asked = only.filter((path) => isInside(root, path)).map((path) => wayFrom(root, path));
    return asked.filter((way) => isWanted(way, false) && !isTooDeep(dirname(way)) && !leaveOut(without, way));
  }
  const takes = (path: string, isFolder: boolean): boolean => {
    const way = wayFrom(real, path);
    if (!isWanted(way, isFolder) || without.some(({ matches }) => matches(way))) return false;
    if (!isFolder || !isTooDeep(way)) return true;
    cannotRead(way, tooDeep);
    return false;
  };
  const found = await filesBelow(real, takes, (folder, error) => {
    if (!isGone(error)) cannotRead(wayFrom(real, folder), reasonOf(error));
  });
  return found.map((path) => wayFrom(real, path));
}

/** Whether an ignore file of the folder or of one within it leaves a file out, or a folder above it. */
function leavesOut(ignored: Ignored, root: string, way: string): boolean {
  const path = join(root, way);
  for (let folder = dirname(path); folder !== root && isInside(root, folder); folder = dirname(folder))
    if (ignored.has(folder, true, root)) return true;
  return ignored.has(path, false, root);
}

/** The path that a file is known by, through whatever links it was named; the path itself where there is no such file. */
export function settledPath(path: string, roots: readonly string[]): string {
  let there: string;
  try {
    there = realpathSync(path);
  } catch {
    return path;
  }
  for (const root of roots) {
    try {
      const real = realpathSync(root);
      if (isInside(real, there)) return join(root, relative(real, there));
    } catch {
      // That folder is gone.
    }
  }
  return there;
}
