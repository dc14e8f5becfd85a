/** Owns what may be offered to a writer at a caret, and the seam through which others offer too. */
import type { Bilingual } from '../rules/meta.ts';
import type { Draft } from '../text/draft.ts';
import type { Genre } from '../text/sections/genre.ts';
import type { Role } from '../text/sections/role.ts';
import type { Caret } from './caret.ts';
import type { Keys } from './keys.ts';

/**
 * What an offer is.
 * - `list-head`: the mark of the next item or heading; `section`: the text of a part; `skeleton`: a whole speech;
 * - `indicator`: what a figure is of, with its slots;
 * - `document`, `organization`, `person`: a name that the draft uses already.
 */
export type OfferKind = 'list-head' | 'section' | 'skeleton' | 'indicator' | 'document' | 'organization' | 'person';

/** Something that can be put in at the caret. */
export interface Offer {
  readonly kind: OfferKind;
  /** What the list shows. */
  readonly label: string;
  /** By what it is found when letters or characters are typed. */
  readonly keys: Keys;
  /** What is put in: finished text, or the body of a VS Code snippet with tab stops. */
  readonly text: string;
  readonly isSnippet: boolean;
  readonly role?: Role;
  /** The genres it belongs to, its own first. */
  readonly genres?: readonly Genre[];
  /** What it is. */
  readonly note?: Bilingual;
  /** Why it is offered here. */
  readonly why?: Bilingual;
}

/** An offer that fits what is typed. */
export interface Proposal extends Offer {
  /** How many UTF-16 code units before the caret it replaces: what was typed of it, no more. */
  readonly typed: number;
  /** How many code units behind the caret it replaces: a bracket that the editor closed by itself. */
  readonly swallows: number;
  /** What the editor compares with what is typed; begins with it. */
  readonly filter: string;
  /** Proposals in the order of these strings are in the order of use. */
  readonly order: string;
}

/**
 * Somebody who has more to offer, such as a table of figures. Asked at every keystroke that may bring up the list, so it
 * answers from memory. What does not fit what is typed is left out by the caller.
 */
export interface OfferSource {
  offers(caret: Caret, draft: Draft): readonly Offer[];
}
