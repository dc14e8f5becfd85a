/**
 * Owns the index of fingerprints: of every stretch of `sure` codes of a block at least one short gram is remembered, and
 * which one depends on those codes alone. Two copies of one stretch therefore meet under one gram. Numbers and slots are
 * the same gram whatever they say. A block that goes frees what it had.
 */
import { folded } from '../normal/codes.ts';
import { Entries } from './entries.ts';

/** How long a gram is, and of how many grams in a row at least one is remembered. */
export interface Grain {
  readonly gram: number;
  readonly window: number;
}

/** For exact copies. */
export const exactGrain: Grain = { gram: 5, window: 4 };
/** Every stretch of this many codes holds a fingerprint of `exactGrain` that only these codes decide. */
export const sure = 8;
/** For near copies: finer, since what is equal comes in short stretches. */
export const nearGrain: Grain = { gram: 4, window: 3 };

/** What the index keeps: it gives each thing an id while it is in. */
export interface Indexed {
  id: number;
}

const factor = 0x01000193;

function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function inFourBits(code: number): number {
  return Math.imul(code, 0x9e3779b1) >>> 28;
}

/** So many codes on each side of a gram are told in four bits each, the nearest in the lowest. */
const sides = 4;
/** How many of the lowest groups of four bits are nothing, by sixteen bits. */
const runs = Uint8Array.from({ length: 0x10000 }, (_, bits) => {
  let run = 0;
  while (run < sides && ((bits >>> (4 * run)) & 15) === 0) run += 1;
  return run;
});

/**
 * Whether the same `beyond` codes or more may stand next to two equal grams, on both sides together. Told from what is kept
 * of them (`around`), so that nothing else need be looked at: where they may not, they do not.
 */
export function mayReach(around: number, other: number, beyond: number): boolean {
  const differs = around ^ other;
  const [before, behind] = [runs[differs >>> 16] as number, runs[differs & 0xffff] as number];
  return before === sides || behind === sides || before + behind >= beyond;
}

/** A place to look up: the offset of a gram, its hash, and the head of its chain, until something is added or taken away. */
export interface Lookup {
  readonly offset: number;
  readonly hash: number;
  readonly slot: number;
}

/** The index over things of type `T`, whose codes `codesOf` gives. */
export class Fingerprints<T extends Indexed> {
  readonly #entries = new Entries();
  #owners: (T | undefined)[] = [];
  #freeIds: number[] = [];
  #hashes = new Uint32Array(1 << 10);
  #offsets = new Int32Array(1 << 10);
  #chosen = new Uint32Array(1 << 10);
  /** Whether things were added whose grams are not here yet. */
  #isBehind = false;
  readonly #codesOf: (item: T) => Uint16Array;
  readonly #gram: number;
  readonly #window: number;
  /** The factor to the power of the gram. */
  readonly #leaving: number;

  constructor(grain: Grain, codesOf: (item: T) => Uint16Array) {
    this.#codesOf = codesOf;
    this.#gram = grain.gram;
    this.#window = grain.window;
    let power = 1;
    for (let count = 0; count < grain.gram; count += 1) power = Math.imul(power, factor);
    this.#leaving = power;
  }

  /** Bytes in typed arrays. */
  get bytes(): number {
    this.#catchUp();
    return this.#entries.bytes + this.#hashes.byteLength;
  }

  ownerOf(entry: number): T {
    return this.#owners[this.#entries.ownerOf(entry)] as T;
  }

  offsetOf(entry: number): number {
    return this.#entries.offsetOf(entry);
  }

  /** What stands around the gram of an entry; see `mayReach`. */
  aroundOf(entry: number): number {
    return this.#entries.aroundOf(entry);
  }

  next(entry: number): number {
    return this.#entries.next(entry);
  }

  head(slot: number): number {
    return this.#entries.head(slot);
  }

  /** How many entries a slot has, `full` for that many and more. Other grams may share it. */
  count(slot: number): number {
    return this.#entries.count(slot);
  }

  /** The same as `add` for each of them; their grams are entered when they are first looked for. */
  addAll(items: readonly T[]): void {
    for (const item of items) this.#name(item);
    this.#isBehind ||= items.length > 0;
  }

  /** Adds a thing; it gets an id. */
  add(item: T): void {
    this.#catchUp();
    const codes = this.#codesOf(item);
    this.#entries.grow(this.#anchorsIn(codes.length));
    this.#name(item);
    this.#insert(item.id, codes);
  }

