/** Owns which characters of a text may repeat by right: set phrases, titles in book marks, short quoted names, announced quotations. */
import { fixed, isSentenceEdge, named } from './normal.ts';
import type { Normal } from './normal.ts';
import type { PhraseHit, Phrases } from './phrases.ts';

/** A quoted name is at most this long; a longer quotation is text. */
const longestName = 8;
const announced = /(?:如上|如前)所述|前面(?:已经)?(?:讲|说|提|谈)(?:到|过|了)|正如.{0,6}(?:开头|刚才|前面)/u;

/** Marks what may repeat by right, and gives the set phrases found. */
export function shield(normal: Normal, text: string, phrases: Phrases): PhraseHit[] {
  const hits = phrases.find(normal);
  for (const hit of hits) mark(normal, hit.start, hit.end, fixed);
  for (const found of text.matchAll(/《[^《》]{1,60}》|[“"‘「][^”"’」，。；]{1,20}[”"’」]/gu)) {
    const start = firstAt(normal, found.index);
    const end = firstAt(normal, found.index + found[0].length);
    if (found[0].startsWith('《') || end - start <= longestName) mark(normal, start, end, named);
  }
  const quotation = announced.exec(text);
  if (quotation !== null) {
    let start = firstAt(normal, quotation.index);
    while (!isSentenceEdge(normal, start)) start -= 1;
    let end = start + 1;
    while (!isSentenceEdge(normal, end)) end += 1;
    mark(normal, start, end, named);
  }
  return hits;
}

function mark(normal: Normal, start: number, end: number, bit: number): void {
  for (let at = start; at < Math.min(end, normal.length); at += 1) normal.marks[at] = (normal.marks[at] as number) | bit;
}

/** Index of the first code at or behind an offset of the text. */
export function firstAt(normal: Normal, offset: number): number {
  let low = 0;
  let high = normal.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((normal.at[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
