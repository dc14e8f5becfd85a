/** Owns strict decoding: every byte fits, or there is no text. */
import type { Bilingual } from '../core/rules/meta.ts';
import { lookOf } from './plausible.ts';

/** Encodings that are read. GBK and GB 2312 are parts of GB18030. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** What was decoded, and from what. The byte order mark is not part of the text. */
export interface Decoded {
  readonly encoding: Encoding;
  readonly text: string;
}

/** Why a text that holds NUL is none. */
export const binary: Bilingual = { zh: '不是纯文本（含空字符）', en: 'not plain text (it holds NUL)' };

/** The encoding that a byte order mark names. */
export function markOf(bytes: Uint8Array): Encoding | 'utf-32' | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) return 'utf-32';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return 'gb18030';
  return undefined;
}

/** Decodes all of the bytes, or nothing. */
export function strictly(bytes: Uint8Array, encoding: Encoding): Decoded | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // The platform drops the mark of UTF-8 and UTF-16 only.
    return { encoding, text: encoding === 'gb18030' && text.startsWith('\ufeff') ? text.slice(1) : text };
  } catch {
    return undefined;
  }
}

/** The byte order of UTF-16 without a mark, if the text is plain one way and garbage the other. */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length === 0 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, 20_000);
  const goodness = (encoding: Encoding): number => {
    const text = strictly(sample, encoding)?.text ?? strictly(sample.subarray(0, -2), encoding)?.text;
    if (text === undefined || text.includes('\0')) return 0;
    const look = lookOf(text);
    return look.controls > 0 ? 0 : look.beyondAscii === 0 ? 1 : look.share;
  };
  const little = goodness('utf-16le');
  const big = goodness('utf-16be');
  if (Math.max(little, big) < 0.88 || Math.abs(little - big) < 0.4) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** Why bytes are not in the encoding, with the line (from 1) where it shows first. */
export function broken(bytes: Uint8Array, encoding: Encoding): Bilingual {
  const name = encoding.toUpperCase();
  if (encoding.startsWith('utf-16')) return { zh: `不是有效的 ${name} 编码`, en: `not valid ${name}` };
  const line = lineOf(bytes, firstBroken(bytes, encoding));
  return { zh: `不是有效的 ${name} 编码，第 ${line} 行有不合的字节`, en: `not valid ${name}: line ${line} holds bytes that do not fit` };
}

/** The length of the longest beginning in which every byte fits. */
export function firstBroken(bytes: Uint8Array, encoding: Encoding): number {
  let sound = 0;
  let unsound = bytes.length;
  while (unsound - sound > 1) {
    const middle = (sound + unsound) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      sound = middle;
    } catch {
      unsound = middle;
    }
  }
  return sound;
}

/** The line of an offset, from 1; a line feed is one byte in UTF-8 and GB18030 alike, and part of nothing else. */
export function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line += 1;
  return line;
}
