/** Owns filling holes from the fact sheets: which entries a hole may mean, and what would then stand there. A value is never chosen. */
import { entriesFor } from '../../facts/book.ts';
import type { Book } from '../../facts/book.ts';
import type { Entry } from '../../facts/sheets.ts';
import type { Draft } from '../../text/draft.ts';
import { toText } from '../../text/paragraph.ts';
import type { Paragraph } from '../../text/paragraph.ts';
import { outlines } from '../../text/sections/index.ts';
import { firstAfter } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { Words } from '../../words.ts';
import { takingOf } from './mismatch.ts';
import type { Taking } from './mismatch.ts';
import { readSlots } from './reading.ts';
import type { Reading } from './reading.ts';
import { DraftClaims } from './standing.ts';
import type { Placed } from './placed.ts';
import type { DraftReading } from './standing.ts';

/** A hole that the fact sheets can fill. */
export interface Filling {
  /** What is to be replaced, in the draft. */
  readonly hole: Span;
  /** The stretch between full stops or semicolons that it stands in, in the draft. */
  readonly sentence: Span;
  /** Every value that may be meant; where there are several, none is more likely. */
  readonly takings: readonly Taking[];
}

/** What the sheets offer for the holes of a draft, in order; holes that they do not know are left out. Never throws. */
export function fillingsOf(draft: Draft, holes: readonly Span[], book: Book, words: Words): readonly Filling[] {
  if (book.entries.length === 0 || holes.length === 0) return [];
  const byParagraph = new Map<number, Span[]>();
  for (const hole of holes) {
    const index = firstAfter(draft.starts, hole.start) - 1;
    const paragraph = draft.paragraphs[index];
    const start = draft.starts[index] ?? 0;
    if (!paragraph || hole.end > start + paragraph.source.length) continue;
    const slot = { start: toText(paragraph, hole.start - start), end: toText(paragraph, hole.end - start) };
    byParagraph.set(index, [...(byParagraph.get(index) ?? []), slot]);
  }
  const indices = new Map(draft.paragraphs.map((paragraph, index) => [paragraph, index]));
  // The level and the places that the draft speaks of come from all of it.
  const readingOf = (paragraph: Paragraph): Reading => readSlots(paragraph, byParagraph.get(indices.get(paragraph) ?? -1) ?? []);
  const { reading } = new DraftClaims(readingOf, outlines()).take(draft);
  return reading.claims.flatMap((placed) => {
    if (placed.claim.figure.amount !== undefined) return [];
    const takings = distinct(entriesFor(placed.claim, book, reading, words).flatMap((entry) => takingOf(placed, reading, entry) ?? []));
    return takings.length > 0 ? [{ hole: holeOf(placed), sentence: sentenceOf(placed, draft), takings }] : [];
  });
}

function holeOf({ start, claim: { figure } }: Placed): Span {
  return { start, end: start + figure.number.end - figure.number.start };
}

function sentenceOf({ start }: Placed, draft: Draft): Span {
  const stop = /[。！？!?；;\r\n]/u;
  let from = start;
  while (from > 0 && !stop.test(draft.text[from - 1] as string)) from -= 1;
  let to = start;
  while (to < draft.text.length && !stop.test(draft.text[to] as string)) to += 1;
  return { start: from, end: to };
}

/** The same value from the same kind of row is offered once. */
function distinct(takings: readonly Taking[]): Taking[] {
  return takings.filter(
    (taking, index) => takings.findIndex((other) => other.value === taking.value && other.place === taking.place) === index,
  );
}

/** The figures of a draft that was read for which the sheets have one row and no other. */
export function sourcesOf(reading: DraftReading, book: Book, words: Words): readonly { readonly placed: Placed; readonly entry: Entry }[] {
  if (book.entries.length === 0) return [];
  return reading.claims.flatMap((placed) => {
    const [entry, ...more] = entriesFor(placed.claim, book, reading, words);
    return entry && more.length === 0 ? [{ placed, entry }] : [];
  });
}

/** What the sheets know of the figure at an offset of a draft that was read: its entries, and what it says. */
export function factsAt(
  reading: DraftReading,
  offset: number,
  book: Book,
  words: Words,
): { readonly placed: Placed; readonly entries: readonly Entry[] } | undefined {
  if (book.entries.length === 0) return undefined;
  const placed = reading.claims.find(({ start, end }) => start <= offset && offset <= end);
  const entries = placed ? entriesFor(placed.claim, book, reading, words) : [];
  return placed && entries.length > 0 ? { placed, entries } : undefined;
}
