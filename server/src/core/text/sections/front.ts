/** Owns where a speech begins and ends: title block, salutation, closing, and the next speech in the same file. */
import type { Draft } from '../draft.ts';
import { toSource } from '../paragraph.ts';
import type { Span } from '../span.ts';
import type { Reading } from './reading.ts';

/** What stands before the first words of a speech, by paragraph. */
export interface Front {
  readonly first: number;
  /** Index of the first paragraph of the body. */
  readonly body: number;
  readonly title?: Span;
  readonly speaker?: Span;
  readonly date?: Span;
  readonly salutation?: Span;
}

const longestFront = 12;
const longestLine = 60;

/** The fronts of all speeches of a draft, in order; at least one when there are paragraphs. */
export function frontsOf(draft: Draft, readings: readonly Reading[]): Front[] {
  const fronts: Front[] = [];
  for (let index = 0; index < readings.length;) {
    if (index > 0 && !beginsSpeech(draft, readings, index, fronts[0])) {
      index += 1;
      continue;
    }
    const front = frontAt(draft, readings, index);
    fronts.push(front);
    index = Math.max(front.body, index + 1);
  }
  return fronts;
}

function beginsSpeech(draft: Draft, readings: readonly Reading[], index: number, first: Front | undefined): boolean {
  const reading = readings[index] as Reading;
  if (reading.guise === 'volume') return true;
  if (reading.guise === 'salutation') return previous(readings, index)?.guise === 'thanks';
  if (reading.guise !== 'title') return false;
  if (reading.hashes === 1 && first !== undefined && readings[first.first]?.hashes === 1) return true;
  for (let next = index + 1; next < readings.length && next <= index + 5; next += 1) {
    const guise = readings[next]?.guise;
    if (guise === 'salutation' || guise === 'addressed' || guise === 'date') return true;
    if (guise !== 'title' && !isLine(draft, readings, next)) return false;
  }
  return false;
}

function previous(readings: readonly Reading[], index: number): Reading | undefined {
  let at = index - 1;
  while (at >= 0 && readings[at]?.shape === 'junk') at -= 1;
  return readings[at];
}

/** Whether a paragraph is a short line without any stop, as titles and names are. */
function isLine(draft: Draft, readings: readonly Reading[], index: number): boolean {
  const reading = readings[index];
  const text = draft.paragraphs[index]?.text ?? '';
  if (reading === undefined || text.length > longestLine || /[。；！？：，,;!?:|]/u.test(text)) return false;
  return reading.shape === 'text' || (reading.opening?.mark.style === 'heading' && reading.hashes === 1);
}

/** What the bounds of a speech may depend on in the words of a paragraph that looks like nothing by itself. */
export function lineSign(text: string): string {
  if (text.length > longestLine) return '';
  const stops = /[。；！？]/u.test(text) ? 2 : /[：，,;!?:|]/u.test(text) ? 1 : 0;
  return stops === 0 ? text : `${stops}${text.length <= longestVerse}`;
}

function isSubtitle(draft: Draft, readings: readonly Reading[], index: number): boolean {
  const text = draft.paragraphs[index]?.text ?? '';
  return readings[index]?.opening?.mark.style === 'dash' && text.length <= longestLine && !/[。；！？]/u.test(text);
}

function frontAt(draft: Draft, readings: readonly Reading[], first: number): Front {
  const lines: number[] = [];
  let date: number | undefined;
  let salutation: Span | undefined;
  let body = first;
  for (; body < readings.length && body < first + longestFront; body += 1) {
    const guise = readings[body]?.guise;
    if (readings[body]?.shape === 'junk' || guise === 'volume') continue;
    if (guise === 'salutation') {
      salutation = wholeOf(draft, body);
      body += 1;
      break;
    }
    if (guise === 'date') date ??= body;
    else if (guise === 'title' || isLine(draft, readings, body) || (lines.length > 0 && isSubtitle(draft, readings, body)))
      lines.push(body);
    else break;
  }
  if (readings[body]?.guise === 'addressed' && salutation === undefined) salutation = addressOf(draft, body);
  const named = lines.findLastIndex((line) => readings[line]?.guise === 'title');
  const subtitle = lines.findLastIndex((line) => readings[line]?.opening?.mark.style === 'dash');
  const known = named >= 0 || date !== undefined || salutation !== undefined;
  const [top] = lines;
  if (top === undefined)
    return { first, body, ...(date !== undefined && { date: wholeOf(draft, date) }), ...(salutation && { salutation }) };
  if (!known) return { first, body: top + 1, title: wholeOf(draft, top) };
  const last = Math.max(named, subtitle, 0);
  const speaker = lines[last + 1];
  return {
    first,
    body,
    title: { start: wholeOf(draft, top).start, end: wholeOf(draft, lines[last] as number).end },
    ...(speaker !== undefined && { speaker: wholeOf(draft, speaker) }),
    ...(date !== undefined && { date: wholeOf(draft, date) }),
    ...(salutation && { salutation }),
  };
}

/** The words of a paragraph in the draft, blanks around them left off. */
function wholeOf(draft: Draft, index: number): Span {
  const source = draft.paragraphs[index]?.source ?? '';
  const start = draft.starts[index] ?? 0;
  return { start: start + source.length - source.trimStart().length, end: start + source.trimEnd().length };
}

function addressOf(draft: Draft, index: number): Span {
  const paragraph = draft.paragraphs[index];
  const whole = wholeOf(draft, index);
  if (paragraph === undefined) return whole;
  const colon = paragraph.text.search(/[：:]/u);
  return { start: whole.start, end: (draft.starts[index] ?? 0) + toSource(paragraph, colon) + 1 };
}

/** How many short lines (verses, a wish) may stand inside a closing. */
const mostLines = 6;
const longestVerse = 30;

/** Index of the paragraph where the closing of a speech begins; `end` when it has none. */
export function closingFrom(draft: Draft, readings: readonly Reading[], body: number, end: number): number {
  let from = end;
  let lines = 0;
  for (let index = end - 1; index >= body && lines <= mostLines; index -= 1) {
    const reading = readings[index] as Reading;
    if (reading.shape === 'junk') continue;
    if (reading.shape !== 'text' && reading.opening?.mark.style !== 'first') break;
    if (reading.guise === 'closing' || reading.guise === 'thanks') from = index;
    else if ((draft.paragraphs[index]?.text.length ?? 0) <= longestVerse) lines += 1;
    else break;
  }
  return from;
}
