/**
 * Owns what an edit within one paragraph leaves as it was: the codes before it and behind it, with their marks and with
 * enough text around them that no copy among them is cut or told otherwise than before.
 */
import type { Block } from './model.ts';
import { nameWord, wordStart } from './normal/normal.ts';

/** Of a block that an edit changes: what ends before `head` or begins behind `tail` is the same in the other block. */
export interface Window {
  readonly head: number;
  readonly tail: number;
}

/** The window in the block that was, and in the one that came for it. */
export interface Revision {
  readonly was: Window;
  readonly now: Window;
}

/** Characters around a copy that may matter for how it is told. */
const reach = 5;

/**
 * What two blocks have in common at their heads and tails; undefined when markup is in either, whose reach is not known. Words
 * that are known of `was` and not yet of `now` are taken for unchanged: when they come, what was said by them is compared.
 */
export function revisionOf(was: Block, now: Block): Revision | undefined {
  if (was === now || was.key !== was.text || now.key !== now.text) return undefined;
  const most = Math.min(was.text.length, now.text.length);
  let same = 0;
  while (same < most && was.text.charCodeAt(same) === now.text.charCodeAt(same)) same += 1;
  const [a, b] = [was.normal, now.normal];
  const bits = was.wordsKnown && !now.wordsKnown ? ~(wordStart | nameWord) : ~0;
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && (a.at[head] as number) < same - reach && isSame(was, head, now, head, 0, bits)) head += 1;

  const shift = now.text.length - was.text.length;
  let alike = 0;
  while (alike < most - same && was.text.charCodeAt(was.text.length - 1 - alike) === now.text.charCodeAt(now.text.length - 1 - alike))
    alike += 1;
  const from = was.text.length - alike + reach;
  let tail = 0;
  while (
    tail < shorter - head &&
    (a.at[a.length - 1 - tail] as number) > from &&
    isSame(was, a.length - 1 - tail, now, b.length - 1 - tail, shift, bits)
  )
    tail += 1;
  return { was: { head: head - 1, tail: a.length - tail }, now: { head: head - 1, tail: b.length - tail } };
}

function isSame(was: Block, atWas: number, now: Block, atNow: number, shift: number, bits: number): boolean {
  const [a, b] = [was.normal, now.normal];
  return (
    a.codes[atWas] === b.codes[atNow] &&
    ((a.marks[atWas] as number) & bits) === ((b.marks[atNow] as number) & bits) &&
    (a.at[atWas] as number) + shift === b.at[atNow]
  );
}

/** Whether a stretch lies outside a window: it is in the other block too, and so is what stands around it. */
export function isOutside(window: Window | undefined, start: number, end: number): boolean {
  return window !== undefined && (end <= window.head || start > window.tail);
}
