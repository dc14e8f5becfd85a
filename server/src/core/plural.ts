/** Owns the English plural, for texts that count something. */

/** `draft` for one, `drafts` for any other number; `many` where an s does not do. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}
