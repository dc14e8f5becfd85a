/** Owns the lines by which places in drafts are counted: those of the version that they were found in, though a newer one waits. */
import { indexLines } from '../convert/positions.ts';
import type { LineIndex } from '../convert/positions.ts';
import type { Draft } from '../core/text/draft.ts';
import type { Snapshot } from './store.ts';

/** What knows the drafts. */
export interface LinesDeps {
  /** The draft that findings speak of; `undefined` for one that was not looked at yet or is not open. */
  readonly foundIn: (uri: string) => Draft | undefined;
  readonly snapshotOf: (uri: string) => Pick<Snapshot, 'draft' | 'lines'> | undefined;
  /** The lines of what is not open. */
  readonly otherwise: (uri: string) => LineIndex | undefined;
}

/** The lines of drafts as they were when something was found in them. */
export class LinesAsFound {
  readonly #deps: LinesDeps;
  readonly #older = new WeakMap<Draft, LineIndex>();

  constructor(deps: LinesDeps) {
    this.#deps = deps;
  }

  /** Undefined where nothing is known of a draft. */
  of(uri: string): LineIndex | undefined {
    const { foundIn, snapshotOf, otherwise } = this.#deps;
    const [found, snapshot] = [foundIn(uri), snapshotOf(uri)];
    if (found === undefined || found === snapshot?.draft) return snapshot?.lines ?? otherwise(uri);
    let lines = this.#older.get(found);
    if (lines === undefined) this.#older.set(found, (lines = indexLines(found.text)));
    return lines;
  }
}
