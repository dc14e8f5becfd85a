/** Owns reading `.vscode/settings.json` for those who have no editor to ask: our settings in it, and what is wrong with it. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import type { Bilingual } from '../core/rules/meta.ts';
import { readOrdinary } from '../files/ordinary.ts';
import { reasonOf } from '../files/reasons.ts';

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

/** The settings of the nearest folder that is above all the given files and has any. Never throws. */
export function settingsBeside(files: readonly string[]): FolderSettings {
  const folder = commonFolder(files);
  const path = folder === undefined ? undefined : nearest(folder);
  if (path === undefined) return { path, given: {} };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readOrdinary(path, largest));
    const errors: ParseError[] = [];
    const value: unknown = parse(text, errors, { allowTrailingComma: true });
    const [first] = errors;
    if (first && text.trim() !== '') {
      const line = text.slice(0, first.offset).split('\n').length;
      const what = printParseErrorCode(first.error);
      return { path, given: {}, fault: { zh: `第 ${line} 行不是有效的 JSON（${what}）`, en: `line ${line} is not valid JSON (${what})` } };
    }
    if (text.trim() !== '' && (typeof value !== 'object' || value === null || Array.isArray(value)))
      return { path, given: {}, fault: { zh: '内容应是一组键值', en: 'it should be an object' } };
    return { path, given: ours(value) };
  } catch (error) {
    return { path, given: {}, fault: reasonOf(error) };
  }
}

function ours(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return {};
  const names = Object.entries(value).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(names.map(([name, given]) => [name.slice(prefix.length), given as unknown]));
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
