/**
 * Owns 字数: how long a text is on paper. Word's definition: every Chinese, Japanese or Korean character counts one, its
 * full-width punctuation too (，。“”—… and ×○ included, as in a Chinese document); every other run of characters between
 * blanks and such characters counts one (`12.5%`, `GDP`, `5G`). Blanks count nothing.
 */

/** Lengths of a text. */
export interface Counts {
  /** 字数 as Word shows it. */
  readonly words: number;
  /** 字符数（不计空格）: code points that are not blank. */
  readonly characters: number;
  /** 字符数（计空格）: code points, line breaks left out. */
  readonly charactersWithBlanks: number;
  /** Han characters alone, without punctuation. */
  readonly han: number;
}

/** Nothing. */
export const noCounts: Counts = { words: 0, characters: 0, charactersWithBlanks: 0, han: 0 };

const han = /\p{Script=Han}/u;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u3000-\u303F\u30FB-\u30FF\uFF01-\uFFEF—–…‘’“”·×○●□■△▲◆◇★☆※①-⑳℃‰→←↑↓]/u;
const blank = /[\s\u200B\uFEFF]/u;

/** Counts a text. Texts cut at blanks or line breaks add up. */
export function countText(text: string): Counts {
  let words = 0;
  let characters = 0;
  let charactersWithBlanks = 0;
  let hanCount = 0;
  let inRun = false;
  for (const character of text) {
    if (character === '\n' || character === '\r' || character === '\u2028' || character === '\u2029') {
      inRun = false;
      continue;
    }
    charactersWithBlanks += 1;
    if (blank.test(character)) {
      inRun = false;
      continue;
    }
    characters += 1;
    if (wide.test(character)) {
      words += 1;
      inRun = false;
      if (han.test(character)) hanCount += 1;
    } else if (!inRun) {
      words += 1;
      inRun = true;
    }
  }
  return { words, characters, charactersWithBlanks, han: hanCount };
}

/** The counts of two texts together. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    words: a.words + b.words,
    characters: a.characters + b.characters,
    charactersWithBlanks: a.charactersWithBlanks + b.charactersWithBlanks,
    han: a.han + b.han,
  };
}
