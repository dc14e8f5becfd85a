/**
 * Owns the words of texts: asks the dictionary's thread in the background, falls back to the platform's own segmenter,
 * and remembers answers. What core reads from it never waits.
 */
import { setTimeout as after } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import type { Word, Words } from '../core/words.ts';
import { end, notEnding } from './ending.ts';
import type { Ending } from './ending.ts';
import type { CutReply, CutRequest, LoadReply, WorkerStart } from './messages.ts';

/** Who cuts words at the moment. */
export type WordsState = { readonly by: 'off' | 'loading' | 'nodejieba' } | { readonly by: 'fallback'; readonly reason: string };

/** How many characters of text are remembered from one question to the next, where nothing else is asked for. */
const usuallyRemembered = 300_000;
/** How long the end of the thread is waited for, in milliseconds. */
const patience = 1000;

/** The words that core sees, and the way to ask for more. */
export class Segmenter implements Words {
  readonly #home: string;
  readonly #ending: Ending;
  readonly #onFallback: (reason: string) => void;
  readonly #known = new Map<string, readonly Word[]>();
  readonly #pending = new Map<number, { readonly texts: readonly string[]; readonly done: () => void }>();
  /** Words that are alike are one object. */
  readonly #alike = new Map<string, Word>();
  #characters = 0;
  #state: WordsState = { by: 'off' };
  #worker: Worker | undefined;
  #ready: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;
  #nextId = 0;

  readonly #remembered: number;

  /**
   * `home` holds the bundles; `onFallback` is called once if the dictionary cannot be used; so many characters of text are
   * `remembered` from one question to the next. Who has `ending` can end the thread from any other.
   */
  constructor(home: string, onFallback: (reason: string) => void, remembered = usuallyRemembered, ending = notEnding()) {
    this.#remembered = remembered;
    this.#ending = ending;
    this.#home = home;
    this.#onFallback = onFallback;
  }

  get state(): WordsState {
    return this.#state;
  }

  of(text: string): readonly Word[] | undefined {
    return this.#known.get(text);
  }

  /** Cuts those of the texts that are not known yet. The promise resolves when all are; it never rejects. */
  async ask(texts: readonly string[]): Promise<void> {
    const missing = [...new Set(texts)].filter((text) => !this.#known.has(text));
    if (missing.length === 0) return;
    this.#trim();
    await (this.#ready ??= this.#load());
    const worker = this.#worker;
    if (this.#state.by !== 'nodejieba' || !worker) {
      for (const text of missing) this.#remember(text, plainWords(text));
      return;
    }
    await new Promise<void>((done) => {
      this.#nextId += 1;
      this.#pending.set(this.#nextId, { texts: missing, done });
      worker.postMessage({ id: this.#nextId, texts: missing } satisfies CutRequest);
    });
  }

  /**
   * Ends the thread between two texts and resolves when it has ended, within a second: the library ends the whole process,
   * with a complaint, when its thread is ended while it cuts. Nothing may be asked afterwards.
   */
  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop());
  }

  async #stop(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined || this.#state.by === 'fallback') return;
    worker.removeAllListeners('exit');
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    end(this.#ending);
    worker.postMessage({ id: 0, texts: [] } satisfies CutRequest);
    // The thread does not hold the process, so this must: it is for who waits to end it.
    await Promise.race([ended, after(patience)]);
  }

  /** Lets the process end; the thread must not hold it. */
  release(): void {
    this.#worker?.unref();
  }

  #load(): Promise<void> {
    this.#state = { by: 'loading' };
    return new Promise((resolve) => {
      const fail = (reason: string): void => {
        if (this.#state.by === 'fallback') return;
        this.#state = { by: 'fallback', reason };
        this.#worker = undefined;
        this.#settleWithFallback();
        this.#onFallback(reason);
        resolve();
      };
      try {
        const worker = new Worker(join(this.#home, 'words-worker.cjs'), {
          workerData: { home: this.#home, ending: this.#ending } satisfies WorkerStart,
        });
        worker.unref();
        this.#worker = worker;
        worker.on('error', (error) => fail(error.message));
        worker.on('exit', (code) => fail(`the words thread ended (${code})`));
        worker.once('message', (reply: LoadReply) => {
          if (!reply.loaded) return fail(reply.reason ?? 'unknown');
          this.#state = { by: 'nodejieba' };
          worker.on('message', (answer: CutReply) => this.#take(answer));
          return resolve();
        });
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error));
      }
    });
  }

  #take(answer: CutReply): void {
    const asked = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (!asked) return;
    asked.texts.forEach((text, index) => {
      const words = answer.words[index];
      const total = words?.lengths.reduce((sum, length) => sum + length, 0);
      this.#remember(
        text,
        words && total === text.length ? words.lengths.map((length, at) => this.#word(length, words.tags[at] ?? '')) : plainWords(text),
      );
    });
    asked.done();
  }

  #settleWithFallback(): void {
    for (const { texts, done } of this.#pending.values()) {
      for (const text of texts) this.#remember(text, plainWords(text));
      done();
    }
    this.#pending.clear();
  }

  #word(length: number, tag: string): Word {
    const key = `${length} ${tag}`;
    let word = this.#alike.get(key);
    if (word === undefined) this.#alike.set(key, (word = { length, tag }));
    return word;
  }

  #remember(text: string, words: readonly Word[]): void {
    if (!this.#known.has(text)) this.#characters += text.length;
    this.#known.set(text, words);
  }

  /** Forgets the oldest answers. Those to the question before stay until then: who asked has taken them in. */
  #trim(): void {
    for (const text of this.#known.keys()) {
      if (this.#characters <= this.#remembered) return;
      this.#known.delete(text);
      this.#characters -= text.length;
    }
  }
}

/** The platform's words, without parts of speech. */
export function plainWords(text: string): readonly Word[] {
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ segment }) => ({ length: segment.length, tag: '' }));
}
