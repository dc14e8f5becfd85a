/** Owns how heads and items become a tree of sections. */
import type { Draft } from '../draft.ts';
import { spanToSource } from '../paragraph.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Span } from '../span.ts';
import { continuedItems } from './continued.ts';
import { closingFrom } from './front.ts';
import type { Front } from './front.ts';
import { listsOf } from './lists.ts';
import type { MarkStyle } from './marks.ts';
import type { List, PlacedMark, Section, Speech } from './model.ts';
import type { MarkedWords, Reading } from './reading.ts';

const levels: Readonly<Record<MarkStyle, number>> = {
  heading: 1,
  chapter: 0,
  part: 0,
  han: 1,
  'han-bracket': 2,
  arabic: 3,
  'arabic-bracket': 4,
  circled: 4,
  ordinal: 5,
  point: 5,
  shi: 5,
  yao: 5,
  qi: 5,
  first: 5,
  dash: 5,
};

/** What stands over what: a smaller rank stands over a greater one. Markdown headings by their `#` stand over all others. */
const ranks: Readonly<Partial<Record<MarkStyle, number>>> = {
  chapter: 10,
  part: 11,
  han: 13,
  'han-bracket': 14,
  arabic: 15,
  'arabic-bracket': 16,
  circled: 17,
  point: 17.5,
  ordinal: 18,
};
/** 第一， and 第一个问题， stand over 一、 when the speech numbers nothing before them. */
const onTop: Readonly<Partial<Record<MarkStyle, number>>> = { point: 11.5, ordinal: 12 };
/** What an item of a Markdown list nested in another of its style has more than that. */
const nested = 0.1;
/** The most that nesting adds, so that no list sinks below the next style. */
const deepest = 0.4;
/** Columns that nest one list in another: the mark of the outer one has at least as many. */
const nestingIndent = 2;

const itemRank = 20;

type Growing = { -readonly [key in keyof Section]: key extends 'children' ? Growing[] : Section[key] };

interface Heads {
  readonly tops: Growing[];
  /** By index of the paragraph of the heading. */
  readonly byParagraph: ReadonlyMap<number, Growing>;
}

/** One speech with its sections, and the lists in it. */
export function speechOf(
  draft: Draft,
  readings: readonly Reading[],
  front: Front,
  endParagraph: number,
): { speech: Speech; lists: List[] } {
  const from = closingFrom(draft, readings, front.body, endParagraph);
  const end = endOf(draft, endParagraph - 1);
  const lists: List[] = [];
  const continued = continuedItems(readings, front.body, from);
  const { tops, byParagraph } = headsOf(draft, readings, continued, front.body, from);
  for (const stretch of stretchesOf(draft, readings, continued, front.body, from)) {
    const found = listsOf(stretch.marks);
    lists.push(...found);
    const home = byParagraph.get(stretch.head)?.children ?? tops;
    hang(home, itemsOf(draft, found));
    home.sort((a, b) => a.start - b.start);
  }
  const { title, speaker, date, salutation } = front;
  const speech: Speech = {
    start: draft.starts[front.first] ?? 0,
    end,
    ...(title && { title }),
    ...(speaker && { speaker }),
    ...(date && { date }),
    ...(salutation && { salutation }),
    ...(from < endParagraph && { closing: { start: draft.starts[from] ?? end, end } }),
    sections: tops,
    firstParagraph: front.first,
    endParagraph,
    bodyParagraph: front.body,
  };
  return { speech, lists };
}

/** Where paragraph `index` ends in the draft. */
function endOf(draft: Draft, index: number): number {
  return (draft.starts[index] ?? 0) + (draft.paragraphs[index]?.source.length ?? 0);
}

interface OpenHead {
  readonly section: Growing;
  readonly rank: number;
  readonly indent: number;
}

/** The rank of a head: that of its style, or of a list inside the list that its indent puts it in. */
function nestedRank(open: readonly OpenHead[], style: MarkStyle, indent: number, rank: number): number {
  if (indent === 0) return rank;
  const peer = open.findLast(
    (head) => head.section.style === style && head.rank >= rank && head.rank < rank + 1 && head.indent < indent + nestingIndent,
  );
  if (peer === undefined) return rank;
  return indent < peer.indent + nestingIndent ? peer.rank : Math.min(peer.rank + nested, rank + deepest);
}

