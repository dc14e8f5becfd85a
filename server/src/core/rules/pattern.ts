/** Owns what core wants to know of a person's own pattern. Who compiles it, and with what engine, lives outside. */
import type { Span } from '../text/span.ts';

/** A pattern that a person has set. */
export interface OwnPattern {
  readonly pattern: string;
  /** The kind of what it finds. */
  readonly kind: string;
  /** What to say of it instead of the rule's own words. */
  readonly message?: string;
  /**
   * The places in a text, in order, not overlapping, none of them empty. The time it takes grows with the text and not
   * faster. A pattern that nobody has compiled finds nothing.
   */
  readonly find?: (text: string) => readonly Span[];
}
