/** Owns how the open drafts of a session are looked at: in slices, then whole and shown; what the words add comes behind. */
import type { Wording } from '../convert/wording.ts';
import type { Desk } from '../core/engine/desk.ts';
import type { Work } from '../documents/scheduler.ts';
import type { Snapshot } from '../documents/store.ts';
import type { Publisher } from '../features/publisher.ts';
import type { CountsParams, StatusResult } from '../protocol.ts';
import type { Learning } from './learning.ts';
import { tooLong } from './notices.ts';
import type { Speaker } from './speaker.ts';

/** What one slice of a long draft may hold, in characters: about a millisecond of work, or ten while the code is cold. */
const slice = 2500;

/** For how long slices are taken before others have their turn, in milliseconds. */
const turn = 8;

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
    const end = performance.now() + turn;
    for (;;) {
      const isDone = draft === undefined ? desk.dismiss(uri, slice) : desk.prepare(draft, slice);
      if (isDone || performance.now() > end) return isDone;
    }
  }

  finish(uri: string): void {
    const snapshot = this.#deps.snapshotOf(uri);
    if (!snapshot) return this.#dismissed(uri);
    if (!snapshot.draft) return this.#leaveUnchecked(snapshot);
    this.#unchecked.delete(uri);
    const { before, desk, learning } = this.#deps;
    const isNew = desk.draft(uri) === undefined;
    this.#show(uri, [...before(), ...desk.put(snapshot.draft), uri]);
    learning.want(uri, isNew);
  }

  /** Shows drafts anew whose findings changed by something else than an edit. */
  refresh(uris: Iterable<string>): void {
    for (const uri of uris) {
      const snapshot = this.#deps.snapshotOf(uri);
      if (!snapshot?.draft) continue;
      this.#deps.published().publish(uri);
      this.#deps.learning.want(uri, false);
    }
  }

  /** A draft that is closed has been taken off the others. */
  #dismissed(uri: string): void {
    this.#deps.published().publishSoon(this.#deps.desk.remove(uri));
    this.#deps.closed(uri);
  }

  /** Publishes what changed: the draft that was looked at now, the others in a pause. */
  #show(uri: string, changed: Iterable<string>): void {
    const others = new Set(changed);
    if (others.delete(uri)) this.#deps.published().publish(uri);
    this.#deps.published().publishSoon(others);
  }

  #leaveUnchecked({ uri, lines }: Snapshot): void {
    if (this.#unchecked.has(uri)) return;
    const { desk, speaker, most, wording, counts, published } = this.#deps;
    const others = new Set(desk.remove(uri));
    published().clear(uri);
    published().publishSoon(others);
    const text = tooLong(uri, lines.text.length, most());
    const unchecked = wording().pick(text);
    this.#unchecked.set(uri, unchecked);
    counts({ uri, holes: 0, repeats: 0, others: 0, kinds: [], unchecked });
    speaker.tell(`unchecked ${uri}`, text);
  }
}
