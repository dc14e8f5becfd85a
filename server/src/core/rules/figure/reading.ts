/** Owns what the rule reads of one paragraph, and where it stands in its draft. */
import { claimsIn } from '../../facts/claims.ts';
import type { Claim } from '../../facts/claims.ts';
import type { Whereabouts } from '../../facts/book.ts';
import { figuresIn, slotFigure } from '../../facts/figures.ts';
import { periodsIn, resolved } from '../../facts/periods.ts';
import type { Period } from '../../facts/periods.ts';
import type { Draft } from '../../text/draft.ts';
import { spanToSource } from '../../text/paragraph.ts';
import type { Paragraph } from '../../text/paragraph.ts';
import { headingsAround } from '../../text/sections/index.ts';
import type { Outline } from '../../text/sections/index.ts';
import { overlaps } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { foldWidth } from '../../text/width.ts';
import { changeSlips } from './changes.ts';
import { directionSlips } from './direction.ts';
import { partSlips } from './parts.ts';
import { ratioSlips } from './ratios.ts';
import type { Slip } from './slip.ts';
import { structureSlips } from './structures.ts';
import { sumSlips } from './sums.ts';

/** What one paragraph says by itself; all offsets count from the start of its text. */
export interface Reading {
  readonly claims: readonly Claim[];
  readonly slips: readonly Slip[];
}

const nothing: Reading = { claims: [], slips: [] };

/** Reads a paragraph. Depends on nothing else, so it may be remembered with it. Never throws. */
export function readParagraph(paragraph: Paragraph): Reading {
  const { text, masks } = paragraph;
  const folded = foldWidth(text);
  const hidden = masks.filter(({ kind }) => kind === 'hidden');
  const figures = figuresIn(folded).filter((figure) => !hidden.some((mask) => overlaps(mask, figure)));
  if (figures.length === 0 && !/\d[:：∶]\d/u.test(folded)) return nothing;
  const claims = claimsIn(folded, figures);
  const slips = [directionSlips, changeSlips, partSlips, sumSlips, ratioSlips, structureSlips].flatMap((slipsOf) => slipsOf(text, claims));
  return { claims, slips: slips.filter((slip, index) => slips.findIndex((other) => overlaps(other, slip)) === index) };
}

/** Reads a paragraph whose slots, offsets of its text, count as figures still to be filled. Never throws. */
export function readSlots(paragraph: Paragraph, slots: readonly Span[]): Reading {
  const folded = foldWidth(paragraph.text);
  const open = slots.flatMap((slot) => slotFigure(folded, slot) ?? []);
  const figures = figuresIn(folded).filter((figure) => !slots.some((slot) => slot.start < figure.end && figure.start <= slot.end));
  return {
    claims: claimsIn(
      folded,
      [...figures, ...open].sort((a, b) => a.start - b.start),
    ),
    slips: [],
  };
}

/** A claim where it stands in its draft, with what the draft around it says of its time and mode. */
export interface Placed extends Span {
  readonly uri: string;
  readonly claim: Claim;
  /** The index of its paragraph. */
  readonly paragraph: number;
  /** The figure as it stands. */
  readonly text: string;
}

/** What is known of a whole draft. */
export interface DraftReading extends Whereabouts {
  readonly draft: Draft;
  readonly claims: readonly Placed[];
  readonly slips: readonly (Slip & { readonly paragraph: number })[];
}

const plansHeading = /目标|任务|安排|部署|打算|思路|计划|下一步|明年|今后|要求|举措|规划|奋斗|重点/u;
const levels = /(?:全|我)(国|省|市|县|区|州|旗|盟|镇|乡)/gu;
const placeName = /(?<!\p{Script=Han}{6})\p{Script=Han}{1,4}?(?:自治区|自治州|开发区|高新区|新区|省|市|县|区|镇|乡)/gu;
/** The most paragraphs that a title block has. */
const front = 4;

/** Claims of a paragraph where they stood last, and under which headings. */
interface Known {
  readonly around: string;
  readonly index: number;
  readonly start: number;
  readonly placed: readonly Placed[];
}

/** What was placed of paragraphs before; those that did not change are not placed anew but moved. */
export type PlacedBefore = WeakMap<Reading, Known>;

