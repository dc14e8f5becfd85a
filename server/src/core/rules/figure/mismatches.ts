/** Owns the comparison of whole drafts with the fact sheets: a claim that the sheets bear out is not looked up again. */
import type { Book } from '../../facts/book.ts';
import type { Claim } from '../../facts/claims.ts';
import type { Words } from '../../words.ts';
import type { Finding } from '../finding.ts';
import { mismatchOf } from './mismatch.ts';
import type { Placed } from './placed.ts';
import type { DraftReading } from './standing.ts';

/** A claim that was looked up, what the draft said around it then, and how often words had become known. */
interface Borne {
  readonly claim: Claim;
  readonly level: string;
  readonly places: readonly string[];
  readonly age: number;
}

/** Drafts against one book of facts. */
export class Mismatches {
  readonly book: Book;
  readonly #words: Words;
  readonly #borne = new WeakMap<Placed, Borne>();
  readonly #named: readonly string[];
  #age = 0;
  #asked = false;

  constructor(book: Book, words: Words) {
    this.book = book;
    this.#words = words;
    this.#named = [...new Set(book.entries.flatMap(({ keys }) => keys))];
  }

  /** The claims of a draft that the book contradicts, in order, each as `settled` has the finding of a claim. */
  of(reading: DraftReading, settled: (claim: Placed, finding: Finding) => Finding): Finding[] {
    if (this.book.entries.length === 0) return [];
    const { level, places } = reading;
    const age = this.#age;
    return reading.claims.flatMap((placed) => {
      const { claim } = placed;
      const known = this.#borne.get(placed);
      if (known?.claim === claim && known.level === level && known.places === places && known.age === age) return [];
      const mismatch = mismatchOf(placed, reading, this.book, this.#words);
      if (mismatch) return [settled(placed, mismatch)];
      this.#borne.set(placed, { claim, level, places, age });
      return [];
    });
  }

  /** Names that the book does not know as they stand, and those of the book, as far as their words are not known. */
  wants(readings: readonly DraftReading[]): readonly string[] {
    if (this.book.entries.length === 0) return [];
    const names = new Set<string>();
    for (const { claims } of readings)
      for (const { claim } of claims) if (claim.key.length >= 4 && !this.book.byKey.has(claim.key)) names.add(claim.key);
    if (names.size === 0) return [];
    for (const name of this.#named) names.add(name);
    const wanted = [...names].filter((name) => this.#words.of(name) === undefined);
    this.#asked ||= wanted.length > 0;
    return wanted;
  }

  /** Words may have become known. Returns whether any were asked for. */
  learn(): boolean {
    const asked = this.#asked;
    this.#asked = false;
    if (asked) this.#age += 1;
    return asked;
  }
}
