/** Owns the words around a hole: its clause for a list, its sentence for a form, both as a person reads them. */
import type { Draft } from '../text/draft.ts';
import { toText } from '../text/paragraph.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { firstAfter } from '../text/span.ts';
import type { Span } from '../text/span.ts';

/** A stretch of a draft inside its paragraph, breaks inside sentences taken out. */
export interface Placed {
  readonly paragraph: Paragraph;
  /** Index of the paragraph in the draft. */
  readonly index: number;
  /** In offsets of `paragraph.text`. */
  readonly at: Span;
}

/** What stands left of a place, in it and right of it. */
export interface Around {
  readonly before: string;
  readonly token: string;
  readonly after: string;
}

/** How far words are followed, in UTF-16 code units; a text without stops is one sentence for ever. */
export interface Reach {
  readonly before: number;
  readonly after: number;
}

const sentenceStop = /[。！？!?\n]/u;
const clauseStop = /[，。；：！？,;:!?\n]/u;
// A row of a side bar holds about twenty ideographs, and the hole must be one of them.
const clauseReach: Reach = { before: 14, after: 8 };

/** Where a stretch of a draft stands. `undefined` if it lies in no paragraph. */
export function place(draft: Draft, span: Span): Placed | undefined {
  const index = firstAfter(draft.starts, span.start) - 1;
  const paragraph = draft.paragraphs[index];
  const base = draft.starts[index];
  if (paragraph === undefined || base === undefined) return undefined;
  const length = paragraph.text.length;
  const start = Math.min(length, toText(paragraph, span.start - base));
  const end = Math.min(length, Math.max(start, toText(paragraph, span.end - base)));
  return { paragraph, index, at: { start, end } };
}

/** The sentence around a place with the stop at its end, in offsets of the paragraph's `text`. */
export function sentenceSpan({ paragraph: { text }, at }: Placed, reach: Reach): Span {
  let start = at.start;
  while (start > 0 && at.start - start < reach.before && !sentenceStop.test(text[start - 1] as string)) start -= 1;
  let end = at.end;
  while (end < text.length && end - at.end < reach.after) {
    end += 1;
    if (sentenceStop.test(text[end - 1] as string)) break;
  }
  return wholeCharacters(text, { start, end });
}

/** The clause around a place, marks of the markup left out. Cut with `…` where it is long. */
export function clauseAround(placed: Placed): Around {
  const { text } = placed.paragraph;
  const { at } = placed;
  let { start, end } = at;
  while (start > 0 && at.start - start < clauseReach.before && !clauseStop.test(text[start - 1] as string)) start -= 1;
  while (end < text.length && end - at.end < clauseReach.after && !clauseStop.test(text[end] as string)) end += 1;
  return shown(placed, wholeCharacters(text, { start, end }), clauseStop);
}

/** The sentence around a place, marks of the markup left out. Cut with `…` where it is long. */
export function sentenceAround(placed: Placed, reach: Reach): Around {
  return shown(placed, sentenceSpan(placed, reach), sentenceStop);
}

function shown(placed: Placed, around: Span, stop: RegExp): Around {
  const { text } = placed.paragraph;
  const { at } = placed;
  const cutLeft = around.start > 0 && !stop.test(text[around.start - 1] as string);
  const cutRight = around.end < text.length && !stop.test(text[around.end - 1] as string) && !stop.test(text[around.end] as string);
  const before = readable(placed, { start: around.start, end: at.start });
  const after = readable(placed, { start: at.end, end: around.end });
  return {
    before: (cutLeft ? '…' : '') + before.trimStart(),
    token: text.slice(at.start, at.end),
    after: after.trimEnd() + (cutRight ? '…' : ''),
  };
}

/** A stretch of the paragraph without the marks of the markup. */
function readable({ paragraph }: Placed, span: Span): string {
  let out = '';
  let from = span.start;
  for (const mask of paragraph.masks) {
    if (mask.kind !== 'mark' || mask.end <= from || mask.start >= span.end) continue;
    out += paragraph.text.slice(from, Math.max(from, mask.start));
    from = Math.min(span.end, mask.end);
  }
  return out + paragraph.text.slice(from, span.end);
}

/** Keeps the edges of a stretch out of the middle of a character. */
function wholeCharacters(text: string, { start, end }: Span): Span {
  const splits = (at: number): boolean => at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return { start: splits(start) ? start + 1 : start, end: splits(end) ? end - 1 : end };
}
