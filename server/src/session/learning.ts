/**
 * Owns when the words of the drafts are asked for and looked at again: what they add to the messages waits for a pause, and
 * is dropped where the draft has moved on, because its next version brings its own.
 */
import type { Desk } from '../core/engine/desk.ts';
import { Pause } from '../documents/pause.ts';
import type { Snapshot } from '../documents/store.ts';
import { giveWay } from '../documents/turns.ts';
import type { Publisher } from '../features/publisher.ts';
import type { Segmenter } from '../words/segmenter.ts';

/** The texts whose words are asked for at a time hold so many characters. */
const question = 5000;

/** What learning needs from around it. */
export interface LearningDeps {
  readonly desk: Desk;
  readonly words: Pick<Segmenter, 'ask'>;
  readonly snapshotOf: (uri: string) => Snapshot | undefined;
  readonly published: () => Pick<Publisher, 'publishSoon' | 'settled'>;
}

/** Learns the words of drafts, one draft after the other. */
export class Learning {
  readonly #deps: LearningDeps;
  readonly #waiting = new Set<string>();
  readonly #pause = new Pause(() => this.#begin());
  /** How often work was asked for: what was begun before the last time gives way. */
  #round = 0;
  #isStopped = false;

  constructor(deps: LearningDeps) {
    this.#deps = deps;
  }

  /** A draft was looked at. Its words come in a pause, those of one that is new at once when nothing else goes on. */
  want(uri: string, isNew: boolean): void {
    this.#round += 1;
    this.#waiting.add(uri);
    this.#pause.tell({ work: true, atOnce: isNew });
  }

  /** Asks for the words of what was found, some at a time; when they are there, the messages say more. Resolves when that is done. */
  async learn(uri: string, version: number): Promise<void> {
    const { desk, words, snapshotOf, published } = this.#deps;
    const isWanted = (): boolean => !this.#isStopped && snapshotOf(uri)?.version === version;
    const asked = new Set<string>();
    while (isWanted()) {
      const wants = firstOf(
        desk.wants(uri).filter((text) => !asked.has(text)),
        question,
      );
      if (wants.length === 0) return;
      for (const text of wants) asked.add(text);
      await words.ask(wants);
      await published().settled();
      if (!isWanted()) return;
      published().publishSoon(desk.learn([uri]));
      await giveWay();
    }
  }

  /** Drops what waits, and ends what was begun. */
  stop(): void {
    this.#isStopped = true;
    this.#pause.stop();
    this.#waiting.clear();
  }

  #begin(): boolean {
    void this.#learnAll(this.#round);
    return false;
  }

  async #learnAll(round: number): Promise<void> {
    for (const uri of this.#waiting) {
      if (round !== this.#round) return;
      this.#waiting.delete(uri);
      const snapshot = this.#deps.snapshotOf(uri);
      if (snapshot?.draft) await this.learn(uri, snapshot.version);
    }
  }
}

/** The first texts that hold about `characters` together. */
function firstOf(texts: readonly string[], characters: number): readonly string[] {
  let left = characters;
  return texts.filter(({ length }) => {
    const fits = left > 0;
    left -= length;
    return fits;
  });
}
