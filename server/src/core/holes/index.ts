/** What is said of the holes of a draft to people: where each stands, its clause and sentence, its anchor. */
import { aboutHole, isHole } from '../rules/placeholder/index.ts';
import type { AboutHole } from '../rules/placeholder/index.ts';
import type { Finding } from '../rules/finding.ts';
import type { Draft } from '../text/draft.ts';
import type { Outline } from '../text/sections/index.ts';
import { anchorsOf } from './anchor.ts';
import type { Anchored } from './anchor.ts';
import { headingsOver, titleOf } from './headings.ts';
import type { Heading } from './headings.ts';

export { keyOf, nameOf } from './anchor.ts';
export type { Anchor } from './anchor.ts';
export { titleOf } from './headings.ts';
export type { Heading } from './headings.ts';
export { clauseAround, place, sentenceAround } from './sentence.ts';
export type { Around, Placed } from './sentence.ts';

/** A hole and what is known of it. */
export interface ListedHole extends Anchored {
  readonly hole: Finding;
  readonly about: AboutHole;
  /** The headings around it, the outermost first; a speech of several in one file counts as one. */
  readonly headings: readonly Heading[];
}

/** The holes among `findings`, in their order. */
export function listHoles(draft: Draft, outline: Outline, findings: readonly Finding[]): ListedHole[] {
  const holes = findings.filter(isHole);
  const paths = new Map<number, readonly Heading[]>();
  const over = (paragraph: number): readonly Heading[] => {
    const known = paths.get(paragraph) ?? headingsOver(outline, paragraph);
    paths.set(paragraph, known);
    return known;
  };
  const path = (paragraph: number): string =>
    over(paragraph)
      .map((heading) => titleOf(draft, heading, false))
      .join('/');
  return anchorsOf(draft, holes, path).flatMap((anchored, index) => {
    const hole = holes[index];
    if (!anchored || !hole) return [];
    return [{ ...anchored, hole, about: aboutHole(hole, draft.text), headings: over(anchored.placed.index) }];
  });
}
