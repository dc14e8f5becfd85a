/** Owns what is told of echoes beyond single findings: all groups with all their places, and why something is not reported. */
import type { Span } from '../text/span.ts';
import type { Message } from './finding.ts';

/** One place of a group. The span counts in UTF-16 code units of the draft's text. */
export interface EchoPlace extends Span {
  readonly uri: string;
  /** The marks of the sections around it, put together: `二、（一）`; empty outside any section. */
  readonly section: string;
  /** The paragraph within the innermost section, from 1. */
  readonly paragraph: number;
  /** Characters of text, marks and blanks left out. */
  readonly characters: number;
}

/** All places that say the same, in the fixed order in which findings list them: by uri, then as they are read. */
export interface EchoGroup {
  /**
   * Equal to `Finding.group` of its findings; hangs on what is said alone, so that it outlives edits elsewhere. Unique
   * among passages; phrases are counted draft by draft, so that their id is unique within one draft.
   */
  readonly id: string;
  /** `repeated-passage` or `repeated-phrase`. */
  readonly rule: string;
  readonly kind: string;
  /** Characters of the longest place. */
  readonly characters: number;
  /** At least two. */
  readonly places: readonly EchoPlace[];
}

/** All echoes between the open drafts. */
export interface EchoReport {
  /** The longest passages first, then phrases; equal ones by their first place. */
  readonly groups: readonly EchoGroup[];
  /** Drafts with the same text, the one first that takes part in `groups`, then in order of uri. */
  readonly sameText: readonly (readonly string[])[];
}

/** Why something that seems to repeat is not a finding; `reported` and `alone` say that the question does not arise. */
export type Reason =
  | 'too-short'
  | 'set-phrase'
  | 'mostly-set-phrase'
  | 'allowed'
  | 'name'
  | 'quoted-title'
  | 'salutation'
  | 'closing'
  | 'ceremony'
  | 'skeleton'
  | 'title'
  | 'quotation'
  | 'parallelism'
  | 'statistics'
  | 'inside-longer'
  | 'same-text'
  | 'too-few'
  | 'first-of-many'
  | 'reported'
  | 'alone';

/** One answer, for one stretch. */
export interface WhyNot extends Span {
  readonly reason: Reason;
  /** Of the rule `rule`, to be worded like the message of a finding. */
  readonly rule: string;
  readonly message: Message;
}
