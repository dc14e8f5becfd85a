/** Owns taking one copy out of its paragraph: whole clauses, with the marks and the number that would be left over. */
import type { Message } from '../rules/finding.ts';
import type { Fix } from '../rules/rule.ts';
import { isBlank } from '../text/chars.ts';
import type { Draft } from '../text/draft.ts';
import { toSource } from '../text/paragraph.ts';
import { readParagraph } from '../text/sections/reading.ts';
import type { Span } from '../text/span.ts';
import type { Echo, Unit } from './model.ts';
import { isClauseEdge } from './normal/normal.ts';
import { spanInBlock } from './units.ts';

/** A part of a paragraph behind a mark that numbers it: `1.`, （一）, 一是. Offsets count in `Paragraph.text`. */
interface Member {
  readonly mark: Span;
  /** Where the next one begins, or the paragraph ends. */
  readonly end: number;
  /** Whether its mark opens the paragraph. */
  readonly opens: boolean;
  /** Whether it is one of a row within the paragraph. */
  readonly inRow: boolean;
}

/** Deletes the whole clauses of a copy; undefined when it holds none, or when quotation marks would be torn apart. */
export function deletion(draft: Draft, unit: Unit, echo: Echo, minimum: number): Fix | undefined {
  const { block } = unit;
  if (block === undefined) return undefined;
  const members = membersOf(draft, unit);
  const offsetOf = (index: number): number => unit.offset + (block.normal.at[index] as number);
  const isEdge = (index: number): boolean =>
    isClauseEdge(block.normal, index) || members.some(({ mark }) => offsetOf(index) >= mark.end && offsetOf(index - 1) < mark.end);
  let { start, end } = echo;
  while (start < end && !isEdge(start)) start += 1;
  while (end > start && !isClauseEdge(block.normal, end)) end -= 1;
  if (start >= end || start - echo.start >= minimum || echo.end - end >= minimum) return undefined;
  const inside = spanInBlock(block, start, end);
  const { text } = unit.paragraph;
  const cut = withMember(text, { start: unit.offset + inside.start, end: unit.offset + inside.end }, members);
  if (cut === undefined || !isBalanced(text.slice(cut.start, cut.end))) return undefined;
  const opening = members.find(({ opens }) => opens)?.mark.end ?? 0;
  const whole = !hasWords(text.slice(opening, cut.start)) && !hasWords(text.slice(cut.end));
  const span = whole ? wholeParagraph(draft, unit.place) : inDraft(draft, unit, cut);
  const title: Message = whole ? { id: 'fix-delete-paragraph', args: {} } : { id: 'fix-delete', args: { characters: end - start } };
  return { action: 'edit', title, edits: [{ ...span, text: '' }] };
}

/** The numbered parts of a paragraph. A heading alone is none: without it, its section would fall to the one before. */
function membersOf(draft: Draft, { paragraph }: Unit): Member[] {
  const { shape, opening, runIn, inline } = readParagraph(paragraph, draft.format);
  const opens = opening !== undefined && (shape === 'item' || runIn || /[。！；]/u.test(paragraph.text.trimEnd().slice(-1)));
  const marks = [...(opens ? [opening.mark] : []), ...inline.map(({ mark }) => mark)];
  return marks.map((mark, index) => {
    const isFirst = opens && index === 0;
    const next = marks[index + 1];
    return { mark, end: next?.start ?? paragraph.text.length, opens: isFirst, inRow: !isFirst || next?.style === mark.style };
  });
}

/** The stretch with the marks around it that go with it; with the number of its member where nothing else is left of that. */
function withMember(text: string, span: Span, members: readonly Member[]): Span | undefined {
  const member = members.findLast(({ mark }) => mark.end <= span.start);
  if (member === undefined) return withMarks(text, span, 0, text.length);
  const isLast = !hasWords(text.slice(span.end, member.end));
  if (hasWords(text.slice(member.mark.end, span.start))) return withMarks(text, span, 0, isLast ? span.end : text.length);
  if (isLast && member.inRow) return withMarks(text, { start: member.mark.start, end: span.end }, 0, text.length);
  return withMarks(text, span, span.start, text.length);
}

const ends = '。！？!?';
const pauses = '，；：、,;:';
const openers = '“‘「『（(【《';
const closers = '”’」』）)】》';

/**
 * The stretch with the marks that go with it, so that the marks left behind are right; undefined when that cannot be. At
 * `first` words begin, whatever stands before; behind `last` the mark stays, whatever it is.
 */
function withMarks(text: string, span: Span, first: number, last: number): Span | undefined {
  let before = span.start;
  while (before > first && (isBlank(text.charCodeAt(before - 1)) || openers.includes(text[before - 1] as string))) before -= 1;
  const markBefore = text[before - 1];
  const opens = before <= first || ends.includes(markBefore as string) || closers.includes(markBefore as string);
  let after = span.end;
  while (after < text.length && (isBlank(text.charCodeAt(after)) || closers.includes(text[after] as string))) after += 1;
  const markAfter = text[after];
  const closes = markAfter === undefined || ends.includes(markAfter) || after >= last;
  if (!closes && !pauses.includes(markAfter) && markAfter !== '…' && markAfter !== '—') return undefined;
  if (opens && closes) {
    let end = after;
    while (end < text.length && (ends + closers).includes(text[end] as string)) end += 1;
    return { start: before, end };
  }
  if (opens) return { start: span.start, end: Math.min(text.length, after + 1) };
  if (closes) {
    if (!pauses.includes(markBefore as string)) return undefined;
    return { start: before - 1, end: after };
  }
  return { start: span.start, end: after + 1 };
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function isBalanced(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return ['“”', '‘’', '（）', '《》', '「」', '【】'].every(([open = '', close = '']) => count(open) === count(close));
}

function inDraft(draft: Draft, unit: Unit, cut: Span): Span {
  const start = draft.starts[unit.place] ?? 0;
  return { start: start + toSource(unit.paragraph, cut.start), end: start + toSource(unit.paragraph, cut.end - 1) + 1 };
}

/** A paragraph with the lines that part it from the next one, or from the one before when it is the last. */
function wholeParagraph(draft: Draft, place: number): Span {
  const start = draft.starts[place] ?? 0;
  const end = start + (draft.paragraphs[place]?.source.length ?? 0);
  const next = draft.starts[place + 1];
  if (next !== undefined) return { start, end: next };
  const previous = place === 0 ? 0 : (draft.starts[place - 1] ?? 0) + (draft.paragraphs[place - 1]?.source.length ?? 0);
  return { start: previous, end };
}
