/** Owns how a selection grows: clause, sentence, paragraph, item, section, speech, draft. */
import type { Range, SelectionRange } from 'vscode-languageserver';
import { splitsCodePoint } from '../core/text/chars.ts';
import type { Draft } from '../core/text/draft.ts';
import { firstAfter } from '../core/text/span.ts';
import type { Span } from '../core/text/span.ts';
import type { Outline, Section } from '../core/text/sections/index.ts';

/** The chain of ever larger stretches around each offset, the innermost first. */
export function selectionRanges(
  draft: Draft,
  outline: Outline,
  toRange: (span: Span) => Range,
  offsets: readonly number[],
): SelectionRange[] {
  return offsets.map((offset) => {
    let chain: SelectionRange | undefined;
    for (const span of spansAround(draft, outline, offset))
      chain = chain ? { range: toRange(span), parent: chain } : { range: toRange(span) };
    return chain ?? { range: toRange({ start: offset, end: offset }) };
  });
}

/** From the whole draft inwards; each span lies inside the one before it and is smaller. */
function spansAround(draft: Draft, outline: Outline, offset: number): Span[] {
  const at = Math.min(Math.max(0, offset), draft.text.length);
  const found: Span[] = [];
  const speech = outline.speeches.find((item) => item.start <= at && at <= item.end);
  if (speech) found.push(speech);
  for (let among = speech?.sections ?? []; among.length > 0;) {
    const section: Section | undefined = among.findLast((item) => item.start <= at && at <= item.end);
    if (section) found.push(section);
    among = section?.children ?? [];
  }
  const index = firstAfter(draft.starts, at) - 1;
  const source = draft.paragraphs[index]?.source;
  const start = draft.starts[index];
  if (source !== undefined && start !== undefined) {
    const parts = ['。！？!?', '。！？!?，；：,;:'].map((stops) => between(source, at - start, stops));
    found.push({ start, end: start + source.length }, ...parts.map((part) => ({ start: start + part.start, end: start + part.end })));
  }
  const spans: Span[] = [{ start: 0, end: draft.text.length }];
  for (const span of found.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const around = spans.at(-1) as Span;
    const holds = span.start >= around.start && span.end <= around.end && span.start <= at && at <= span.end;
    if (holds && span.end - span.start < around.end - around.start) spans.push({ start: span.start, end: span.end });
  }
  return spans;
}

const closers = '”’」』）)》';

/** The stretch between two stops around `at`, the closing one included. */
function between(text: string, at: number, stops: string): Span {
  let start = Math.min(at, text.length);
  while (start > 0 && !(stops + closers).includes(text.charAt(start - 1))) start -= 1;
  while (start > 0 && !stopsBefore(text, start, stops)) {
    start -= 1;
    while (start > 0 && !(stops + closers).includes(text.charAt(start - 1))) start -= 1;
  }
  let end = Math.min(at, text.length);
  while (end < text.length && !stops.includes(text.charAt(end))) end += 1;
  if (end < text.length) end += 1;
  while (end < text.length && closers.includes(text.charAt(end))) end += 1;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  if (splitsCodePoint(text, start)) start -= 1;
  return { start, end };
}

/** Whether a stop, perhaps with closing marks behind it, stands right before `at`. */
function stopsBefore(text: string, at: number, stops: string): boolean {
  let before = at - 1;
  while (before >= 0 && closers.includes(text.charAt(before))) before -= 1;
  return before >= 0 && stops.includes(text.charAt(before));
}
