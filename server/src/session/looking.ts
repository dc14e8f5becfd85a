/** Owns how the open drafts of a session are looked at: in slices, then whole and shown; what the words add comes behind. */
import type { Wording } from '../convert/wording.ts';
import type { Desk } from '../core/engine/desk.ts';
import type { Draft } from '../core/text/draft.ts';
import type { Work } from '../documents/scheduler.ts';
import type { Snapshot } from '../documents/store.ts';
import { behindMessages } from '../documents/turns.ts';
import type { Publisher } from '../features/publisher.ts';
import type { CountsParams, StatusResult } from '../protocol.ts';
import type { Learning } from './learning.ts';
import { tooLong } from './notices.ts';
import type { Speaker } from './speaker.ts';

/**
 * What one slice of a long draft holds at least and at most, in characters. The first are small: the code is cold. Later ones
 * are not, however long they take: where all is repeated a slice costs what the drafts that say the same cost, whatever it holds.
 */
const slices = { cold: 50, least: 1200, most: 2500 };
/** So many characters of what edits left to do are worked out between two looks at the clock. */
const rest = 400;
/** So many slices are the first. */
const first = 150;

/** How long a slice is to take, and for how long slices are taken before others have their turn, in milliseconds. */
const aim = 3;
const turn = 8;

/** So many steps of telling what was found are taken between two looks at the clock. */
const steps = 8;

/** What looking needs from around it. */
export interface LookingDeps {
  readonly desk: Desk;
  readonly learning: Learning;
  readonly speaker: Speaker;
  readonly snapshotOf: (uri: string) => Snapshot | undefined;
  readonly published: () => Publisher;
  /** Called before a draft is put on the desk. Returns the uris whose findings it changed. */
  readonly before: () => Iterable<string>;
  /** The most characters that are checked. */
  readonly most: () => number;
  readonly wording: () => Wording;
  readonly counts: (counts: CountsParams) => void;
  /** A draft that was closed is off the desk. */
  readonly closed: (uri: string) => void;
}

/** The work of the scheduler, and which drafts were left unchecked. */
export class Looking implements Work {
  readonly #deps: LookingDeps;
  readonly #unchecked = new Map<string, string>();
  #slice = slices.cold;
  #count = 0;
  /** New drafts that were prepared and wait for a turn to be put in. */
  readonly #ready = new Set<string>();

  constructor(deps: LookingDeps) {
    this.#deps = deps;
  }

  /** The drafts that are too long, each with the reason in words. */
  unchecked(): StatusResult['unchecked'] {
    return [...this.#unchecked].map(([uri, reason]) => ({ uri, reason }));
  }

  /** Forgets a closed draft. */
  forget(uri: string): void {
    this.#unchecked.delete(uri);
    this.#deps.speaker.forget(`unchecked ${uri}`);
  }

  /** New settings: what was too long may be checked now. */
  reset(): void {
    this.#unchecked.clear();
  }

  slice(uri: string): boolean {
    const { desk, snapshotOf } = this.#deps;
    const draft = snapshotOf(uri)?.draft;
    const begun = performance.now();
    let now = begun;
    for (;;) {
      this.#count += 1;
      const isDone = draft === undefined ? desk.dismiss(uri, this.#slice) : desk.prepare(draft, this.#slice);
      const before = now;
      now = performance.now();
      if (this.#count > first) {
        const next = this.#slice * Math.max(0.5, Math.min(2, aim / (now - before)));
        this.#slice = Math.round(Math.max(slices.least, Math.min(slices.most, next)));
      }
      if (isDone) return this.#mayFinish(uri, draft, now > begun + aim);
      if (now > begun + turn) return false;
    }
  }

  /** A draft that is new and took long is put in a turn of its own, once: then there is nothing left to prepare. */
  #mayFinish(uri: string, draft: Draft | undefined, tookLong: boolean): boolean {
    const waits = tookLong && draft !== undefined && !this.#ready.has(uri) && this.#deps.desk.draft(uri) === undefined;
    if (waits) this.#ready.add(uri);
    return !waits;
  }

  finish(uri: string): void {
    this.#ready.delete(uri);
    const snapshot = this.#deps.snapshotOf(uri);
    if (!snapshot) return this.#dismissed(uri);
    if (!snapshot.draft) return this.#leaveUnchecked(snapshot);
    this.#unchecked.delete(uri);
    const { before, desk, learning } = this.#deps;
    const isNew = desk.draft(uri) === undefined;
    const others = new Set([...before(), ...desk.edit(snapshot.draft)]);
    others.delete(uri);
    let isTold = !isNew;
    const show = (): void => {
      if (!isTold && this.#deps.snapshotOf(uri) === snapshot) {
        // What is left once the repeats are told, the phrases, is a turn, too; then there is only the publication.
        isTold = this.tellAhead(uri);
        if (isTold) desk.findings(uri);
        behindMessages(show);
        return;
      }
      this.#deps.published().publish(uri);
      this.#deps.published().publishSoon(others);
      learning.want(uri, isNew);
    };
    // Nobody types in a draft that comes: what is found in it is told in turns of their own.
    if (isNew) behindMessages(show);
    else show();
  }

  /** Works out for one turn what edits left to do between other drafts. Gives the uris whose findings changed once nothing is left. */
  rest(): ReadonlySet<string> | undefined {
    const end = performance.now() + turn;
    while (!this.#deps.desk.isUnderWay()) {
      const uris = this.#deps.desk.rest(rest);
      if (uris !== undefined || performance.now() > end) return uris;
    }
    return undefined;
  }

  /** Works out for one turn what is found in a draft between the drafts. Returns whether that is all. */
  tellAhead(uri: string): boolean {
    const end = performance.now() + turn;
    while (!this.#deps.desk.tellAhead(uri, steps)) if (performance.now() > end) return false;
    return true;
  }

  /** Shows drafts anew whose findings changed by something else than an edit, one after the other. */
  refresh(uris: Iterable<string>): void {
    const shown = [...uris].filter((uri) => this.#deps.snapshotOf(uri)?.draft !== undefined);
    if (shown.length === 0) return;
    this.#deps.published().publishSoon(shown);
    for (const uri of shown) this.#deps.learning.want(uri, false);
  }

  /** A draft that is closed has been taken off the others. */
  #dismissed(uri: string): void {
    this.#deps.published().publishSoon(this.#deps.desk.remove(uri));
    this.#deps.closed(uri);
  }

  #leaveUnchecked({ uri, lines }: Snapshot): void {
    const { desk, speaker, most, wording, counts, published } = this.#deps;
    // A part of it may have come since it was too long the last time.
    published().publishSoon(desk.remove(uri));
    if (this.#unchecked.has(uri)) return;
    published().clear(uri);
    const text = tooLong(uri, lines.text.length, most());
    const unchecked = wording().pick(text);
    this.#unchecked.set(uri, unchecked);
    counts({ uri, holes: 0, repeats: 0, others: 0, kinds: [], unchecked });
    speaker.tell(`unchecked ${uri}`, text);
  }
}
