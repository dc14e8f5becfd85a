/** Owns why a file could not be read, in words. */
import type { Bilingual } from '../core/rules/meta.ts';

/** What the file system said, in words that a person understands. */
export function reasonOf(error: unknown): Bilingual {
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
    case 'ENAMETOOLONG':
      return { zh: '文件名过长', en: 'the name is too long' };
    default: {
      const message = error instanceof Error ? error.message : String(error);
      return { zh: message, en: message };
    }
  }
}
