/** Owns reading a whole file that may be anything: a pipe or a device has no end, so only an ordinary file of a known size is read. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import type { Bilingual } from '../core/rules/meta.ts';

/** Why a file is not read at all; the reason is for the person. */
export class Unfit extends Error {
  readonly reason: Bilingual;
  constructor(reason: Bilingual) {
    super(reason.en);
    this.reason = reason;
  }
}

/** What is said of a pipe, a socket or a device. */
export const special: Bilingual = { zh: '不是普通文件（是管道、设备等）', en: 'not a regular file (a pipe, a device …)' };

/** What is said of a folder that stands where a file is meant. */
export const folder: Bilingual = { zh: '是文件夹，不是文件', en: 'it is a folder' };

/** What is said of a file of more than `largest` bytes. */
export function tooLarge(largest: number): Bilingual {
  const size = `${Math.floor(largest / 1_000_000)} MB`;
  return { zh: `超过 ${size}，文件过大`, en: `more than ${size}: the file is too large` };
}

/** Throws `Unfit` for what is no ordinary file. */
export function mustBeOrdinary(stat: Stats): void {
  if (stat.isDirectory()) throw new Unfit(folder);
  if (!stat.isFile()) throw new Unfit(special);
}

/** All bytes of a file of at most `largest` bytes. Throws `Unfit`, or what the file system says. */
export function readOrdinary(path: string, largest: number): Buffer {
  const stat = statSync(path);
  mustBeOrdinary(stat);
  if (stat.size > largest) throw new Unfit(tooLarge(largest));
  return readFileSync(path);
}

/** What a path leads to through links; the path itself where that is nothing. */
export function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
