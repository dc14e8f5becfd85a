/**
 * Owns families: sentences by their codes with numbers and slots left open, and which families are near copies of each
 * other. A relation is found from both sides alike; a gram that very many families hold says nothing and is left out.
 */
import type { Block, Family, Sentence } from '../model.ts';
import { Fingerprints, nearGrain } from '../exact/fingerprints.ts';
import type { Lookup } from '../exact/fingerprints.ts';
import { folded } from '../normal/codes.ts';
import { clauseStart, isSentenceEdge, named } from '../normal/normal.ts';
import type { Normal } from '../normal/normal.ts';
import { kinshipOf, mirrored } from './kinship.ts';
import type { Kin } from './kinship.ts';
import { meetings } from './meetings.ts';

/** A gram held by more entries than this is worn: it brings no families together. */
const worn = 256;
const shortestSentence = 12;
const longestSentence = 400;
/** Families must share grams, this many for each code of the shorter one, before they are compared. */
const leastShared = 0.08;

/** All families of the open drafts. */
export class Families {
  readonly #index = new Fingerprints<Family>(nearGrain, codesOf);
  readonly #byKey = new Map<string, Family>();

  get bytes(): number {
    return this.#index.bytes;
  }

  get size(): number {
    return this.#byKey.size;
  }

  /** Enters the sentences of many blocks into no families yet, each pair of which is looked at once. */
  enterAll(blocks: readonly Block[]): void {
    const fresh: Family[] = [];
    for (const block of blocks)
      for (const { family } of this.#sentencesOf(block)) {
        if (family.id >= 0) continue;
        family.id = 0;
        fresh.push(family);
      }
    this.#index.addAll(fresh);
    const starts = new Int32Array(fresh.length + 1);
    for (const [index, { length }] of fresh.entries()) starts[index + 1] = (starts[index] as number) + length;
    const codes = new Uint16Array(starts[fresh.length] as number);
    for (const [index, family] of fresh.entries()) codes.set(codesOf(family), starts[index] as number);
    meetings({ codes, starts }, this.#index, worn, (one, other, shared) =>
      this.#compare(fresh[one] as Family, fresh[other] as Family, shared),
    );
  }

  /** The sentences of a new block, entered into their families. Families whose relations changed go into `changed`. */
  enter(block: Block, changed: Set<Family>): readonly Sentence[] {
    const sentences = this.#sentencesOf(block);
    for (const { family } of sentences) if (family.id < 0) this.#add(family, changed);
    return sentences;
  }

  #sentencesOf(block: Block): readonly Sentence[] {
    const sentences: Sentence[] = [];
    const { normal } = block;
    for (let start = 0; start < normal.length;) {
      let end = start + 1;
      while (!isSentenceEdge(normal, end)) end += 1;
      if (end - start >= shortestSentence && end - start <= longestSentence)
        sentences.push({ start, end, family: this.#family(block, start, end) });
      start = end;
    }
    block.sentences = sentences;
    return sentences;
  }

  /** Takes the sentences of a block out. */
  leave(block: Block, changed: Set<Family>): void {
    for (const { family } of block.sentences) {
      if (family.more?.delete(block) === true || family.first !== block) continue;
      if (family.more !== undefined && family.more.size > 0) {
        [family.first] = family.more;
        family.more.delete(family.first as Block);
        continue;
      }
      this.#byKey.delete(family.key);
      const stale = this.#crossed(family);
      this.#unrelate(family, changed);
      this.#index.remove(family);
      this.#renew(stale, changed);
      family.first = undefined;
    }
  }

  #family(block: Block, start: number, end: number): Family {
    const key = keyOf(block.normal, start, end);
    const known = this.#byKey.get(key);
    if (known !== undefined) {
      if (known.first !== block) (known.more ??= new Set()).add(block);
      return known;
    }
    const family: Family = { id: -1, key, length: end - start, first: block, more: undefined, near: undefined, shared: 0 };
    this.#byKey.set(key, family);
    return family;
  }

