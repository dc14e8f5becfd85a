/** Owns the slot: a stretch of one paragraph that may stand for something missing, before the whole draft has been weighed. */
import type { Span } from '../../text/span.ts';

/** The kinds of the rule, as in its meta. */
export type Kind =
  | 'number'
  | 'money'
  | 'percent'
  | 'date'
  | 'ordinal'
  | 'document-number'
  | 'name'
  | 'place'
  | 'organization'
  | 'list'
  | 'content'
  | 'note'
  | 'blank';

/** What the slot is written with. One writer uses one family per draft, almost always. */
export type Family = 'letters' | 'stars' | 'lines' | 'circles' | 'mou' | 'queries' | 'dots' | 'brackets' | 'words' | 'nothing' | 'own';

/**
 * How sure the paragraph alone makes us.
 * - `sure`: reported, and counts as the draft's habit;
 * - `likely`: reported;
 * - `habit`: reported only where the draft has sure slots of the same family.
 */
export type Certainty = 'sure' | 'likely' | 'habit';

/** One slot. Offsets are UTF-16 code units of the paragraph's `text`. */
export interface Slot extends Span {
  readonly kind: Kind;
  readonly family: Family;
  readonly certainty: Certainty;
  /** The unit, title or tail right of the slot that told its kind; empty when there is none. */
  readonly tail: Span;
  /** Set on slots that are parts of one thing (one date, one session); unique within the paragraph. */
  readonly group?: number;
  /** The slot is junk before a complete name, or a note whose value is there: taking it out is the answer. */
  readonly removable?: boolean;
  /** What a person wants to be said of it: the slot was found by a pattern of theirs. */
  readonly message?: string;
}
