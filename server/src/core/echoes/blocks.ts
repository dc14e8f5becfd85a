/** Owns the blocks that stand somewhere now: equal stretches of text are one block, read once. */
import type { Words } from '../words.ts';
import { setPhrases } from '../rules/repeated-passage/set-phrases/index.ts';
import type { SetPhraseKind } from '../rules/repeated-passage/set-phrases/index.ts';
import { proposeDoubled } from '../rules/repeated-phrase/doubled.ts';
import type { SayingReader } from '../rules/repeated-phrase/sayings.ts';
import type { Block } from './model.ts';
import { normalize } from './normal/normal.ts';
import { Phrases } from './normal/phrases.ts';
import { shield } from './normal/shields.ts';
import { markWords } from './normal/words.ts';
import type { Piece } from './pieces.ts';

const none: readonly never[] = [];
const kinds = Object.entries(setPhrases).flatMap(([kind, lines]) => lines.map(() => kind as SetPhraseKind));
const lexicon = Object.values(setPhrases).flat();

/** The phrases that may repeat: the lexicon, then `allowed`. */
export function allowedPhrases(allowed: readonly string[]): Phrases {
  return new Phrases([...lexicon, ...allowed]);
}

/** What a phrase of `allowedPhrases` is, by its index. */
export function kindOfPhrase(index: number): SetPhraseKind | 'allowed' {
  return kinds[index] ?? 'allowed';
}

/** All blocks by their text. */
export class Blocks {
  readonly #byKey = new Map<string, Block>();
  readonly #phrases: Phrases;
  readonly #sayings: SayingReader;
  readonly #words: Words;
  /** Blocks whose words would be of use, the most recent last. */
  readonly #waiting = new Set<Block>();

  constructor(words: Words, phrases: Phrases, sayings: SayingReader) {
    this.#words = words;
    this.#phrases = phrases;
    this.#sayings = sayings;
  }

  get size(): number {
    return this.#byKey.size;
  }

  all(): IterableIterator<Block> {
    return this.#byKey.values();
  }

  /** The block of a piece, read now if it is new. */
  of(piece: Piece): Block {
    const known = this.#byKey.get(piece.key);
    if (known !== undefined) return known;
    const normal = normalize(piece.text, piece.masks);
    const found = shield(normal, piece.text, this.#phrases);
    const block: Block = {
      id: -1,
      key: piece.key,
      text: piece.text,
      normal,
      units: new Set(),
      across: none,
      within: undefined,
      spans: none,
      sentences: none,
      sayings: this.#sayings.read(normal),
      doubles: proposeDoubled(piece.text),
      doubled: undefined,
      setPhrases: found,
      wordsKnown: false,
    };
    this.#byKey.set(piece.key, block);
    return block;
  }

  forget(block: Block): void {
    this.#byKey.delete(block.key);
    this.#waiting.delete(block);
  }

  /** Takes in the words of a block, or remembers that they are wanted. Returns whether they are known now for the first time. */
  read(block: Block): boolean {
    if (block.wordsKnown) return false;
    const words = this.#words.of(block.text);
    if (words === undefined) {
      this.#waiting.delete(block);
      this.#waiting.add(block);
      return false;
    }
    this.#waiting.delete(block);
    markWords(block.normal, words);
    block.wordsKnown = true;
    block.doubled = undefined;
    return true;
  }

  /** Whether the words of a block are there to be taken in. */
  hasAnswer(block: Block): boolean {
    return !block.wordsKnown && this.#words.of(block.text) !== undefined;
  }

  /** Blocks whose words are wanted, the most recent first. */
  waiting(): Block[] {
    return [...this.#waiting].reverse();
  }
}
