/** Owns figures: a number with its unit where it stands in a text, and what is said of how exact it is. */
import type { Span } from '../text/span.ts';
import { around } from './digits.ts';
import type { Interval } from './digits.ts';
import { magnitudeOf, readAmount } from './numbers.ts';
import type { Amount } from './numbers.ts';
import { unitOf, unitPattern } from './units.ts';
import type { Unit } from './units.ts';

/** A number with its unit. Offsets are UTF-16 code units of the text that was read. */
export interface Figure extends Span {
  /** The digits alone, without 万, 亿 and unit; of a slot what is to be replaced. */
  readonly number: Span;
  /** In the family's smallest unit, with its sign; `undefined` of a slot that is still to be filled. */
  readonly amount: Amount | undefined;
  readonly unit: Unit;
  /** What 万 and 亿 multiply by, as written. */
  readonly magnitude: string;
  readonly negative: boolean;
  /** 约, 近, 多, 以上, a range: not to be compared with another figure. */
  readonly rough: boolean;
}

const arabic = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
/** No number is longer: a row of such characters without end is not gone through from each of them. */
const han = '[零〇一二三四五六七八九十百千两]{1,30}(?:点[零〇一二三四五六七八九]{1,30})?';
const magnitude = '万亿|[十百千]?[万亿]|';
/** One number (and not the end of one that is spread out, `1 6 5 亿元`), or 3亿2000万 and 一万二千, which are one too. */
const pattern = new RegExp(
  `(?<![\\d.A-Za-z×*第_/])(?<!\\d )(?<sign>[-−﹣]?)(?<first>${arabic}|${han})(?<rough>[余多几])?(?<magnitude>${magnitude})(?:(?<=[万亿])(?<second>${arabic}|${han})(?<secondMagnitude>[十百千]?万)?)?(?<tail>[余多])? ?(?<unit>${unitPattern})`,
  'gu',
);
const percentWord = new RegExp(`百分之(?<first>${han}|${arabic})`, 'gu');

const roughBefore = /(?:约|近|超|超过|突破|逾|大约|大概|将近|接近|不足|不到|不低于|不少于|不超过|至少|最多|为约)[为有达]? ?$/u;
const roughBehind = /^(?:以上|以下|左右|上下|以内|之内|以内|多|余|开外)/u;
const rangeMark = /^[-−–—~～至到]$/u;

/** Numbers in Chinese count as figures only with units that measure, not 一个 or 两项. */
const measures = new Set(['money', 'percent', 'points', 'mass', 'land', 'area', 'length', '美元', '公顷', '立方米', '人次']);

/** What the amount of a figure may have been before it was rounded: things that were counted, few enough to be counted, are what they are. */
export function possibleAmount({ unit, magnitude: word }: Figure, amount: Amount): Interval {
  const { value, step } = amount;
  const isCounted = step === 1 && word === '' && !measures.has(unit.family) && value < 1000 && (value < 100 || value % 10 !== 0);
  return isCounted ? { low: value, high: value } : around(amount);
}

/** Every figure of a text, in order. The text is expected in half width (`foldWidth`). Never throws. */
export function figuresIn(text: string): Figure[] {
  const found: Figure[] = [];
  if (!/[\d零〇一二三四五六七八九十百千两]/u.test(text)) return found;
  for (const match of text.matchAll(pattern)) {
    const figure = figureOf(match as RegExpMatchArray & { index: number }, text);
    if (figure) found.push(figure);
  }
  for (const match of text.matchAll(percentWord)) {
    const amount = readAmount(match.groups?.['first'] ?? '');
    const start = match.index;
    const end = start + match[0].length;
    const unit = unitOf('%');
    if (amount && unit && !found.some((other) => other.start < end && start < other.end))
      found.push({
        start,
        end,
        number: { start: start + 3, end },
        amount,
        unit,
        magnitude: '',
        negative: false,
        rough: isRough(text, start, end),
      });
  }
  return withRanges(
    found.sort((a, b) => a.start - b.start),
    text,
  );
}

function figureOf(match: RegExpMatchArray & { index: number }, text: string): Figure | undefined {
  const group = match.groups ?? {};
  const unit = unitOf(group['unit'] ?? '');
  const first = readAmount(group['first'] ?? '');
  if (!unit || !first) return undefined;
  const isHan = !/\d/.test(group['first'] ?? '');
  const word = group['magnitude'] ?? '';
  if (isHan && !measures.has(unit.family) && word === '') return undefined;
  let factor = magnitudeOf(word);
  let value = first.value * factor;
  if (group['second'] !== undefined) {
    const second = readAmount(group['second']);
    if (!second) return undefined;
    factor = magnitudeOf(group['secondMagnitude'] ?? '');
    value += second.value * factor;
  }
  const sign = group['sign'] ?? '';
  const start = match.index;
  const end = start + match[0].length;
  // 5-8%, 2024-2025: the line joins two numbers.
  const joined = sign !== '' && /[\d%％元吨人亩年月个]$/u.test(text.slice(0, start));
  const negative = sign !== '' && !joined;
  const numberStart = start + (joined ? sign.length : 0);
  return {
    start: numberStart,
    end,
    number: { start: numberStart, end: start + sign.length + (group['first'] ?? '').length },
    amount: {
      value: Number(((negative ? -1 : 1) * value * unit.factor).toPrecision(12)),
      step: (group['second'] === undefined ? first.step : 1) * factor * unit.factor,
    },
    unit,
    magnitude: word,
    negative,
    rough: group['rough'] !== undefined || group['tail'] !== undefined || isRough(text, numberStart, end),
  };
}

function isRough(text: string, start: number, end: number): boolean {
  return roughBefore.test(text.slice(Math.max(0, start - 5), start)) || roughBehind.test(text.slice(end, end + 3));
}

/** Both ends of a range (5%—8%, 5至8%) are rough. */
function withRanges(figures: readonly Figure[], text: string): Figure[] {
  return figures.map((figure, index) => {
    const before = text.slice(Math.max(0, figure.start - 6), figure.start);
    const behind = text.slice(figure.end, figure.end + 2);
    const next = figures[index + 1];
    const toNext = next && !/[由从]$/u.test(before) && rangeMark.test(text.slice(figure.end, next.start));
    const previous = figures[index - 1];
    const fromBefore = /[\d%％元吨人亩万亿][-−–—~～至]$/u.test(before) && !/[由从]$/u.test(text.slice(0, previous?.start ?? 0));
    return toNext === true || fromBefore || /^[-–—~～至]\d/u.test(behind) ? { ...figure, rough: true } : figure;
  });
}

/** A slot as a figure without an amount: `[start, end)` is what is to be replaced, the unit is what follows it. */
export function slotFigure(text: string, slot: Span): Figure | undefined {
  const match = new RegExp(`^ ?(${magnitude})([余多])? ?(${unitPattern})`, 'u').exec(text.slice(slot.end, slot.end + 12));
  const unit = match && unitOf(match[3] ?? '');
  if (!unit) return undefined;
  return {
    start: slot.start,
    end: slot.end + match[0].length,
    number: slot,
    amount: undefined,
    unit,
    magnitude: match[1] ?? '',
    negative: false,
    rough: match[2] !== undefined || isRough(text, slot.start, slot.end + match[0].length),
  };
}
