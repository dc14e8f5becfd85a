/** Owns looking at drafts again and again: what may have changed since the look before. */
import type { Draft } from '../../text/draft.ts';
import type { Desk, Label } from '../model.ts';
import type { Recent } from '../trail.ts';

/** How places of a draft moved: those before `from` not at all, those at `to` and behind it by `by`, and those between nobody knows. */
export interface Shift {
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

/** One look at a draft: what may have changed since the one before. */
export interface Look {
  readonly number: number;
  /** The look before; -1 when there was none at this draft. */
  readonly last: number;
  /** How the places of the draft moved; undefined when none did. */
  readonly shift: Shift | undefined;
  /** Whether every paragraph of the draft is called as before. */
  readonly isCalledAlike: boolean;
  /** The other drafts that changed; undefined when any may have. */
  readonly others: ReadonlySet<Desk> | undefined;
}

interface Looked {
  readonly draft: string;
  readonly number: number;
  /** Moments of the desk and of all drafts. */
  readonly at: number;
  readonly drafts: number;
  readonly labels: readonly Label[];
  readonly starts: readonly number[];
  readonly length: number;
}

/** Remembers for each desk the look before. */
export class Looks {
  readonly #labels: (desk: Desk) => readonly Label[];
  readonly #drafts: Recent<Desk>;
  readonly #looked = new WeakMap<Desk, Looked>();
  #count = 0;

  /** `labels` makes the labels of a desk, the same array when none changed; `drafts` tells which desks changed. */
  constructor(labels: (desk: Desk) => readonly Label[], drafts: Recent<Desk>) {
    this.#labels = labels;
    this.#drafts = drafts;
  }

  /** A look at a draft for which the units of `desk` stand. */
  at(draft: Draft, desk: Desk): Look {
    const labels = this.#labels(desk);
    const known = this.#looked.get(desk);
    const before = known?.draft === draft.uri && desk.draft === draft ? known : undefined;
    const changed = before && this.#drafts.since(before.drafts);
    const others = changed?.has(desk) === true ? new Set([...changed].filter((other) => other !== desk)) : changed;
    this.#count += 1;
    const number = this.#count;
    const { starts, text } = draft;
    this.#looked.set(desk, {
      draft: draft.uri,
      number,
      at: desk.trail.now,
      drafts: this.#drafts.now,
      labels,
      starts,
      length: text.length,
    });
    return {
      number,
      last: before?.number ?? -1,
      shift: before && shiftSince(before, desk),
      isCalledAlike: before?.labels === labels,
      others,
    };
  }
}

function shiftSince({ at, starts, length }: Looked, desk: Desk): Shift | undefined {
  const unchanged = desk.trail.since(at);
  if (unchanged === undefined) return undefined;
  const { head, tail } = unchanged;
  return { from: starts[head] ?? Infinity, to: starts[starts.length - tail] ?? Infinity, by: desk.draft.text.length - length };
}
