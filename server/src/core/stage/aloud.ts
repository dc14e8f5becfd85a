/**
 * Owns how figures and Latin letters are read aloud in Chinese: 12.5% is 百分之十二点五, 2026年 is 二零二六年. Where the readings
 * come from stands with each row of the table in docs/stage.md; the test holds the two together.
 */

const digits = '零一二三四五六七八九';
const small = ['', '十', '百', '千'];
const large = ['', '万', '亿', '万亿', '亿亿'];

/** Digits one by one: `2026` is 二零二六. */
export function digitByDigit(text: string): string {
  return [...text].map((digit) => digits.charAt(Number(digit))).join('');
}

/** A whole number read as a number: `50375` is 五万零三百七十五. More than twenty digits are read one by one. */
export function wholeNumber(text: string): string {
  const bare = text.replace(/^0+(?=\d)/u, '');
  if (bare.length > large.length * 4) return digitByDigit(text);
  if (bare === '0') return '零';
  let result = '';
  let owesZero = false;
  for (let group = Math.ceil(bare.length / 4) - 1; group >= 0; group -= 1) {
    const four = bare.slice(Math.max(0, bare.length - group * 4 - 4), bare.length - group * 4);
    if (Number(four) === 0) {
      owesZero = result !== '';
      continue;
    }
    if (result !== '' && (owesZero || four.startsWith('0'))) result += '零';
    result += fourDigits(four.replace(/^0+/u, '')) + (large[group] ?? '');
    owesZero = false;
  }
  return result.startsWith('一十') ? result.slice(1) : result;
}

function fourDigits(text: string): string {
  let result = '';
  let owesZero = false;
  for (let at = 0; at < text.length; at += 1) {
    const digit = Number(text.charAt(at));
    if (digit === 0) {
      owesZero = true;
      continue;
    }
    if (owesZero) result += '零';
    result += digits.charAt(digit) + (small[text.length - 1 - at] ?? '');
    owesZero = false;
  }
  return result;
}

/** A figure with or without a decimal part: `3.85` is 三点八五. */
function figure(text: string): string {
  const bare = text.replace(/,/gu, '');
  const [whole = '0', fraction] = bare.split('.');
  const read = whole.length > 1 && whole.startsWith('0') ? digitByDigit(whole) : wholeNumber(whole);
  return fraction === undefined ? read : `${read}点${digitByDigit(fraction)}`;
}

const units: Readonly<Record<string, string>> = {
  '℃': '摄氏度',
  '°C': '摄氏度',
  '㎡': '平方米',
  'm²': '平方米',
  km: '公里',
  kg: '公斤',
  mm: '毫米',
  cm: '厘米',
  kW: '千瓦',
  MW: '兆瓦',
  kWh: '千瓦时',
};

const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const to = String.raw`\s?(?:—|–|-|－|~|～|至|到)\s?`;
const reading = new RegExp(
  [
    String.raw`(?<dateYear>(?:19|20)\d\d)[-/.](?<dateMonth>1[0-2]|0?[1-9])[-/.](?<dateDay>3[01]|[12]\d|0?[1-9])(?!\d)`,
    String.raw`(?<yearFrom>(?:1[5-9]|20|21)\d\d)(?:年)?(?:${to})(?<yearTo>(?:1[5-9]|20|21)\d\d)(?=年)`,
    String.raw`(?<year>(?:1[5-9]|20|21)\d\d)(?=年(?!来|历史))`,
    String.raw`(?<percentFrom>${number})(?:[%％])?(?:${to})(?<percentTo>${number})[%％]`,
    String.raw`(?<percent>${number})(?<sign>[%％‰])`,
    String.raw`(?<hour>[01]?\d|2[0-4])[:：](?<minute>[0-5]\d)(?!\d)`,
    String.raw`(?<over>\d{1,3})/(?<under>\d{1,3})(?![\d/])`,
    String.raw`(?<from>${number})(?:${to})(?=\d)`,
    String.raw`(?<dial>1[3-9]\d{9}(?!\d|\.\d)|0\d{2,11}(?!\d|\.)|\d{3,5}(?=热线|平台|专线)|\d{17,}(?!\d|\.\d))`,
    String.raw`(?<plain>${number})`,
    String.raw`(?<unit>℃|°C|㎡|m²|kWh|kW|MW|km|kg|mm|cm)(?![A-Za-z])`,
  ].join('|'),
  'gu',
);

/** The text with its figures and units as a speaker says them. Letters stay as they are. Full-width digits are read too. */
export function readAloud(text: string): string {
  const folded = text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return folded.replace(reading, (...args: unknown[]) => {
    const match = String(args[0]);
    const groups = (args.at(-1) ?? {}) as Readonly<Record<string, string | undefined>>;
    if (groups['plain'] === '2' && isPair(folded, Number(args.at(-3)))) return '两';
    return say(groups, match);
  });
}

/** Before a measure word 2 is 两 (Xiandai Hanyu Cidian, 两), but not in an order: 第2个, 2月. */
const measureWord =
  /^[ \u3000]?(?:公里|公斤|小时|分钟|平方|[个位名件项条家所座户批次场种类天倍份台部套间栋亩吨张本支只段辆艘架头棵年])(?!级)/u;

function isPair(text: string, at: number): boolean {
  return measureWord.test(text.slice(at + 1, at + 5)) && !/[第—–～~\-/.:：、]$/u.test(text.slice(Math.max(0, at - 1), at));
}

function say(groups: Readonly<Record<string, string | undefined>>, match: string): string {
  const { yearFrom, yearTo, year, percentFrom, percentTo, percent, sign, hour, minute, over, under, from, dial, plain, unit } = groups;
  const { dateYear, dateMonth, dateDay } = groups;
  if (dateYear !== undefined && dateMonth !== undefined && dateDay !== undefined) {
    return `${digitByDigit(dateYear)}年${wholeNumber(dateMonth)}月${wholeNumber(dateDay)}日`;
  }
  if (yearFrom !== undefined && yearTo !== undefined) return `${digitByDigit(yearFrom)}到${digitByDigit(yearTo)}`;
  if (year !== undefined) return digitByDigit(year);
  if (percentFrom !== undefined && percentTo !== undefined) return `百分之${figure(percentFrom)}到百分之${figure(percentTo)}`;
  if (percent !== undefined) return `${sign === '‰' ? '千' : '百'}分之${figure(percent)}`;
  if (hour !== undefined && minute !== undefined) return `${wholeNumber(hour)}点${clockMinutes(minute)}`;
  if (over !== undefined && under !== undefined) return `${wholeNumber(under)}分之${wholeNumber(over)}`;
  if (from !== undefined) return `${figure(from)}到`;
  if (dial !== undefined) return digitByDigit(dial);
  if (plain !== undefined) return figure(plain);
  return unit === undefined ? match : (units[unit] ?? match);
}

function clockMinutes(minute: string): string {
  if (minute === '00') return '整';
  return minute.startsWith('0') ? `零${wholeNumber(minute)}分` : `${wholeNumber(minute)}分`;
}

/** How many syllables a Latin word takes: letters of an abbreviation one each (GDP) but W three, other words by their vowels. */
export function latinSyllables(word: string): number {
  if (word.length <= 1) return word.length;
  if (word === word.toUpperCase() || !/[aeiouy]/iu.test(word)) return word.length + 2 * (word.match(/w/giu)?.length ?? 0);
  const groups = word
    .toLowerCase()
    .replace(/e$/u, '')
    .match(/[aeiouy]+/gu);
  return Math.max(1, groups?.length ?? 1);
}
