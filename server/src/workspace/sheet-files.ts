/** Owns finding and reading the fact sheets of a workspace. Nothing outside its folders is ever opened. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { readFactSheet } from '../core/facts/sheets.ts';
import type { Entry, SheetFault } from '../core/facts/sheets.ts';
import { plural } from '../core/plural.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import { leaveOut, readGlob } from '../files/globs.ts';
import type { Glob } from '../files/globs.ts';
import { isInside } from '../files/inside.ts';
import { mustBeOrdinary } from '../files/ordinary.ts';
import { isGone, reasonOf } from '../files/reasons.ts';
import { filesBelow, isTooDeep, tooDeep } from '../files/walk.ts';
import { readWorkbook } from '../tables/read.ts';
import { tableLimits } from '../tables/sheet.ts';
import { uriOf } from './folders.ts';

/** What the fact sheets say. */
export interface SheetFiles {
  /** How many files the globs named. */
  readonly files: number;
  readonly entries: readonly Entry[];
  /** What could not be understood, file by file. */
  readonly faults: readonly SheetFault[];
  /** The uris of those of which nothing could be read; a fault of each says why. */
  readonly unread: ReadonlySet<string>;
  /** Faults of the globs themselves, which belong to no file. */
  readonly refused: readonly Bilingual[];
}

/** More sheets, or globs of sheets, than this nobody keeps beside a speech. */
const mostFiles = 50;
/** Their folders hold no sheets. */
const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git']);
/** How much of a glob or a path is shown, in characters. */
const longestShown = 60;
const sheetName = /\.(?:xlsx|xlsm|xls|csv|tsv|ya?ml)$/i;
/** What Excel and WPS leave beside a file while it is open. */
const lockName = /^(?:~\$|\.~)/;

/** Whether a file may be a fact sheet by its name. */
export function mayBeSheet(name: string): boolean {
  return sheetName.test(name) && !lockName.test(basename(name));
}

/** Reads the sheets that the globs name in the folders (absolute paths), in the order of their paths. Never throws. */
export async function readSheetFiles(globs: readonly string[], folders: readonly string[]): Promise<SheetFiles> {
  const refused: Bilingual[] = [];
  if (globs.length > mostFiles)
    refused.push({
      zh: `设置 speechDraft.factSheets 超过 ${mostFiles} 项，只用前 ${mostFiles} 项。`,
      en: `The setting speechDraft.factSheets holds more than ${mostFiles} entries; the first ${mostFiles} are used.`,
    });
  const patterns = globs.slice(0, mostFiles).filter((glob) => {
    const outside = isAbsolute(glob) || /^[A-Za-z]:|^~|^\\/.test(glob) || glob.split(/[\\/]/).includes('..');
    if (outside)
      refused.push({
        zh: `设置 speechDraft.factSheets 中的“${shown(glob)}”在工作区文件夹之外，未读。`,
        en: `“${shown(glob)}” in the setting speechDraft.factSheets lies outside the workspace folders and is not read.`,
      });
    return !outside && glob.trim() !== '';
  });
  const read = patterns.map((pattern) => ({ pattern, isNot: pattern.startsWith('!'), glob: readGlob(pattern.replace(/^!/, '')) }));
  for (const { pattern, glob } of read)
    if (!glob)
      refused.push({
        zh: `设置 speechDraft.factSheets 中的“${shown(pattern)}”太长，或花括号里的选择太多，未用。`,
        en: `“${shown(pattern)}” in the setting speechDraft.factSheets is too long, or has too many choices in braces, and is not used.`,
      });
  const globsOf = (isNot: boolean): Glob[] => read.flatMap((one) => (one.glob && one.isNot === isNot ? [one.glob] : []));
  const unseen = new Map<string, Bilingual>();
  const paths = await filesOf(globsOf(false), globsOf(true), folders, (way, reason) => unseen.set(way, reason));
  const [first] = [...unseen].sort();
  if (first)
    refused.push({
      zh: `${unseen.size} 个文件夹里的数据表未读，如“${shown(first[0])}”：${first[1].zh}。`,
      en: `Fact sheets in ${unseen.size} ${plural(unseen.size, 'folder')} are not read, as in “${shown(first[0])}”: ${first[1].en}.`,
    });
  if (paths.length > mostFiles)
    refused.push({
      zh: `数据表超过 ${mostFiles} 个，只读前 ${mostFiles} 个（设置 speechDraft.factSheets）。`,
      en: `There are more than ${mostFiles} fact sheets; the first ${mostFiles} are read (setting speechDraft.factSheets).`,
    });
  const entries: Entry[] = [];
  const faults: SheetFault[] = [];
  const unread = new Set<string>();
  for (const path of paths.slice(0, mostFiles)) {
    const one = await readOne(path);
    entries.push(...one.entries);
    faults.push(...one.faults);
    if (!one.isRead) unread.add(uriOf(path));
  }
  return { files: paths.length, entries, faults, unread, refused };
}

