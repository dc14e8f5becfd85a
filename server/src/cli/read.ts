/** Owns reading one draft file: its bytes, its text, its limits. */
import { readFileSync, statSync } from 'node:fs';
import { decode } from '../files/decode.ts';
import type { Decoded, EncodingWish } from '../files/decode.ts';
import { reasonOf } from '../files/reasons.ts';
import type { UnreadFile } from './collect.ts';

/** A file that was read. */
export interface ReadFile extends Decoded {
  readonly path: string;
}

/** More bytes than this are not read at all. */
const largest = 200_000_000;

/** Reads a draft; `-` is standard input. `maxCharacters` counts UTF-16 code units. */
export function readDraft(path: string, encoding: EncodingWish, maxCharacters: number): ReadFile | UnreadFile {
  let bytes: Buffer;
  try {
    if (path !== '-' && statSync(path).size > largest) return { path, reason: { zh: '文件过大', en: 'the file is too large' } };
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    return { path, reason: reasonOf(error) };
  }
  const decoded = decode(bytes, encoding);
  if (!('text' in decoded)) return { path, reason: decoded };
  const { length } = decoded.text;
  if (length <= maxCharacters) return { path, ...decoded };
  return {
    path,
    reason: { zh: `有 ${length} 个字符，超过上限 ${maxCharacters}`, en: `${length} characters, more than ${maxCharacters}` },
  };
}
