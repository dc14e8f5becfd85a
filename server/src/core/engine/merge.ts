/** Owns putting sorted lists together. */
import { bySpan } from '../text/span.ts';
import type { Span } from '../text/span.ts';

/**
 * The items of lists that are each in the order of `bySpan`, in that order; those of an earlier list first where it leaves
 * them equal. A list that is out of order is put right. A single list that holds all is given back as it is.
 */
export function merged<T extends Span>(lists: readonly (readonly T[])[]): readonly T[] {
  return lists
    .filter((list) => list.length > 0)
    .reduce<readonly T[]>((all, list) => (all.length === 0 ? inOrder(list) : both(all, inOrder(list))), []);
}

/** Index of the first item that starts at `offset` or behind it. */
export function firstFrom(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle] as Span).start >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The list, sorted if it is not. */
export function inOrder<T extends Span>(list: readonly T[]): readonly T[] {
  for (let index = 1; index < list.length; index += 1)
    if (bySpan(list[index - 1] as T, list[index] as T) > 0) return [...list].sort(bySpan);
  return list;
}

function both<T extends Span>(left: readonly T[], right: readonly T[]): T[] {
  const all = new Array<T>(left.length + right.length);
  let [a, b] = [0, 0];
  for (let at = 0; at < all.length; at += 1) {
    const isLeft = b >= right.length || (a < left.length && bySpan(left[a] as T, right[b] as T) <= 0);
    all[at] = (isLeft ? left[a++] : right[b++]) as T;
  }
  return all;
}
