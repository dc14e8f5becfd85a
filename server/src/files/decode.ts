/** Owns turning the bytes of a file into text. What cannot be decoded for certain is a reason, never a replacement character. */
import type { Bilingual } from '../core/rules/meta.ts';
import { detect } from './detect.ts';
import { documentIn } from './documents.ts';
import { isChinese, lookOf } from './plausible.ts';
import { binary, broken, markOf, strictly, utf16Order } from './strict.ts';
import type { Decoded } from './strict.ts';

/** Encodings that a person may name; `auto` finds out. */
export const encodings = ['auto', 'utf-8', 'gb18030', 'utf-16'] as const;

/** A wish for an encoding. */
export type EncodingWish = (typeof encodings)[number];

/** Decodes the bytes of a whole file. A reason comes back where they are not text in that encoding. */
export function decode(bytes: Uint8Array, wish: EncodingWish): Decoded | Bilingual {
  const document = documentIn(bytes);
  if (document) return document;
  const decoded = wish === 'auto' ? detect(bytes) : forced(bytes, wish);
  return 'text' in decoded && decoded.text.includes('\0') ? binary : decoded;
}

/** The encoding is a person's word; only what would surely be garbage is refused. */
function forced(bytes: Uint8Array, wish: Exclude<EncodingWish, 'auto'>): Decoded | Bilingual {
  const mark = markOf(bytes);
  const label = wish === 'utf-16' ? (mark === 'utf-16be' || mark === 'utf-16le' ? mark : (utf16Order(bytes) ?? 'utf-16le')) : wish;
  const decoded = strictly(bytes, label);
  if (label === 'utf-8' || (decoded && (decoded.text === '' || isChinese(lookOf(decoded.text.slice(0, 10_000)))))) {
    return decoded ?? broken(bytes, label);
  }
  const utf8 = strictly(bytes, 'utf-8');
  if (!utf8 || !isChinese(lookOf(utf8.text.slice(0, 10_000)))) return decoded ?? broken(bytes, label);
  return {
    zh: `不是 ${label.toUpperCase()} 编码，其实是 UTF-8`,
    en: `not in ${label.toUpperCase()}: the file is in UTF-8`,
  };
}
