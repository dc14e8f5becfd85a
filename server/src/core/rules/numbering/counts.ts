/** Owns whether an announced count is kept, and whether the draft breaks off. */
import type { Finding } from '../finding.ts';
import type { Part } from '../rule.ts';
import { endsSentence } from '../../text/chars.ts';
import type { Draft } from '../../text/draft.ts';
import { spanToSource, toSource } from '../../text/paragraph.ts';
import { headingsAround } from '../../text/sections/index.ts';
import type { Outline, PlacedMark, Speech } from '../../text/sections/index.ts';
import { withoutTail } from '../../text/sections/trim.ts';
import type { Announcement } from './announce.ts';
import { countAs, found } from './judge.ts';
import type { Announced } from './judge.ts';
import type { ParagraphNotes } from './read.ts';
import type { Row } from './rows.ts';
import { runsOf } from './slips.ts';

/** How many paragraphs may stand between an announcement and its list. */
const reach = 3;
/** How many rows behind an announcement are looked at. */
const mostRows = 24;

/** Announced counts that what follows does not keep. `rows` in order of their first members. */
export function judgeCounts(
  parts: readonly Part<ParagraphNotes>[],
  rows: readonly Row[],
  speech: Speech,
  draft: Draft,
): { readonly findings: Finding[]; readonly announced: Announced } {
  const findings: Finding[] = [];
  const announced = new Map<number, number>();
  for (let index = speech.firstParagraph; index < speech.endParagraph; index += 1) {
    const part = parts[index];
    if (part === undefined) continue;
    for (const announcement of part.read.announcements) {
      const lists = listsBehind(announcement, index, part, rows, speech);
      const [list] = lists;
      const kept = lists.filter((run) => keeps(run, announcement.count));
      for (const run of kept) announced.set((run[0] as PlacedMark).at.start, announcement.count);
      if (list === undefined || kept.length > 0) continue;
      findings.push(countFinding(announcement, part, list, draft));
    }
  }
  return { findings, announced };
}

type Run = readonly PlacedMark[];

/** Whether a run has as many parts as announced, or would have if it had no gap. */
export function keepsCount(length: number, last: number, count: number): boolean {
  return length === count || (last === count && length < count);
}

function keeps(run: Run, count: number): boolean {
  return keepsCount(run.length, run.at(-1)?.mark.number ?? 0, count);
}

/** The rows that an announcement can mean, the likeliest first: the list right behind it, or the parts of its section. */
function listsBehind(announcement: Announcement, index: number, part: Part<ParagraphNotes>, rows: readonly Row[], speech: Speech): Run[] {
  const inline = part.read.reading.inline.find((words) => words.mark.start >= announcement.listFrom);
  const between = part.paragraph.text.slice(announcement.listFrom, inline?.mark.start).trim();
  if (between !== '') return [];
  if (inline !== undefined) {
    const at = part.start + toSource(part.paragraph, inline.mark.start);
    const near = rows.slice(firstBehind(rows, index - 1), firstBehind(rows, index));
    return near.flatMap(runs).filter((run) => run[0]?.at.start === at);
  }
  const over = headingsAround(speech.sections, index).at(-1);
  const behind = rows.slice(firstBehind(rows, index)).slice(0, mostRows);
  const near = behind[0]?.members[0]?.paragraph;
  if (near === undefined || (over !== undefined && near - index > reach)) return [];
  const candidates = behind.filter((row) => {
    const first = row.members[0] as PlacedMark;
    if (row.kind === 'heads') return row.over?.start === over?.start;
    return first.initial && headingsAround(speech.sections, first.paragraph).at(-1)?.start === over?.start;
  });
  return candidates.flatMap(runs);
}

/** Index of the first row that begins behind paragraph `index`. */
function firstBehind(rows: readonly Row[], index: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.members[0]?.paragraph ?? 0) > index) high = middle;
    else low = middle + 1;
  }
  return low;
}

