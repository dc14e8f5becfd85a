/** Owns what is kept beside the drafts: findings a person chose to ignore, phrases that may repeat, stock phrases. */

/** How far an ignored finding reaches: one place, one text in one draft, or one text in every draft of the folder. */
export type IgnoreScope = 'place' | 'draft' | 'everywhere';

/** What of a place is compared when its whole surroundings have changed; see `match.ts`. */
export const anchors = ['line', 'before', 'after', 'near'] as const;
export type Anchor = (typeof anchors)[number];

/** One thing that is not to be reported any more. */
export interface Ignore {
  readonly rule: string;
  /** Only findings of this kind; every kind of the rule where it is left out. */
  readonly kind?: string;
  readonly scope: IgnoreScope;
  /** The words of the finding as they stand in the draft; another text is another finding. */
  readonly text: string;
  /** The draft, relative to the folder of the list, with `/`; every draft of the folder where it is left out. */
  readonly file?: string;
  /** What stands before and after the place, as `contextOf` gives it. */
  readonly before?: string;
  readonly after?: string;
  /** Which of several places with the very same surroundings, from 0. */
  readonly occurrence?: number;
  /** The anchors that told the place from all others when it was ignored; all of them where it is left out. */
  readonly anchors?: readonly Anchor[];
}

/** The list of one folder. */
export interface Sidecar {
  readonly ignored: readonly Ignore[];
  /** Phrases that may repeat. */
  readonly allowedPhrases: readonly string[];
  /** The writers' own stock phrases. */
  readonly stockPhrases: readonly string[];
}

/** A list with nothing in it. */
export const emptySidecar: Sidecar = { ignored: [], allowedPhrases: [], stockPhrases: [] };
