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

const unmoved: Shift = { from: Infinity, to: Infinity, by: 0 };

/** A draft as it was at some moment, for which the units of a desk stood. */
export interface Moment {
  readonly uri: string;
  readonly desk: Desk;
  /** Of the desk's trail. */
  readonly at: number;
  readonly starts: readonly number[];
  readonly length: number;
}

/** The present moment of a draft for which the units of `desk` stand. */
export function momentOf({ uri, starts, text }: Draft, desk: Desk): Moment {
  return { uri, desk, at: desk.trail.now, starts, length: text.length };
}

/** How the places of a draft for which the units of `desk` stand moved since a moment; undefined when nobody knows. */
export function shiftSince({ uri, desk: then, at, starts, length }: Moment, draft: Draft, desk: Desk): Shift | undefined {
  if (uri !== draft.uri || then !== desk) return undefined;
  const unchanged = desk.trail.since(at);
  // What is known of a draft that another stands for is that this version of it was looked at.
  if (desk.draft !== draft) return unchanged === undefined && starts === draft.starts ? unmoved : undefined;
  if (unchanged === undefined) return unmoved;
  const { head, tail } = unchanged;
  return { from: starts[head] ?? Infinity, to: starts[starts.length - tail] ?? Infinity, by: draft.text.length - length };
}

/** One look at a draft: what may have changed since the one before. */
export interface Look {
  readonly number: number;
  /** The look before; -1 when there was none at this draft. */
  readonly last: number;
  /** How the places of the draft moved. */
  readonly shift: Shift;
  /** Whether every paragraph of the draft is called as before. */
  readonly isCalledAlike: boolean;
  /** The other drafts that changed; undefined when any may have. */
  readonly others: ReadonlySet<Desk> | undefined;
  /** Whether all is as it was at the look before. */
  readonly isSame: boolean;
}

interface Looked {
  readonly moment: Moment;
  readonly number: number;
  /** Of all drafts, and of the units that changed. */
  readonly drafts: number;
  readonly news: number;
  readonly labels: readonly Label[];
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

  /** A look at the draft of `own`, for which the units of `desk` stand. */
  at(own: Desk, desk: Desk): Look {
    const { draft } = own;
    const labels = this.#labels(desk);
    const known = this.#looked.get(own);
    const shift = known && shiftSince(known.moment, draft, desk);
    const before = shift && known;
    const changed = before && this.#drafts.since(before.drafts);
    const others = changed?.has(desk) === true ? new Set([...changed].filter((other) => other !== desk)) : changed;
    const isCalledAlike = before?.labels === labels;
    const isSame = shift === unmoved && isCalledAlike && others?.size === 0 && desk.news.since(before?.news ?? 0)?.size === 0;
    const last = before?.number ?? -1;
    if (isSame) return { number: last, last, shift, isCalledAlike, others, isSame };
    this.#count += 1;
    this.#looked.set(own, {
      moment: momentOf(draft, desk),
      number: this.#count,
      drafts: this.#drafts.now,
      news: desk.news.now,
      labels,
    });
    return { number: this.#count, last, shift: shift ?? unmoved, isCalledAlike, others, isSame };
  }
}