function runs(row: Row): Run[] {
  return runsOf(row.members.map((member) => member.mark.number)).map(({ from, to }) => row.members.slice(from, to));
}

function countFinding(announcement: Announcement, part: Part<ParagraphNotes>, run: Run, draft: Draft): Finding {
  const place = (span: { readonly start: number; readonly end: number }): { start: number; end: number } => {
    const source = spanToSource(part.paragraph, span);
    return { start: part.start + source.start, end: part.start + source.end };
  };
  const span = place(announcement);
  const numeral = place(announcement.numeral);
  const args = { found: draft.text.slice(span.start, span.end), count: run.length };
  const text = countAs(draft.text.slice(numeral.start, numeral.end), run.length);
  const first = run[0] as PlacedMark;
  return {
    ...found('count', span, 'count', args, run.length < 2 ? { fix: 'none' } : { fix: 'count', ...numeral, text }),
    related: [{ uri: draft.uri, start: first.at.start, end: first.at.end, message: { id: 'relatedAnnounced', args: {} } }],
  };
}

/** Quotation marks that are opened and never closed. A quotation may run over paragraphs, each opened anew. */
export function judgeQuotes(parts: readonly Part<ParagraphNotes>[], draft: Draft): Finding[] {
  const findings: Finding[] = [];
  let nextQuote: string | undefined;
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index] as Part<ParagraphNotes>;
    const { unclosed, firstQuote } = part.read;
    if (unclosed >= 0 && nextQuote !== '”' && !opensWithQuote(parts[index + 1])) {
      const start = part.start + toSource(part.paragraph, unclosed);
      findings.push(found('gap', { start, end: start + 1 }, 'quote', { found: draft.text.slice(start, start + 1) }, { fix: 'none' }));
    }
    nextQuote = firstQuote ?? nextQuote;
  }
  return findings.reverse();
}

function opensWithQuote(part: Part<ParagraphNotes> | undefined): boolean {
  return part !== undefined && part.paragraph.text.trimStart().startsWith('“');
}

const signs = /^(?:附件|附：|抄送|主送|来源|联系人|（.*）$|\(.*\)$|【.*】$|https?:)/u;

/** A last line that ends in the middle of a sentence. */
export function judgeEnd(parts: readonly Part<ParagraphNotes>[], outline: Outline, speech: Speech, draft: Draft): Finding[] {
  let index = speech.endParagraph - 1;
  while (index >= speech.bodyParagraph && outline.readings[index]?.shape === 'junk') index -= 1;
  const part = parts[index];
  const reading = outline.readings[index];
  if (part === undefined || reading === undefined || index < speech.bodyParagraph) return [];
  const text = withoutTail(part.paragraph.text, '*_');
  const words = text.trimStart();
  const hangs = /[，、；,;]$/u.test(text);
  const isLine = words.length < 15 || !/[，。；：、]/u.test(words) || words.includes('|') || signs.test(words);
  const isHeading = reading.shape === 'head' && !reading.runIn;
  if (isHeading || isLine || reading.guise === 'date' || (endsSentence(text) && !/[；;：:]$/u.test(text)) || (!hangs && isName(words)))
    return [];
  const clause = Math.max(...['，', '。', '；', '：', '、', '“'].map((mark) => text.lastIndexOf(mark, text.length - 2))) + 1;
  const start = Math.max(clause, text.length - 20, text.length - words.length);
  const span = spanToSource(part.paragraph, { start: start < text.length - 1 && isLow(text, start) ? start + 1 : start, end: text.length });
  const at = { start: part.start + span.start, end: part.start + span.end };
  return [found('gap', at, 'cutOff', { found: draft.text.slice(at.start, at.end) }, { fix: 'none' })];
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Offices and names under a speech hold no stop but 、. */
function isName(words: string): boolean {
  return words.length <= 30 && !/[，。；：]/u.test(words);
}
