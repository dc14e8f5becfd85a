/**
 * Owns the exact copies between many blocks that come together: all of them, however often they stand, by the order of all
 * suffixes of what repeats. The same as comparing block by block, in time linear in the text.
 */
import type { Block, Stretch } from '../model.ts';
import { sure } from './fingerprints.ts';
import type { Fingerprints } from './fingerprints.ts';
import { respan } from './matching.ts';
import type { Place } from './matching.ts';
import { rowOf } from './repeated.ts';
import type { Row } from './repeated.ts';
import { suffixesOf } from './suffixes.ts';
import type { Suffixes } from './suffixes.ts';
import { maximal } from './within.ts';

/** The copies between blocks, as long as none of them changes. */
export class Copies {
  readonly #blocks: readonly Block[];
  readonly #numbers: ReadonlyMap<Block, number>;
  readonly #starts: Int32Array;
  /** The stretches of the row that may repeat: where they begin there, and where among what may repeat; a last one behind all. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  /** The number of the block at each place of what may repeat. */
  readonly #owner: Int32Array;
  readonly #suffixes: Suffixes;

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    this.#numbers = new Map(blocks.map((block, number) => [block, number]));
    const row = rowOf(blocks);
    this.#starts = row.starts;
    const { from, to, text, owner, kinds } = partsOf(row);
    this.#from = from;
    this.#to = to;
    this.#owner = owner;
    this.#suffixes = suffixesOf(text, kinds);
  }

  /** Tells every block what of it stands in others and in itself; copies of less than `shortest` codes, at least `sure`, are none. */
  tell(shortest: number, index: Fingerprints<Block>): void {
    const longest = this.#longest();
    const twice = this.#repeatWithin(shortest);
    const stretches: Stretch[][] = this.#blocks.map(() => []);
    for (let part = 0; part + 1 < this.#from.length; part += 1) {
      const first = this.#to[part] as number;
      // Behind each part stands the mark that ends it.
      const end = (this.#to[part + 1] as number) - 1;
      const number = this.#owner[first] as number;
      const shift = (this.#from[part] as number) - first - (this.#starts[number] as number);
      for (let at = first; at < end; at += 1) {
        const length = longest[at] as number;
        if (length < shortest || (at > first && (longest[at - 1] as number) > length)) continue;
        (stretches[number] as Stretch[]).push({ start: at + shift, end: at + shift + length });
      }
    }
    for (const [number, block] of this.#blocks.entries()) {
      block.across = maximal(stretches[number] as Stretch[]);
      if (twice[number] === 0) block.within = [];
      respan(index, block, shortest);
    }
  }

  /** Every place where a stretch of at least `sure` codes of a block stands, its own included. The order says nothing. */
  places(block: Block, start: number, end: number): Place[] {
    const { order, rank, common } = this.#suffixes;
    const at = this.#inParts(block, start, end);
    if (at < 0) return [{ block, start }];
    const length = end - start;
    let first = rank[at] as number;
    let last = first;
    while ((common[first] as number) >= length) first -= 1;
    while (last + 1 < order.length && (common[last + 1] as number) >= length) last += 1;
    const places: Place[] = [];
    for (let place = first; place <= last; place += 1) places.push(this.#placeOf(order[place] as number));
    return places;
  }

  #placeOf(at: number): Place {
    const number = this.#owner[at] as number;
    const part = lastUpTo(this.#to, at);
    const start = (this.#from[part] as number) + at - (this.#to[part] as number) - (this.#starts[number] as number);
    return { block: this.#blocks[number] as Block, start };
  }

  /** Where a stretch stands among what may repeat; -1 when not all of it does. */
  #inParts(block: Block, start: number, end: number): number {
    const base = this.#starts[this.#numbers.get(block) ?? 0] as number;
    const part = lastUpTo(this.#from, base + start);
    if (part < 0 || part + 1 >= this.#from.length) return -1;
    const at = base + start - (this.#from[part] as number) + (this.#to[part] as number);
    return at + end - start < (this.#to[part + 1] as number) ? at : -1;
  }

  /** How long the longest copy in another block is that begins at each place. */
  #longest(): Int32Array {
    const { order, common } = this.#suffixes;
    const longest = new Int32Array(order.length);
    let shared = 0;
    for (let place = 1; place < order.length; place += 1) {
      const [here, other] = [order[place] as number, order[place - 1] as number];
      const both = common[place] as number;
      // Those of the same block in between have at least as much in common with both.
      shared = this.#owner[here] === this.#owner[other] ? Math.min(both, shared) : both;
      longest[here] = shared;
    }
    shared = 0;
    for (let place = order.length - 2; place >= 0; place -= 1) {
      const [here, other] = [order[place] as number, order[place + 1] as number];
      const both = common[place + 1] as number;
      shared = this.#owner[here] === this.#owner[other] ? Math.min(both, shared) : both;
      if (shared > (longest[here] as number)) longest[here] = shared;
    }
    return longest;
  }

  /** Which blocks hold a stretch of `shortest` codes twice. */
  #repeatWithin(shortest: number): Uint8Array {
    const { order, common } = this.#suffixes;
    const twice = new Uint8Array(this.#blocks.length);
    const seen = new Int32Array(this.#blocks.length).fill(-1);
    let first = 0;
    for (let place = 0; place < order.length; place += 1) {
      if ((common[place] as number) < shortest) first = place;
      const number = this.#owner[order[place] as number] as number;
      if (number < 0) continue;
      if ((seen[number] as number) >= first) twice[number] = 1;
      seen[number] = place;
    }
    return twice;
  }
}

interface Parts {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** What may repeat, each part ended by a number that stands nowhere else; 0 at the end of all. */
  readonly text: Int32Array;
  readonly owner: Int32Array;
  readonly kinds: number;
}

function partsOf({ codes, starts, repeats }: Row): Parts {
  const from: number[] = [];
  const to: number[] = [];
  const owners: number[] = [];
  let size = 0;
  for (let number = 0; number + 1 < starts.length; number += 1) {
    const last = starts[number + 1] as number;
    for (let at = starts[number] as number; at < last; at += 1) {
      if (repeats[at] === 0) continue;
      let end = at + sure;
      const begin = at;
      for (at += 1; at < end && at < last; at += 1) if (repeats[at] === 1) end = at + sure;
      from.push(begin);
      to.push(size);
      owners.push(number);
      size += end - begin + 1;
      at = end - 1;
    }
  }
  const text = new Int32Array(size + 1);
  const owner = new Int32Array(size + 1).fill(-1);
  const names = new Int32Array(0x10000);
  let kinds = from.length + 1;
  for (const [part, begin] of from.entries()) {
    const first = to[part] as number;
    const end = (to[part + 1] ?? size) - 1;
    for (let at = first; at < end; at += 1) {
      const code = codes[begin + at - first] as number;
      if (names[code] === 0) names[code] = kinds++;
      text[at] = names[code] as number;
      owner[at] = owners[part] as number;
    }
    text[end] = part + 1;
  }
  // One more of each, behind all.
  return { from: Int32Array.from([...from, codes.length + 1]), to: Int32Array.from([...to, size]), text, owner, kinds };
}

/** The last index at which a rising list is not above `value`; -1 when it is everywhere. */
function lastUpTo(list: Int32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
