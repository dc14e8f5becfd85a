/** Owns the file `.vscode/speech-draft.json`: reading it whatever is in it, and writing it so that nothing is lost. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import { listVersion, readList } from '../core/ignores/list.ts';
import type { Sidecar } from '../core/ignores/model.ts';
import { emptySidecar } from '../core/ignores/model.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import { mustStayInside } from '../files/inside.ts';
import { realOf } from '../files/ordinary.ts';
import { isGone, reasonOf, whyNotWritten } from '../files/reasons.ts';
import { parseObject, readText } from './json.ts';

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
    const text = textOf(path);
    if (text === undefined) return absent;
    const parsed = parseObject(text);
    if (parsed.fault) return { exists: true, sidecar: emptySidecar, faults: [parsed.fault], broken: true };
    return { exists: true, ...readList(parsed.value), broken: false };
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
    const before = textOf(path);
    const text = before === undefined || before.trim() === '' ? '{}\n' : before;
    const { value, fault } = parseObject(text);
    if (fault) return { zh: `${fault.zh}；请先改正，原文件未动`, en: `${fault.en}; correct it first, the file was left as it is` };
    const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
    let next = text;
    for (const [key, wanted] of Object.entries({ ...(value['version'] === undefined && { version: listVersion }), ...change(value) }))
      next = applyEdits(next, modify(next, [key], wanted, { formattingOptions }));
    writeWhole(path, next);
    return undefined;
  } catch (error) {
    return whyNotWritten(error);
  }
}

/** What stands in the file; undefined where there is none. */
function textOf(path: string): string | undefined {
  try {
    mustStayInside(dirname(dirname(path)), path);
    return readText(path, largest);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** A reader meets the old file or the new one, never half of one. A link stays a link. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  mustStayInside(dirname(dirname(path)), dirname(path));
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
