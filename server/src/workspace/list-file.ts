/** Owns the file `.vscode/speech-draft.json`: reading it whatever is in it, and writing it so that nothing is lost. */
import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { applyEdits, modify, parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { listVersion, readList } from '../core/ignores/list.ts';
import type { Sidecar } from '../core/ignores/model.ts';
import { emptySidecar } from '../core/ignores/model.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import { readOrdinary, Unfit } from '../files/ordinary.ts';
import { isTooDeep } from '../files/reasons.ts';

/** Where the list lies in its folder. */
export const listName = join('.vscode', 'speech-draft.json');

/** More bytes than this are no list. */
const largest = 20_000_000;

/** A list as it was read. */
export interface ListFile {
  readonly exists: boolean;
  readonly sidecar: Sidecar;
  /** What could not be used. */
  readonly faults: readonly Bilingual[];
  /** Nothing of the file could be used, and it must not be written over. */
  readonly broken: boolean;
}

/** Raw content by key, as `change` gets and gives it. */
export type RawList = Readonly<Record<string, unknown>>;

const absent: ListFile = { exists: false, sidecar: emptySidecar, faults: [], broken: false };

/** Reads a list. Never throws: a file that cannot be read is `broken` and says why. */
export function readListFile(path: string): ListFile {
  try {
    const text = readText(path);
    if (text === undefined) return absent;
    const { value, fault } = parseText(text);
    if (fault) return { exists: true, sidecar: emptySidecar, faults: [fault], broken: true };
    return { exists: true, ...readList(value), broken: !isObject(value) };
  } catch (error) {
    return { exists: true, sidecar: emptySidecar, faults: [reasonOf(error)], broken: true };
  }
}

/**
 * Changes some keys of a list and leaves everything else in the file as it stands, comments too. The file is replaced in
 * one step. Gives what kept it from being written, or `undefined`.
 */
export function changeListFile(path: string, change: (raw: RawList) => RawList): Bilingual | undefined {
  try {
    const before = readText(path);
    const text = before === undefined || before.trim() === '' ? '{}\n' : before;
    const { value, fault } = parseText(text);
    if (fault || !isObject(value)) {
      const reason = fault ?? { zh: '内容应是一组键值', en: 'it should be an object' };
      return { zh: `${reason.zh}；请先改正，原文件未动`, en: `${reason.en}; correct it first, the file was left as it is` };
    }
    const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
    let next = text;
    for (const [key, wanted] of Object.entries({ ...(value['version'] === undefined && { version: listVersion }), ...change(value) }))
      next = applyEdits(next, modify(next, [key], wanted, { formattingOptions }));
    writeWhole(path, next);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function readText(path: string): string | undefined {
  try {
    if (leadsOut(path, dirname(dirname(path)))) throw new Outside();
    return new TextDecoder('utf-8', { fatal: true }).decode(readOrdinary(path, largest));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** People write comments into the files of `.vscode`, and commas behind the last item. An empty file is an empty list. */
function parseText(text: string): { value: unknown; fault?: Bilingual } {
  if (text.trim() === '') return { value: {} };
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (!first) return { value };
  const line = text.slice(0, first.offset).split('\n').length;
  const what = printParseErrorCode(first.error);
  return { value: undefined, fault: { zh: `第 ${line} 行不是有效的 JSON（${what}）`, en: `line ${line} is not valid JSON (${what})` } };
}

/** A link in the folder leads out of it: a folder from somewhere must not have us read, or write, what is elsewhere. */
class Outside extends Error {}

function leadsOut(path: string, folder: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(path));
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/** A reader meets the old file or the new one, never half of one. A link stays a link. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (leadsOut(dirname(path), dirname(dirname(path)))) throw new Outside();
  const real = realOf(path);
  const temporary = join(dirname(real), `.${basename(real)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, real);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function reasonOf(error: unknown): Bilingual {
  if (error instanceof Outside)
    return { zh: '是通往文件夹之外的链接，未读', en: 'it is a link that leads out of the folder and is not read' };
  if (error instanceof Unfit) return error.reason;
  if (isTooDeep(error)) return { zh: '嵌套过深', en: 'it is nested too deeply' };
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM') return { zh: '没有权限', en: 'no permission' };
  if (code === 'EROFS') return { zh: '磁盘为只读', en: 'the disk is read-only' };
  if (code === 'ENOSPC') return { zh: '磁盘已满', en: 'the disk is full' };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { zh: '不是 UTF-8 编码', en: 'it is not UTF-8' };
  const message = error instanceof Error ? error.message : String(error);
  return { zh: `无法读写（${message}）`, en: `cannot be read or written (${message})` };
}
