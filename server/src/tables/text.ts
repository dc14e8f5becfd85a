/** Owns the letters of a table that is a text file: which encoding, and the text without its mark. */
import { TableFault } from './sheet.ts';

/** Decodes strictly: by its mark, else as UTF-8, else as GB18030, as Excel saves `.csv` in Chinese. Throws a TableFault. */
export function decodeTable(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    const text = strictly(bytes, encoding);
    if (text !== undefined && !text.includes('\0')) return text;
  }
  throw new TableFault({
    zh: '不是文本文件，或编码无法识别。请另存为 UTF-8 编码。',
    en: 'Not a text file, or in an encoding that is not known. Please save it as UTF-8.',
  });
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
