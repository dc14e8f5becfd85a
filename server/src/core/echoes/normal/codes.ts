/** Owns the codes that texts are compared by: what counts as the same character, and what does not count at all. */
import { isBlank, isDigit, isHan, isLatin, isLineBreak, splitsCodePoint } from '../../text/chars.ts';

/** The code of a slot to be filled (X, XX, ____, ＊＊): every slot is the same code, whatever it is drawn with. */
export const slotCode = 0xf000;
/** Codes from here to `slotCode` stand for whole numbers, by a hash of their digits. */
const firstNumber = 0xe000;
const numberCodes = 0x1000;

/** Whether a code stands for a number or a slot: what a near copy may differ in. */
export function isFigure(code: number): boolean {
  return code >= firstNumber && code <= slotCode;
}

/** The code without the value of its number. */
export function folded(code: number): number {
  return code >= firstNumber && code <= slotCode ? 1 : code;
}

/** One thing read from a text. `code` is 0 when it does not count. */
export interface Reading {
  code: number;
  /** Offset behind it. */
  end: number;
}

const slotMarks = new Set('_＿*＊×○□△●◯〇'.split('').map((mark) => mark.charCodeAt(0)));
const zero = 0x3007;

function isX(unit: number): boolean {
  return unit === 0x58 || unit === 0x78 || unit === 0xff38 || unit === 0xff58;
}

/** Whether a slot begins here: marks that stand for a value, and X where no other letter stands beside it. */
function slotEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === zero) return start;
    if (!slotMarks.has(unit) && !isX(unit)) break;
  }
  if (at === start) return start;
  const before = start > 0 ? text.charCodeAt(start - 1) : 0;
  const isLetters = isX(text.charCodeAt(start));
  if (isLetters && (isLatin(before) || isLatin(text.charCodeAt(at)))) return start;
  return at;
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
  if (at === start) return start;
  for (;;) {
    const mark = text.charCodeAt(at);
    const isPoint = mark === 0x2e || mark === 0xff0e;
    const isComma = mark === 0x2c;
    let next = at + 1;
    while (next < text.length && isDigit(text.charCodeAt(next))) next += 1;
    const count = next - at - 1;
    if (!(isPoint && count > 0) && !(isComma && count === 3)) return at;
    at = next;
  }
}

/** Below this, whole numbers and numbers of one decimal have codes of their own, in tenths; and so have the years. */
const own = 1000;
const [firstYear, years] = [1900, 200];
const shared = numberCodes - 2 * own - years;

/** The common numbers (0 to 999, 0.0 to 99.9, the years) are told apart for certain, all others by a hash. */
function numberCode(text: string, start: number, end: number): number {
  let hash = 7;
  let value = 0;
  let length = 0;
  let point = -1;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2c) continue;
    const sign = unit >= 0xff0e && unit <= 0xff19 ? unit - 0xfee0 : unit;
    hash = (Math.imul(hash, 31) + sign) | 0;
    if (sign === 0x2e) point = point < 0 ? length : Infinity;
    else value = value * 10 + sign - 0x30;
    length += 1;
  }
  // 05 is not 5: the digits are compared, not the value.
  const digits = point < 0 ? length : length - 1;
  const isPlain = digits === Math.max(point < 0 ? 1 : 2, String(value).length);
  if (isPlain && value < own && point < 0) return scattered(value);
  if (isPlain && value < own && point === length - 2) return scattered(own + value);
  if (point < 0 && length === 4 && value >= firstYear && value < firstYear + years) return scattered(2 * own + value - firstYear);
  return scattered(2 * own + years + (((hash ^ (hash >>> 12)) >>> 0) % shared));
}

/** One code for each place: neighbours are not neighbours among the codes, as digests of stretches like it. */
function scattered(place: number): number {
  return firstNumber + (Math.imul(place, 1657) & (numberCodes - 1));
}

const otherLetter = /[\p{L}\p{N}]/u;

/** Reads what stands at `start` into `into`. A number with a slot in it (20XX) is a slot. */
export function readCode(text: string, start: number, into: Reading): void {
  const unit = text.charCodeAt(start);
  into.end = start + 1;
  into.code = 0;
  if (unit >= 0x4e00 && unit <= 0x9fff) {
    into.code = unit;
    return;
  }
  if (isBlank(unit) || isLineBreak(unit)) return;
  if (isDigit(unit) || slotMarks.has(unit) || isX(unit)) {
    let end = start;
    let isSlot = false;
    for (;;) {
      const digits = digitsEnd(text, end);
      const slot = slotEnd(text, digits);
      isSlot ||= slot > digits;
      if (slot === end) break;
      end = slot;
    }
    if (end > start) {
      into.end = end;
      into.code = isSlot ? slotCode : numberCode(text, start, end);
      return;
    }
  }
  if (splitsCodePoint(text, start + 1)) {
    // One sign in two code units: neither half is ever read alone.
    into.end = start + 2;
    into.code = isHan(unit) ? pairCode(unit, text.charCodeAt(start + 1)) : 0;
  } else if (isHan(unit)) into.code = unit;
  else if (isLatin(unit)) into.code = (unit >= 0xff21 ? unit - 0xfee0 : unit) | 0x20;
  else if (unit === 0x25 || unit === 0xff05) into.code = 0x25;
  else if (unit >= 0xc0 && otherLetter.test(text[start] as string)) into.code = unit;
}

/** An ideograph of the supplementary planes; no other sign has a code in the range of the surrogates. */
function pairCode(high: number, low: number): number {
  return 0xd800 + ((Math.imul(high - 0xd800, 61) + low) & 0x7ff);
}

/** Whether a mark ends a clause. */
export function endsClause(unit: number): boolean {
  return clauseMarks.has(unit);
}

/** Whether a mark ends a sentence or a member of a list that stands for one. */
export function endsWhole(unit: number): boolean {
  return sentenceMarks.has(unit);
}

const sentenceMarks = new Set('。！？；!?;'.split('').map((mark) => mark.charCodeAt(0)));
const clauseMarks = new Set('，。；：！？…—,;:!?\n'.split('').map((mark) => mark.charCodeAt(0)));
