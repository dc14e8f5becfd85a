/** Owns what stands before a caret: what has been typed of a word, and what that word opens. */
import type { Draft } from '../text/draft.ts';
import { toText } from '../text/paragraph.ts';
import { inlineMarkAt, markAt } from '../text/sections/marks.ts';
import { firstAfter } from '../text/span.ts';

/**
 * What begins where the typed word begins: a `line` (indentation and the mark of a heading or an item aside), a `sentence` (or
 * the clause behind a semicolon or colon), a `clause`, or nothing but more `words`.
 */
export type Opens = 'line' | 'sentence' | 'clause' | 'words';

/** A place where something may be typed. */
export interface Caret {
  /** UTF-16 code units of the draft. */
  readonly offset: number;
  /** Letters right before the caret, lower case; empty if there are none. */
  readonly letters: string;
  /** Whether there is a capital among the letters. */
  readonly capital: boolean;
  /** Chinese characters right before the caret, without the mark of an item in front of them; empty behind letters. */
  readonly han: string;
  readonly opens: Opens;
  /** The line before the caret, its last part if it is long. */
  readonly before: string;
  /** The character behind the caret; empty at the end of a line. */
  readonly after: string;
  /** The blanks that the line begins with. */
  readonly indent: string;
  /** Index of the paragraph that the caret stands in, or of the one before it; -1 when there is none. */
  readonly paragraph: number;
  /** Whether what is typed opens a line that has no mark of a heading or an item. */
  readonly bareLine: boolean;
  /** Whether the line holds nothing, before the caret or behind it. */
  readonly blankLine: boolean;
}

/** How far a line is read back. */
const farBack = 240;
const longestHan = 16;

const lettersBefore = /[A-Za-z][A-Za-z-]{0,39}$/;
const hanBefore = new RegExp(`[\\p{Script=Han}〇]{1,${longestHan}}$`, 'u');
/** Letters behind these belong to a word of another language, an address or a formula. */
const foreign = /[\w@./\\:#$%&=~^-]$|[A-Za-z0-9][ \t]+$/;
const lineLead = /^[ \t\u3000]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|[-*+][ \t]+)?(?:\*{1,3})?/;
const sentenceEnd = /[。！？!?；;：:][”’」』）)》]*[ \t\u3000]*$/u;
const clauseEnd = /[，、,“‘（(《「『【—…・ \t\u3000]$/u;

/** What stands before `offset`; `undefined` where nothing is to be offered: in code, in an address, inside a foreign word. */
export function caretAt(draft: Draft, offset: number): Caret | undefined {
  const { text } = draft;
  const lineStart = lineStartAt(text, offset);
  const before = text.slice(Math.max(lineStart, offset - farBack), offset);
  const after = /^[^\r\n]/u.exec(text.slice(offset, offset + 2))?.[0] ?? '';
  const paragraph = firstAfter(draft.starts, offset) - 1;
  if (isHidden(draft, paragraph, offset)) return undefined;
  const letters = lettersBefore.exec(before)?.[0] ?? '';
  if (letters !== '' && (foreign.test(before.slice(0, -letters.length)) || /[A-Za-z0-9_]/.test(after))) return undefined;
  const run = letters === '' ? (hanBefore.exec(before)?.[0] ?? '') : '';
  const han = run.slice(markedLength(before, run));
  const rest = before.slice(0, before.length - letters.length - han.length);
  const whole = before.length === offset - lineStart;
  return {
    offset,
    letters: letters.toLowerCase(),
    capital: /[A-Z]/.test(letters),
    han,
    opens: opensBehind(rest, whole),
    before,
    after,
    indent: whole ? (/^[ \t\u3000]*/u.exec(before)?.[0] ?? '') : '',
    paragraph,
    bareLine: whole && rest.trim() === '',
    blankLine: whole && before.trim() === '' && /^[ \t\u3000]*(?:[\r\n]|$)/u.test(text.slice(offset, offset + farBack)),
  };
}

function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && offset - start <= farBack && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
  return start;
}

function isHidden(draft: Draft, index: number, offset: number): boolean {
  const paragraph = draft.paragraphs[index];
  if (paragraph === undefined || paragraph.masks.length === 0) return false;
  const at = offset - (draft.starts[index] ?? 0);
  if (at > paragraph.source.length) return false;
  const inText = toText(paragraph, at);
  return paragraph.masks.some((mask) => mask.kind === 'hidden' && mask.start < inText && inText <= mask.end);
}

/** How much of a run of Chinese characters is the mark of the item that it opens: two in 一是形势. */
function markedLength(before: string, run: string): number {
  if (run === '') return 0;
  const start = before.length - run.length;
  const rest = before.slice(0, start);
  const lead = lineLead.exec(before)?.[0].length ?? 0;
  const mark = start === lead ? markAt(before, start) : sentenceEnd.test(rest) ? inlineMarkAt(before, start) : undefined;
  return mark === undefined ? 0 : Math.min(run.length, mark.end - mark.start);
}

function opensBehind(rest: string, whole: boolean): Opens {
  const lead = whole ? (lineLead.exec(rest)?.[0].length ?? 0) : 0;
  if (whole && (lead === rest.length || markAt(rest, lead)?.end === rest.length)) return 'line';
  if (sentenceEnd.test(rest) || marksSentence(rest)) return 'sentence';
  return clauseEnd.test(rest) ? 'clause' : 'words';
}

/** Whether a text ends with the mark of an item behind the end of a sentence: `…；二是`. */
function marksSentence(rest: string): boolean {
  const mark =
    /[一二三四五六七八九十]{1,3}[是要]$|其[一二三四五六七八九]，$|(?:首先|其次|再次|最后|第[一二三四五六七八九十]{1,3})，$/u.exec(rest);
  return mark !== null && sentenceEnd.test(rest.slice(0, mark.index));
}