  #add(family: Family, changed: Set<Family>): void {
    this.#index.add(family);
    this.#wear(this.#crossed(family), changed);
    this.#relate(family, changed);
  }

  #anchors(family: Family): Lookup[] {
    return this.#index.anchors(codesOf(family), 0, family.length);
  }

  /** The families that hold the gram of `family` at `offset`, each as often as it does; undefined when more than `limit`. */
  #holders(family: Family, offset: number, slot: number, limit: number): readonly Family[] | undefined {
    const { key } = family;
    const gram = key.slice(offset, offset + nearGrain.gram);
    const holders: Family[] = [];
    for (let entry = this.#index.head(slot); entry >= 0; entry = this.#index.next(entry)) {
      const other = this.#index.ownerOf(entry);
      if (!other.key.startsWith(gram, this.#index.offsetOf(entry))) continue;
      holders.push(other);
      if (holders.length > limit) return undefined;
    }
    return holders;
  }

  /** Families whose relations hang on a gram that is worn with `family` and not without it. */
  #crossed(family: Family): Set<Family> {
    const stale = new Set<Family>();
    const anchors = this.#anchors(family);
    for (const { offset, slot } of anchors) {
      if (this.#index.count(slot) <= worn) continue;
      const holders = this.#holders(family, offset, slot, worn + anchors.length);
      if (holders === undefined || holders.length <= worn) continue;
      if (holders.filter((other) => other !== family).length > worn) continue;
      for (const other of holders) if (other !== family) stale.add(other);
    }
    return stale;
  }

  /** Parts those families of `stale`, a gram of all of which is worn now, that have too little in common without it. */
  #wear(stale: ReadonlySet<Family>, changed: Set<Family>): void {
    const fresh = new Map<Family, readonly string[]>();
    const wornGrams = new Map<string, boolean>();
    const gramsOf = (family: Family): readonly string[] => {
      let grams = fresh.get(family);
      if (grams === undefined) fresh.set(family, (grams = this.#freshGrams(family, wornGrams)));
      return grams;
    };
    for (const family of stale)
      for (const other of [...(family.near?.keys() ?? [])]) {
        if (!stale.has(other) || isEnough(shared(gramsOf(family), gramsOf(other)), family, other)) continue;
        part(family, other);
        part(other, family);
        changed.add(family).add(other);
      }
  }

  /** The grams of a family that are not worn, each as often as it is entered; `known` remembers which are. */
  #freshGrams(family: Family, known: Map<string, boolean>): string[] {
    const grams: string[] = [];
    for (const { offset, slot } of this.#anchors(family)) {
      const gram = family.key.slice(offset, offset + nearGrain.gram);
      let isWorn = known.get(gram);
      if (isWorn === undefined) known.set(gram, (isWorn = this.#holders(family, offset, slot, worn) === undefined));
      if (!isWorn) grams.push(gram);
    }
    return grams;
  }

  #renew(stale: ReadonlySet<Family>, changed: Set<Family>): void {
    for (const family of stale) this.#unrelate(family, changed);
    for (const family of stale) this.#relate(family, changed);
  }

  #unrelate(family: Family, changed: Set<Family>): void {
    if (family.near === undefined) return;
    for (const other of family.near.keys()) {
      part(other, family);
      changed.add(other);
    }
    family.near = undefined;
    changed.add(family);
  }

  #relate(family: Family, changed: Set<Family>): void {
    const sharing: Family[] = [];
    for (const { offset, slot } of this.#anchors(family))
      for (const other of this.#holders(family, offset, slot, worn) ?? []) {
        if (other === family) continue;
        if (other.shared === 0) sharing.push(other);
        other.shared += 1;
      }
    for (const other of sharing) {
      const count = other.shared;
      other.shared = 0;
      if (family.near?.has(other) === true || !this.#compare(family, other, count)) continue;
      changed.add(family);
      changed.add(other);
    }
  }

  /** Relates two families that share `count` grams if they are near copies. Returns whether they are. */
  #compare(family: Family, other: Family, count: number): boolean {
    if (!isEnough(count, family, other)) return false;
    const isFirst = family.key < other.key;
    const kinship = isFirst ? kinshipOf(kinOf(family), kinOf(other)) : kinshipOf(kinOf(other), kinOf(family));
    if (kinship === undefined) return false;
    (family.near ??= new Map()).set(other, isFirst ? kinship : mirrored(kinship));
    (other.near ??= new Map()).set(family, isFirst ? mirrored(kinship) : kinship);
    return true;
  }
}

/** Whether so many grams in common are worth a comparison. */
function isEnough(count: number, { length }: Family, other: Family): boolean {
  return count >= Math.max(2, leastShared * Math.min(length, other.length));
}

/** How many grams two families share. */
function shared(grams: readonly string[], others: readonly string[]): number {
  let count = 0;
  for (const gram of grams) for (const other of others) if (gram === other) count += 1;
  return count;
}

function part(family: Family, other: Family): void {
  family.near?.delete(other);
  if (family.near?.size === 0) family.near = undefined;
}

/** All blocks that hold a sentence of a family. */
export function blocksOf({ first, more }: Family): readonly Block[] {
  if (first === undefined) return [];
  return more === undefined ? [first] : [first, ...more];
}

function keyOf(normal: Normal, start: number, end: number): string {
  const units: number[] = [];
  const names: number[] = [];
  const clauses: number[] = [];
  for (let at = start; at < end; at += 1) {
    units.push(folded(normal.codes[at] as number));
    if (at > start && ((normal.marks[at] as number) & clauseStart) !== 0) clauses.push(at - start);
    if (((normal.marks[at] as number) & named) !== 0) names.push(at - start);
  }
  return String.fromCharCode(...units, 0, ...clauses, 0, ...names);
}

function codesOf(family: Family): Uint16Array {
  const codes = new Uint16Array(family.length);
  for (let at = 0; at < codes.length; at += 1) codes[at] = family.key.charCodeAt(at);
  return codes;
}

/** A family as it is compared. */
export function kinOf(family: Family): Kin {
  const block = family.first;
  const start = block?.sentences.find((sentence) => sentence.family === family)?.start ?? 0;
  return {
    codes: codesOf(family),
    marks: block?.normal.marks.subarray(start, start + family.length) ?? new Uint8Array(family.length),
    length: family.length,
  };
}
