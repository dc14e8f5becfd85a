/**
 * Owns the order of all suffixes of a row of numbers, in time linear in its length: suffixes that begin like a smaller
 * neighbour are put in order by those that stand between them, which are put in order as words of a shorter row.
 */

/** Where suffixes begin, in their order, and how much each has in common with the one before it. */
export interface Suffixes {
  readonly order: Int32Array;
  /** The place in `order` of each suffix. */
  readonly rank: Int32Array;
  /** How many numbers the suffix at a place of `order` shares with the one before; 0 at the first. */
  readonly common: Int32Array;
}

/** The suffixes of a row whose numbers are at least 0 and less than `kinds`; the last must be 0, and no other. */
export function suffixesOf(row: Int32Array, kinds: number): Suffixes {
  const order = new Int32Array(row.length);
  sort(row, kinds, order);
  const rank = new Int32Array(row.length);
  for (let at = 0; at < order.length; at += 1) rank[order[at] as number] = at;
  return { order, rank, common: commonOf(row, order, rank) };
}

/** From suffix to suffix in the order of the row, what is shared shrinks by one at most. */
function commonOf(row: Int32Array, order: Int32Array, rank: Int32Array): Int32Array {
  const common = new Int32Array(row.length);
  let shared = 0;
  for (let start = 0; start < row.length; start += 1) {
    const place = rank[start] as number;
    if (place === 0) {
      shared = 0;
      continue;
    }
    const other = order[place - 1] as number;
    while (row[start + shared] === row[other + shared]) shared += 1;
    common[place] = shared;
    if (shared > 0) shared -= 1;
  }
  return common;
}

/** A suffix rises when it is smaller than the one behind it; a valley is one that rises behind one that falls. */
function risesOf(row: Int32Array): Uint8Array {
  const rises = new Uint8Array(row.length);
  rises[row.length - 1] = 1;
  for (let at = row.length - 2; at >= 0; at -= 1) {
    const here = row[at] as number;
    const next = row[at + 1] as number;
    rises[at] = here < next || (here === next && rises[at + 1] === 1) ? 1 : 0;
  }
  return rises;
}

function sort(row: Int32Array, kinds: number, order: Int32Array): void {
  const { length } = row;
  if (length === 1) {
    order[0] = 0;
    return;
  }
  const rises = risesOf(row);
  const sizes = new Int32Array(kinds);
  for (let at = 0; at < length; at += 1) sizes[row[at] as number] = (sizes[row[at] as number] as number) + 1;
  let count = 0;
  for (let at = 1; at < length; at += 1) if (rises[at] === 1 && rises[at - 1] === 0) count += 1;
  const valleys = new Int32Array(count);
  for (let at = 1, next = 0; at < length; at += 1) if (rises[at] === 1 && rises[at - 1] === 0) valleys[next++] = at;

  induce(row, rises, sizes, order, valleys);
  // The valleys stand in `order` by what lies between each and the next now: equal ones get equal names.
  const sorted = new Int32Array(count);
  for (let at = 0, next = 0; at < length; at += 1) {
    const start = order[at] as number;
    if (start > 0 && rises[start] === 1 && rises[start - 1] === 0) sorted[next++] = start;
  }
  const names = new Int32Array((length >>> 1) + 1);
  let name = 0;
  for (let at = 0; at < count; at += 1) {
    if (at > 0 && !isSameStep(row, rises, sorted[at - 1] as number, sorted[at] as number)) name += 1;
    names[(sorted[at] as number) >>> 1] = name;
  }
  if (name + 1 < count) {
    const shorter = new Int32Array(count);
    for (let at = 0; at < count; at += 1) shorter[at] = names[(valleys[at] as number) >>> 1] as number;
    const inner = new Int32Array(count);
    sort(shorter, name + 1, inner);
    for (let at = 0; at < count; at += 1) sorted[at] = valleys[inner[at] as number] as number;
  }
  induce(row, rises, sizes, order, sorted);
}

/** Whether two valleys are followed by the same up to the next valley. */
function isSameStep(row: Int32Array, rises: Uint8Array, a: number, b: number): boolean {
  for (let step = 0; ; step += 1) {
    if (row[a + step] !== row[b + step] || rises[a + step] !== rises[b + step]) return false;
    if (a + step === row.length - 1 || b + step === row.length - 1) return false;
    if (step === 0) continue;
    const endsA = rises[a + step] === 1 && rises[a + step - 1] === 0;
    const endsB = rises[b + step] === 1 && rises[b + step - 1] === 0;
    if (endsA || endsB) return endsA && endsB;
  }
}

/** Puts all suffixes in order, given the order of the valleys. */
function induce(row: Int32Array, rises: Uint8Array, sizes: Int32Array, order: Int32Array, valleys: Int32Array): void {
  order.fill(-1);
  const ends = endsOf(sizes);
  for (let at = valleys.length - 1; at >= 0; at -= 1) {
    const start = valleys[at] as number;
    const kind = row[start] as number;
    const end = (ends[kind] as number) - 1;
    ends[kind] = end;
    order[end] = start;
  }
  const heads = endsOf(sizes);
  for (let kind = 0; kind < sizes.length; kind += 1) heads[kind] = (heads[kind] as number) - (sizes[kind] as number);
  for (let at = 0; at < order.length; at += 1) {
    const before = (order[at] as number) - 1;
    if (before < 0 || rises[before] === 1) continue;
    const kind = row[before] as number;
    const head = heads[kind] as number;
    order[head] = before;
    heads[kind] = head + 1;
  }
  const tails = endsOf(sizes);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const before = (order[at] as number) - 1;
    if (before < 0 || rises[before] === 0) continue;
    const kind = row[before] as number;
    const tail = (tails[kind] as number) - 1;
    tails[kind] = tail;
    order[tail] = before;
  }
}

/** Behind the last place of each kind. */
function endsOf(sizes: Int32Array): Int32Array {
  const ends = new Int32Array(sizes.length);
  let sum = 0;
  for (let kind = 0; kind < sizes.length; kind += 1) {
    sum += sizes[kind] as number;
    ends[kind] = sum;
  }
  return ends;
}
