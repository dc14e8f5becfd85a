/** Families: which are near copies of each other does not depend on who came when, though a gram wears out on the way. */
import { describe, expect, it } from 'vitest';
import { allowedPhrases, Blocks } from '../../server/src/core/echoes/blocks.ts';
import { Corpus } from '../../server/src/core/echoes/corpus.ts';
import { Drafts } from '../../server/src/core/echoes/drafts.ts';
import { SayingReader } from '../../server/src/core/rules/repeated-phrase/sayings.ts';
import { outlineOf } from '../../server/src/core/text/sections/index.ts';
import { noWords } from '../../server/src/core/words.ts';
import { randomFrom } from '../bench/echoes/texts.ts';
import { draftOf } from '../rules/echoes/support.ts';

class Bench {
  readonly #blocks = new Blocks(noWords, allowedPhrases([]), new SayingReader([]));
  readonly #drafts = new Drafts(new Corpus(this.#blocks, { minimum: 9, near: true }), this.#blocks, (draft) => outlineOf(draft));

  put(index: number, sentence: string): void {
    this.#drafts.put(draftOf(String(index), sentence));
  }

  remove(index: number): void {
    this.#drafts.remove(String(index));
  }

  /** Each family with those that are near it. */
  near(): Record<string, string[]> {
    const families = [...this.#blocks.all()].flatMap(({ sentences }) => sentences.map(({ family }) => family));
    return Object.fromEntries(families.map(({ key, near }) => [key, [...(near?.keys() ?? [])].map((other) => other.key).sort()]));
  }
}

/** Sentences with a phrase that more of them share than a gram may have holders; some have more in common. */
function sentencesOf(seed: number, count: number): string[] {
  const random = randomFrom(seed);
  const some = (characters: string, length: number): string =>
    Array.from({ length }, () => characters[Math.floor(random() * characters.length)]).join('');
  const shared = Array.from({ length: 12 }, (_, index) => some('城乡路桥水电林田湖草沙冰', 6 + (index % 6)));
  const other = (): string => shared[Math.floor(random() * shared.length)] ?? '';
  const rest = (): string => some('抓促保建管治改修补增扩通', 1 + Math.floor(random() * 3));
  const sentences: string[] = [];
  while (sentences.length < count) {
    const before = sentences[Math.floor(random() * sentences.length)];
    const isChanged = before !== undefined && random() < 0.4;
    sentences.push(isChanged ? before.replace(/.。$/u, `${rest()}。`) : `各镇各村都要把灯装到${rest()}让大伙儿晚上出门看得见${other()}。`);
  }
  return sentences;
}

describe('families that hold a gram which wears out', () => {
  it.each([1, 2])('are near as they are when all come at once: %i', (seed) => {
    const sentences = sentencesOf(seed, 290);
    const forth = new Bench();
    for (const [index, sentence] of sentences.entries()) forth.put(index, sentence);
    const back = new Bench();
    for (const [index, sentence] of [...sentences.entries()].reverse()) back.put(index, sentence);
    const relations = Object.values(forth.near()).reduce((sum, { length }) => sum + length, 0);
    expect(relations).toBeGreaterThan(50);
    expect(forth.near()).toEqual(back.near());
    // Without the last ones the gram is fresh again, as if they had never come.
    for (let index = 240; index < sentences.length; index += 1) forth.remove(index);
    const few = new Bench();
    for (const [index, sentence] of sentences.slice(0, 240).entries()) few.put(index, sentence);
    expect(forth.near()).toEqual(few.near());
  });
});
