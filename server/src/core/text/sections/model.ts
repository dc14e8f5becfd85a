/** Owns the shape of an outline: speeches, sections, items, lists. All offsets are UTF-16 code units of the draft. */
import type { Span } from '../span.ts';
import type { MarkStyle } from './marks.ts';
import type { MarkedWords, Reading } from './reading.ts';

/** A part of a speech under a heading, or one item of a list. */
export interface Section extends Span {
  /** `heading` stands over paragraphs; `item` is one member of a list (一是…, 第一，…, ——). */
  readonly kind: 'heading' | 'item';
  readonly style: MarkStyle;
  /** What the mark counts to; 0 where it does not count. */
  readonly number: number;
  /**
   * Standard level of the mark: 0 第一章, 1 一、, 2 （一）, 3 1., 4 （1） and ①, 5 items; for a Markdown heading without a number
   * its count of `#`. Nesting is told by `children`, not by this: a level may be left out.
   */
  readonly level: number;
  /** What stands over what among headings: a smaller rank stands over a greater one. Items have the rank of their style. */
  readonly rank: number;
  /** The mark as it stands (`（一）`, `一是`); empty for a Markdown heading without a number. */
  readonly marker: string;
  /** The heading, or the opening clause of an item, without mark and end mark. */
  readonly title: string;
  /** Mark and title in the draft. */
  readonly head: Span;
  /** Whether text follows the heading in the same paragraph. */
  readonly runIn: boolean;
  readonly children: readonly Section[];
  /** Index of the first and the last paragraph that the section has a part in. */
  readonly firstParagraph: number;
  readonly lastParagraph: number;
}

/** One speech of a draft. A draft has one, or several when speeches are collected in one file. */
export interface Speech extends Span {
  readonly title?: Span;
  readonly speaker?: Span;
  readonly date?: Span;
  readonly salutation?: Span;
  /** From the call or the thanks at the end to the end of the speech. */
  readonly closing?: Span;
  readonly sections: readonly Section[];
  readonly firstParagraph: number;
  /** Index behind the last paragraph. */
  readonly endParagraph: number;
  /** Index of the first paragraph behind title block and salutation. */
  readonly bodyParagraph: number;
}

/** A mark where it stands. */
export interface PlacedMark extends MarkedWords {
  /** The mark in the draft. */
  readonly at: Span;
  /** Its numeral in the draft. */
  readonly numeral: Span;
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** Whether the paragraph opens with it. */
  readonly initial: boolean;
}

/** Items of one style that follow each other. */
export interface List {
  readonly style: MarkStyle;
  readonly members: readonly PlacedMark[];
}

/** The bounds of one speech as indices of paragraphs. */
export type Bounds = Pick<Speech, 'firstParagraph' | 'endParagraph' | 'bodyParagraph'> & {
  /** The paragraph of the salutation. */
  readonly salutationParagraph?: number;
};

/** The structure of a draft without any place in its text. Versions that share it share the object. */
export interface Structure {
  readonly speeches: readonly Bounds[];
}

/** The structure of one draft at one version. */
export interface Outline {
  /**
   * The same object in two versions: the same speeches, sections and lists in the same paragraphs with the same marks. They
   * differ in places, and in the titles of sections that have a mark. Another object may say the same.
   */
  readonly structure: Structure;
  readonly speeches: readonly Speech[];
  /** The top sections of all speeches, in order. */
  readonly sections: readonly Section[];
  /** What each paragraph says of the structure; same order as `draft.paragraphs`. */
  readonly readings: readonly Reading[];
  /** All lists of all speeches in the order of their first members, those with a single member too. */
  readonly lists: readonly List[];
}
