/**
 * Owns the sign by which the dictionary's threads are told to end, and by which they tell that they are at work: the library
 * ends the whole process, with a complaint, when one of its threads is ended in the middle of a call.
 */
import { setTimeout as after } from 'node:timers/promises';

/** Shared between threads: not 0 when all are to end, and how many are at work. */
export type Ending = Int32Array;

const [over, busy] = [0, 1];
/** How often it is looked whether anybody is still at work, in milliseconds. */
const pace = 5;

/** The sign for threads that work on. */
export function notEnding(): Ending {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Whether the threads are to end. */
export function isEnding(ending: Ending): boolean {
  return Atomics.load(ending, over) !== 0;
}

/** Tells the threads to end. */
export function end(ending: Ending): void {
  Atomics.store(ending, over, 1);
}

/** Does what must not be interrupted, unless it is to end; `undefined` then. */
export function atWork<T>(ending: Ending, work: () => T): T | undefined {
  Atomics.add(ending, busy, 1);
  try {
    return isEnding(ending) ? undefined : work();
  } finally {
    Atomics.sub(ending, busy, 1);
  }
}

/** Tells the threads to end and resolves when none is at work any more, or after so many milliseconds. */
export async function ended(ending: Ending, patience: number): Promise<void> {
  end(ending);
  const until = performance.now() + patience;
  while (Atomics.load(ending, busy) !== 0 && performance.now() < until) await after(pace);
}