/** Puts what was read of its paragraphs into its draft. `before` must have been used with `draft.uri` alone. */
export function readDraft(
  draft: Draft,
  readingOf: (paragraph: Paragraph) => Reading,
  outlineOf: (draft: Draft) => Outline,
  before?: PlacedBefore,
): DraftReading {
  const readings = draft.paragraphs.map(readingOf);
  const claims: Placed[] = [];
  if (readings.some((reading) => reading.claims.length > 0)) {
    const outline = outlineOf(draft);
    const year = yearOf(outline.speeches[0]?.date, draft);
    const speaks = new Map<string, { readonly plans: boolean; readonly period: Period }>();
    readings.forEach((reading, index) => {
      if (reading.claims.length === 0) return;
      const titles = headingsAround(outline.sections, index).map(({ title }) => title);
      const around = `${String(year)}\n${titles.join('\n')}`;
      const start = draft.starts[index] ?? 0;
      const known = before?.get(reading);
      let placed = known?.around === around ? movedTo(known, index, start) : undefined;
      if (placed === undefined) {
        const said = speaks.get(around) ?? { plans: titles.some((title) => plansHeading.test(title)), period: headPeriod(titles) };
        speaks.set(around, said);
        placed = reading.claims.map((claim) => placedOf(claim, draft, index, said, year));
      }
      if (known?.placed !== placed) before?.set(reading, { around, index, start, placed });
      for (const one of placed) claims.push(one);
    });
  }
  const slips = readings.flatMap((reading, paragraph) => reading.slips.map((slip) => ({ ...slip, paragraph })));
  return { draft, claims, slips, level: levelOf(claims), places: placesOf(draft) };
}

function placedOf(
  claim: Claim,
  draft: Draft,
  index: number,
  { plans, period }: { readonly plans: boolean; readonly period: Period },
  year: number | undefined,
): Placed {
  const paragraph = draft.paragraphs[index] as Paragraph;
  const span = spanToSource(paragraph, claim.figure);
  const start = (draft.starts[index] ?? 0) + span.start;
  const own = claim.period.year === '' && claim.period.part === '' ? period : claim.period;
  const whole: Claim = { ...claim, period: resolved(own, year), mode: plans && claim.mode === 'actual' ? 'plan' : claim.mode };
  const text = paragraph.text.slice(claim.figure.start, claim.figure.end);
  return { uri: draft.uri, claim: whole, paragraph: index, start, end: start + span.end - span.start, text };
}

function movedTo(known: Known, paragraph: number, start: number): readonly Placed[] {
  const shift = start - known.start;
  if (shift === 0 && paragraph === known.index) return known.placed;
  return known.placed.map((placed) => ({ ...placed, paragraph, start: placed.start + shift, end: placed.end + shift }));
}

function yearOf(date: Span | undefined, draft: Draft): number | undefined {
  const text = date && /(?:19|20)\d\d(?=年)/u.exec(foldWidth(draft.text.slice(date.start, date.end)))?.[0];
  return text === undefined ? undefined : Number(text);
}

/** The period that the nearest heading names. */
function headPeriod(titles: readonly string[]): Period {
  for (const title of titles.toReversed()) {
    const found = periodsIn(foldWidth(title));
    const [first] = found;
    if (first && found.length === 1 && first.span === undefined) return { year: first.year ?? '', part: first.part ?? '' };
  }
  return { year: '', part: '' };
}

/** The level that a draft speaks for: which of 全县, 全市 … it says most. */
function levelOf(claims: readonly Placed[]): string {
  const counts = new Map<string, number>();
  for (const { claim } of claims) if (/^.$/u.test(claim.scope)) counts.set(claim.scope, (counts.get(claim.scope) ?? 0) + 1);
  counts.delete('国');
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** The places that the title block names: paragraphs at the start without a full stop. */
function placesOf(draft: Draft): string[] {
  const body = draft.paragraphs.findIndex(({ text }) => /[。；！？]/u.test(text));
  const text = draft.paragraphs
    .slice(0, Math.min(front, body < 0 ? front : body))
    .map((paragraph) => paragraph.text.slice(0, 80))
    .join('\n');
  return [...new Set([...text.replace(levels, '\n').matchAll(placeName)].map(([name]) => name))];
}
