/**
 * Owns the normal form of a stretch of text: the characters that count, one code each, with the way back to the text and
 * the places where clauses and sentences begin. Blanks, breaks, width and punctuation are not in it.
 */
import { isBlank, splitsCodePoint } from '../../text/chars.ts';
import type { Mask } from '../../text/mask.ts';
import { endsClause, endsWhole, isFigure, readCode } from './codes.ts';
import type { Reading } from './codes.ts';

/** Marks of one code. */
export const clauseStart = 1;
export const sentenceStart = 2;
/** Part of a set phrase, a salutation or a closing. */
export const fixed = 4;
/** Part of a title in book marks, a short quoted name, or words that announce a quotation. */
export const named = 8;
/** A word begins here; says something only where `wordsKnown`. */
export const wordStart = 16;
/** Part of a name, as the words say. */
export const nameWord = 32;
/** Any mark stands before: a pause within the clause (、) or quotation marks too. */
export const pauseStart = 64;

/** A text as it is compared. All arrays are of one length. */
export interface Normal {
  readonly codes: Uint16Array;
  /** Where each code begins in the text. Texts longer than 65,535 units must be cut before. */
  readonly at: Uint16Array;
  /** Bits as above; those of words are set when the words are known. */
  readonly marks: Uint8Array;
  readonly length: number;
}

/** Runs of a unit shorter than this, said three times and more without a break, count once (报告报告报告). */
const longestStutter = 12;

/** Who says a line of a script (`（男）`, `（合）`): no part of what is said. */
const speaker = /^[ \t\u3000]{0,8}[（(](?:[男女合齐众领甲乙丙丁]{1,2}|[男女]声|全体|旁白)[）)]/u;

/** The normal form of a text of at most 65,535 units. */
export function normalize(text: string, masks: readonly Mask[]): Normal {
  const codes = new Uint16Array(text.length);
  const at = new Uint16Array(text.length);
  const marks = new Uint8Array(text.length);
  const reading: Reading = { code: 0, end: 0 };
  let count = 0;
  let pending = clauseStart | sentenceStart | pauseStart;
  let mask = 0;
  const said = speaker.exec(text)?.[0].length ?? 0;
  for (let offset = said; offset < text.length; offset = reading.end) {
    while (mask < masks.length && ((masks[mask] as Mask).end <= offset || (masks[mask] as Mask).kind === 'emphasis')) mask += 1;
    const next = masks[mask];
    if (next !== undefined && next.start <= offset) {
      if (next.kind === 'hidden') pending |= clauseStart | sentenceStart | pauseStart;
      reading.end = Math.max(offset + 1, next.end);
      continue;
    }
    readCode(text, offset, reading);
    if (reading.code === 0) {
      const unit = text.charCodeAt(offset);
      if (endsClause(unit)) pending |= endsWhole(unit) ? clauseStart | sentenceStart : clauseStart;
      if (!isBlank(unit)) pending |= pauseStart;
      continue;
    }
    codes[count] = reading.code;
    at[count] = offset;
    marks[count] = pending;
    pending = 0;
    count += 1;
  }
  return withoutStutter(codes, at, marks, count);
}

/** The first `count` of each, in one buffer of their own. */
function packed(codes: Uint16Array, at: Uint16Array, marks: Uint8Array, count: number): Normal {
  const buffer = new ArrayBuffer(5 * count);
  const own: Normal = {
    codes: new Uint16Array(buffer, 0, count),
    at: new Uint16Array(buffer, 2 * count, count),
    marks: new Uint8Array(buffer, 4 * count, count),
    length: count,
  };
  own.codes.set(codes.subarray(0, count));
  own.at.set(at.subarray(0, count));
  own.marks.set(marks.subarray(0, count));
  return own;
}

/** Takes the second and later repetitions of a short unit out when it is said three times and more. */
function withoutStutter(codes: Uint16Array, at: Uint16Array, marks: Uint8Array, count: number): Normal {
  const runs = new Int32Array(longestStutter + 1);
  let drops: [from: number, to: number][] | undefined;
  for (let index = 1; index < count; index += 1) {
    const code = codes[index];
    const reach = Math.min(longestStutter, index);
    for (let period = 1; period <= reach; period += 1) {
      if (codes[index - period] !== code) {
        runs[period] = 0;
        continue;
      }
      const run = (runs[period] as number) + 1;
      runs[period] = run;
      if (run < 2 * period) continue;
      drops ??= [];
      const from = index - run + 1;
      const last = drops.at(-1);
      if (last !== undefined && from <= last[1] + longestStutter && from >= last[0]) last[1] = index + 1;
      else if (last === undefined || from >= last[1]) drops.push([from, index + 1]);
      break;
    }
  }
  if (drops === undefined) return packed(codes, at, marks, count);
  let kept = 0;
  let drop = 0;
  let broken = 0;
  for (let index = 0; index < count; index += 1) {
    while (drop < drops.length && (drops[drop] as [number, number])[1] <= index) drop += 1;
    const span = drops[drop];
    if (span !== undefined && index >= span[0]) {
      // A mark within the repetitions parts what stands before them from what stands behind.
      broken |= marks[index] as number;
      continue;
    }
    codes[kept] = codes[index] as number;
    at[kept] = at[index] as number;
    marks[kept] = (marks[index] as number) | broken;
    broken = 0;
    kept += 1;
  }
  return packed(codes, at, marks, kept);
}

/** Where in the text a stretch of codes ends: behind its last character, marks behind it left out. */
export function endInText(normal: Normal, text: string, end: number): number {
  const last = normal.at[end - 1] as number;
  // An ideograph of the supplementary planes is one code.
  if (!isFigure(normal.codes[end - 1] as number)) return last + (splitsCodePoint(text, last + 1) ? 2 : 1);
  const reading: Reading = { code: 0, end: 0 };
  readCode(text, last, reading);
  return reading.end;
}

/** Whether a cut before `index` falls between clauses. */
export function isClauseEdge(normal: Normal, index: number): boolean {
  return index <= 0 || index >= normal.length || ((normal.marks[index] as number) & clauseStart) !== 0;
}

/** Whether a cut before `index` falls on any mark. */
export function isPause(normal: Normal, index: number): boolean {
  return index <= 0 || index >= normal.length || ((normal.marks[index] as number) & pauseStart) !== 0;
}

/** Whether a cut before `index` falls between sentences. */
export function isSentenceEdge(normal: Normal, index: number): boolean {
  return index <= 0 || index >= normal.length || ((normal.marks[index] as number) & sentenceStart) !== 0;
}
