/** Owns why a file could not be read, in words. */
import type { Bilingual } from '../core/rules/meta.ts';
import { Unfit } from './ordinary.ts';

/** Whether reading ended because brackets stand in brackets without end. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}

/** What the file system said, in words that a person understands. */
export function reasonOf(error: unknown): Bilingual {
  if (error instanceof Unfit) return error.reason;
  if (isTooDeep(error)) return { zh: '嵌套过深', en: 'it is nested too deeply' };
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { zh: '文件不存在', en: 'no such file' };
    case 'EACCES':
    case 'EPERM':
      return { zh: '没有读取权限', en: 'no permission to read' };
    case 'ELOOP':
      return { zh: '符号链接成环', en: 'symbolic links form a loop' };
    case 'EISDIR':
      return { zh: '是文件夹', en: 'is a folder' };
    case 'EROFS':
      return { zh: '磁盘为只读', en: 'the disk is read-only' };
    case 'ENOSPC':
      return { zh: '磁盘已满', en: 'the disk is full' };
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return { zh: '不是 UTF-8 编码', en: 'it is not UTF-8' };
    case 'ENAMETOOLONG':
      return { zh: '文件名过长', en: 'the name is too long' };
    default: {
      const message = error instanceof Error ? error.message : String(error);
      return { zh: message, en: message };
    }
  }
}
