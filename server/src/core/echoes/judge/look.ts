/** Owns looking at drafts again and again: what may have changed since the look before, and the copies put in chains. */
import type { Draft } from '../../text/draft.ts';
import type { Desk, Label } from '../model.ts';
import type { DeskTrail } from '../trail.ts';
import { chainsOf } from './chains.ts';
import type { Chain } from './chains.ts';
import { Extras } from './extra.ts';

/** One look at a draft: what may have changed since the one before. */
export interface Look {
  readonly number: number;
  /** The look before; -1 when there was none at this draft. */
  readonly last: number;
  /** The first paragraph of the draft that may have changed. */
  readonly first: number;
  /** The other drafts that changed; undefined when any may have. */
  readonly others: ReadonlySet<Desk> | undefined;
  /** The copies of the draft. */
  readonly chains: readonly Chain[];
}

interface Looked {
  readonly draft: string;
  readonly number: number;
  readonly at: number;
  readonly drafts: number;
  readonly looks: number;
  readonly chains: readonly Chain[];
}

/** Remembers for each desk the look before. */
export class Looks {
  readonly #labels: (desk: Desk) => readonly Label[];
  readonly #trail: DeskTrail;
  readonly #extras = new Extras();
  readonly #looked = new WeakMap<Desk, Looked>();
  #count = 0;

  /** `labels` makes the labels of a desk, and notes which of them changed; `trail` tells which desks changed. */
  constructor(labels: (desk: Desk) => readonly Label[], trail: DeskTrail) {
    this.#labels = labels;
    this.#trail = trail;
  }

  /** A look at a draft for which the units of `desk` stand. */
  at(draft: Draft, desk: Desk): Look {
    this.#labels(desk);
    const known = this.#looked.get(desk);
    const before = known?.draft === draft.uri && desk.draft === draft ? known : undefined;
    const changed = before && this.#trail.since(before.drafts);
    const others = changed?.has(desk) === true ? new Set([...changed].filter((other) => other !== desk)) : changed;
    // A chain goes on where the other places do, which other drafts may change.
    let chains = before?.looks === desk.looks && others?.size === 0 ? before.chains : undefined;
    if (chains === undefined) {
      this.#extras.find(desk);
      chains = chainsOf(desk);
    }
    this.#count += 1;
    const number = this.#count;
    this.#looked.set(desk, { draft: draft.uri, number, at: desk.trail.now, drafts: this.#trail.now, looks: desk.looks, chains });
    return { number, last: before?.number ?? -1, first: before ? desk.trail.since(before.at) : 0, others, chains };
  }
}
