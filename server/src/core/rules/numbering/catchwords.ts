/** Owns catchwords that count their own parts: “六个始终”：始终…；始终…, “四个带头”，即带头…、带头…, 五大关系：…的关系，…的关系. */
import type { Span } from '../../text/span.ts';
import { itemVerbs } from '../../text/sections/mark-forms.ts';
import { readNumeral } from '../../text/sections/numerals.ts';

/** A catchword with its parts behind it: numbered ones, or more or fewer than it says. Offsets count in the paragraph's text. */
export interface Catchword extends Span {
  readonly numeral: Span;
  readonly count: number;
  /** Where the parts begin. */
  readonly listFrom: number;
  /** `undefined` when the parts have numbers of their own, or stand in paragraphs of their own: these are counted by rows. */
  readonly found: number | undefined;
}

const numeral = '[二两三四五六七八九]|十[一二三四五六七八九]?|[2-9]|1\\d';
const link = '(?:：|:|，?(?:即|也就是|就是)[：:“]?|——)';
const quoted = new RegExp(`“(?<n>${numeral})(?<m>[个大种]?)(?<w>\\p{Script=Han}{1,4})”[^，。：；！？“”、]{0,6}${link}`, 'gu');
const bare = new RegExp(
  `(?<![一二三四五六七八九十百千万几数两第“\\d])(?<n>${numeral})(?<m>[个大种项])(?:“(?=[^”]{1,2}”)|\\p{Script=Han}{0,3}?)(?<w>\\p{Script=Han}{2})”?${link}`,
  'gu',
);

/** Words farther from the catchword than this are none of its parts. */
const farthest = 600;
/** 一是…, 第一…: a list with numbers of its own is judged by these. */
const numbered = new RegExp(`^[ \\u3000]*(?:[一1][是要${itemVerbs}]|第一|首先|其一|①|[（(]?[一1][）).．、])`, 'u');
/** A list that says it is not whole. */
const open = /等|…|之类|以及其他/u;

/** Catchwords of `text` whose parts have numbers, or are more or fewer than they say. What cannot be told with certainty is left out. */
export function catchwordsIn(text: string): Catchword[] {
  const words: Catchword[] = [];
  for (const [pattern, isQuoted] of [
    [quoted, true],
    [bare, false],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const { n = '', m = '', w = '' } = match.groups ?? {};
      const count = readNumeral(n);
      if (count === undefined) continue;
      const start = match.index + match[0].indexOf(n);
      const listFrom = match.index + match[0].length;
      const parts = text.slice(listFrom, listFrom + farthest);
      const byRows = isQuoted && (numbered.test(parts) || parts.trim() === '');
      const found = byRows ? undefined : partsOf(parts, w, count, isQuoted);
      if (found === undefined && !byRows) continue;
      const end = isQuoted ? start + n.length + m.length + w.length : start + match[0].lastIndexOf(w) - match[0].indexOf(n) + w.length;
      words.push({ start, end, numeral: { start, end: start + n.length }, count, listFrom, found });
    }
  }
  return words;
}

/** Marks that part a list, the coarsest first. */
const separators = [/[。！；;]/u, /[。！；;，,]/u, /[。！；;，,、]/u];

/** How many parts are there when they are certainly not `count`; `undefined` when they are, or when nobody can tell. */
function partsOf(text: string, word: string, count: number, isQuoted: boolean): number | undefined {
  if (numbered.test(text)) return undefined;
  const all = listOf(text, word);
  if (all === undefined || open.test(all)) return undefined;
  const heads: number[] = [];
  for (const separator of separators) {
    const parts = piecesOf(all, separator);
    const led = parts.filter((part) => part.startsWith(word)).length;
    const leading = parts.findIndex((part) => !part.startsWith(word));
    if (led === count) return undefined;
    if (led >= 2 && (leading < 0 || leading >= led)) heads.push(led);
  }
  if (all.split(word).length - 1 === count) return undefined;
  const head = heads.at(-1);
  if (head !== undefined) return isNear(head, count) ? head : undefined;
  const held = isQuoted ? holding(all, word) : undefined;
  if (held !== undefined) return isNear(held, count) ? held : undefined;
  if (word.length < 2) return undefined;
  for (const separator of separators) {
    const parts = piecesOf(firstSentence(text), separator);
    if (parts.length >= 2 && parts.every((part) => part.endsWith(word)))
      return parts.length !== count && isNear(parts.length, count) ? parts.length : undefined;
  }
  return undefined;
}

/** How many parts there are when each holds the word once: 五个新：发展有新速度，改革有新进展，… */
function holding(all: string, word: string): number | undefined {
  const whole = all.split(word).length - 1;
  const fits = separators
    .map((separator) => piecesOf(all, separator))
    .find((parts) => parts.length === whole && parts.every((part) => part.includes(word)));
  return fits !== undefined && fits.length >= 3 ? fits.length : undefined;
}

/** A list that is half of what was said is more likely another thing. */
function isNear(found: number, count: number): boolean {
  return found >= 2 && Math.abs(found - count) <= count / 2;
}

/** The sentence behind the catchword, and those after it that open with its word as well. */
function listOf(text: string, word: string): string | undefined {
  let end = sentenceEnd(text, 0);
  if (end < 0) return undefined;
  while (text.startsWith(word, end)) {
    const next = sentenceEnd(text, end);
    if (next < 0) return undefined;
    end = next;
  }
  return text.slice(0, end);
}

function firstSentence(text: string): string {
  const end = sentenceEnd(text, 0);
  return end < 0 ? '' : text.slice(0, end);
}

/** Behind the end mark of the sentence at `from`; the end of a paragraph ends it too, the edge of the window does not. */
function sentenceEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if ('。！？'.includes(text.charAt(at))) return at + 1;
  return text.length < farthest ? text.length : -1;
}

function piecesOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.replace(/^[ \u3000“”]+|[ \u3000“”]+$/gu, ''))
    .filter((part) => part !== '');
}
