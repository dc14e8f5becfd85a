/** Owns what kind of character a character is. No dictionary, no context. */

/** Unified ideographs, 〇 and 々, by one UTF-16 code unit; surrogate halves of the supplementary planes count too. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    unit === 0x3007 ||
    unit === 0x3005 ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xd8ff) ||
    (unit >= 0xdc00 && unit <= 0xdfff)
  );
}

/** A Latin letter, half or full width. */
export function isLatin(unit: number): boolean {
  const folded = unit >= 0xff21 && unit <= 0xff5a ? unit - 0xfee0 : unit;
  return (folded >= 0x41 && folded <= 0x5a) || (folded >= 0x61 && folded <= 0x7a);
}

/** An Arabic digit, half or full width. */
export function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** A blank that is not a line break: space, tab, no-break space, full-width blank and the like. */
export function isBlank(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x202f ||
    unit === 0xfeff
  );
}

/** A character that ends a line: LF, CR, and the two Unicode separators. */
export function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;
}

/** Whether a cut between `offset - 1` and `offset` would fall inside one code point. */
export function splitsCodePoint(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

const endMarks = new Set('。！？!?…；;：:');
const closers = new Set('”’」』）)】］]》〉"\'');

/** Whether a line ends a sentence or a clause so that the next line cannot be its continuation. */
export function endsSentence(line: string): boolean {
  let end = line.length;
  while (end > 0 && (isBlank(line.charCodeAt(end - 1)) || closers.has(line[end - 1] as string))) end -= 1;
  return end === 0 || endMarks.has(line[end - 1] as string);
}
