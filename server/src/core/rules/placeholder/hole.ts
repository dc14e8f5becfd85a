/** Owns the finding of the placeholder rule: a slot that the draft has confirmed. */
import type { Finding } from '../finding.ts';
import type { Kind, Slot } from './slot.ts';

/** What the rule keeps of a slot for its messages and fixes. */
export interface Detail {
  readonly slot: Slot;
  /** The token, and the unit or tail behind it, as they stand in the draft. */
  readonly token: string;
  readonly tail: string;
}

/** A finding of this rule. */
export type Hole = Finding & { readonly kind: Kind; readonly detail: Detail };
