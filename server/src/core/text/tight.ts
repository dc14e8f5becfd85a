/**
 * Owns text without the blanks that editors and converters put between Chinese and figures (`完成 23.2 亿元，增长 6.1 %`):
 * nobody reads them aloud, and what is meant is the same without them.
 */
import { firstAfter } from './span.ts';
import type { Span } from './span.ts';
import { foldWidth } from './width.ts';

/** A text without such blanks, and the way back. Offsets are UTF-16 code units. */
export interface Tight {
  readonly text: string;
  /** The same characters of another text of the same length: the one before its width was folded. */
  tighten(text: string): string;
  /** A span of the whole text in the tight one. */
  inside(span: Span): Span;
  /** A span of the tight text in the whole one; blanks at its ends stay outside. */
  outside(span: Span): Span;
}

const blank = String.raw`[ \u00a0\u2002-\u200a\u202f]`;
const han = String.raw`[\p{Script=Han}，。；：、！？（）“”‘’《》]`;
/** At most two blanks. What they part is Chinese on one side, and a figure, its sign or its unit on the other. */
const betweenKinds = new RegExp(
  String.raw`(?<=${han})${blank}{1,2}(?=[\dA-Za-z+\-−%‰])|(?<=[\dA-Za-z%‰])${blank}{1,2}(?=${han}|[%‰])`,
  'gu',
);
const isBlank = new RegExp(blank);

/** A short text in half width and without such blanks. */
export function tightened(text: string): string {
  const folded = foldWidth(text);
  return tightOf(folded)?.text ?? folded;
}

/** A text in half width without its blanks between kinds and beside `slots`, spans of it in order; `undefined` where there are none. */
export function tightOf(text: string, slots: readonly Span[] = []): Tight | undefined {
  const found = new Set<number>();
  for (const { 0: run, index } of text.matchAll(betweenKinds)) for (let at = index; at < index + run.length; at += 1) found.add(at);
  for (const { start, end } of slots) for (const at of [start - 1, end]) if (isBlank.test(text.charAt(at))) found.add(at);
  if (found.size === 0) return undefined;
  const cuts = [...found].sort((a, b) => a - b);
  const tighten = (other: string): string =>
    [...cuts, text.length].map((cut, index) => other.slice((cuts[index - 1] ?? -1) + 1, cut)).join('');
  const shifted = cuts.map((cut, index) => cut - index);
  /** How many blanks before an offset of the whole text are cut out. */
  const before = (offset: number): number => firstAfter(cuts, offset - 1);
  /** Where a character of the tight text stands in the whole one. */
  const whole = (offset: number): number => offset + firstAfter(shifted, offset);
  return {
    text: tighten(text),
    tighten,
    inside: ({ start, end }) => ({ start: start - before(start), end: end - before(end) }),
    outside: ({ start, end }) => ({ start: whole(start), end: end > start ? whole(end - 1) + 1 : whole(start) }),
  };
}
