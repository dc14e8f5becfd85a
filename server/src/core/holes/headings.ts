/** Owns the headings over a hole. */
import type { Draft } from '../text/draft.ts';
import { headingsAround } from '../text/sections/index.ts';
import type { Outline, Section, Speech } from '../text/sections/index.ts';

/** A heading; or the title of a speech, where one file holds several. */
export type Heading = Section | Speech;

/** The headings over paragraph `index`, the outermost first. */
export function headingsOver(outline: Outline, index: number): readonly Heading[] {
  const speech = outline.speeches.findLast((candidate) => candidate.firstParagraph <= index);
  if (!speech) return [];
  const headings = headingsAround(speech.sections, index);
  return outline.speeches.length > 1 && speech.title ? [speech, ...headings] : headings;
}

/** What a heading says in one line, with its number or without. */
export function titleOf(draft: Draft, heading: Heading, numbered: boolean): string {
  if ('sections' in heading) return heading.title ? oneLine(draft.text.slice(heading.title.start, heading.title.end)) : '';
  const title = oneLine(heading.title);
  if (!numbered) return title;
  // A mark that ends in a letter or a dot stands apart from its words: 1. 经济, 第一章 总则.
  return heading.marker + (/[.章节部分篇]$/u.test(heading.marker) && title !== '' ? ' ' : '') + title;
}

function oneLine(text: string): string {
  return text
    .replace(/[*_`#]+/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
