/** Owns what core wants to know of words. Who cuts text into words lives outside core and answers when it can. */

/** One word of a text. Words of a text follow each other without gaps: offsets are sums of lengths. */
export interface Word {
  /** UTF-16 code units. */
  readonly length: number;
  /** Part of speech in the notation of the ICTCLAS tag set (`n` noun, `v` verb, `ns` place …); empty when not known. */
  readonly tag: string;
}

/**
 * What is known of the words of texts, by text. Answers at once or not at all: `undefined` means not known yet, and the
 * caller must do without. Pure for its caller: the same text always gets the same answer once there is one.
 */
export interface Words {
  of(text: string): readonly Word[] | undefined;
}

/** Nothing is known of any word. */
export const noWords: Words = { of: () => undefined };