function headsOf(draft: Draft, readings: readonly Reading[], continued: ReadonlySet<number>, from: number, to: number): Heads {
  const tops: Growing[] = [];
  const byParagraph = new Map<number, Growing>();
  const open: OpenHead[] = [];
  const ordinalRanks = new Map<MarkStyle, number>();
  const close = (rank: number, before: number): void => {
    while (open.length > 0 && (open.at(-1) as OpenHead).rank >= rank) {
      const section = (open.pop() as OpenHead).section;
      section.lastParagraph = before;
      section.end = endOf(draft, before);
    }
  };
  for (let index = from; index < to; index += 1) {
    const reading = readings[index] as Reading;
    if (reading.shape !== 'head' || reading.opening === undefined || continued.has(index)) continue;
    const { style } = reading.opening.mark;
    const top = onTop[style];
    if (top !== undefined && !ordinalRanks.has(style)) ordinalRanks.set(style, open.length === 0 ? top : (ranks[style] ?? 0));
    const rank =
      reading.hashes > 0 ? reading.hashes : nestedRank(open, style, reading.indent, ordinalRanks.get(style) ?? ranks[style] ?? 0);
    close(rank, index - 1);
    const section = sectionOf(draft, index, reading.opening, 'heading', reading);
    section.rank = rank;
    (open.at(-1)?.section.children ?? tops).push(section);
    open.push({ section, rank, indent: reading.indent });
    byParagraph.set(index, section);
  }
  close(0, Math.max(from, to - 1));
  return { tops, byParagraph };
}

function sectionOf(draft: Draft, index: number, words: MarkedWords, kind: Section['kind'], reading: Reading | undefined): Growing {
  const paragraph = draft.paragraphs[index] as Paragraph;
  const start = draft.starts[index] as number;
  const { mark, title } = words;
  const head = spanToSource(paragraph, { start: mark.start, end: Math.max(mark.end, title.end) });
  return {
    kind,
    style: mark.style,
    number: mark.number,
    level: mark.style === 'heading' ? (reading?.hashes ?? 1) : levels[mark.style],
    rank: ranks[mark.style] ?? itemRank,
    marker: mark.text.trim(),
    title: paragraph.text.slice(title.start, title.end),
    head: { start: start + head.start, end: start + head.end },
    runIn: reading?.runIn ?? true,
    children: [],
    start: kind === 'heading' ? start : start + head.start,
    end: start + paragraph.source.length,
    firstParagraph: index,
    lastParagraph: index,
  };
}

/** The items between one heading and the next, as they stand, and the paragraph of the heading over them (-1: none). */
function* stretchesOf(
  draft: Draft,
  readings: readonly Reading[],
  continued: ReadonlySet<number>,
  from: number,
  to: number,
): Generator<{ head: number; marks: PlacedMark[] }> {
  let stretch = { head: -1, marks: [] as PlacedMark[] };
  for (let index = from; index < to; index += 1) {
    const reading = readings[index] as Reading;
    const isItem = reading.shape === 'item' || continued.has(index);
    if (reading.shape === 'head' && !isItem) {
      if (stretch.marks.length > 0) yield stretch;
      stretch = { head: index, marks: [] };
    }
    if (isItem && reading.opening) stretch.marks.push(placed(draft, index, reading.opening, true));
    for (const words of reading.inline) stretch.marks.push(placed(draft, index, words, false));
  }
  if (stretch.marks.length > 0) yield stretch;
}

/** A mark of paragraph `index` in the draft. */
export function placed(draft: Draft, index: number, words: MarkedWords, initial: boolean): PlacedMark {
  const paragraph = draft.paragraphs[index] as Paragraph;
  const base = draft.starts[index] as number;
  const shift = (span: Span): Span => {
    const source = spanToSource(paragraph, span);
    return { start: base + source.start, end: base + source.end };
  };
  const { mark, title } = words;
  return { mark, title, at: shift(mark), numeral: shift(mark.numeral), paragraph: index, initial };
}

function itemsOf(draft: Draft, lists: readonly List[]): Growing[] {
  const items: Growing[] = [];
  for (const { members } of lists) {
    if (members.length < 2) continue;
    for (const [at, member] of members.entries()) {
      const next = members[at + 1];
      const section = sectionOf(draft, member.paragraph, member, 'item', undefined);
      if (next !== undefined && next.paragraph === member.paragraph) section.end = next.at.start;
      items.push(section);
    }
  }
  return items.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Hangs items into `home`, and under each other where one holds another. */
function hang(home: Growing[], items: readonly Growing[]): void {
  const open: Growing[] = [];
  for (const item of items) {
    while (open.length > 0 && (open.at(-1) as Growing).end <= item.start) open.pop();
    const around = open.at(-1);
    if (around !== undefined) item.end = Math.min(item.end, around.end);
    if (item.head.end > item.end) item.head = { start: item.head.start, end: item.end };
    (around?.children ?? home).push(item);
    open.push(item);
  }
}
