/** Owns choosing by chance. */

/** A number from 0 up to 1. */
export type Random = () => number;

/** One of several; there must be one. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}
