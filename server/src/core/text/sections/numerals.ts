/** Owns the small Chinese numbers that count parts of a speech: 一 to 九十九. */

const digits = '零一二三四五六七八九';

/** What a numeral says: Chinese (`十二`, `两`) or Arabic of either width; `undefined` when it is none, zero or above 99. */
export function readNumeral(text: string): number | undefined {
  if (/^[0-9０-９]{1,2}$/u.test(text)) {
    const value = Number(text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)));
    return value > 0 ? value : undefined;
  }
  const ten = text.indexOf('十');
  if (ten < 0) return text.length === 1 ? digitOf(text) : undefined;
  const tens = ten === 0 ? 1 : ten === 1 ? digitOf(text.slice(0, 1)) : undefined;
  const ones = text.length === ten + 1 ? 0 : text.length === ten + 2 ? digitOf(text.slice(ten + 1)) : undefined;
  return tens === undefined || ones === undefined ? undefined : tens * 10 + ones;
}

function digitOf(unit: string): number | undefined {
  if (unit === '两') return 2;
  const value = digits.indexOf(unit);
  return value > 0 ? value : undefined;
}

/** A number from 1 to 99 in Chinese; anything else in Arabic digits. */
export function hanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits.charAt(tens)}十`;
  return head + (ones === 0 ? '' : digits.charAt(ones));
}
