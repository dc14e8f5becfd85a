/** Owns the signs by which a change shows: numbers that are equal as long as a reader sees the same. */
import { lineIn } from '../text/paragraph.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Span } from '../text/span.ts';
import type { UnitStretch } from './model.ts';
import { spanInSource } from './units.ts';

/** A number from 0 to 2³² that a text and numbers decide. */
export function hashOf(text: string, ...numbers: readonly number[]): number {
  let hash = text.length;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  for (const value of numbers) hash = Math.imul((hash ^ value) + 0x5bd1e995, 0x85ebca6b) ^ (hash >>> 13);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A sign of where places lie (uri, offsets in the paragraph, the lines that these are on, whether they reach its edges): the sum
 * of the signs of the single places, in 32 bits.
 */
export function signOf(places: readonly UnitStretch[]): number {
  let sum = 0;
  for (const place of places) {
    const span = spanInSource(place);
    let hash = Math.imul(span.start + 1, 0x9e3779b1) ^ Math.imul(span.end + 1, 0x85ebca6b) ^ place.unit.desk.hash;
    if (place.unit.paragraph.breaks.length > 0) hash ^= signOfLines(place.unit.paragraph, span);
    if (place.start === 0) hash ^= 0x51ed270b;
    if (place.end === place.unit.block?.normal.length) hash ^= 0x2545f491;
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    sum = (sum + (hash ^ (hash >>> 15))) | 0;
  }
  return sum;
}

/** A break that moved changes lines and columns behind it, where every offset may be as it was. */
function signOfLines(paragraph: Paragraph, { start, end }: Span): number {
  const [first, last] = [lineIn(paragraph, start), lineIn(paragraph, end)];
  return hashOf('', first.before, first.start, last.before, last.start);
}
