/** Owns the measure of a draft: 字数 and what there is to say, of the whole, of a section, of a selection. */
import type { Draft } from '../text/draft.ts';
import { toText } from '../text/paragraph.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { firstAfter } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import type { Outline } from '../text/sections/index.ts';
import { addCounts, countText, noCounts } from './count.ts';
import type { Counts } from './count.ts';
import { addSpoken, silence, spokenOf } from './spoken.ts';
import type { Slot, Spoken } from './spoken.ts';

export { countText } from './count.ts';
export type { Counts } from './count.ts';
export { readAloud } from './aloud.ts';
export { spokenOf } from './spoken.ts';
export type { Slot, Spoken } from './spoken.ts';
export { againstTarget, gapDetail, gapText, lengthText, paceLimits, paceOf, paces, rangeAround, secondsOf, timeText } from './time.ts';
export type { TargetGap, TimeRange } from './time.ts';

/** Length of a stretch on paper and on the stage. */
export interface Measure {
  readonly counts: Counts;
  readonly spoken: Spoken;
}

/** The measure of no text. */
export const nothing: Measure = { counts: noCounts, spoken: silence };

/** The measure of two stretches together. */
export function addMeasures(a: Measure, b: Measure): Measure {
  return { counts: addCounts(a.counts, b.counts), spoken: addSpoken(a.spoken, b.spoken) };
}

/** Seconds of silence behind a paragraph. */
const betweenParagraphs = 0.6;

/** Remembers the measures of whole paragraphs, by paragraph object: after an edit only what it made new is measured. */
export class MeasureCache {
  readonly #known = new WeakMap<Paragraph, { readonly slots: readonly Slot[]; readonly measure: Measure }>();

  /** The measure of a whole paragraph with its holes, which count in its `text`. */
  of(paragraph: Paragraph, slots: readonly Slot[]): Measure {
    const known = this.#known.get(paragraph);
    if (known !== undefined && sameSlots(known.slots, slots)) return known.measure;
    const measure = measureParagraph(paragraph, 0, paragraph.source.length, slots);
    this.#known.set(paragraph, { slots, measure });
    return measure;
  }
}

function sameSlots(a: readonly Slot[], b: readonly Slot[]): boolean {
  return (
    a.length === b.length &&
    a.every((slot, index) => slot.start === b[index]?.start && slot.end === b[index]?.end && slot.kind === b[index]?.kind)
  );
}

/**
 * Measures a stretch of a draft. Everything counts on paper; on the stage nobody says the title block, page numbers and
 * hidden markup. `slots` are the holes of the draft in its own offsets, sorted; a hole counts as what is expected there.
 */
export function measure(draft: Draft, outline: Outline, stretch: Span, slots: readonly Slot[] = [], cache?: MeasureCache): Measure {
  let counts = noCounts;
  let spoken = silence;
  let speech = 0;
  const slotStarts = slots.map((slot) => slot.start);
  for (let index = Math.max(0, firstAfter(draft.starts, stretch.start) - 1); index < draft.paragraphs.length; index += 1) {
    const paragraph = draft.paragraphs[index] as Paragraph;
    const start = draft.starts[index] as number;
    if (start >= stretch.end) break;
    const from = Math.max(stretch.start, start) - start;
    const to = Math.min(stretch.end, start + paragraph.source.length) - start;
    if (from >= to) continue;
    while ((outline.speeches[speech]?.endParagraph ?? Infinity) <= index) speech += 1;
    const said = isSaid(outline, speech, draft, index);
    const own = slotsIn(paragraph, start, from, to, slots, slotStarts);
    const isWhole = from === 0 && to === paragraph.source.length;
    const part = isWhole && cache ? cache.of(paragraph, own) : measureParagraph(paragraph, from, to, own);
    counts = addCounts(counts, part.counts);
    if (said) spoken = addSpoken(spoken, { syllables: part.spoken.syllables, pause: part.spoken.pause + betweenParagraphs });
  }
  return { counts, spoken };
}

/** Measures a whole draft. */
export function measureDraft(draft: Draft, outline: Outline, slots: readonly Slot[] = [], cache?: MeasureCache): Measure {
  return measure(draft, outline, { start: 0, end: draft.text.length }, slots, cache);
}

function measureParagraph(paragraph: Paragraph, from: number, to: number, slots: readonly Slot[]): Measure {
  const textFrom = toText(paragraph, from);
  const text = paragraph.text.slice(textFrom, toText(paragraph, to));
  const inText = slots.map((slot) => ({ ...slot, start: slot.start - textFrom, end: slot.end - textFrom }));
  return { counts: countText(onPaper(paragraph, from, to)), spoken: spokenOf(text, inText) };
}

/** What of a stretch of `source` stands on paper: all of it, but for the marks of a markup language. */
function onPaper(paragraph: Paragraph, from: number, to: number): string {
  const marks = paragraph.masks.filter((mask) => mask.kind !== 'emphasis');
  if (marks.length === 0) return paragraph.source.slice(from, to);
  const end = toText(paragraph, to);
  let text = '';
  let at = toText(paragraph, from);
  for (const mark of marks) {
    if (mark.end <= at || mark.start >= end) continue;
    text += paragraph.text.slice(at, Math.max(at, mark.start));
    at = Math.max(at, mark.end);
  }
  return text + paragraph.text.slice(at, Math.max(at, end));
}

/** The holes inside a stretch of a paragraph, in offsets of its text. */
function slotsIn(paragraph: Paragraph, start: number, from: number, to: number, slots: readonly Slot[], starts: readonly number[]): Slot[] {
  const own: Slot[] = [];
  for (let at = firstAfter(starts, start + from - 1); at < slots.length; at += 1) {
    const slot = slots[at] as Slot;
    if (slot.start > start + to) break;
    if (slot.end > start + to) continue;
    own.push({ ...slot, start: toText(paragraph, slot.start - start), end: toText(paragraph, slot.end - start) });
  }
  return own;
}

function isSaid(outline: Outline, speech: number, draft: Draft, index: number): boolean {
  const reading = outline.readings[index];
  const around = outline.speeches[speech];
  if (reading?.shape === 'junk') return false;
  if (around === undefined || index >= around.bodyParagraph) return true;
  const at = draft.starts[index] ?? 0;
  const end = at + (draft.paragraphs[index]?.source.length ?? 0);
  return around.salutation !== undefined && around.salutation.start >= at && around.salutation.start < end;
}
