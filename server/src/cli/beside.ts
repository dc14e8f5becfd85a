/** Owns what lies beside the drafts of a call: the settings of their folder, what is ignored there, the phrases. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, parse, relative, resolve } from 'node:path';
import { createBook } from '../core/facts/book.ts';
import type { Book } from '../core/facts/book.ts';
import type { Entry } from '../core/facts/sheets.ts';
import { withPhrases } from '../core/ignores/quiet-desk.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import type { Finding } from '../core/rules/finding.ts';
import { globOf, isGlob } from '../files/globs.ts';
import { withPatterns } from '../patterns/compile.ts';
import { parseSettings } from '../settings/parse.ts';
import type { Settings } from '../settings/parse.ts';
import { pathOf, uriOf } from '../workspace/folders.ts';
import { Lists } from '../workspace/lists.ts';
import { settingsBeside } from '../workspace/settings-file.ts';
import { readSheetFiles } from '../workspace/sheet-files.ts';
import type { SheetFiles } from '../workspace/sheet-files.ts';
import type { OptionValues } from './options.ts';
import { byCodeUnit } from './collect.ts';
import type { UnreadFile } from './collect.ts';

/** What is used of it. */
export interface Beside {
  readonly settings: Settings;
  /** What the fact sheets say, and those that could not be read. */
  readonly sheets: { readonly book: Book; readonly unread: readonly UnreadFile[] };
  /** Parts the findings of a file: without what is ignored, and how many those were. */
  readonly quiet: (path: string, text: string, findings: readonly Finding[]) => { findings: readonly Finding[]; ignored: number };
}

/** Reads what lies beside the files that are to be checked. Whatever is wrong there is told, and does not hold up the check. */
export async function readBeside(paths: readonly string[], options: OptionValues, tell: (fault: Bilingual) => void): Promise<Beside> {
  const onDisk = paths.filter((path) => path !== '-');
  const { settings, folder } = options['no-settings']
    ? { settings: parseSettings({}).settings, folder: undefined }
    : await settingsOf(onDisk, tell);
  const sheets = await readSheets(options['fact-sheet'], settings.factSheets, folder, tell);
  const lists = new Lists((path, faults) => {
    for (const { zh, en } of faults) tell({ zh: `${path}：${zh}`, en: `${path}: ${en}` });
  });
  lists.setRoots([...new Set(onDisk.map((path) => parse(resolve(path)).root))].map(uriOf));
  const uris = onDisk.map((path) => uriOf(resolve(path)));
  const phrases = [lists.phrases(uris, 'allowedPhrases'), lists.phrases(uris, 'stockPhrases')] as const;
  return {
    sheets,
    settings: { ...settings, desk: withPhrases(settings.desk, ...phrases) },
    quiet(path, text, findings) {
      if (path === '-' || options['no-ignores']) return { findings, ignored: 0 };
      const { shown, ignored } = lists.match(uriOf(resolve(path)), text, findings);
      return { findings: shown, ignored: ignored.length };
    },
  };
}

async function settingsOf(
  paths: readonly string[],
  tell: (fault: Bilingual) => void,
): Promise<{ settings: Settings; folder: string | undefined }> {
  const { path, given, fault } = settingsBeside(paths);
  const parsed = parseSettings(given);
  const { settings, faults } = await withPatterns(parsed.settings);
  for (const { zh, en } of [...(fault ? [fault] : []), ...parsed.faults, ...faults]) tell({ zh: `${path}：${zh}`, en: `${path}: ${en}` });
  return { settings, folder: path === undefined ? undefined : dirname(dirname(path)) };
}

/** Sheets that were named on the command line may lie anywhere; those of the settings lie in the folder of the settings. */
async function readSheets(
  named: readonly string[],
  globs: readonly string[],
  folder: string | undefined,
  tell: (fault: Bilingual) => void,
): Promise<Beside['sheets']> {
  // One sheet under two names is one sheet, and the order of the names is of no account.
  const read = new Map<string, Entry[]>();
  const unread = new Map<string, Bilingual>();
  for (const name of [...named].sort(byCodeUnit)) {
    const { folder: base, glob } = splitGlob(name);
    const found = await readSheetFiles([glob], [base]);
    if (found.files === 0) unread.set(name, { zh: '没有找到数据表', en: 'no fact sheet was found' });
    take(found);
  }
  if (named.length === 0 && folder !== undefined) take(await readSheetFiles(globs, [folder]));
  const sheets = [...read].sort(([a], [b]) => byCodeUnit(pathOf(a) ?? a, pathOf(b) ?? b));
  return { book: createBook(sheets.flatMap(([, entries]) => entries)), unread: Array.from(unread, ([path, reason]) => ({ path, reason })) };

  function take(found: SheetFiles): void {
    for (const fault of found.refused) tell(fault);
    const known = new Set(read.keys());
    for (const { uri, row, severity, message } of found.faults) {
      const path = relative('', pathOf(uri) ?? uri);
      if (found.unread.has(uri) || (row === 0 && severity === 'warning')) unread.set(path, message);
      else if (!known.has(uri)) tell({ zh: `${path}：${message.zh}`, en: `${path}: ${message.en}` });
    }
    for (const uri of new Set(found.entries.map((entry) => entry.uri)))
      read.set(
        uri,
        found.entries.filter((entry) => entry.uri === uri),
      );
  }
}

/** The folder that a glob starts from, and the rest of it. A name that a file has is that file. */
function splitGlob(name: string): { folder: string; glob: string } {
  if (existsSync(name)) {
    const path = realpathSync(name);
    return { folder: dirname(path), glob: `./${globOf(basename(path))}` };
  }
  const parts = name.split('/');
  const first = parts.findIndex(isGlob);
  if (first < 0) return { folder: resolve(dirname(name)), glob: basename(name) };
  return { folder: resolve(parts.slice(0, first).join('/') || (name.startsWith('/') ? '/' : '.')), glob: parts.slice(first).join('/') };
}
