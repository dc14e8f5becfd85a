/** Owns writing text in old encodings: the platform decodes them, so every character's bytes can be looked up. */

/** The bytes of a text; throws on a character that the encoding does not have. */
export function encodeAs(encoding: 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr', text: string): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from([...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (table.get(char) ?? four(encoding, char)))));
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const text = decoder.decode(Uint8Array.of(first, second));
      if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, [first, second]);
    }
  }
  tables.set(encoding, table);
  return table;
}

/** Four bytes of GB18030: the mark, and what lies beyond the basic plane (GB 18030-2022, 0x90308130 is U+10000). */
function four(encoding: string, char: string): readonly number[] {
  const code = char.codePointAt(0) ?? 0;
  if (encoding !== 'gb18030' || (code < 0x10000 && code !== 0xfeff)) throw new Error(`${encoding} has no ${char}`);
  if (code === 0xfeff) return [0x84, 0x31, 0x95, 0x33];
  const at = code - 0x10000;
  return [0x90 + Math.floor(at / 12600), 0x30 + (Math.floor(at / 1260) % 10), 0x81 + (Math.floor(at / 10) % 126), 0x30 + (at % 10)];
}
