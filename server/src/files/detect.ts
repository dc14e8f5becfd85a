/**
 * Owns finding out in which encoding a file is. UTF-8 proves itself by its form; UTF-16 and GB18030 are believed only if
 * what comes out is surely Chinese and nothing else fits as well. What is not sure is a reason that names the way out.
 */
import { analyse } from 'chardet';
import type { Bilingual } from '../core/rules/meta.ts';
import { isChinese, lookOf } from './plausible.ts';
import { binary, broken, firstBroken, lineOf, markOf, strictly, utf16Order } from './strict.ts';
import type { Decoded } from './strict.ts';

/** How many characters and bytes are looked at to know an encoding. */
const sample = 20_000;

/** Encodings of East Asia whose bytes may pass for GB18030, as the library names them, and how a person knows them. */
const rivals: ReadonlyMap<string, string> = new Map([
  ['Big5', ' Big5（繁体中文）'],
  ['Shift_JIS', ' Shift_JIS（日文）'],
  ['EUC-JP', ' EUC-JP（日文）'],
  ['EUC-KR', ' EUC-KR（韩文）'],
]);
/** From this confidence on (0 to 100) the library's word counts. */
const confident = 50;

/** Decodes bytes in the encoding that they are surely in. */
export function detect(bytes: Uint8Array): Decoded | Bilingual {
  const mark = markOf(bytes);
  if (mark === 'utf-32') return { zh: '是 UTF-32 编码，请另存为 UTF-8', en: 'in UTF-32: save it as UTF-8' };
  if (mark) return strictly(bytes, mark) ?? broken(bytes, mark);
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 && isPlain(utf8.text)) return isAmbiguous(utf8.text, bytes) ? unsure : utf8;
  const order = utf16Order(bytes);
  if (order) return strictly(bytes, order) ?? broken(bytes, order);
  return utf8 ?? chinese(bytes);
}

const unsure: Bilingual = {
  zh: '文字太少，不能确定是 UTF-8 还是 GBK 或 UTF-16 编码，请另存为 UTF-8（命令行可用 --encoding 指明）',
  en: 'too short to tell UTF-8 from GBK or UTF-16: save it as UTF-8 (the command line takes --encoding)',
};

/** Whether a text holds no control character that would speak for another encoding. */
function isPlain(text: string): boolean {
  return lookOf(text.slice(0, sample)).controls === 0 && !text.includes('\0');
}

/**
 * Some pairs of bytes are a letter of Greek, Cyrillic … in UTF-8 and a common Chinese character in GBK. A text with no
 * other proof of UTF-8 is open to both readings, unless the letters stand beside ASCII ones, as in `café`.
 */
function isAmbiguous(text: string, bytes: Uint8Array): boolean {
  // A few letters of ASCII may be half as many Chinese characters in UTF-16.
  const order = bytes.length > 2 && bytes.length <= 24 && /^[\0-\x7f]*$/.test(text) ? utf16Order(bytes) : undefined;
  if (order) return isChinese(lookOf(strictly(bytes, order)?.text ?? ''));
  if (!/[\u0080-\u07ff]/.test(text) || /[\u0800-\uffff]/.test(text) || /[a-z][\u0080-\u07ff]|[\u0080-\u07ff][a-z]/i.test(text))
    return false;
  const other = strictly(bytes, 'gb18030');
  return other !== undefined && lookOf(other.text).share === 1;
}

/** Rare characters that GB18030 writes in four bytes: hardly another encoding has bytes of that form, so they say nothing against it. */
const fourBytes = /[\u3400-\u4dbf\u{20000}-\u{3ffff}]/gu;

/** Bytes that are neither UTF-8 nor UTF-16: GB18030, or a reason. */
function chinese(bytes: Uint8Array): Decoded | Bilingual {
  if (bytes.includes(0)) return binary;
  const decoded = strictly(bytes, 'gb18030');
  const guesses = analyse(bytes.subarray(0, sample));
  const [best] = guesses;
  const own = guesses.find(({ name }) => name === 'GB18030')?.confidence ?? 0;
  const rival = best && best.confidence >= confident && best.confidence > own ? rivals.get(best.name) : undefined;
  if (decoded && !rival && isChinese(lookOf(decoded.text.slice(0, sample).replace(fourBytes, '')))) return mixed(bytes) ?? decoded;
  if (rival) return { zh: `像是${rival}编码，请另存为 UTF-8`, en: `perhaps in ${best?.name ?? ''}: save it as UTF-8` };
  return damaged(bytes) ?? unknown;
}

const unknown: Bilingual = {
  zh: '不是 UTF-8，也不能确定是 GBK/GB18030 编码，请另存为 UTF-8（命令行可用 --encoding 指明）',
  en: 'not UTF-8, and not surely GBK/GB18030: save it as UTF-8 (the command line takes --encoding)',
};

/** A line of UTF-8 in a file of GB18030: some of its bytes pass for rare characters, so that the decoder sees no fault. */
function mixed(bytes: Uint8Array): Bilingual | undefined {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const own = bytes.subarray(start, end < 0 ? bytes.length : end);
    start += own.length + 1;
    // What is beyond U+07FF takes three bytes; no text of GB18030 has these patterns in every place by chance.
    if (/[\u0800-\uffff]/.test(strictly(own, 'utf-8')?.text ?? '')) return damageAt('GBK/GB18030', line);
  }
  return undefined;
}

/** Whether a text in UTF-8 or GB18030 was cut or mixed with another: most of it fits, and reads as Chinese. */
function damaged(bytes: Uint8Array): Bilingual | undefined {
  for (const [encoding, name] of [
    ['utf-8', 'UTF-8'],
    ['gb18030', 'GBK/GB18030'],
  ] as const) {
    const text = new TextDecoder(encoding).decode(bytes.subarray(0, 10 * sample));
    const bad = text.split('\ufffd').length - 1;
    const look = lookOf(text);
    if (look.han < 4 || look.share < 0.6 || look.frequent < 0.08 || bad > look.han) continue;
    if (strictly(bytes, encoding)) return mixed(bytes); // every byte fits
    return damageAt(name, lineOf(bytes, firstBroken(bytes, encoding)));
  }
  return undefined;
}

function damageAt(name: string, line: number): Bilingual {
  return {
    zh: `像是 ${name} 编码，但第 ${line} 行有损坏的字节，或混入了别的编码，请修复后再查`,
    en: `perhaps in ${name}, but line ${line} holds bytes that are damaged or in another encoding: mend the file first`,
  };
}
