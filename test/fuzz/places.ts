/** Owns the ranges that a session names in a text, right and wrong ones. */
import type { Range } from 'vscode-languageserver/node';
import { indexLines, offsetAt, positionAt, spanOf } from '../../server/src/convert/positions.ts';
import type { LineIndex } from '../../server/src/convert/positions.ts';
import type { Edit, Place } from './steps.ts';

/** The range of a place; a wrong one is none that the text has. */
export function rangeIn(lines: LineIndex, { at, length, wrong }: Place): Range {
  const from = Math.floor(at * (lines.text.length + 1));
  const start = positionAt(lines, from);
  const end = positionAt(lines, from + length);
  if (wrong === undefined) return { start, end };
  switch (wrong) {
    case 'beyond':
      return { start, end: { line: end.line, character: end.character + 1000 } };
    case 'far':
      return { start, end: { line: lines.starts.length + 5, character: 3 } };
    case 'negative':
      return { start: { line: -1, character: -2 }, end };
    case 'reversed':
      return { start: end, end: positionAt(lines, offsetAt(lines, start) - 1) };
  }
}

/** One change as a client sends it; without a range it is the whole text. */
interface Change {
  readonly range?: Range;
  readonly text: string;
}

/** Edits made one after another: what is sent, and the text that comes of it. */
export function applied(before: LineIndex, edits: readonly Edit[]): { readonly changes: Change[]; readonly lines: LineIndex } {
  let lines = before;
  const changes = edits.map(({ place, text }): Change => {
    if (!place) {
      lines = indexLines(text);
      return { text };
    }
    const range = rangeIn(lines, place);
    const span = spanOf(lines, range);
    lines = indexLines(lines.text.slice(0, span.start) + text + lines.text.slice(span.end));
    return { range, text };
  });
  return { changes, lines };
}
