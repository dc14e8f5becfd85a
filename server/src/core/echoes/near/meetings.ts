/**
 * Owns which of many sentences come together: those that share grams, with how many. The same as asking the index one by
 * one, in rows of numbers.
 */
import type { Fingerprints, Indexed } from '../exact/fingerprints.ts';

/** Sentences in one row of codes. */
export interface SentenceRow {
  readonly codes: Uint16Array;
  /** Where each begins, and where the last ends. */
  readonly starts: Int32Array;
}

/** Every gram that stands in the sentences: what sentences hold it, by number, rising; one that holds it twice stands twice. */
interface Grams {
  /** The gram of each anchor, and where the anchors of each sentence begin. */
  readonly grams: Int32Array;
  readonly from: Int32Array;
  readonly holders: Int32Array;
  readonly first: Int32Array;
}

/**
 * Visits, for each sentence in order, those before it with which it shares grams, the gram of its first anchor first, the
 * last sentence first. A gram with more than `worn` holders counts for none. `shared` is how often both hold the same.
 */
export function meetings<T extends Indexed>(
  row: SentenceRow,
  index: Fingerprints<T>,
  worn: number,
  visit: (sentence: number, other: number, shared: number) => void,
): void {
  const { grams, from, holders, first } = gramsOf(row, index);
  const counts = new Int32Array(row.starts.length - 1);
  const met = new Int32Array(row.starts.length - 1);
  /** By gram: behind the last holder before the sentence that is looked at. */
  const reached = first.slice();
  for (let sentence = 0; sentence + 1 < row.starts.length; sentence += 1) {
    let size = 0;
    const [begin, end] = [from[sentence] as number, from[sentence + 1] as number];
    for (let anchor = begin; anchor < end; anchor += 1) {
      const gram = grams[anchor] as number;
      const head = first[gram] as number;
      if ((first[gram + 1] as number) - head > worn) continue;
      for (let at = (reached[gram] as number) - 1; at >= head; at -= 1) {
        const other = holders[at] as number;
        if (counts[other] === 0) met[size++] = other;
        counts[other] = (counts[other] as number) + 1;
      }
    }
    for (let anchor = begin; anchor < end; anchor += 1) {
      const gram = grams[anchor] as number;
      reached[gram] = (reached[gram] as number) + 1;
    }
    for (let at = 0; at < size; at += 1) {
      const other = met[at] as number;
      const shared = counts[other] as number;
      counts[other] = 0;
      visit(sentence, other, shared);
    }
  }
}

function gramsOf<T extends Indexed>({ codes, starts }: SentenceRow, index: Fingerprints<T>): Grams {
  const count = starts.length - 1;
  const from = new Int32Array(count + 1);
  let grams = new Int32Array(1 << 12);
  const offsets = new Int32Array(codes.length + 1);
  const hashes = new Uint32Array(codes.length + 1);
  // Where each gram stands first, by its hash; those with one hash are told apart by their codes.
  let size = 1 << 10;
  while (size < codes.length) size *= 2;
  const table = new Int32Array(size).fill(-1);
  const places: number[] = [];
  const sizes: number[] = [];
  let used = 0;
  for (let sentence = 0; sentence < count; sentence += 1) {
    const found = index.scan(codes, starts[sentence] as number, starts[sentence + 1] as number, offsets, hashes);
    if (used + found > grams.length) {
      const larger = new Int32Array(2 * (used + found));
      larger.set(grams);
      grams = larger;
    }
    for (let anchor = 0; anchor < found; anchor += 1) {
      const at = offsets[anchor] as number;
      let slot = (hashes[anchor] as number) & (size - 1);
      let gram = table[slot] as number;
      while (gram >= 0 && !isSame(codes, places[gram] as number, at, index.gramLength)) {
        slot = (slot + 1) & (size - 1);
        gram = table[slot] as number;
      }
      if (gram < 0) {
        gram = places.length;
        table[slot] = gram;
        places.push(at);
        sizes.push(0);
      }
      sizes[gram] = (sizes[gram] as number) + 1;
      grams[used++] = gram;
    }
    from[sentence + 1] = used;
  }
  const first = new Int32Array(sizes.length + 1);
  for (let gram = 0; gram < sizes.length; gram += 1) first[gram + 1] = (first[gram] as number) + (sizes[gram] as number);
  const next = first.slice();
  const holders = new Int32Array(used);
  for (let sentence = 0; sentence < count; sentence += 1)
    for (let anchor = from[sentence] as number; anchor < (from[sentence + 1] as number); anchor += 1) {
      const gram = grams[anchor] as number;
      holders[next[gram] as number] = sentence;
      next[gram] = (next[gram] as number) + 1;
    }
  return { grams, from, holders, first };
}

function isSame(codes: Uint16Array, a: number, b: number, length: number): boolean {
  for (let step = 0; step < length; step += 1) if (codes[a + step] !== codes[b + step]) return false;
  return true;
}
