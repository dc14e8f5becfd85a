/** Owns what one paragraph says of the structure of its draft. A reading knows nothing of where the paragraph stands. */
import { isBlank, isHan } from '../chars.ts';
import type { Format } from '../draft.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Span } from '../span.ts';
import { guiseOf } from './guise.ts';
import type { Guise } from './guise.ts';
import { itemVerbs } from './mark-forms.ts';
import { headStyles, inlineMarkAt, markAt } from './marks.ts';
import type { Mark, MarkStyle } from './marks.ts';
import { pairedSpans } from './pairs.ts';

/** A mark and the words it stands over. Offsets count in `Paragraph.text`. */
export interface MarkedWords {
  readonly mark: Mark;
  /** The heading or the opening clause, without the mark and the end mark. */
  readonly title: Span;
}

/** What one paragraph says of the structure. Offsets count in `Paragraph.text`. */
export interface Reading {
  /**
   * - `head` opens a section; `item` opens with the mark of a list; `text` does neither;
   * - `junk` is no part of the speech: a page number, a line of question marks, a rule, hidden markup.
   */
  readonly shape: 'head' | 'item' | 'text' | 'junk';
  readonly opening?: MarkedWords;
  /** Whether text follows the heading in the same paragraph. */
  readonly runIn: boolean;
  /** How many `#` a Markdown heading has; 0 for anything else. */
  readonly hashes: number;
  /** Columns of blanks before the words in Markdown, where they nest lists; 0 in plain text. */
  readonly indent: number;
  /** Marks of items inside the paragraph, in order, quoted ones left out. */
  readonly inline: readonly MarkedWords[];
  /** What else the paragraph looks like by its words alone; whether it is that depends on where it stands. */
  readonly guise: Guise | undefined;
}

const nothing: Reading = { shape: 'junk', runIn: false, hashes: 0, indent: 0, inline: [], guise: undefined };

const junkLine =
  /^(?:[?？□■\uFFFD]+|[-—–~·\s]*[0-9０-９]{1,3}[-—–~·\s]*|第?\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|[Pp]\d{1,3}|(?:[-*_=]\s*){3,})$/u;

const longestHead = 60;
const longestTitle = 40;

/** Reads one paragraph. Pure: depends on the paragraph and the format alone. */
export function readParagraph(paragraph: Paragraph, format: Format): Reading {
  const { text } = paragraph;
  if (junkLine.test(text.trim())) return nothing;
  const lead = leadOf(text, format);
  if (paragraph.masks.some((mask) => mask.kind === 'hidden' && mask.start <= lead.end && mask.end > lead.end)) return nothing;

  const mark = markAt(text, lead.end) ?? (lead.hashes > 0 ? bareHeading(lead.end) : undefined);
  const quoted = pairedSpans(text);
  const inline = inlineMarks(text, mark, lead.end, quoted);
  const guise = guiseOf(text.slice(lead.end), lead.hashes, mark?.style);
  const { hashes } = lead;
  const indent = format === 'markdown' ? columnsOf(text) : 0;
  if (mark === undefined) return { shape: 'text', runIn: false, hashes: 0, indent, inline, guise };
  const goesOn = inline.some((words) => words.mark.style === mark.style && words.mark.number === mark.number + 1 && mark.number > 0);
  const isHead = headStyles.has(mark.style) && !goesOn;
  const head = isHead ? headOf(text, mark, inline[0]?.mark.start) : { title: clauseOf(text, mark.end), runIn: true };
  return { shape: isHead ? 'head' : 'item', opening: { mark, title: head.title }, runIn: head.runIn, hashes, indent, inline, guise };
}

/** The column of the first character that is no blank; a tab goes to the next multiple of four (CommonMark 2.2). */
function columnsOf(text: string): number {
  let column = 0;
  for (const unit of text) {
    if (unit === ' ') column += 1;
    else if (unit === '\t') column += 4 - (column % 4);
    else break;
  }
  return column;
}

