/** Owns clans: all places of a family and of the families near it, listed once for all of them. */
import { byPlace } from '../units.ts';
import { deskWithTwo } from '../exact/groups.ts';
import type { Family, Listed, Place } from '../model.ts';
import { blocksOf, kinOf } from './families.ts';
import { delist, enlist } from '../listing.ts';
import { fixed, named } from '../normal/normal.ts';
import { signOf } from '../sign.ts';

/** All places of a sentence and its near copies. */
export interface Clan extends Listed {
  /** Equal for all whose nearest relations are the same. */
  readonly key: string;
  /** The part of the family's own sentence that is told of. */
  readonly start: number;
  readonly end: number;
  /** Codes of the part that are neither set phrase nor figure. */
  readonly own: number;
}

const figure = 1;
const figureMark = String.fromCharCode(figure);

/** Clans by family, made when asked for and forgotten when a member comes or goes. */
export class Clans {
  readonly #known = new Map<Family, Clan | null>();

  /** How many families have been asked for. */
  get size(): number {
    return this.#known.size;
  }

  /** The clan of a family; undefined when it has no near copies. */
  of(family: Family): Clan | undefined {
    let clan = this.#known.get(family);
    if (clan === undefined) {
      clan = make(family) ?? null;
      this.#known.set(family, clan);
      if (clan !== null) enlist(clan);
    }
    return clan ?? undefined;
  }

  /** Forgets a family and all that list it. */
  forget(family: Family): void {
    this.#forget(family);
    for (const other of family.near?.keys() ?? []) this.#forget(other);
  }

  #forget(family: Family): void {
    const clan = this.#known.get(family);
    if (clan) delist(clan);
    this.#known.delete(family);
  }
}

function make(family: Family): Clan | undefined {
  const { length } = family;
  const varies = hasVariants(family);
  if (!varies && family.near === undefined) return undefined;
  let start = varies ? 0 : length;
  let end = varies ? length : 0;
  let key = family.key;
  const places: Place[] = [];
  for (const [other, kinship] of family.near ?? []) {
    start = Math.min(start, kinship.start);
    end = Math.max(end, kinship.end);
    if (other.key < key) key = other.key;
    addPlaces(places, other, kinship.otherStart, kinship.otherEnd);
  }
  addPlaces(places, family, start, end);
  const { codes, marks } = kinOf(family);
  let own = 0;
  for (let at = start; at < end; at += 1) if (codes[at] !== figure && ((marks[at] as number) & (fixed | named)) === 0) own += 1;
  const sorted = places.sort(byPlace);
  return { key: keyOf(key), start, end, places: sorted, within: deskWithTwo(sorted), sign: signOf(sorted), own };
}

/** Whether the members differ in their figures. */
function hasVariants(family: Family): boolean {
  const blocks = blocksOf(family);
  if (blocks.length < 2 && blocks.every((block) => block.sentences.filter((one) => one.family === family).length < 2)) return false;
  if (!family.key.includes(figureMark)) return false;
  let first: Uint16Array | undefined;
  for (const block of blocks)
    for (const sentence of block.sentences) {
      if (sentence.family !== family) continue;
      const codes = block.normal.codes.subarray(sentence.start, sentence.end);
      if (first === undefined) first = codes;
      else if (codes.some((code, at) => code !== first?.[at])) return true;
    }
  return false;
}

function addPlaces(places: Place[], family: Family, start: number, end: number): void {
  for (const block of blocksOf(family))
    for (const sentence of block.sentences) {
      if (sentence.family !== family) continue;
      for (const unit of block.units) places.push({ unit, start: sentence.start + start, end: sentence.start + end });
    }
}

function keyOf(text: string): string {
  let low = 0;
  let high = 0;
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x85ebca6b) ^ (low >>> 15);
  }
  return `~${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}
