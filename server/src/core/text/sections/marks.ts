/** Owns the marks that number the parts of a speech (一、 （一） 1. （1） ① 第一章 一是 首先 ——) and how each is written. */
import type { Span } from '../span.ts';
import { forms, listsNumbers, longestMark } from './mark-forms.ts';
import type { Form } from './mark-forms.ts';
import { hanNumeral, readNumeral } from './numerals.ts';

/**
 * The ways to mark a part.
 * - heads: `heading` (Markdown, without a number) · `chapter` 第一章 · `part` 第一节 · `han` 一、 · `han-bracket` （一） · `arabic` 1. ·
 *   `arabic-bracket` （1） · `circled` ① · `ordinal` 第一， · `point` 第一点， 第一个问题，
 * - items: `shi` 一是 · `yao` 一要 · `qi` 其一 · `first` 首先 其次 最后 · `dash` ——
 */
export type MarkStyle =
  | 'heading'
  | 'chapter'
  | 'part'
  | 'han'
  | 'han-bracket'
  | 'arabic'
  | 'arabic-bracket'
  | 'circled'
  | 'ordinal'
  | 'point'
  | 'shi'
  | 'yao'
  | 'qi'
  | 'first'
  | 'dash';

/** One mark. Offsets count in the text it was read from. */
export interface Mark extends Span {
  readonly style: MarkStyle;
  /** What it counts to; 0 where the style does not count (`heading`, `dash`) or the place is open (最后). */
  readonly number: number;
  /** The numeral inside the mark; empty where there is none. */
  readonly numeral: Span;
  /** The mark as it stands, blanks around it left off. */
  readonly text: string;
  /** The mark as it should stand, when it is written in a way the standard does not know (`1、` for `1.`). */
  readonly correct?: string;
}

/** Styles that stand over paragraphs; the others mark single items. */
export const headStyles: ReadonlySet<MarkStyle> = new Set<MarkStyle>([
  'heading',
  'chapter',
  'part',
  'han',
  'han-bracket',
  'arabic',
  'arabic-bracket',
  'circled',
  'ordinal',
  'point',
]);

const places: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 最后: 0 };

/** The mark that starts at `offset`, which must be where a paragraph's words begin. */
export function markAt(text: string, offset: number): Mark | undefined {
  return match(text, offset, false);
}

/** The mark of an item inside a paragraph that starts at `offset`; the caller knows that a clause begins there. */
export function inlineMarkAt(text: string, offset: number): Mark | undefined {
  return match(text, offset, true);
}

function match(text: string, offset: number, inline: boolean): Mark | undefined {
  const words = text.slice(offset, offset + longestMark);
  for (const form of forms) {
    if (inline ? !form.inline : form.onlyInline === true) continue;
    const found = form.pattern.exec(words);
    if (found === null || (form.style === 'han' && listsNumbers(text, offset))) continue;
    const mark = toMark(form, found, offset);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

function toMark(form: Form, found: RegExpExecArray, offset: number): Mark | undefined {
  const whole = found[0];
  const numeral = found.groups?.['n'] ?? found.groups?.['m'] ?? '';
  const number = numberOf(form.style, numeral.trim());
  if (number === undefined) return undefined;
  const at = offset + whole.indexOf(numeral);
  const correct = form.correct?.(whole, numeral.trim());
  return {
    style: form.style,
    number,
    numeral: { start: at, end: at + numeral.trim().length },
    start: offset,
    end: offset + whole.length,
    text: whole,
    ...(correct !== undefined && { correct }),
  };
}

function numberOf(style: MarkStyle, numeral: string): number | undefined {
  if (style === 'dash') return 0;
  if (style === 'first') return places[numeral];
  if (style === 'circled') return numeral.charCodeAt(0) - 0x2460 + 1;
  return readNumeral(numeral);
}

/** A number written the way `mark` writes its own. `undefined` where the style has no such number. */
export function rewriteNumeral(mark: Mark, value: number): string | undefined {
  if (value < 1 || value > 99) return undefined;
  if (mark.style === 'circled') return value <= 20 ? String.fromCharCode(0x2460 + value - 1) : undefined;
  if (mark.style === 'qi') return value <= 9 ? hanNumeral(value) : undefined;
  if (mark.style === 'heading' || mark.style === 'dash' || mark.style === 'first') return undefined;
  const numeral = mark.text.slice(mark.numeral.start - mark.start, mark.numeral.end - mark.start);
  if (/^[0-9]/u.test(numeral)) return String(value);
  if (/^[０-９]/u.test(numeral)) return String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return hanNumeral(value);
}
