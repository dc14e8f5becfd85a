/**
 * Owns the paragraph: one stretch of a draft that a person reads as a unit, with the breaks inside its sentences taken
 * out and a map back to the source. A paragraph knows nothing of where it stands, so that it can be reused when it moves.
 */
import { isBlank } from './chars.ts';
import { breaksSentence, isBlankLine, lineAt } from './lines.ts';
import type { Line } from './lines.ts';
import type { Mask } from './mask.ts';
import type { Span } from './span.ts';

/** A line break, with the blanks around it, that fell inside a sentence and was taken out. */
export interface Break {
  /** Offset in `Paragraph.text` where it stood. */
  readonly at: number;
  /** How many code units of the source were taken out. */
  readonly length: number;
}

/** A paragraph. All offsets in it count from its own start. */
export interface Paragraph {
  /** As it stands in the draft, the line break at its end left off. */
  readonly source: string;
  /** As it is read: `source` without the breaks inside sentences. */
  readonly text: string;
  readonly breaks: readonly Break[];
  /** What the markup says of it, in offsets of `text`. */
  readonly masks: readonly Mask[];
}

/** Where in `source` the character at `offset` of `text` stands. */
export function toSource(paragraph: Paragraph, offset: number): number {
  let shift = 0;
  for (const item of paragraph.breaks) {
    if (item.at > offset) break;
    shift += item.length;
  }
  return offset + shift;
}

/** Where in `source` a stretch of `text` stands; a break at either edge is left outside. */
export function spanToSource(paragraph: Paragraph, span: Span): Span {
  if (paragraph.breaks.length === 0) return span;
  const start = toSource(paragraph, span.start);
  return { start, end: span.end === span.start ? start : toSource(paragraph, span.end - 1) + 1 };
}

/** The line of `source` that an offset of it lies on: how many lines are before it, and where it begins. */
export function lineIn(
  { source, breaks }: Pick<Paragraph, 'source' | 'breaks'>,
  sourceOffset: number,
): { readonly before: number; readonly start: number } {
  let [before, shift] = [0, 0];
  while (before < breaks.length && (breaks[before] as Break).at + shift < sourceOffset) {
    shift += (breaks[before] as Break).length;
    before += 1;
  }
  if (before === 0) return { before, start: 0 };
  return { before, start: 1 + Math.max(source.lastIndexOf('\n', sourceOffset - 1), source.lastIndexOf('\r', sourceOffset - 1)) };
}

/** Where in `text` the source offset falls; an offset inside a break falls on the character behind it. */
export function toText(paragraph: Paragraph, sourceOffset: number): number {
  let shift = 0;
  for (const item of paragraph.breaks) {
    const start = item.at + shift;
    if (sourceOffset <= start) break;
    shift += Math.min(item.length, sourceOffset - start);
  }
  return sourceOffset - shift;
}

/** A paragraph and where it starts in its text. */
export interface PlacedParagraph {
  readonly start: number;
  readonly end: number;
  readonly breaks: readonly Break[];
}

/**
 * The paragraph that starts at or behind `from` (the start of a line), and where the line behind it starts.
 * `undefined` when only blank lines follow.
 */
export function nextParagraph(text: string, from: number): (PlacedParagraph & { readonly next: number }) | undefined {
  let line = lineAt(text, from);
  while (isBlankLine(text, line)) {
    if (line.next <= line.start || line.next >= text.length) return undefined;
    line = lineAt(text, line.next);
  }
  const start = line.start;
  const breaks: Break[] = [];
  let dropped = 0;
  while (line.next > line.end && line.next < text.length) {
    const following = lineAt(text, line.next);
    if (isBlankLine(text, following) || !breaksSentence(text.slice(line.start, line.end), text.slice(following.start, following.end)))
      break;
    const [left, right] = aroundBreak(text, line, following);
    breaks.push({ at: left - start - dropped, length: right - left });
    dropped += right - left;
    line = following;
  }
  return { start, end: line.end, breaks, next: line.next };
}

function aroundBreak(text: string, line: Line, following: Line): [number, number] {
  let left = line.end;
  while (left > line.start && isBlank(text.charCodeAt(left - 1))) left -= 1;
  let right = following.start;
  while (right < following.end && isBlank(text.charCodeAt(right))) right += 1;
  return [left, right];
}

/** Takes the breaks out of a source text. */
export function withoutBreaks(source: string, breaks: readonly Break[]): string {
  if (breaks.length === 0) return source;
  let text = '';
  let at = 0;
  for (const item of breaks) {
    const stop = at + (item.at - text.length);
    text += source.slice(at, stop);
    at = stop + item.length;
  }
  return text + source.slice(at);
}
