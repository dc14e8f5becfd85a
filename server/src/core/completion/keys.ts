/** Owns how a thing is typed: in Chinese, in pinyin (whole, initials, or between the two) or in English. */

/** The ways to type one thing. */
export interface Keys {
  /** As it is written; typed by its beginning. */
  readonly han: string;
  /** Pinyin of `han`, one syllable an item, lower case without tones; empty where it is not known. */
  readonly pinyin: readonly string[];
  /** An English word, lower case, or empty. */
  readonly english: string;
}

/** Fewer letters than these bring up nothing: one letter is no more than a slip or a slot. */
export const fewestLetters = 2;

/**
 * What `letters` (lower case) begin: the whole pinyin, the initials, the English word, or the letters themselves when they are
 * a mixture such as `xshi`. `undefined` when they begin none of these.
 */
export function keyOf(keys: Keys, letters: string): string | undefined {
  const initials = keys.pinyin.map((syllable) => syllable.charAt(0)).join('');
  const whole = keys.pinyin.join('');
  const begun = [initials, whole, keys.english].filter((key) => key.startsWith(letters));
  // The key that is typed in full says best what was meant; otherwise the longest leaves most to type on.
  const key = begun.find((candidate) => candidate === letters) ?? begun.sort((a, b) => b.length - a.length)[0];
  return key ?? (mixes(keys.pinyin, letters) ? letters : undefined);
}

/** Whether letters are beginnings of the syllables one after another: `xs`, `xshi`, `xings`. */
function mixes(pinyin: readonly string[], letters: string): boolean {
  let reached = new Set([0]);
  for (const syllable of pinyin) {
    const next = new Set<number>();
    for (const from of reached) {
      for (let length = 1; length <= syllable.length && syllable.charAt(length - 1) === letters.charAt(from + length - 1); length += 1) {
        if (from + length === letters.length) return true;
        next.add(from + length);
      }
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return false;
}
