/** Owns what a markup language tells the rules about a text, without knowing any markup language. */
import type { Edit, Span } from './span.ts';

/**
 * What a masked stretch is.
 * - `hidden`: code, addresses, front matter, HTML, thematic breaks: no rule looks there;
 * - `mark`: punctuation of the markup itself (`**`, `##`, `- `, table pipes);
 * - `emphasis`: an emphasised stretch with its marks. The words inside are ordinary text.
 */
export type MaskKind = 'hidden' | 'mark' | 'emphasis';

/** A stretch that the markup gives a meaning. */
export interface Mask extends Span {
  readonly kind: MaskKind;
}

/** What a reader of markup found in one text. */
export interface MarkupView {
  /** Sorted by start; masks may nest. */
  readonly masks: readonly Mask[];
}

/**
 * Reads the markup of a text. Implementations live outside core.
 * `previous` and `edits` let an implementation read only what changed; the result must be the same as without them.
 */
export interface MarkupReader {
  read(text: string, previous?: MarkupView, edits?: readonly Edit[]): MarkupView;
}
