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
 * @throws {Error} after 10 s
 */
export async function until<T>(
  what: string,
  probe: () => T | undefined | Promise<T | undefined>,
  seen: () => unknown = () => undefined,
): Promise<T> {
  const deadline = performance.now() + deadlineMilliseconds;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (performance.now() > deadline) {
      throw new Error(`${what}: not within ${deadlineMilliseconds} ms; seen: ${JSON.stringify(seen())}`);
    }
    await pause(everyMilliseconds);
  }
}
