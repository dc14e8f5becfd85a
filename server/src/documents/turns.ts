/**
 * Owns giving way: work that goes on in steps lets what has come meanwhile be answered between each two. A message is read in
 * one turn of the event loop and answered at the end of it, together with whatever else waits for that end: work that waits
 * for the next turn alone would be done first, and a question would wait for two steps.
 */

/** Runs something when the messages that have come by now have been answered. Returns what stops it before. */
export function behindMessages(run: () => void): () => void {
  let waiting = setImmediate(() => {
    waiting = setImmediate(run);
  });
  return () => clearImmediate(waiting);
}

/** Resolves when the messages that have come by now have been answered. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    behindMessages(resolve);
  });
}
