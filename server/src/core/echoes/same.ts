/** Owns when two drafts, or two paragraphs, say the same. */
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';

/** Whether two drafts have the same text but for the breaks between and within paragraphs. */
export function isSameText(a: Draft, b: Draft): boolean {
  return (
    a.format === b.format &&
    a.paragraphs.length > 0 &&
    a.paragraphs.length === b.paragraphs.length &&
    a.paragraphs.every((paragraph, index) => paragraph.text === b.paragraphs[index]?.text)
  );
}

/** Whether a paragraph may stand for another one that has not changed. */
export function isSameParagraph(a: Paragraph, b: Paragraph): boolean {
  return a === b || (a.masks.length === 0 && b.masks.length === 0 && a.source === b.source && a.text === b.text);
}
