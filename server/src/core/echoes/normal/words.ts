/** Owns what the words of a text add to its normal form: where words begin and which are names. */
import type { Word } from '../../words.ts';
import { nameWord, wordStart } from './normal.ts';
import type { Normal } from './normal.ts';

const nameTag = /^(?:nr|ns|nt|nz)/u;

/** Marks word starts and names. The words are those of the text that `normal` was made from. */
export function markWords(normal: Normal, words: readonly Word[]): void {
  let index = 0;
  let offset = 0;
  for (const word of words) {
    const end = offset + word.length;
    while (index < normal.length && (normal.at[index] as number) < offset) index += 1;
    if (index < normal.length && normal.at[index] === offset) normal.marks[index] = (normal.marks[index] as number) | wordStart;
    if (word.length > 1 && nameTag.test(word.tag))
      for (let at = index; at < normal.length && (normal.at[at] as number) < end; at += 1)
        normal.marks[at] = (normal.marks[at] as number) | nameWord;
    offset = end;
  }
}
