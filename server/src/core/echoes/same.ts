/** Owns when two drafts, or two paragraphs, say the same. */
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Desk } from './model.ts';

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

/** Texts of drafts by their size, so that few need be compared. */
export class Texts {
  readonly #sizes = new WeakMap<Draft, number>();

  /** Of the desks the one that stands for another draft with the text of `draft`. */
  leader(desks: Iterable<Desk>, draft: Draft): Desk | undefined {
    const size = this.#sizeOf(draft);
    for (const desk of desks) {
      const { uri } = desk.draft;
      if (uri !== draft.uri && desk.leader === uri && this.#sizeOf(desk.draft) === size && isSameText(desk.draft, draft)) return desk;
    }
    return undefined;
  }

  /** Equal for the same text. */
  #sizeOf(draft: Draft): number {
    let size = this.#sizes.get(draft);
    if (size === undefined) {
      size = draft.paragraphs.length;
      for (const { text } of draft.paragraphs) size = (Math.imul(size, 31) + text.length) | 0;
      this.#sizes.set(draft, size);
    }
    return size;
  }
}
