/** Owns which characters of a text may repeat by right: set phrases, titles in book marks, short quoted names, announced quotations. */
import type { Span } from '../../text/span.ts';
import { endInText, fixed, isSentenceEdge, named, nameWord } from './normal.ts';
import type { Normal } from './normal.ts';
import type { PhraseHit, Phrases } from './phrases.ts';

/** A quoted name is at most this long; a longer quotation is text. */
const longestName = 8;
const announced = /(?:如上|如前)所述|前面(?:已经)?(?:讲|说|提|谈)(?:到|过|了)|正如.{0,6}(?:开头|刚才|前面)|(?:那|这)(?:句|番)话[：:]/u;
/** A mailbox or an address on the web. No name in one is longer, and a long row of letters is not gone through from each of them. */
const addresses =
  /[A-Za-z0-9][\w.+-]{0,80}@[\w.-]+|(?:https?:\/\/|www\.)[\w./?=&%#-]+|[A-Za-z][\w-]{0,80}(?:\.[A-Za-z][\w-]*)+[\w./?=&%#-]*/gu;

/** A stretch of a text that may repeat because of the marks or words around it. Offsets are UTF-16 code units. */
export interface Shielded extends Span {
  readonly reason: 'quoted-title' | 'quotation';
}

/** Titles in book marks, short quoted names, and the sentence that announces a quotation. */
export function shieldedIn(text: string, normal: Normal): Shielded[] {
  const found: Shielded[] = [];
  for (const { 0: quoted, index } of text.matchAll(/《[^《》]{1,60}》|[“"‘「][^”"’」，。；]{1,20}[”"’」]/gu)) {
    const end = index + quoted.length;
    if (quoted.startsWith('《') || firstAt(normal, end) - firstAt(normal, index) <= longestName)
      found.push({ reason: 'quoted-title', start: index, end });
  }
  const quotation = announced.exec(text);
  if (quotation !== null && normal.length > 0) {
    let start = Math.min(firstAt(normal, quotation.index), normal.length - 1);
    while (!isSentenceEdge(normal, start)) start -= 1;
    let end = start + 1;
    while (!isSentenceEdge(normal, end)) end += 1;
    found.push({ reason: 'quotation', start: normal.at[start] as number, end: endInText(normal, text, end) });
  }
  return found;
}

/** Marks what may repeat by right, and gives the set phrases found. */
export function shield(normal: Normal, text: string, phrases: Phrases): PhraseHit[] {
  const hits = phrases.find(normal);
  for (const hit of hits) mark(normal, hit.start, hit.end, fixed);
  for (const { start, end } of shieldedIn(text, normal)) mark(normal, firstAt(normal, start), firstAt(normal, end), named);
  for (const { 0: address, index } of text.matchAll(addresses))
    mark(normal, firstAt(normal, index), firstAt(normal, index + address.length), nameWord);
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
