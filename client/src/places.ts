/** Owns turning places of the protocol into places of the editor and back. */
import { Range } from 'vscode';
import type { TextDocument } from 'vscode';
import type { PlainRange } from '../../server/src/protocol.ts';

/** A stretch as the editor knows it. */
export function toRange({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** A stretch as the protocol knows it: what the editor has is written as something else in JSON. */
export function toPlain({ start, end }: PlainRange): PlainRange {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}

/** Whether the document has such a stretch. */
export function holds(document: TextDocument, range: PlainRange): boolean {
  const wanted = toRange(range);
  return document.validateRange(wanted).isEqual(wanted);
}
