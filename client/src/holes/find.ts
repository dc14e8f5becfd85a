/** Owns asking the server for the holes of the text that is on the screen, and of no older one. Pure: no VS Code here. */
import type { PlainHole } from '../../../server/src/protocol.ts';

/** What there is to say about a document. */
export type Holes<Hole = PlainHole> =
  | { readonly state: 'found'; readonly holes: readonly Hole[] }
  /** The server does not check the document. */
  | { readonly state: 'unchecked' }
  /** No answer for the present text within the deadline. */
  | { readonly state: 'late' };

/** What is needed from around it. */
export interface HoleSource<Hole = PlainHole> {
  /** The version of the document now. */
  readonly version: () => number;
  readonly ask: () => Promise<{ readonly version: number; readonly holes: readonly Hole[] }>;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

const deadlineMilliseconds = 5000;
const pauseMilliseconds = 30;

/** Asks until the answer is for the present version. Rejects if asking does. */
export async function findHoles<Hole>(source: HoleSource<Hole>): Promise<Holes<Hole>> {
  const deadline = source.now() + deadlineMilliseconds;
  for (;;) {
    const answer = await Promise.race([source.ask(), source.pause(deadline - source.now())]);
    if (!answer) return { state: 'late' };
    const { version, holes } = answer;
    if (version === source.version()) return { state: 'found', holes };
    if (version < 0) return { state: 'unchecked' };
    if (source.now() >= deadline) return { state: 'late' };
    await source.pause(pauseMilliseconds);
  }
}
