/**
 * Owns the entries of an index in typed arrays: who holds a gram, and where, in chains by the hash of the gram. The table
 * grows head by head (linear hashing, Litwin 1980), so that no entry waits while all others are put in order anew.
 */

/** A count that has come here stays. */
const full = 0xffff;
/** The fewest heads; the lowest bits of a hash, which never split a chain, are not kept. */
const lowest = 10;
const least = 1 << lowest;
const most = 1 << (lowest + 16);
/** So many heads for each entry. */
const room = 1.25;

/** Entries by slot. */
export class Entries {
  /** How many heads are in use. */
  #size = least;
  /** One less than the highest power of two that is not above the size. */
  #mask = least - 1;
  #heads = new Int32Array(least).fill(-1);
  #counts = new Uint16Array(least);
  #next = new Int32Array(least);
  #owner = new Int32Array(least);
  #offset = new Uint16Array(least);
  /** Of the hash, the bits by which a chain may be split. */
  #bits = new Uint16Array(least);
  #used = 0;
  #free = -1;
  #live = 0;

  /** Bytes in typed arrays. */
  get bytes(): number {
    return this.#heads.byteLength + this.#counts.byteLength + this.#next.byteLength * 2 + this.#offset.byteLength * 2;
  }

  /** How many there are. */
  get live(): number {
    return this.#live;
  }

  /** Whether so many are gone that all would be better off in a smaller table. */
  get isSparse(): boolean {
    return this.#live * 8 < this.#size && this.#size > 4 * least;
  }

  /** The slot of a hash, until something is added or taken away. */
  slotOf(hash: number): number {
    const slot = hash & (2 * this.#mask + 1);
    return slot < this.#size ? slot : slot & this.#mask;
  }

  head(slot: number): number {
    return this.#heads[slot] as number;
  }

  next(entry: number): number {
    return this.#next[entry] as number;
  }

  ownerOf(entry: number): number {
    return this.#owner[entry] as number;
  }

  offsetOf(entry: number): number {
    return this.#offset[entry] as number;
  }

  /** How many entries a slot has, `full` for that many and more. */
  count(slot: number): number {
    return this.#counts[slot] as number;
  }

  insert(owner: number, offset: number, hash: number): void {
    const slot = this.slotOf(hash);
    const entry = this.#take();
    this.#owner[entry] = owner;
    this.#offset[entry] = offset;
    this.#bits[entry] = hash >>> lowest;
    this.#next[entry] = this.#heads[slot] as number;
    this.#heads[slot] = entry;
    const count = this.#counts[slot] as number;
    if (count < full) this.#counts[slot] = count + 1;
    this.#live += 1;
  }

  remove(owner: number, offset: number, hash: number): void {
    const slot = this.slotOf(hash);
    let before = -1;
    let entry = this.#heads[slot] as number;
    while (entry >= 0 && (this.#owner[entry] !== owner || this.#offset[entry] !== offset)) {
      before = entry;
      entry = this.#next[entry] as number;
    }
    if (entry < 0) return;
    this.#unlink(slot, before, entry);
    const count = this.#counts[slot] as number;
    if (count < full) this.#counts[slot] = count - 1;
    this.#next[entry] = this.#free;
    this.#free = entry;
    this.#live -= 1;
  }

  /** Makes room for `more` entries. */
  grow(more: number): void {
    const wanted = Math.min(most, Math.ceil(room * (this.#live + more)));
    if (wanted > this.#heads.length) {
      const length = Math.max(wanted, this.#heads.length + (this.#heads.length >>> 2));
      const heads = new Int32Array(length).fill(-1);
      heads.set(this.#heads);
      this.#heads = heads;
      this.#counts = enlarged(this.#counts, length);
    }
    while (this.#size < wanted) this.#split();
  }

  /** Begins anew with room for `count` entries. */
  reset(count: number): void {
    const size = Math.max(least, Math.min(most, Math.ceil(room * count)));
    this.#size = size;
    this.#mask = 2 ** Math.floor(Math.log2(size)) - 1;
    this.#heads = new Int32Array(size).fill(-1);
    this.#counts = new Uint16Array(size);
    const entries = Math.max(least, count);
    this.#next = new Int32Array(entries);
    this.#owner = new Int32Array(entries);
    this.#offset = new Uint16Array(entries);
    this.#bits = new Uint16Array(entries);
    this.#used = 0;
    this.#free = -1;
    this.#live = 0;
  }

  /** Brings one more head into use, for the entries of another whose hash says so by one bit more. */
  #split(): void {
    const slot = this.#size;
    const old = slot & this.#mask;
    const wide = 2 * this.#mask + 1;
    this.#size += 1;
    if (this.#size > wide) this.#mask = wide;
    const bit = (slot ^ old) >>> lowest;
    let before = -1;
    let count = 0;
    for (let entry = this.#heads[old] as number; entry >= 0;) {
      const next = this.#next[entry] as number;
      if (((this.#bits[entry] as number) & bit) === 0) before = entry;
      else {
        this.#unlink(old, before, entry);
        this.#next[entry] = this.#heads[slot] as number;
        this.#heads[slot] = entry;
        count += 1;
      }
      entry = next;
    }
    this.#counts[slot] = Math.min(full, count);
    if ((this.#counts[old] as number) < full) this.#counts[old] = (this.#counts[old] as number) - count;
  }

  /** Takes the entry behind `before` out of the chain of a slot. */
  #unlink(slot: number, before: number, entry: number): void {
    const next = this.#next[entry] as number;
    if (before < 0) this.#heads[slot] = next;
    else this.#next[before] = next;
  }

  #take(): number {
    if (this.#free >= 0) {
      const entry = this.#free;
      this.#free = this.#next[entry] as number;
      return entry;
    }
    if (this.#used === this.#next.length) {
      const size = this.#used + (this.#used >>> 2) + 16;
      this.#next = enlarged(this.#next, size);
      this.#owner = enlarged(this.#owner, size);
      this.#offset = enlarged(this.#offset, size);
      this.#bits = enlarged(this.#bits, size);
    }
    this.#used += 1;
    return this.#used - 1;
  }
}

function enlarged<T extends Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(array: T, size: number): T {
  const larger = (array instanceof Int32Array ? new Int32Array(size) : new Uint16Array(size)) as T;
  larger.set(array);
  return larger;
}
