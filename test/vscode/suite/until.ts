// Owns: waiting for a condition, with a deadline, in the extension host.

import { setTimeout as pause } from 'node:timers/promises';

const deadlineMilliseconds = 10_000;
const everyMilliseconds = 25;

/**
 * Resolves as soon as the condition holds.
 *
 * @param what is waited for, for the message
 * @param probe gives undefined as long as it does not hold
 * @param seen what there is instead, for the message
 * @param milliseconds how long, 10 s if left out
 * @throws {Error} after that
 */
export async function until<T>(
  what: string,
  probe: () => T | undefined | Promise<T | undefined>,
  seen: () => unknown = () => undefined,
  milliseconds = deadlineMilliseconds,
): Promise<T> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (performance.now() > deadline) {
      throw new Error(`${what}: not within ${milliseconds} ms; seen: ${JSON.stringify(seen())}`);
    }
    await pause(everyMilliseconds);
  }
}
