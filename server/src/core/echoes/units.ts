/** Owns where units and their stretches lie, and in which order they are read. */
import type { Draft } from '../text/draft.ts';
import { spanToSource } from '../text/paragraph.ts';
import type { Span } from '../text/span.ts';
import type { Block, Unit, UnitStretch } from './model.ts';
import { endInText } from './normal/normal.ts';

/** Where a stretch of codes lies in its block's text, in UTF-16 code units. */
export function spanInBlock(block: Block, start: number, end: number): Span {
  return { start: block.normal.at[start] as number, end: endInText(block.normal, block.text, end) };
}

/** Marks around a stretch that go with it: how many characters of the text before and behind. */
export interface Margin {
  readonly before: number;
  readonly behind: number;
}

export const noMargin: Margin = { before: 0, behind: 0 };

/** Where a stretch of codes lies in the paragraph's source, in UTF-16 code units. */
export function spanInSource({ unit, start, end }: UnitStretch, margin = noMargin): Span {
  if (unit.block === undefined) return { start: 0, end: 0 };
  const inside = spanInBlock(unit.block, start, end);
  return spanToSource(unit.paragraph, {
    start: unit.offset + inside.start - margin.before,
    end: unit.offset + inside.end + margin.behind,
  });
}

/** Where a stretch of codes lies in a draft that holds the unit's paragraph. */
export function spanInDraft(draft: Draft, stretch: UnitStretch, margin = noMargin): Span {
  const start = draft.starts[stretch.unit.place] ?? 0;
  const span = spanInSource(stretch, margin);
  return { start: start + span.start, end: start + span.end };
}

const openers = new Set('“‘「『（(【《');
const endMarks = new Set('。！？!?；;”’」』）)】》');
const widest = 3;

/** The opening marks before and the end marks behind a content that stand alike at every place of it. */
export function commonMargin(places: readonly UnitStretch[]): Margin {
  const [first] = places;
  if (first?.unit.block === undefined) return noMargin;
  const { text } = first.unit.block;
  const span = spanInBlock(first.unit.block, first.start, first.end);
  let before = 0;
  while (before < widest && openers.has(text[span.start - before - 1] ?? '')) before += 1;
  let behind = 0;
  while (behind < widest && endMarks.has(text[span.end + behind] ?? '')) behind += 1;
  const head = text.slice(span.start - before, span.start);
  const tail = text.slice(span.end, span.end + behind);
  for (const { unit, start, end } of places) {
    if (before === 0 && behind === 0) break;
    if (unit.block === undefined) continue;
    const other = spanInBlock(unit.block, start, end);
    while (before > 0 && !unit.block.text.slice(0, other.start).endsWith(head.slice(head.length - before))) before -= 1;
    while (behind > 0 && !unit.block.text.startsWith(tail.slice(0, behind), other.end)) behind -= 1;
  }
  return { before, behind };
}

/** Orders stretches for lists: by draft, then as they are read. */
export function byPlace(a: UnitStretch, b: UnitStretch): number {
  const left = a.unit.desk.draft.uri;
  const right = b.unit.desk.draft.uri;
  if (left !== right) return left < right ? -1 : 1;
  return a.unit.index - b.unit.index || a.start - b.start || b.end - a.end;
}

/** How many of a list are before what is looked for; all of those stand at its head. */
export function countBefore<T extends UnitStretch>(places: readonly T[], isBefore: (place: T) => boolean): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(places[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a stretch of a block's text lies in a draft that holds its unit. */
export function textInDraft(draft: Draft, unit: Unit, start: number, end: number): Span {
  const from = draft.starts[unit.place] ?? 0;
  const span = spanToSource(unit.paragraph, { start: unit.offset + start, end: unit.offset + end });
  return { start: from + span.start, end: from + span.end };
}

/** Index of the first of the units of a draft that belongs to paragraph `place` or one behind it. */
export function firstUnit(units: readonly Unit[], place: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle] as Unit).place < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
