/** Owns texts with stretches left out, and the way back: what markup puts between a mark and its unit must not part them. */
import { firstAfter } from './span.ts';
import type { Span } from './span.ts';

/** A text without some stretches of its source. */
export interface Reduced {
  readonly text: string;
  /** The stretch of the source that a stretch of the text stands for; what was left out at its edges stays outside. */
  toSource(span: Span): Span;
  /** The stretch of the text that is left of a stretch of the source; `undefined` when nothing is. */
  toText(span: Span): Span | undefined;
}

/** Leaves stretches out; they must be sorted and must not overlap. */
export function reduce(source: string, out: readonly Span[]): Reduced {
  if (out.length === 0) return { text: source, toSource: (span) => span, toText: (span) => span };
  let text = '';
  let at = 0;
  const textStarts: number[] = [0];
  const shifts: number[] = [0];
  for (const span of out) {
    text += source.slice(at, span.start);
    at = span.end;
    textStarts.push(text.length);
    shifts.push(at - text.length);
  }
  text += source.slice(at);
  const sourceOf = (offset: number): number => offset + (shifts[firstAfter(textStarts, offset) - 1] ?? 0);
  const lastSourceOf = (offset: number): number => (offset === 0 ? sourceOf(0) : sourceOf(offset - 1) + 1);
  const outStarts = out.map((span) => span.start);
  const textOf = (offset: number): number => {
    const index = firstAfter(outStarts, offset) - 1;
    const before = out[index];
    if (!before) return offset;
    return offset < before.end ? (textStarts[index + 1] ?? 0) : offset - (shifts[index + 1] ?? 0);
  };
  return {
    text,
    toSource: ({ start, end }) =>
      start === end ? { start: lastSourceOf(start), end: lastSourceOf(start) } : { start: sourceOf(start), end: lastSourceOf(end) },
    toText({ start, end }) {
      const from = textOf(start);
      const to = textOf(end);
      return from < to ? { start: from, end: to } : undefined;
    },
  };
}