/** What stands before the words of a paragraph: blanks and the marks of Markdown. */
function leadOf(text: string, format: Format): { readonly end: number; readonly hashes: number } {
  let end = skipBlanks(text, 0);
  if (format !== 'markdown') return { end, hashes: 0 };
  const found = /^(?:>[ \t]?)*(?:(#{1,6})[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?(?:\*{1,3}|_{2,3})?/u.exec(text.slice(end));
  const hashes = found?.[1]?.length ?? 0;
  end = skipBlanks(text, end + (found?.[0].length ?? 0));
  return { end, hashes };
}

function bareHeading(at: number): Mark {
  return { style: 'heading', number: 0, numeral: { start: at, end: at }, start: at, end: at, text: '' };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

const endsHead = new Set('。！？!?；;');
const endsClause = new Set('。！？!?；;，,：:');

/** The heading behind `mark`: the rest of the line, or its first sentence when text follows. */
function headOf(text: string, mark: Mark, firstItem: number | undefined): { readonly title: Span; readonly runIn: boolean } {
  const start = skipMarks(text, mark.end);
  const limit = firstItem === undefined ? text.length : Math.max(start, firstItem);
  let end = start;
  while (end < limit && !endsHead.has(text.charAt(end))) end += 1;
  const runIn = skipMarks(text, end < text.length && endsHead.has(text.charAt(end)) ? end + 1 : end) < text.length;
  if (end - start > longestHead) end = clauseOf(text, start).end;
  return { title: trimmed(text, start, end), runIn };
}

/** The words from `from` up to the first mark that ends a clause. */
function clauseOf(text: string, from: number): Span {
  const start = skipMarks(text, from);
  let end = start;
  while (end < text.length && end - start < longestTitle && !endsClause.has(text.charAt(end))) end += 1;
  if (end < text.length && isLowSurrogate(text, end)) end -= 1;
  return trimmed(text, start, end);
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function skipMarks(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isBlank(text.charCodeAt(at)) || '*_#'.includes(text.charAt(at)))) at += 1;
  return at;
}

function trimmed(text: string, start: number, stop: number): Span {
  let end = stop;
  while (end > start && (isBlank(text.charCodeAt(end - 1)) || '*_#：:'.includes(text.charAt(end - 1)))) end -= 1;
  return { start, end };
}

/** ① marks an item wherever it stands. */
const circled = /[①-⑳]/u;
const mayOpenItem = /[一二三四五六七八九十其第首再最（(①-⑳0-9０-９]/gu;

/** Whether a clause may begin behind the character before `at`. */
function atBoundary(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before -= 1;
  return before >= 0 && '。；;：:，,、！!？?…”）)'.includes(text.charAt(before));
}

function inlineMarks(text: string, own: Mark | undefined, from: number, quoted: readonly Span[]): readonly MarkedWords[] {
  const found: MarkedWords[] = [];
  const first = own?.end ?? from;
  let quote = 0;
  const verbs = verbsIn(text);
  let next = first;
  for (const { index: at } of text.matchAll(mayOpenItem)) {
    if (at < next) continue;
    while (quote < quoted.length && (quoted[quote] as Span).end <= at) quote += 1;
    const around = quoted[quote];
    if (around !== undefined && around.start < at) continue;
    if (!circled.test(text.charAt(at)) && !atBoundary(text, at) && at !== first) continue;
    const mark = inlineMarkAt(text, at);
    if (mark === undefined || !isList(text, mark, verbs)) continue;
    found.push({ mark, title: clauseOf(text, mark.end) });
    next = mark.end;
  }
  const second = found.findIndex(({ mark }) => mark.number === 2 && (mark.style === 'shi' || mark.style === 'yao'));
  const late = second < 0 ? undefined : firstInside(text, first, found, second);
  return late === undefined ? found : [...found.slice(0, second), late, ...found.slice(second)];
}

/** 各单位一要…；二要…: the first mark of a list may follow its subject without a stop. */
function firstInside(text: string, from: number, found: readonly MarkedWords[], second: number): MarkedWords | undefined {
  const next = (found[second] as MarkedWords).mark;
  if (found.slice(0, second).some(({ mark }) => mark.style === next.style && mark.number === 1)) return undefined;
  const at = text.lastIndexOf(`一${next.text.slice(-1)}`, next.start - 1);
  const mark = at < from || '唯统之同第单万其专'.includes(text.charAt(at - 1)) ? undefined : inlineMarkAt(text, at);
  const before = found[second - 1];
  if (mark === undefined || mark.style !== next.style || (before !== undefined && before.mark.end > at)) return undefined;
  return { mark, title: clauseOf(text, mark.end) };
}

/** The verbs that number items here: 要, and others when 一算 and 二算 (or 三算) both stand there. */
function verbsIn(text: string): ReadonlySet<string> {
  const first = new Set<string>();
  const later = new Set<string>();
  for (const [, number, verb] of text.matchAll(countedVerb)) (number === '一' ? first : later).add(verb as string);
  return new Set(['要', ...[...first].filter((verb) => later.has(verb))]);
}

const countedVerb = new RegExp(`([一二三])([${itemVerbs}])`, 'gu');
const numeralOnly: ReadonlySet<MarkStyle> = new Set<MarkStyle>(['han', 'han-bracket', 'arabic', 'arabic-bracket']);

/** Sifts out what only looks like the mark of an item. */
function isList(text: string, mark: Mark, verbs: ReadonlySet<string>): boolean {
  const next = text.charCodeAt(skipBlanks(text, mark.end));
  const before = text.charAt(mark.start - 1);
  if (numeralOnly.has(mark.style)) {
    return '。；;：:！!？?'.includes(before) && (isHan(next) || '“【'.includes(text.charAt(mark.end)));
  }
  if (mark.style === 'yao' && !verbs.has(text.charAt(mark.end - 1))) return false;
  // 把质量放在首位、第一，… is no list: an ordinal opens a clause only behind a stop.
  if (mark.style === 'ordinal' || mark.style === 'point' || mark.style === 'yao') return before !== '、' && before !== '”';
  return true;
}
