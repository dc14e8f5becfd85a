/**
 * Owns giving way: work that goes on in steps lets what has come meanwhile be answered between each two. A message is read
 * from the stream, taken apart and answered in three turns of the event loop, each at the end of one, together with whatever
 * else waits for that end: work that waits for fewer turns would be done before the answer.
 */

/** So many turns a message takes from the stream to its answer. */
const turns = 3;

/** Runs something when the messages that have come by now have been answered. Returns what stops it before. */
export function behindMessages(run: () => void): () => void {
  let left = turns;
  const next = (): void => {
    left -= 1;
    if (left === 0) run();
    else waiting = setImmediate(next);
  };
  let waiting = setImmediate(next);
  return () => clearImmediate(waiting);
}

/** Resolves when the messages that have come by now have been answered. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    behindMessages(resolve);
  });
}
