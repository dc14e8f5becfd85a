/** Owns where lines start and whether a line break fell in the middle of a sentence. */
import { endsSentence, isBlank, isDigit, isHan, isLatin, isLineBreak } from './chars.ts';

/** Start and end of one line of a text; `end` excludes the break, `next` is where the next line starts. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The line that starts at `start`. CR LF is one break. */
export function lineAt(text: string, start: number): Line {
  let end = start;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end += 1;
  let next = end;
  if (next < text.length) next += text.charCodeAt(next) === 0x0d && text.charCodeAt(next + 1) === 0x0a ? 2 : 1;
  return { start, end, next };
}

/** Whether a line holds nothing but blanks. */
export function isBlankLine(text: string, line: Line): boolean {
  for (let at = line.start; at < line.end; at += 1) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}

/**
 * Heads of a numbered part: 一、 （一） 1. 1、 （1） ① 第一章 一是 ——, a Markdown head or list mark, and what else opens a line
 * of its own: a bracketed date or name, a salutation, an attachment.
 */
const opensLine =
  /^(?:[\u3000]|[ \t]{2}|[#>|+]|[-*][ \t]|——|[（(〔【[]|[①-⑳]|第[一二三四五六七八九十百零〇\d]{1,4}[章节条部篇]|[一二三四五六七八九十]{1,3}[、是要．.]|\d{1,2}[、.．][^\d]|附件|同志们|各位|尊敬的|女士们|谢谢|\d{4}年\d{1,2}月\d{1,2}日$)/u;

/** A heading that stands alone: it opens like a part and holds no full stop. */
const standsAlone =
  /^[ \t\u3000]*(?:#{1,6}[ \t]|第?[一二三四五六七八九十]{1,3}[、章节篇]|第[一二三四五六七八九十\d]{1,2}(?:部分|编)|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．])[^。！？!?]{0,60}$/u;

/** A line of labels with their values: 联系人：待定　联系电话：待补. */
const isField = /^[ \t\u3000]*[\p{Script=Han}]{1,6}[：:][^，。；]{0,40}$/u;

const clauseMark = /[，。；：、！？,;]/u;

/**
 * Whether the break between two lines fell inside a sentence: the first is running text without an end mark and the
 * second does not open like a line of its own. Decided from the two lines alone, so that an edit elsewhere cannot change it.
 */
export function breaksSentence(line: string, next: string): boolean {
  if (line.length < 12 || endsSentence(line) || opensLine.test(next)) return false;
  if (isField.test(line)) return false;
  if (!clauseMark.test(line) || standsAlone.test(line) || /^[ \t]*[|#>]/u.test(line)) return false;
  const last = line.charCodeAt(line.trimEnd().length - 1);
  const first = next.charCodeAt(0);
  // Two figures or two Latin words would run into one.
  const alphanumeric = (unit: number): boolean => isDigit(unit) || isLatin(unit);
  if (alphanumeric(last) && alphanumeric(first)) return false;
  const goesOn = isHan(last) || isDigit(last) || isLatin(last) || '、，,％%）)”’》〉'.includes(String.fromCharCode(last));
  return goesOn && (isHan(first) || isDigit(first) || isLatin(first) || isBlank(first) || '，。、；％%”》'.includes(next[0] ?? ' '));
}

/** What a text needs to have for `lineBreaksIn`. */
interface Cut {
  readonly text: string;
  readonly paragraphs: readonly { readonly source: string }[];
  readonly starts: readonly number[];
}

/** How many line breaks stand in a draft between its first `head` and its last `tail` paragraphs. */
export function lineBreaksIn({ text, paragraphs, starts }: Cut, head: number, tail: number): number {
  const start = head === 0 ? 0 : (starts[head - 1] as number) + (paragraphs[head - 1] as Cut['paragraphs'][number]).source.length;
  const end = tail === 0 ? text.length : (starts[starts.length - tail] as number);
  let breaks = 0;
  for (let at = start; at < end; at += 1)
    if (isLineBreak(text.charCodeAt(at)) && !(text.charCodeAt(at) === 0x0d && text.charCodeAt(at + 1) === 0x0a)) breaks += 1;
  return breaks;
}
