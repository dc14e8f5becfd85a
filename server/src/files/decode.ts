/** Owns turning the bytes of a file into text. What cannot be decoded for certain is a reason, never a replacement character. */
import type { Bilingual } from '../core/rules/meta.ts';

/** Encodings that a person may name; `auto` finds out. */
export const encodings = ['auto', 'utf-8', 'gb18030', 'utf-16'] as const;

/** A wish for an encoding. */
export type EncodingWish = (typeof encodings)[number];

/** What was decoded, and from what. The byte order mark is not part of the text. */
export interface Decoded {
  readonly encoding: string;
  readonly text: string;
}

/** Decodes bytes strictly. A reason comes back where they are not text in the encoding. */
export function decode(bytes: Uint8Array, encoding: EncodingWish): Decoded | Bilingual {
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
