/**
 * Owns the places of one gram that very many hold, in the order of what stands behind it and in that of what stands before
 * it: those that have most in common with a text are found side by side, and the rest need not be looked at.
 */

/** A place of a gram: who holds it, and where. */
export interface Holding {
  /** The id of who holds it. */
  readonly owner: number;
  readonly offset: number;
}

/** How many codes two places have in common, before the gram and from its first code on. */
export interface Common {
  readonly before: number;
  readonly behind: number;
}

/** A place as one number. */
type Packed = number;
const room = 0x10000;

/** The order goes by so many codes: those that have more in common lie side by side, in any order. */
const far = 512;

/** The places of one gram. */
export class Shelf {
  readonly #codesOf: (owner: number) => Uint16Array;
  readonly #byBehind: Packed[];
  readonly #byBefore: Packed[];
  /** By holder, how many places. */
  readonly #counts = new Map<number, number>();

  /** `codesOf` gives the codes of who holds a place, as long as that is here. */
  constructor(codesOf: (owner: number) => Uint16Array, holdings: readonly Holding[]) {
    this.#codesOf = codesOf;
    for (const { owner } of holdings) this.#count(owner, 1);
    const places = holdings.map(packed);
    this.#byBehind = [...places].sort((a, b) => this.#order(a, b, 1));
    this.#byBefore = places.sort((a, b) => this.#order(a, b, -1));
  }

  add(holding: Holding): void {
    this.#count(holding.owner, 1);
    const place = packed(holding);
    this.#byBehind.splice(this.#indexOf(this.#byBehind, place, 1), 0, place);
    this.#byBefore.splice(this.#indexOf(this.#byBefore, place, -1), 0, place);
  }

