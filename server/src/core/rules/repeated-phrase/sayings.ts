/** Owns what of a text may be said too often: stock phrases, worn adverbs, clauses that nobody listed, and openings. */
import type { SayingKind } from '../../echoes/model.ts';
import { contentKey } from '../../echoes/exact/matching.ts';
import { isFigure } from '../../echoes/normal/codes.ts';
import { fixed, isClauseEdge, isSentenceEdge, named } from '../../echoes/normal/normal.ts';
import type { Normal } from '../../echoes/normal/normal.ts';
import { Phrases } from '../../echoes/normal/phrases.ts';
import { stockPhrases } from './stock-phrases.ts';
import type { StockPhrase } from './stock-phrases.ts';

/** A phrase, clause or opening at a place. Offsets are codes. */
export interface Saying {
  readonly kind: SayingKind;
  readonly start: number;
  readonly end: number;
  readonly id: number;
}

const kinds: readonly SayingKind[] = ['phrase', 'adverb', 'clause', 'opening'];
const shortestClause = 6;
const longestClause = 24;
/** Codes that must be alike where two sentences open alike. */
export const openingLength = 6;
const shortestSentence = 10;

/** Reads the sayings of texts. They are packed: two numbers each, place and id. */
export class SayingReader {
  readonly #stock: readonly StockPhrase[];
  readonly #adverbs: number;
  readonly #manner: number;
  readonly #phrases: Phrases;

  /** `own` are the writer's phrases. */
  constructor(own: readonly string[]) {
    const { adverb, manner, ...others } = stockPhrases;
    const mine = own.map((phrase) => ({ phrase, variants: [] }));
    const phrases = [...Object.values(others).flat(), ...mine];
    this.#adverbs = phrases.length;
    this.#manner = phrases.length + adverb.length;
    this.#stock = [...phrases, ...adverb, ...manner];
    this.#phrases = new Phrases(this.#stock.map(({ phrase }) => phrase));
  }

  /** Whether an adverb says how a thing is done, and so may stand more often than one that adds nothing. */
  isManner(id: number): boolean {
    return id % 0x40000000 >= this.#manner;
  }

  /** The stock phrase or adverb that a saying of kind `phrase` or `adverb` is. */
  stockOf(id: number): StockPhrase | undefined {
    return this.#stock[id % 0x40000000];
  }

  /** The sayings of a text whose set phrases have been marked. */
  read(normal: Normal): Uint32Array {
    const packed: number[] = [];
    const add = (kind: SayingKind, start: number, end: number, id: number): void => {
      packed.push(start * 0x10000 + end, kinds.indexOf(kind) * 0x40000000 + (id % 0x40000000));
    };
    let reached = 0;
    const covered = new Set<number>();
    for (const { phrase, start, end } of this.#phrases.find(normal)) {
      if (start < reached || isFixed(normal, start, end)) continue;
      reached = end;
      covered.add(start);
      add(phrase >= this.#adverbs ? 'adverb' : 'phrase', start, end, phrase);
    }
    for (let start = 0; start < normal.length;) {
      let end = start + 1;
      while (!isClauseEdge(normal, end)) end += 1;
      const length = end - start;
      if (length >= shortestClause && length <= longestClause && !covered.has(start) && isPlain(normal, start, end))
        add('clause', start, end, contentKey(normal.codes, start, end));
      start = end;
    }
    for (let start = 0; start < normal.length;) {
      let end = start + 1;
      while (!isSentenceEdge(normal, end)) end += 1;
      if (end - start >= shortestSentence && !isFixed(normal, start, start + openingLength))
        add('opening', start, start + openingLength, contentKey(normal.codes, start, start + openingLength));
      start = end;
    }
    return Uint32Array.from(packed);
  }
}

/** Whether a clause has no figure, and is not mostly what must stay as it is. */
function isPlain(normal: Normal, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isFigure(normal.codes[at] as number)) return false;
  return !isFixed(normal, start, end);
}

/** Whether a stretch is mostly what must stay as it is, or figures. */
function isFixed(normal: Normal, start: number, end: number): boolean {
  let free = 0;
  for (let at = start; at < end; at += 1)
    if (((normal.marks[at] as number) & (fixed | named)) === 0 && !isFigure(normal.codes[at] as number)) free += 1;
  return free * 2 < end - start;
}

/** A saying from its two numbers. */
export function unpacked(place: number, id: number): Saying {
  return { kind: kinds[Math.floor(id / 0x40000000)] ?? 'phrase', start: Math.floor(place / 0x10000), end: place % 0x10000, id };
}
