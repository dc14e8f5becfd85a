/** Owns what a rule says: the finding, its message in parts, and the names of rules and severities. */
import type { Span } from '../text/span.ts';

/** How much a finding matters. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A word of our own glossary inside a message, to be put into the reader's language. */
export interface Term {
  readonly term: string;
}

/** A message that is not yet in any language: an id in the rule's `meta.messages` and what to put into it. */
export interface Message {
  readonly id: string;
  readonly args: Readonly<Record<string, string | number | Term>>;
}

/** Another place that a finding speaks of. */
export interface Related extends Span {
  readonly uri: string;
  readonly message?: Message;
}

/** One thing that a rule found. The span counts in UTF-16 code units of the draft's text. */
export interface Finding extends Span {
  readonly rule: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly message: Message;
  /** Findings of one draft with the same group belong together (the parts of one date, all copies of one passage). */
  readonly group?: string;
  readonly related?: readonly Related[];
  /** What the rule's own fixes need to know; nobody else reads it. */
  readonly detail?: unknown;
}