  remove(holding: Holding): void {
    const place = packed(holding);
    for (const [places, step] of [
      [this.#byBehind, 1],
      [this.#byBefore, -1],
    ] as const) {
      const at = this.#indexOf(places, place, step);
      if (places[at] !== place) return;
      places.splice(at, 1);
    }
    this.#count(holding.owner, -1);
  }

  /** How many hold the gram. */
  get holders(): number {
    return this.#counts.size;
  }

  /**
   * Visits places by what they have in common with the gram at `at` of `codes`, until every other one has no more of it on
   * either side than places of two holders, or has less than `least` codes of it in all or less than `gram` of them behind.
   * `visit` returns what a place has in common, nothing where it does not count.
   */
  visitNearest(codes: Uint16Array, at: number, gram: number, least: number, visit: (holding: Holding) => Common | undefined): void {
    const [behind, before] = [this.#walk(codes, at, 1), this.#walk(codes, at, -1)];
    const visited = new Set<Packed>();
    const met: (Holding & Common)[] = [];
    const meet = (place: Packed): void => {
      if (visited.has(place)) return;
      visited.add(place);
      const holding = unpacked(place);
      const common = visit(holding);
      if (common !== undefined) met.push({ ...holding, ...common });
    };
    for (;;) {
      if (before.reach < 0 || behind.reach < gram || before.reach + behind.reach < least) return;
      // What lies so far that the order does not go by it may be the same up to the end.
      const most = { before: before.reach === far ? at : before.reach, behind: behind.reach === far ? codes.length - at : behind.reach };
      if (outdone(met, most)) return;
      meet(behind.next());
      if (before.reach >= 0) meet(before.next());
    }
  }

  /** Visits the places that have `length` codes from the gram on in common with those at `at`, until `visit` returns false. */
  visitAlike(codes: Uint16Array, at: number, length: number, visit: (holding: Holding) => boolean): void {
    const walk = this.#walk(codes, at, 1);
    while (walk.reach >= Math.min(length, far)) if (!visit(unpacked(walk.next()))) return;
  }

  #count(owner: number, by: number): void {
    const count = (this.#counts.get(owner) ?? 0) + by;
    if (count > 0) this.#counts.set(owner, count);
    else this.#counts.delete(owner);
  }

  /** What stands where, from the gram on or before it, in the direction of `step`. */
  #order(a: Packed, b: Packed, step: 1 | -1): number {
    const one = unpacked(a);
    return this.#compare(b, this.#codesOf(one.owner), one.offset, step) || a - b;
  }

  /** Less than 0 where `codes` come before those at a place. */
  #compare(place: Packed, codes: Uint16Array, at: number, step: 1 | -1): number {
    const { owner, offset } = unpacked(place);
    const others = this.#codesOf(owner);
    const same = inCommon(codes, at, others, offset, step);
    if (same === far) return 0;
    const [mine, theirs] = [codeAt(codes, at, same, step), codeAt(others, offset, same, step)];
    return mine - theirs;
  }

  #walk(codes: Uint16Array, at: number, step: 1 | -1): Walk {
    const places = step === 1 ? this.#byBehind : this.#byBefore;
    const start = firstIndex(places, (place) => this.#compare(place, codes, at, step) <= 0);
    return new Walk(places, start, (place) => {
      const { owner, offset } = unpacked(place);
      return inCommon(codes, at, this.#codesOf(owner), offset, step);
    });
  }

  #indexOf(places: readonly Packed[], place: Packed, step: 1 | -1): number {
    return firstIndex(places, (other) => this.#order(place, other, step) <= 0);
  }
}

/** Walks from one index of a list to both sides, always to the side where more is in common. */
class Walk {
  readonly #places: readonly Packed[];
  readonly #commonOf: (place: Packed) => number;
  #low: number;
  #high: number;
  #below: number;
  #above: number;

  constructor(places: readonly Packed[], start: number, commonOf: (place: Packed) => number) {
    this.#places = places;
    this.#commonOf = commonOf;
    [this.#low, this.#high] = [start - 1, start];
    [this.#below, this.#above] = [this.#at(this.#low), this.#at(this.#high)];
  }

  /** How much the next place has in common; -1 when there is none. */
  get reach(): number {
    return Math.max(this.#below, this.#above);
  }

  next(): Packed {
    const isAbove = this.#above >= this.#below;
    const place = this.#places[isAbove ? this.#high : this.#low] as Packed;
    if (isAbove) this.#above = this.#at((this.#high += 1));
    else this.#below = this.#at((this.#low -= 1));
    return place;
  }

  #at(index: number): number {
    const place = this.#places[index];
    return place === undefined ? -1 : this.#commonOf(place);
  }
}

/** Whether places of two holders have as much in common, on both sides. */
function outdone(met: readonly (Holding & Common)[], { before, behind }: Common): boolean {
  let first: number | undefined;
  for (const one of met) {
    if (one.before < before || one.behind < behind) continue;
    first ??= one.owner;
    if (one.owner !== first) return true;
  }
  return false;
}

function packed({ owner, offset }: Holding): Packed {
  return owner * room + offset;
}

function unpacked(place: Packed): Holding {
  return { owner: Math.floor(place / room), offset: place % room };
}

/** How many codes are the same, `far` at most: from `at` on, or before it. */
function inCommon(codes: Uint16Array, at: number, others: Uint16Array, offset: number, step: 1 | -1): number {
  const most = step === 1 ? Math.min(codes.length - at, others.length - offset, far) : Math.min(at, offset, far);
  const [mine, theirs] = step === 1 ? [at, offset] : [at - 1, offset - 1];
  let same = 0;
  while (same < most && codes[mine + step * same] === others[theirs + step * same]) same += 1;
  return same;
}

/** The code behind so many, -1 where there is none. */
function codeAt(codes: Uint16Array, at: number, same: number, step: 1 | -1): number {
  return codes[step === 1 ? at + same : at - 1 - same] ?? -1;
}

function firstIndex(places: readonly Packed[], isThere: (place: Packed) => boolean): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isThere(places[middle] as Packed)) high = middle;
    else low = middle + 1;
  }
  return low;
}
