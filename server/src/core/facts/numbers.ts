/** Owns numbers as speeches write them: Arabic digits of either width, Chinese numerals, 万 and 亿, and how exact each is. */

/** A number and the size of its last digit: `23.20` is 23.2, exact to 0.01. */
export interface Amount {
  readonly value: number;
  /** One of the last digit that is written; two amounts closer than that say the same. */
  readonly step: number;
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** What 万, 千万, 亿 and their like multiply by; 1 for nothing. */
export function magnitudeOf(word: string): number {
  let factor = 1;
  for (const sign of word) factor *= sign === '亿' ? 1e8 : sign === '万' ? 1e4 : (tens[sign] ?? 1);
  return factor;
}

/** Reads `1,234.50`, `23.2` or `二十三点二`; `undefined` for anything else. Blanks are not allowed. */
export function readAmount(text: string): Amount | undefined {
  if (/^\d+(?:,\d{3})*(?:\.\d+)?$/.test(text)) {
    const plain = text.replaceAll(',', '');
    const point = plain.indexOf('.');
    const places = point < 0 ? 0 : plain.length - point - 1;
    const value = Number(plain);
    return Number.isSafeInteger(Math.trunc(value)) ? { value, step: 10 ** -places } : undefined;
  }
  const [whole = '', fraction, more] = text.split('点');
  const value = readHan(whole);
  if (value === undefined || more !== undefined || fraction === '') return undefined;
  if (fraction === undefined) return { value, step: 1 };
  let result = value;
  let step = 1;
  for (const sign of fraction) {
    const digit = digits[sign];
    if (digit === undefined) return undefined;
    step /= 10;
    result += digit * step;
  }
  return { value: Number(result.toPrecision(12)), step };
}

/** A whole number in Chinese numerals below 万: `一百零五`, or digit by digit: `二〇二五`. */
function readHan(text: string): number | undefined {
  if (text === '') return undefined;
  if (/^[零〇一二三四五六七八九]{2,8}$/u.test(text)) return Number([...text].map((sign) => digits[sign]).join(''));
  let total = 0;
  let digit: number | undefined;
  for (const sign of text) {
    const ten = tens[sign];
    if (ten !== undefined) {
      total += (digit ?? 1) * ten;
      digit = undefined;
    } else if (digits[sign] === undefined || (digit ?? 0) > 0) return undefined;
    else digit = digits[sign];
  }
  return total + (digit ?? 0);
}

/** Whether two amounts differ by more than writing one of them with fewer digits, rounded or cut off, can explain. */
export function differ(a: Amount, b: Amount): boolean {
  const [coarse, fine] = a.step >= b.step ? [a, b] : [b, a];
  const slack = 1e-9 * (Math.abs(coarse.value) + coarse.step);
  const more = (fine.value - coarse.value) * (fine.value < 0 ? -1 : 1);
  const rounded = Math.abs(more) <= coarse.step / 2 + slack;
  const cutOff = more >= -slack && more < coarse.step - slack;
  return !rounded && !(cutOff && fine.step < coarse.step);
}

/**
 * `text`, a plain decimal number, with its point moved by `places` to the right. No digit is added but zeros; noughts at the
 * end of a whole number do not become decimals (128500万 is 12.85亿), those behind a point stay (23.20).
 */
export function movePoint(text: string, places: number): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).replaceAll(',', '').split('.');
  const all = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0');
  const at = Math.max(1, point);
  const head = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const tail = fraction === '' ? padded.slice(at).replace(/0+$/, '') : padded.slice(at);
  return `${negative ? '-' : ''}${head}${tail === '' ? '' : `.${tail}`}`;
}
