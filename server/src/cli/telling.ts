/** Owns what a thread of the command says to the one that made it, beside its result: lines and how far it is. */
import type { Stage, Teller } from './check.ts';

/** One word of a thread to a person. */
export type Telling =
  | { readonly kind: 'say'; readonly line: string }
  | { readonly kind: 'progress'; readonly stage: Stage; readonly done: number; readonly total: number };

/** How a thread tells the person: by `send`. */
export function tellerBy(send: (word: Telling) => void): Teller {
  return {
    say: (line) => send({ kind: 'say', line }),
    progress: (stage, done, total) => send({ kind: 'progress', stage, done, total }),
  };
}

/** The other end: hands a word on. */
export function pass(word: Telling, { say, progress }: Teller): void {
  if (word.kind === 'say') say(word.line);
  else progress(word.stage, word.done, word.total);
}
