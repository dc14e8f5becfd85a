/** Owns whether an announced count is kept. */
import type { Finding } from '../finding.ts';
import type { Part } from '../rule.ts';
import type { Draft } from '../../text/draft.ts';
import { spanToSource, toSource } from '../../text/paragraph.ts';
import { headingsAround } from '../../text/sections/index.ts';
import type { Outline, PlacedMark, Speech } from '../../text/sections/index.ts';
import type { Span } from '../../text/span.ts';
import type { Announcement } from './announce.ts';
import type { Catchword } from './catchwords.ts';
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
  outline: Outline,
  draft: Draft,
): { readonly findings: Finding[]; readonly announced: Announced } {
  const findings: Finding[] = [];
  const announced = new Map<number, number>();
  for (let index = speech.firstParagraph; index < speech.endParagraph; index += 1) {
    const part = parts[index];
    if (part === undefined) continue;
    // Of several counts before one list (十五项任务分三类：) the list has to keep one; the nearest is told.
    const broken = new Map<number, Finding | undefined>();
    for (const announcement of part.read.announcements) {
      const lists = listsBehind(announcement, index, part, rows, speech, outline);
      const [list] = lists;
      const kept = lists.filter((run) => keeps(run, announcement.count));
      for (const run of kept) announced.set((run[0] as PlacedMark).at.start, announcement.count);
      if (kept.length > 0 || saysAlike(announcement, part)) broken.set(announcement.listFrom, undefined);
      else if (list !== undefined && !(broken.has(announcement.listFrom) && broken.get(announcement.listFrom) === undefined))
        broken.set(announcement.listFrom, countFinding(announcement, part, list, draft));
    }
    for (const finding of broken.values()) if (finding !== undefined) findings.push(finding);
    for (const word of part.read.catchwords) findings.push(catchwordFinding(word, part, draft));
  }
  return { findings, announced };
}

type Run = readonly PlacedMark[];

/** 办两件大事：一是……；一是……: each part may be said to be one. */
function saysAlike({ listFrom, count }: Announcement, part: Part<ParagraphNotes>): boolean {
  const ones = /^一(?:是|要)/u;
  const listed = part.read.reading.inline.filter(({ mark }) => mark.start >= listFrom);
  const alike = listed.filter(({ mark }) => ones.test(part.paragraph.text.slice(mark.start, mark.end + 1)));
  return alike.length === count && listed.every(({ mark }) => mark.number === 1);
}

/** Whether a run has as many parts as announced, or would have if it had no gap. */
export function keepsCount(length: number, last: number, count: number): boolean {
  return length === count || (last === count && length < count);
}

function keeps(run: Run, count: number): boolean {
  return keepsCount(run.length, run.at(-1)?.mark.number ?? 0, count);
}

/** The rows that an announcement can mean, the likeliest first: the list right behind it, or the parts of its section. */
function listsBehind(
  announcement: Announcement,
  index: number,
  part: Part<ParagraphNotes>,
  rows: readonly Row[],
  speech: Speech,
  outline: Outline,
): Run[] {
  const inline = part.read.reading.inline.find((words) => words.mark.start >= announcement.listFrom);
  const between = part.paragraph.text.slice(announcement.listFrom, inline?.mark.start).trim();
  if (between !== '') return [];
  if (inline !== undefined) {
    const at = part.start + toSource(part.paragraph, inline.mark.start);
    const near = rows.slice(firstBehind(rows, index - 1), firstBehind(rows, index));
    return near.flatMap(runs).filter((run) => run[0]?.at.start === at);
  }
  if (announcement.reach === 'inline' || (announcement.reach === 'next' && !opensList(outline, index + 1))) return [];
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

/** Whether the next paragraph from `index` on that is part of the speech begins a list. */
function opensList(outline: Outline, index: number): boolean {
  let at = index;
  while (outline.readings[at]?.shape === 'junk') at += 1;
  const mark = outline.readings[at]?.opening?.mark;
  return mark?.number === 1 || mark?.style === 'dash';
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

/** The runs of a row. 首先 alone opens no list: the rest may be told in any words. */
function runs(row: Row): Run[] {
  if (row.style === 'first' && row.members.length < 2) return [];
  return runsOf(row.members.map((member) => member.mark.number)).map(({ from, to }) => row.members.slice(from, to));
}

function countFinding(announcement: Announcement, part: Part<ParagraphNotes>, run: Run, draft: Draft): Finding {
  return miscount(announcement, run.length, (run[0] as PlacedMark).at, part, draft);
}

function catchwordFinding(word: Catchword, part: Part<ParagraphNotes>, draft: Draft): Finding {
  return miscount(word, word.found ?? 0, inDraft(part, { start: word.listFrom, end: word.listFrom + 1 }), part, draft);
}

function miscount(told: Announcement | Catchword, count: number, first: Span, part: Part<ParagraphNotes>, draft: Draft): Finding {
  const span = inDraft(part, told);
  const numeral = inDraft(part, told.numeral);
  const args = { found: draft.text.slice(span.start, span.end), count };
  const text = countAs(draft.text.slice(numeral.start, numeral.end), count);
  return {
    ...found('count', span, 'count', args, count < 2 ? { fix: 'none' } : { fix: 'count', ...numeral, text }),
    related: [{ uri: draft.uri, start: first.start, end: first.end, message: { id: 'relatedAnnounced', args: {} } }],
  };
}

function inDraft(part: Part<ParagraphNotes>, span: Span): Span {
  const source = spanToSource(part.paragraph, span);
  return { start: part.start + source.start, end: part.start + source.end };
}