  /** Takes a thing out; its id may go to another. */
  remove(item: T): void {
    this.#catchUp();
    const codes = this.#codesOf(item);
    for (const { offset, hash } of this.anchors(codes, 0, codes.length)) this.#entries.remove(item.id, offset, hash);
    this.#owners[item.id] = undefined;
    this.#freeIds.push(item.id);
    if (this.#freeIds.length === this.#owners.length) {
      this.#entries.reset(0);
      this.#owners = [];
      this.#freeIds = [];
    } else if (this.#entries.isSparse) this.#rebuild(2 * this.#entries.live);
  }

  /** The codes next to a gram, in a few bits each; those behind the ends of the codes are nothing. */
  around(codes: Uint16Array, offset: number): number {
    let [before, behind] = [0, 0];
    for (let side = 0; side < sides; side += 1) {
      before |= inFourBits(codes[offset - 1 - side] ?? 0) << (4 * side);
      behind |= inFourBits(codes[offset + this.#gram + side] ?? 0) << (4 * side);
    }
    return (before << 16) | behind;
  }

  /** How many codes a gram has. */
  get gramLength(): number {
    return this.#gram;
  }

  /** The anchors of all full windows of a stretch; when the stretch is too short for one, none. */
  anchors(codes: Uint16Array, start: number, end: number): Lookup[] {
    this.#catchUp();
    if (this.#offsets.length < end - start) {
      this.#offsets = new Int32Array(2 * (end - start));
      this.#chosen = new Uint32Array(2 * (end - start));
    }
    const anchors: Lookup[] = [];
    const count = this.scan(codes, start, end, this.#offsets, this.#chosen);
    for (let at = 0; at < count; at += 1) {
      const hash = this.#chosen[at] as number;
      anchors.push({ offset: this.#offsets[at] as number, hash, slot: this.#entries.slotOf(hash) });
    }
    return anchors;
  }

  /** Writes where the anchors of a stretch begin and the hashes of their grams, whether they are in or not. Returns how many. */
  scan(codes: Uint16Array, start: number, end: number, offsets: Int32Array, chosen: Uint32Array): number {
    const grams = end - start - this.#gram + 1;
    if (grams < this.#window) return 0;
    const hashes = this.#hash(codes, start, grams);
    let count = 0;
    let last = -1;
    for (let from = 0; from + this.#window <= grams; from += 1) {
      let best = from;
      for (let at = from + 1; at < from + this.#window; at += 1) if ((hashes[at] as number) <= (hashes[best] as number)) best = at;
      if (best === last) continue;
      last = best;
      offsets[count] = start + best;
      chosen[count] = hashes[best] as number;
      count += 1;
    }
    return count;
  }

  /** Of the anchors of a stretch the one that the fewest share. The stretch must hold `sure` codes. */
  rarest(codes: Uint16Array, start: number, end: number): Lookup {
    const anchors = this.anchors(codes, start, end);
    let best = anchors[0];
    if (best === undefined) throw new RangeError('the stretch is too short to look up');
    for (const anchor of anchors) if (this.count(anchor.slot) < this.count(best.slot)) best = anchor;
    return best;
  }

  #name(item: T): void {
    item.id = this.#freeIds.pop() ?? this.#owners.length;
    this.#owners[item.id] = item;
  }

  #catchUp(): void {
    if (!this.#isBehind) return;
    this.#isBehind = false;
    let count = 0;
    for (const item of this.#owners) if (item !== undefined) count += this.#anchorsIn(this.#codesOf(item).length);
    this.#rebuild(count);
  }

  /** About how many anchors so many codes have. */
  #anchorsIn(length: number): number {
    return Math.ceil((2 * length) / (this.#window + 1));
  }

  #hash(codes: Uint16Array, start: number, grams: number): Uint32Array {
    if (this.#hashes.length < grams) this.#hashes = new Uint32Array(grams * 2);
    const hashes = this.#hashes;
    let rolling = 0;
    for (let at = start; at < start + this.#gram - 1; at += 1) rolling = (Math.imul(rolling, factor) + folded(codes[at] as number)) | 0;
    for (let index = 0; index < grams; index += 1) {
      rolling = (Math.imul(rolling, factor) + folded(codes[start + index + this.#gram - 1] as number)) | 0;
      if (index > 0) rolling = (rolling - Math.imul(this.#leaving, folded(codes[start + index - 1] as number))) | 0;
      hashes[index] = mixed(rolling);
    }
    return hashes;
  }

  #insert(id: number, codes: Uint16Array): void {
    for (const { offset, hash } of this.anchors(codes, 0, codes.length)) this.#entries.insert(id, offset, hash, this.around(codes, offset));
  }

  /** Everything anew with room for `count` entries. Rare: for all that came together, and when few are left of many. */
  #rebuild(count: number): void {
    this.#entries.reset(count);
    for (const [id, item] of this.#owners.entries()) if (item !== undefined) this.#insert(id, this.#codesOf(item));
  }
}
