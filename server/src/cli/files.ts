/** Owns finding and reading draft files. Whatever cannot be read is named with its reason, never passed over. */
import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '../core/rules/meta.ts';
import type { CheckCall } from './arguments.ts';

/** A file that was read. */
export interface ReadFile {
  readonly path: string;
  readonly encoding: string;
  readonly text: string;
}

/** A file that was not. */
export interface UnreadFile {
  readonly path: string;
  readonly reason: Bilingual;
}

const draftName = /\.(?:txt|md|markdown|speech|jianggao)$/i;
const skippedFolder = /^(?:\.|node_modules$)/;
/** More bytes than this are not read at all. */
const largest = 200_000_000;

/** Reads every draft that the paths name. Results are in the order of their paths, whatever the order of the arguments. */
export function readDrafts(
  paths: readonly string[],
  encoding: CheckCall['encoding'],
  maxCharacters: number,
): { files: ReadFile[]; unread: UnreadFile[] } {
  /** Paths as they were named, by the real file, so that one file is checked once. */
  const found = new Map<string, string>();
  const unread: UnreadFile[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    if (path === '-') found.set('-', '-');
    else collect(path, found, unread, seen);
  }
  const files: ReadFile[] = [];
  for (const path of [...found.values()].sort(byCodeUnit)) {
    const result = readDraft(path, encoding, maxCharacters);
    if ('text' in result) files.push(result);
    else unread.push(result);
  }
  return { files, unread: unread.sort((a, b) => byCodeUnit(a.path, b.path)) };
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function collect(path: string, found: Map<string, string>, unread: UnreadFile[], seen: Set<string>): void {
  try {
    if (!statSync(path).isDirectory()) {
      add(path, found);
      return;
    }
    const before = found.size + unread.length;
    walk(path, found, unread, seen);
    if (found.size + unread.length === before) {
      unread.push({
        path,
        reason: {
          zh: '文件夹中没有讲稿（.txt .md .markdown .speech .jianggao）',
          en: 'the folder holds no draft (.txt .md .markdown .speech .jianggao)',
        },
      });
    }
  } catch (error) {
    unread.push({ path, reason: reasonOf(error) });
  }
}

/** One file under two names is one draft; the first name in order stays. */
function add(path: string, found: Map<string, string>): void {
  const real = realpathSync(path);
  const known = found.get(real);
  if (known === undefined || byCodeUnit(path, known) < 0) found.set(real, path);
}

function walk(folder: string, found: Map<string, string>, unread: UnreadFile[], seen: Set<string>): void {
  const real = realpathSync(folder);
  if (seen.has(real)) return;
  seen.add(real);
  for (const name of readdirSync(folder).sort(byCodeUnit)) {
    const path = join(folder, name);
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) {
        if (!skippedFolder.test(name)) walk(path, found, unread, seen);
      } else if (draftName.test(name) && stat.isFile()) add(path, found);
    } catch (error) {
      unread.push({ path, reason: reasonOf(error) });
    }
  }
}

function readDraft(path: string, encoding: CheckCall['encoding'], maxCharacters: number): ReadFile | UnreadFile {
  let bytes: Buffer;
  try {
    if (path !== '-' && statSync(path).size > largest) return { path, reason: { zh: '文件过大', en: 'the file is too large' } };
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    return { path, reason: reasonOf(error) };
  }
  const decoded = decode(bytes, encoding);
  if (!('text' in decoded)) return { path, reason: decoded };
  if (decoded.text.length > maxCharacters) {
    return {
      path,
      reason: {
        zh: `有 ${decoded.text.length} 个字符，超过上限 ${maxCharacters}`,
        en: `${decoded.text.length} characters, more than ${maxCharacters}`,
      },
    };
  }
  return { path, ...decoded };
}

/** Decodes bytes strictly: a byte that does not fit is a reason not to read, never a replacement character. */
export function decode(bytes: Uint8Array, encoding: CheckCall['encoding']): { encoding: string; text: string } | Bilingual {
  const label =
    encoding === 'auto' ? markOf(bytes) : encoding === 'utf-16' ? (markOf(bytes) === 'utf-16be' ? 'utf-16be' : 'utf-16le') : encoding;
  const notText: Bilingual = { zh: '不是文本文件（含空字符）', en: 'not a text file (it holds NUL)' };
  if (!label.startsWith('utf-16') && bytes.includes(0)) return notText;
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return encoding === 'auto'
      ? {
          zh: '不是 UTF-8 编码（可能是 GBK/GB18030），请转换后再查，或用 --encoding 指明',
          en: 'not UTF-8 (perhaps GBK/GB18030): convert it, or name it with --encoding',
        }
      : { zh: `不是有效的 ${encoding} 编码`, en: `not valid ${encoding}` };
  }
  if (text.includes('\0')) return notText;
  return { encoding: label, text };
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function reasonOf(error: unknown): Bilingual {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return { zh: '文件不存在', en: 'no such file' };
  if (code === 'EACCES' || code === 'EPERM') return { zh: '没有读取权限', en: 'no permission to read' };
  if (code === 'ELOOP') return { zh: '符号链接成环', en: 'symbolic links form a loop' };
  if (code === 'EISDIR') return { zh: '是文件夹', en: 'is a folder' };
  const message = error instanceof Error ? error.message : String(error);
  return { zh: message, en: message };
}