function shown(text: string): string {
  return text.slice(0, longestShown);
}

async function filesOf(
  globs: readonly Glob[],
  without: readonly Glob[],
  folders: readonly string[],
  cannotRead: (way: string, reason: Bilingual) => void,
): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of globs.length === 0 ? [] : folders) {
    const root = await realpath(folder).catch(() => undefined);
    if (root === undefined) continue; // a folder that is gone has no sheets
    for (const base of new Set(globs.map((glob) => glob.base))) {
      for (const way of await namesIn(
        root,
        base,
        globs.filter((glob) => glob.base === base),
        cannotRead,
      )) {
        if (leaveOut(without, way)) continue;
        const real = await realpath(join(root, way)).catch(() => undefined);
        // A link may lead anywhere; what lies outside the folder is not read.
        if (real !== undefined && isInside(root, real)) found.add(real);
      }
    }
  }
  return [...found].sort();
}

/** The files that globs of one base mean, as they lie in the root. */
async function namesIn(
  root: string,
  base: string,
  globs: readonly Glob[],
  cannotRead: (way: string, reason: Bilingual) => void,
): Promise<string[]> {
  const from = join(root, base);
  const there = await realpath(from).catch(() => undefined);
  if (there === undefined || !(there === root || isInside(root, there)) || base.split('/').some((name) => passedOver.has(name))) return [];
  const wayTo = (path: string): string => relative(root, path).split(sep).join('/');
  const takes = (path: string, isFolder: boolean): boolean => {
    const way = wayTo(path);
    if (!isFolder) return mayBeSheet(way) && globs.some(({ matches }) => matches(way));
    if (passedOver.has(basename(path)) || !globs.some(({ reaches }) => reaches(way))) return false;
    if (isTooDeep(way)) cannotRead(way, tooDeep);
    return !isTooDeep(way);
  };
  const paths = await filesBelow(from, takes, (folder, error) => {
    if (!isGone(error)) cannotRead(wayTo(folder) || '.', reasonOf(error));
  });
  return paths.map(wayTo);
}

interface OneSheet {
  readonly isRead: boolean;
  readonly entries: readonly Entry[];
  readonly faults: readonly SheetFault[];
}

async function readOne(path: string): Promise<OneSheet> {
  const uri = uriOf(path);
  const file = basename(path).normalize('NFC');
  const unread = (message: Bilingual, row = 0): OneSheet => ({
    isRead: false,
    entries: [],
    faults: [{ uri, row, severity: 'warning', message }],
  });
  try {
    const found = await stat(path);
    mustBeOrdinary(found);
    // One byte more than is allowed is enough to be told so.
    const bytes = found.size > tableLimits.bytes ? new Uint8Array(tableLimits.bytes + 1) : await readFile(path);
    const book = await readWorkbook(file, bytes);
    return book.ok ? { isRead: true, ...readFactSheet({ uri, file, sheets: book.sheets }) } : unread(book.fault, book.line);
  } catch (error) {
    const { zh, en } = reasonOf(error);
    return unread({ zh: `数据表没有读出：${zh}。`, en: `The fact sheet could not be read: ${en}.` });
  }
}
