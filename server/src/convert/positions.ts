/** Owns lines and characters: turns offsets of a draft into LSP positions and back. Nothing else counts lines. */
import type { Position, Range } from 'vscode-languageserver';
import { firstAfter } from '../core/text/span.ts';
import type { Span } from '../core/text/span.ts';

/** Where the lines of one text start. Lines end with LF, CR LF or CR, as the protocol has it. */
export interface LineIndex {
  readonly starts: readonly number[];
  readonly text: string;
}

/** Finds the lines of a text. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  } else {
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  }
  return { starts, text };
}

/** The position of an offset (UTF-16 code units); offsets outside the text are clamped. */
export function positionAt(lines: LineIndex, offset: number): Position {
  const inside = Math.min(Math.max(0, offset), lines.text.length);
  const line = firstAfter(lines.starts, inside) - 1;
  return { line, character: inside - (lines.starts[line] ?? 0) };
}

/** The offset of a position; a character behind the end of its line is the end of that line, before the break. */
export function offsetAt(lines: LineIndex, position: Position): number {
  if (position.line < 0) return 0;
  const start = lines.starts[position.line];
  if (start === undefined) return lines.text.length;
  const next = lines.starts[position.line + 1];
  let end = next ?? lines.text.length;
  if (next !== undefined) {
    if (lines.text[end - 1] === '\n') end -= 1;
    if (lines.text[end - 1] === '\r' && end > start) end -= 1;
  }
  return Math.min(Math.max(start, start + position.character), end);
}

/** The range of a span. */
export function rangeOf(lines: LineIndex, span: Span): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}

/** The span of a range. */
export function spanOf(lines: LineIndex, range: Range): Span {
  const start = offsetAt(lines, range.start);
  return { start, end: Math.max(start, offsetAt(lines, range.end)) };
}

/** Reads the positions of one span after the other; quick where the spans come in order of their start. */
export class LineWalk {
  readonly #lines: LineIndex;
  #line = 0;

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  /** Puts line and character of the start and of the end of a span into `numbers`, from `at` on; the same as `rangeOf`. */
  read(span: Span, numbers: Int32Array, at: number): void {
    const { starts, text } = this.#lines;
    const start = Math.min(Math.max(0, span.start), text.length);
    if ((starts[this.#line] ?? 0) > start) this.#line = positionAt(this.#lines, start).line;
    this.#line = forward(starts, this.#line, start);
    const end = Math.min(Math.max(0, span.end), text.length);
    const endLine = end < start ? positionAt(this.#lines, end).line : forward(starts, this.#line, end);
    numbers[at] = this.#line;
    numbers[at + 1] = start - (starts[this.#line] ?? 0);
    numbers[at + 2] = endLine;
    numbers[at + 3] = end - (starts[endLine] ?? 0);
  }
}

/** The line of an offset that is not before `line`. */
function forward(starts: readonly number[], line: number, offset: number): number {
  let at = line;
  while ((starts[at + 1] ?? Infinity) <= offset) at += 1;
  return at;
}
