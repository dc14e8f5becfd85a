/**
 * Owns text without the blanks that editors and converters put between Chinese and figures (`完成 23.2 亿元，增长 6.1 %`):
 * nobody reads them aloud, and what is meant is the same without them.
 */
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

/** Half width, at most two. What they part is Chinese on one side, and a figure, its sign or its unit on the other. */
const betweenKinds =
  /(?<=[\p{Script=Han}，。；：、！？（）“”‘’《》])[ \u00a0\u2002-\u200a\u202f]{1,2}(?=[\dA-Za-z+\-−%‰])|(?<=[\dA-Za-z%‰])[ \u00a0\u2002-\u200a\u202f]{1,2}(?=[\p{Script=Han}，。；：、！？（）“”‘’《》%‰])/gu;
const blank = /[ \u00a0\u2002-\u200a\u202f]/;

/** A short text in half width and without such blanks. */
export function tightened(text: string): string {
  const folded = foldWidth(text);
  return tightOf(folded)?.text ?? folded;
}

/** A text in half width without its blanks between kinds and beside `slots`, spans of it in order; `undefined` where there are none. */
export function tightOf(text: string, slots: readonly Span[] = []): Tight | undefined {
  const cuts = new Set<number>();
  for (const { 0: run, index } of text.matchAll(betweenKinds)) for (let at = index; at < index + run.length; at += 1) cuts.add(at);
  for (const { start, end } of slots) {
    if (blank.test(text.charAt(start - 1))) cuts.add(start - 1);
    if (blank.test(text.charAt(end))) cuts.add(end);
  }
  if (cuts.size === 0) return undefined;
  const kept = Array.from({ length: text.length }, (_, at) => at).filter((at) => !cuts.has(at));
  const places = new Int32Array(text.length + 1);
  kept.forEach((at, index) => places.fill(index, (kept[index - 1] ?? -1) + 1, at + 1));
  places.fill(kept.length, (kept.at(-1) ?? -1) + 1);
  const whole = (at: number): number => kept[at] ?? text.length;
  const tighten = (other: string): string => kept.map((at) => other.charAt(at)).join('');
  return {
    text: tighten(text),
    tighten,
    inside: ({ start, end }) => ({ start: places[start] ?? kept.length, end: places[end] ?? kept.length }),
    outside: ({ start, end }) => ({ start: whole(start), end: end > start ? whole(end - 1) + 1 : whole(start) }),
  };
}
