/** Owns what the outlines of new speeches say before anybody has written: wording that two speeches of one genre share by right. */
import { templates } from './templates.ts';

/** What a writer tells, or fills in: it divides the wording. */
const open = /\{\w+\}|(?<hole>【[^】]*】)/gu;
/** The number of a heading or an item; it may change. */
const mark = /^(?:[一二三四五六七八九十]+[、是]|（[一二三四五六七八九十]+）)/u;
/** Shorter wording is a stock phrase of everybody. */
const shortest = 6;

/**
 * The wording, sentence by sentence, between what is told or filled in, and the words of the holes, with and without their length.
 * Written as the lexicon of set phrases writes its lines: `{n}` is a number.
 */
export function skeletonWording(): readonly string[] {
  const found = new Set<string>();
  const add = (stretch: string): void => {
    for (const sentence of stretch.replace(mark, '').split(/[。！？]|同志们，/u)) {
      const words = sentence.replace(/^[^\p{Script=Han}]+|[^\p{Script=Han}]+$/gu, '');
      if (words.length >= shortest) found.add(words);
    }
  };
  for (const line of Object.values(templates).flatMap((template) => template.lines)) {
    let at = 0;
    for (const match of line.matchAll(open)) {
      add(line.slice(at, match.index));
      at = match.index + match[0].length;
      const [hole = '', share] = (match.groups?.['hole'] ?? '').slice(1, -1).split('#');
      add(hole);
      if (share !== undefined) found.add(`${hole}，约{n}字`);
    }
    add(line.slice(at));
  }
  return [...found];
}
