/**
 * Owns the index of fingerprints: of every stretch of `sure` codes of a block at least one short gram is remembered, and
 * which one depends on those codes alone. Two copies of one stretch therefore meet under one gram. Numbers and slots are
 * the same gram whatever they say. A block that goes frees what it had.
 */
import { folded } from '../normal/codes.ts';
import { Entries } from './entries.ts';
import { Shelf } from './shelf.ts';
import type { Holding } from './shelf.ts';

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

/** A place to look up: the offset of a gram, its hash, and the head of its chain, until something is added or taken away. */
export interface Lookup {
  readonly offset: number;
  readonly hash: number;
  readonly slot: number;
}

/** A gram that more things hold is looked for in order; a shelf of less than a quarter is put away. */
const crowded = 64;

/** The index over things of type `T`, whose codes `codesOf` gives. */
export class Fingerprints<T extends Indexed> {
  readonly #entries = new Entries();
  #owners: (T | undefined)[] = [];
  #freeIds: number[] = [];
  /** By hash, of grams that many things hold and that were looked for. */
  readonly #shelves = new Map<number, Shelf>();
  /** By hash, of grams that few hold in many places: from how many entries on they are counted again. */
  readonly #few = new Map<number, number>();
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

  next(entry: number): number {
    return this.#entries.next(entry);
  }

  head(slot: number): number {
    return this.#entries.head(slot);
  }

  /** How many entries a slot has; very many are not told apart. Other grams may share it. */
  count(slot: number): number {
    return this.#entries.count(slot);
  }

  /** The same as `add` for each of them; their grams are entered when they are first looked for. */
  addAll(items: readonly T[]): void {
    for (const item of items) this.#name(item);
    this.#isBehind ||= items.length > 0;
  }

  /** Who has an id. */
  owner(id: number): T {
    return this.#owners[id] as T;
  }

  /** The places of the gram at an anchor in order, if very many hold it. */
  shelfOf({ hash, slot }: Lookup): Shelf | undefined {
    const known = this.#shelves.get(hash);
    if (known !== undefined || this.count(slot) <= (this.#few.get(hash) ?? crowded)) return known;
    const holdings: Holding[] = [];
    for (let entry = this.head(slot); entry >= 0; entry = this.next(entry)) {
      const holding = { owner: this.#entries.ownerOf(entry), offset: this.offsetOf(entry) };
      const codes = this.#codesOf(this.owner(holding.owner));
      // Other grams may share the slot.
      if (this.#hash(codes, holding.offset, 1)[0] === hash) holdings.push(holding);
    }
    if (new Set(holdings.map(({ owner }) => owner)).size <= crowded) {
      this.#few.set(hash, 2 * this.count(slot));
      return undefined;
    }
    this.#few.delete(hash);
    const shelf = new Shelf((id) => this.#codesOf(this.owner(id)), holdings);
    this.#shelves.set(hash, shelf);
    return shelf;
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
    for (const { offset, hash } of this.anchors(codes, 0, codes.length)) {
      this.#entries.remove(item.id, offset, hash);
      const shelf = this.#shelves.get(hash);
      shelf?.remove({ owner: item.id, offset });
      if (shelf !== undefined && shelf.holders < crowded / 4) this.#shelves.delete(hash);
    }
    this.#owners[item.id] = undefined;
    this.#freeIds.push(item.id);
    if (this.#freeIds.length === this.#owners.length) {
      this.#entries.reset(0);
      this.#shelves.clear();
      this.#few.clear();
      this.#owners = [];
      this.#freeIds = [];
    } else if (this.#entries.isSparse) this.#rebuild(2 * this.#entries.live);
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
    for (const { offset, hash } of this.anchors(codes, 0, codes.length)) {
      this.#entries.insert(id, offset, hash);
      this.#shelves.get(hash)?.add({ owner: id, offset });
    }
  }

  /** Everything anew with room for `count` entries. Rare: for all that came together, and when few are left of many. */
  #rebuild(count: number): void {
    this.#entries.reset(count);
    this.#shelves.clear();
    this.#few.clear();
    for (const [id, item] of this.#owners.entries()) if (item !== undefined) this.#insert(id, this.#codesOf(item));
  }
}
