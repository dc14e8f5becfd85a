/** Owns the book of facts: the entries of all fact sheets, and which of them a claim of a text may mean. */
import type { Words } from '../words.ts';
import type { Claim } from './claims.ts';
import { movePoint } from './numbers.ts';
import type { Period } from './periods.ts';
import type { Entry, Quantity } from './sheets.ts';
import { magnitudeOf } from './numbers.ts';
import type { Figure } from './figures.ts';

/** All fact sheets together. */
export interface Book {
  readonly entries: readonly Entry[];
  /** Entries by the key of their name or of an alias. */
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
}

/** A book without entries. */
export const emptyBook: Book = { entries: [], byKey: new Map() };

/** Makes a book of entries, in their order. */
export function createBook(entries: readonly Entry[]): Book {
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of entry.keys) {
      const list = byKey.get(key);
      if (list) list.push(entry);
      else byKey.set(key, [entry]);
    }
  }
  return { entries, byKey };
}

/** What the draft around a claim says, where the claim itself says nothing. */
export interface Whereabouts {
  /** The level that the draft speaks for: `县` where it says 全县 most often; empty where it says none. */
  readonly level: string;
  /** The names of places in the title block. */
  readonly places: readonly string[];
}

/** Words that names may have or leave out without meaning something else. */
const fillers = new Set(['的', '总', '额', '值', '数', '量', '总量', '总额', '数量', '完成', '情况', '全年', '实现']);

/** A name as the set of its words, whatever their order and fillers; `undefined` while its words are not known. */
export function wordKey(name: string, words: Words): string | undefined {
  const cut = words.of(name);
  if (!cut) return undefined;
  let at = 0;
  const parts = cut.map(({ length }) => name.slice(at, (at += length)));
  return parts
    .filter((part) => !fillers.has(part))
    .sort()
    .join(' ');
}

/** The entries that a claim may mean, of its own measure: name, place and period agree as far as both say them. */
export function entriesFor(claim: Claim, book: Book, around: Whereabouts, words: Words): readonly Entry[] {
  if (claim.key === '' || claim.base || (claim.measure !== 'value' && claim.measure !== 'rate')) return [];
  if (claim.measure === 'rate' && claim.variant !== '') return [];
  return namedLike(claim, book, words)
    .filter((entry) => (claim.measure === 'rate' ? entry.rate : entry.value)?.unit.family === claim.figure.unit.family)
    .filter((entry) => samePlace(claim, entry, around) && samePeriod(claim.period, entry.period));
}

function namedLike(claim: Claim, book: Book, words: Words): readonly Entry[] {
  const exact = book.byKey.get(claim.key);
  if (exact) return exact;
  const own = wordKey(claim.key, words);
  if (own === undefined || own === '') return [];
  return book.entries.filter((entry) => entry.keys.some((key) => wordKey(key, words) === own));
}

/** 全国 and another county's figures are not the sheet's unless it says so. */
function samePlace({ scope }: Claim, { region }: Entry, { level, places }: Whereabouts): boolean {
  if (region !== '') return scope === '' || region.includes(scope) || (scope === level && places.some((place) => region.includes(place)));
  return scope === '' || scope === level || (level === '' && scope.length === 1 && scope !== '国') || places.includes(scope);
}

/** Years that are both known must be the same, and so must the parts of the year. */
export function samePeriod(claim: Period, entry: Period): boolean {
  const known = /^\d{4}$/;
  if (claim.year !== '' && !known.test(claim.year) && !['今年', '去年', '前年', '明年'].includes(claim.year))
    return claim.year === entry.year;
  if (known.test(claim.year) && known.test(entry.year) && claim.year !== entry.year) return false;
  if (claim.part === entry.part) return true;
  return claim.year === '' && claim.part === '';
}

/** What an entry says for the unit of a figure: the digits to write before it; `undefined` when the units do not go together. */
export function digitsFor(quantity: Quantity, figure: Pick<Figure, 'unit' | 'magnitude'>): string | undefined {
  if (quantity.unit.family !== figure.unit.family) return undefined;
  const ratio = (magnitudeOf(quantity.magnitude) * quantity.unit.factor) / (magnitudeOf(figure.magnitude) * figure.unit.factor);
  const places = Math.round(Math.log10(ratio));
  return Math.abs(10 ** places - ratio) < 1e-9 * ratio ? movePoint(quantity.digits, places) : undefined;
}
