/** Owns what the rule reads of one paragraph by itself. */
import { claimsIn } from '../../facts/claims.ts';
import type { Claim } from '../../facts/claims.ts';
import { figuresIn, slotFigure } from '../../facts/figures.ts';
import type { Paragraph } from '../../text/paragraph.ts';
import { overlaps } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { tightOf } from '../../text/tight.ts';
import type { Tight } from '../../text/tight.ts';
import { foldWidth } from '../../text/width.ts';
import { changeSlips } from './changes.ts';
import { directionSlips } from './direction.ts';
import { doublingSlips } from './doubling.ts';
import { gainSlips } from './gains.ts';
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

const checks = [directionSlips, changeSlips, partSlips, sumSlips, ratioSlips, structureSlips, doublingSlips, gainSlips];
/** What a paragraph without figures says. */
export const nothing: Reading = { claims: [], slips: [] };

/** Reads a paragraph. Depends on nothing else, so it may be remembered with it. Never throws. */
export function readParagraph(paragraph: Paragraph): Reading {
  const { text, masks } = paragraph;
  const folded = foldWidth(text);
  const tight = tightOf(folded);
  const hidden = masks.filter(({ kind }) => kind === 'hidden').map((mask) => tight?.inside(mask) ?? mask);
  const read = tight?.text ?? folded;
  const figures = figuresIn(read).filter((figure) => !hidden.some((mask) => overlaps(mask, figure)));
  if (figures.length === 0 && !/\d[:：∶]\d/u.test(read)) return nothing;
  const claims = claimsIn(read, figures);
  const shown = tight?.tighten(text) ?? text;
  const slips = checks.flatMap((slipsOf) => slipsOf(shown, claims));
  const first = slips.filter((slip, index) => slips.findIndex((other) => overlaps(other, slip)) === index);
  return tight
    ? { claims: claims.map((claim) => claimOutside(claim, tight)), slips: first.map((slip) => slipOutside(slip, tight)) }
    : { claims, slips: first };
}

/** Reads a paragraph whose slots, offsets of its text, count as figures still to be filled. Never throws. */
export function readSlots(paragraph: Paragraph, slots: readonly Span[]): Reading {
  const folded = foldWidth(paragraph.text);
  const tight = tightOf(folded, slots);
  const read = tight?.text ?? folded;
  const inside = tight ? slots.map((slot) => tight.inside(slot)) : slots;
  const open = inside.flatMap((slot) => slotFigure(read, slot) ?? []);
  const figures = figuresIn(read).filter((figure) => !inside.some((slot) => slot.start < figure.end && figure.start <= slot.end));
  const claims = claimsIn(
    read,
    [...figures, ...open].sort((a, b) => a.start - b.start),
  );
  return { claims: tight ? claims.map((claim) => claimOutside(claim, tight)) : claims, slips: [] };
}

function claimOutside(claim: Claim, tight: Tight): Claim {
  const { figure, verb, sentence, full } = claim;
  return {
    ...claim,
    figure: { ...figure, ...tight.outside(figure), number: tight.outside(figure.number) },
    verb: verb && tight.outside(verb),
    sentence: tight.outside(sentence),
    full: tight.outside({ start: full, end: full }).start,
  };
}

function slipOutside(slip: Slip, tight: Tight): Slip {
  return { ...slip, ...tight.outside(slip), related: slip.related.map((span) => tight.outside(span)) };
}
