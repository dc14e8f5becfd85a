/** Owns what may be filled in. Pure: no VS Code here. */

/** Why a value cannot be filled in. */
export type ValueFault = 'empty' | 'lines';

/** What is wrong with a value that a person typed, if anything. */
export function faultOf(value: string): ValueFault | undefined {
  if (value.trim() === '') return 'empty';
  return /[\r\n\u2028\u2029]/.test(value) ? 'lines' : undefined;
}

const number =
  /^(?:约|近|超过?|逾|不到|[+＋－−-])?[\d０-９〇零一二三四五六七八九十百千万亿两]+(?:[,，]\d{3})*(?:[.．][\d０-９]+)?[余多几]?(?:[—–~～至-]+[\d０-９〇零一二三四五六七八九十百千万亿两]+(?:[.．][\d０-９]+)?)?$/u;

/** Whether a text is a number as speeches write them: 23.2, 1,200, 二十三, 约30, 200余, 3—5. */
export function isNumber(text: string): boolean {
  return number.test(text.replace(/\s+/gu, ''));
}

/** A value without the unit that stands behind its place already; the value itself where it does not end so. */
export function withoutUnit(value: string, unit: string): string {
  const text = value.trim();
  const rest = unit !== '' && fold(text).endsWith(fold(unit)) ? text.slice(0, -unit.length).trimEnd() : text;
  return rest === '' ? text : rest;
}

function fold(text: string): string {
  return text.replace(/[％]/gu, '%');
}

/**
 * The numbers of a date, a session or a document number typed as a whole, one for each of its `count` places: 2026年1月16日,
 * 2026-01-16 and 2026 1 16 are 2026, 1 and 16. As many as stand in the text, so that the caller can say what is missing.
 */
export function partsOf(value: string, count: number): readonly string[] {
  const found = value.match(/\d+/gu) ?? [];
  const parts = found.length >= count ? found : (value.match(/\d+|[〇零一二三四五六七八九十]+/gu) ?? []);
  return parts.map((part) => (/^0\d$/u.test(part) ? part.slice(1) : part));
}
