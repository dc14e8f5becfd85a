/**
 * Owns the outline of a draft: title block, salutation, sections at all levels, lists, closing. One model feeds symbols,
 * folding, the paths in messages, the numbering rule and the counts per section.
 */
import type { Draft } from '../draft.ts';
import { firstAfter } from '../span.ts';
import type { Outline, PlacedMark, Section } from './model.ts';
import { placed } from './tree.ts';

export { placed as placedMark } from './tree.ts';

export type { Bounds, List, Outline, PlacedMark, Section, Speech, Structure } from './model.ts';
export { outlineFrom, outlineOf, outlines, ReadingCache, markSign } from './outline.ts';
export type { Outlines } from './outline.ts';
export type { Mark, MarkStyle } from './marks.ts';
export type { MarkedWords, Reading } from './reading.ts';
export { readParagraph } from './reading.ts';
export type { Genre, GenreGuess, GenreReview, UsualPart } from './genre.ts';
export { guessGenre, leastSureness, placeFor, reviewGenre } from './genre.ts';
export type { Role, RoleStretch } from './role.ts';
export { paragraphRole, roleOf, rolesOf } from './role.ts';

/** The mark of a heading where it stands. */
export function placedHead(draft: Draft, outline: Outline, section: Section): PlacedMark {
  const words = outline.readings[section.firstParagraph]?.opening;
  if (words === undefined) throw new RangeError('no heading opens this paragraph');
  return placed(draft, section.firstParagraph, words, true);
}

/** Where an offset lies for a person who looks for it. */
export interface Place {
  /** The marks of the headings around it, the outermost first: `['二、', '（一）']`. A Markdown heading without a number gives its title. */
  readonly path: readonly string[];
  /** Paragraph within the innermost of them, from 1; a heading on its own line is not counted and gives 1. */
  readonly paragraph: number;
  /** Whether it lies in a heading on its own line, in the title block or in the salutation. */
  readonly heading: boolean;
}

/** Where `offset` lies in the draft. Any offset is allowed; one outside the text counts as the nearest inside. */
export function placeAt(outline: Outline, draft: Draft, offset: number): Place {
  const index = Math.max(0, firstAfter(draft.starts, offset) - 1);
  const speech = outline.speeches.findLast((item) => item.firstParagraph <= index);
  if (speech === undefined) return { path: [], paragraph: 1, heading: false };
  const around = headingsAround(speech.sections, index);
  const innermost = around.at(-1);
  let from = innermost?.firstParagraph ?? speech.bodyParagraph;
  const ownLine = innermost !== undefined && !innermost.runIn;
  if (ownLine) from += 1;
  let paragraph = 0;
  for (let at = from; at <= index; at += 1) if (outline.readings[at]?.shape !== 'junk') paragraph += 1;
  return { path: around.map((section) => section.marker || section.title), paragraph: Math.max(1, paragraph), heading: index < from };
}

/** The headings whose sections hold paragraph `index`, the outermost first. */
export function headingsAround(sections: readonly Section[], index: number): readonly Section[] {
  const around: Section[] = [];
  let among = sections;
  for (;;) {
    const found = lastFrom(among, index);
    if (found?.kind !== 'heading' || index > found.lastParagraph) return around;
    around.push(found);
    among = found.children;
  }
}

/** The last section that begins at or before paragraph `index`. Items stand before headings among children, so it is a heading if any is. */
function lastFrom(sections: readonly Section[], index: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sections[middle] as Section).firstParagraph > index) high = middle;
    else low = middle + 1;
  }
  return sections[low - 1];
}
