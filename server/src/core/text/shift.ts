/** Owns what two versions of a draft have in common, and where a place of the older one stands in the newer one. */
import type { Draft } from './draft.ts';

/** What became of the places of one version in the next. Offsets are UTF-16 code units of the older text. */
export interface Shift {
  /** How many paragraphs at the head are the same objects and stand where they stood. */
  readonly head: number;
  /** How many paragraphs at the end are the same objects, all moved by `by`. */
  readonly tail: number;
  /** All that ends at or before `from` stands where it stood. */
  readonly from: number;
  /** All that starts at or behind `to` is moved by `by`. */
  readonly to: number;
  readonly by: number;
}

/** Compares two versions of a draft, in time linear in the number of paragraphs and in the text that changed. */
export function shiftBetween(old: Draft, now: Draft): Shift {
  const by = now.text.length - old.text.length;
  const most = Math.min(old.paragraphs.length, now.paragraphs.length);
  let head = 0;
  while (head < most && old.paragraphs[head] === now.paragraphs[head] && old.starts[head] === now.starts[head]) head += 1;
  let tail = 0;
  for (; tail < most - head; tail += 1) {
    const [before, behind] = [old.paragraphs.length - 1 - tail, now.paragraphs.length - 1 - tail];
    if (old.paragraphs[before] !== now.paragraphs[behind] || (old.starts[before] ?? 0) + by !== now.starts[behind]) break;
  }
  let from = head === 0 ? 0 : (old.starts[head - 1] ?? 0) + (old.paragraphs[head - 1]?.source.length ?? 0);
  let to = startOf(old, old.paragraphs.length - tail);
  const end = Math.min(to, to + by);
  while (from < end && old.text.charCodeAt(from) === now.text.charCodeAt(from)) from += 1;
  while (to > from && to + by > from && old.text.charCodeAt(to - 1) === now.text.charCodeAt(to + by - 1)) to -= 1;
  return { head, tail, from, to, by };
}

/** Where a stretch that started at `start` and did not change starts now; `undefined` where what changed begins in it. */
export function shifted({ from, to, by }: Shift, start: number): number | undefined {
  if (start >= to) return start + by;
  return start < from ? start : undefined;
}

/** Where paragraph `index` starts; the end of the text behind the last one. */
export function startOf({ starts, text }: Pick<Draft, 'starts' | 'text'>, index: number): number {
  return starts[index] ?? text.length;
}

/** The items of the older version by paragraph, with those that changed made anew. */
export function carriedOver<T>(before: readonly T[], { head, tail }: Shift, now: Draft, make: (index: number) => T): T[] {
  const items = before.slice(0, head);
  for (let index = head; index < now.paragraphs.length - tail; index += 1) items.push(make(index));
  for (let index = before.length - tail; index < before.length; index += 1) items.push(before[index] as T);
  return items;
}
