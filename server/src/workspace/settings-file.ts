/** Owns reading `.vscode/settings.json` for those who have no editor to ask: our settings in it, and what is wrong with it. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Bilingual } from '../core/rules/meta.ts';
import { mustStayInside } from '../files/inside.ts';
import { reasonOf } from '../files/reasons.ts';
import { parseObject, readText } from './json.ts';

const settingsName = join('.vscode', 'settings.json');
const prefix = 'speechDraft.';
/** More bytes than this are no settings. */
const largest = 5_000_000;

/** Settings by their names behind `speechDraft.`. */
export interface FolderSettings {
  /** The file, `undefined` where there is none. */
  readonly path: string | undefined;
  readonly given: Readonly<Record<string, unknown>>;
  readonly fault?: Bilingual;
}

/** The settings of the nearest folder that is above all the given files and has some. Never throws. */
export function settingsBeside(files: readonly string[]): FolderSettings {
  const folder = commonFolder(files);
  const path = folder === undefined ? undefined : nearest(folder);
  if (path === undefined) return { path, given: {} };
  try {
    mustStayInside(dirname(dirname(path)), path);
    const { value, fault } = parseObject(readText(path, largest));
    return fault ? { path, given: {}, fault } : { path, given: ours(value) };
  } catch (error) {
    return { path, given: {}, fault: reasonOf(error) };
  }
}

function ours(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.entries(value).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(names.map(([name, given]) => [name.slice(prefix.length), given]));
}

function nearest(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, settingsName);
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The lowest folder that holds all the files. */
function commonFolder(files: readonly string[]): string | undefined {
  const [first, ...others] = files.map((file) => dirname(resolve(file)));
  if (first === undefined) return undefined;
  return others.reduce((common, folder) => {
    let above = common;
    while (above !== folder && !folder.startsWith(above.endsWith('/') ? above : join(above, '/')) && above !== dirname(above))
      above = dirname(above);
    return above;
  }, first);
}
