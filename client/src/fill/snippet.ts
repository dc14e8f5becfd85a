/** Owns the snippet that makes the parts of a group tab stops. Pure: no VS Code here. */
import type { FillStretch, PlainRange } from '../../../server/src/protocol.ts';
import { comparePositions } from '../holes/order.ts';

/** A snippet and the stretch of the text that it takes the place of. */
export interface GroupSnippet {
  readonly range: PlainRange;
  /** In snippet syntax. */
  readonly body: string;
}

/**
 * One snippet from the first stretch to the last: each stretch a tab stop that shows its text, in the order given; what
 * stands between them stays letter by letter.
 *
 * @param stretches at least one; they do not overlap
 * @param textOf what stands at a place of the document
 */
export function groupSnippet(stretches: readonly FillStretch[], textOf: (range: PlainRange) => string): GroupSnippet | undefined {
  const stops = stretches
    .map(({ range, text }, index) => ({ range, body: tabStop(index + 1, text) }))
    .sort((a, b) => comparePositions(a.range.start, b.range.start) || comparePositions(a.range.end, b.range.end));
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) return undefined;
  const body = stops
    .map((stop, index) => {
      const before = stops[index - 1];
      const between = before ? escapeSnippet(textOf({ start: before.range.end, end: stop.range.start })) : '';
      return between + stop.body;
    })
    .join('');
  return { range: { start: first.range.start, end: last.range.end }, body };
}

/** Text as snippet syntax that means exactly this text, in a tab stop and outside. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function tabStop(number: number, text: string): string {
  return text === '' ? `$${number}` : `\${${number}:${escapeSnippet(text)}}`;
}
