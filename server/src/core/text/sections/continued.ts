/**
 * Owns which numbered paragraphs are no heads, but go on with a list that began within the paragraph before: `附件：1.名单`,
 * and on a line of its own `2.清单`. Only what a reading says without its places counts.
 */
import type { Mark } from './marks.ts';
import type { Reading } from './reading.ts';

/** The paragraphs among those from `from` up to `to` that go on with such a list, by index. */
export function continuedItems(readings: readonly Reading[], from: number, to: number): ReadonlySet<number> {
  const found = new Set<number>();
  /** The last number of the heads that the next head would go on with. */
  let heads = 0;
  let running: Mark | undefined;
  for (let index = from; index < to; index += 1) {
    const { shape, opening, inline, hashes } = readings[index] as Reading;
    const mark = opening?.mark;
    if (shape === 'junk') continue;
    if (shape === 'text') running = inline.at(-1)?.mark;
    else if (shape === 'item' || mark === undefined) running = undefined;
    else if (mark.style !== 'arabic' || hashes > 0) {
      [heads, running] = [0, undefined];
    } else if (running?.style === 'arabic' && mark.number === running.number + 1 && (mark.number !== heads + 1 || found.has(index - 1))) {
      found.add(index);
      running = mark;
    } else {
      [heads, running] = [mark.number, undefined];
    }
  }
  return found;
}
