/** Owns why a file could not be read or written, in words. */
import type { Bilingual } from '../core/rules/meta.ts';
import { folder, Unfit } from './ordinary.ts';

const absent: Bilingual = { zh: '文件不存在', en: 'no such file' };
const closed: Bilingual = { zh: '没有读取权限', en: 'no permission to read' };

/** By the code of the error. */
const reasons = new Map<unknown, Bilingual>([
  ['ENOENT', absent],
  ['ENOTDIR', absent],
  ['EACCES', closed],
  ['EPERM', closed],
  ['ELOOP', { zh: '符号链接成环', en: 'symbolic links form a loop' }],
  ['EISDIR', folder],
  ['EROFS', { zh: '磁盘为只读', en: 'the disk is read-only' }],
  ['ENOSPC', { zh: '磁盘已满', en: 'the disk is full' }],
  ['ENAMETOOLONG', { zh: '文件名过长', en: 'the name is too long' }],
  ['ERR_ENCODING_INVALID_ENCODED_DATA', { zh: '不是 UTF-8 编码', en: 'it is not UTF-8' }],
]);

/** Why a file could not be read, from what the file system said, in words that a person understands. */
export function reasonOf(error: unknown): Bilingual {
  if (error instanceof Unfit) return error.reason;
  // Brackets in brackets without end.
  if (error instanceof RangeError && error.message.includes('call stack')) return { zh: '嵌套过深', en: 'it is nested too deeply' };
  const message = error instanceof Error ? error.message : String(error);
  return reasons.get(codeOf(error)) ?? { zh: `无法读写（${message}）`, en: `cannot be read or written (${message})` };
}

/** The same of a file that was to be written. */
export function whyNotWritten(error: unknown): Bilingual {
  const reason = reasonOf(error);
  if (reason === absent) return { zh: '文件夹不存在', en: 'no such folder' };
  return reason === closed ? { zh: '没有权限', en: 'no permission' } : reason;
}

/** Whether the error says that there is nothing at a path. */
export function isGone(error: unknown): boolean {
  return reasons.get(codeOf(error)) === absent;
}

/** The code that the system gave an error, if it did. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
