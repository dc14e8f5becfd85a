/** Owns what the rule reads of one paragraph by itself. */
import { claimsIn } from '../../facts/claims.ts';
import type { Claim } from '../../facts/claims.ts';
import { figuresIn, slotFigure } from '../../facts/figures.ts';
import type { Paragraph } from '../../text/paragraph.ts';
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
