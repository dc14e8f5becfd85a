/** Owns reading one draft file: its bytes, its text, its limits. */
import { fstatSync } from 'node:fs';
import type { Bilingual } from '../core/rules/meta.ts';
import { decode } from '../files/decode.ts';
import type { EncodingWish } from '../files/decode.ts';
import type { Decoded } from '../files/strict.ts';
import { folder, readOrdinary, tooLarge } from '../files/ordinary.ts';
import { reasonOf } from '../files/reasons.ts';
import type { UnreadFile } from './collect.ts';

/** A file that was read. */
export interface ReadFile extends Decoded {
  readonly path: string;
}

/** More bytes than this are not read at all. */
const largest = 200_000_000;

/** Reads a draft from its file. `maxCharacters` counts UTF-16 code units. */
export function readDraft(path: string, encoding: EncodingWish, maxCharacters: number): ReadFile | UnreadFile {
  let bytes: Buffer;
  try {
    bytes = readOrdinary(path, largest);
  } catch (error) {
    return { path, reason: reasonOf(error) };
  }
  return textOf(path, bytes, encoding, maxCharacters);
}

/** All bytes of standard input; a reason where they are too many or cannot be read. */
export async function readStandardInput(): Promise<Uint8Array | Bilingual> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // The platform takes a folder for an input that is empty.
    if (fstatSync(process.stdin.fd).isDirectory()) return folder;
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > largest) return tooLarge(largest);
    }
  } catch (error) {
    return reasonOf(error);
  }
  return Buffer.concat(chunks);
}

/** The text in the bytes of a file called `path`. */
export function textOf(path: string, bytes: Uint8Array, encoding: EncodingWish, maxCharacters: number): ReadFile | UnreadFile {
  const decoded = decode(bytes, encoding);
  if (!('text' in decoded)) return { path, reason: decoded };
  const { length } = decoded.text;
  if (length <= maxCharacters) return { path, ...decoded };
  return {
    path,
    reason: { zh: `有 ${length} 个字符，超过上限 ${maxCharacters}`, en: `${length} characters, more than ${maxCharacters}` },
  };
}
