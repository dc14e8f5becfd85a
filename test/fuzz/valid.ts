/** Owns whether places lie in their texts: every range in whatever the server says, wherever it stands. */
import type { Diagnostic } from 'vscode-languageserver/node';
import { offsetAt, positionAt } from '../../server/src/convert/positions.ts';
import type { LineIndex } from '../../server/src/convert/positions.ts';
import { splitsCodePoint } from '../../server/src/core/text/chars.ts';

interface Place {
  readonly line: number;
  readonly character: number;
}

/** What is wrong with the ranges in a message about the draft `uri`; `undefined` if nothing is. Texts not open are not judged. */
export function misplaced(message: unknown, uri: string, texts: ReadonlyMap<string, LineIndex>): string | undefined {
  if (Array.isArray(message)) return first(message, (item) => misplaced(item, uri, texts));
  if (typeof message !== 'object' || message === null) return undefined;
  const fields = message as Readonly<Record<string, unknown>>;
  const named = fields['uri'] ?? (fields['textDocument'] as { uri?: unknown } | undefined)?.uri;
  const about = typeof named === 'string' ? named : uri;
  const lines = texts.get(about);
  const { start, end } = fields;
  if (lines && isPlace(start) && isPlace(end)) {
    const from = offsetAt(lines, start);
    const to = offsetAt(lines, end);
    const exact = [start, end].every((place) => same(positionAt(lines, offsetAt(lines, place)), place));
    const whole = !splitsCodePoint(lines.text, from) && !splitsCodePoint(lines.text, to);
    return exact && whole && from <= to ? undefined : `the range ${JSON.stringify({ start, end })} is not one of ${about}`;
  }
  const { startLine, endLine } = fields;
  if (lines && typeof startLine === 'number' && typeof endLine === 'number') {
    const isInside = startLine >= 0 && startLine <= endLine && endLine < lines.starts.length;
    if (!isInside) return `the lines ${startLine} to ${endLine} are not in ${about}`;
  }
  return first(Object.entries(fields), ([name, value]) => misplaced(value, texts.has(name) ? name : about, texts));
}

function first<T>(items: readonly T[], judge: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const fault = judge(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function isPlace(value: unknown): value is Place {
  return typeof (value as Place | null | undefined)?.line === 'number' && typeof (value as Place).character === 'number';
}

function same(one: Place, other: Place): boolean {
  return one.line === other.line && one.character === other.character;
}

/** What differs between the findings of two servers, in words. */
export function difference(uri: string, ours: readonly Diagnostic[], theirs: readonly Diagnostic[]): string {
  const text = (one: Diagnostic): string => JSON.stringify(one);
  const extra = ours.map(text).filter((one) => !theirs.map(text).includes(one));
  const missing = theirs.map(text).filter((one) => !ours.map(text).includes(one));
  return `${uri} has ${ours.length} findings, fresh ${theirs.length}\n  only ours: ${extra.slice(0, 2).join('\n  ')}\n  only fresh: ${missing.slice(0, 2).join('\n  ')}`;
}

/** Reasons by uri: their order says nothing. */
export function byUri(unchecked: readonly { readonly uri: string; readonly reason: string }[]): object {
  return Object.fromEntries(unchecked.map(({ uri, reason }) => [uri, reason]));
}
