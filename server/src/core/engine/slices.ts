/**
 * Owns long drafts that come to the rules over all drafts, or leave them, piece by piece: a part of a draft is a draft too,
 * so each piece is an edit, and no piece holds up what else is to be done.
 */
import type { Draft } from '../text/draft.ts';

interface Part {
  readonly draft: Draft;
  /** How many of its paragraphs are there. */
  readonly count: number;
}

/** A piece of a very long draft is at least this part of it: each costs a look at all that is there. */
const mostPieces = 250;

/** The drafts of which only a part is there. `put` puts a part in the place of the one before; returns whose findings changed. */
export class Slices {
  readonly #put: (draft: Draft) => Iterable<string>;
  readonly #parts = new Map<string, Part>();
  readonly #changed = new Map<string, Set<string>>();

  constructor(put: (draft: Draft) => Iterable<string>) {
    this.#put = put;
  }

  /** Puts one more piece of about `characters` of a draft. Returns whether all of it is there, or so little that it can come as a whole. */
  enter(draft: Draft, characters: number): boolean {
    const part = this.#parts.get(draft.uri);
    const before = part?.count ?? 0;
    const count = behind(draft, before, sizeOf(draft, characters));
    const isAll = count >= draft.paragraphs.length;
    if (!isAll || (part !== undefined && (part.draft !== draft || before < count))) this.#set(draft, count);
    return isAll;
  }

  /** Takes one piece of about `characters` of a draft away. Returns whether the rest is small enough to go as a whole. */
  leave(draft: Draft, characters: number): boolean {
    const before = Math.min(this.#parts.get(draft.uri)?.count ?? Infinity, draft.paragraphs.length);
    const size = sizeOf(draft, characters);
    let count = before;
    for (let left = size; count > 0 && left > 0; count -= 1) left -= draft.paragraphs[count - 1]?.text.length ?? 0;
    if (count === 0) return true;
    this.#set(draft, count);
    return false;
  }

  /** Whether a part of some draft is there, or still there: the rest comes or goes soon. */
  get isUnderWay(): boolean {
    return this.#parts.size > 0;
  }

  /** The draft of which a part is there. */
  draft(uri: string): Draft | undefined {
    return this.#parts.get(uri)?.draft;
  }

  /** The draft is there as a whole now, or gone. Returns whose findings its pieces changed. */
  finish(uri: string): ReadonlySet<string> {
    const changed = this.#changed.get(uri) ?? new Set();
    this.#parts.delete(uri);
    this.#changed.delete(uri);
    return changed;
  }

  #set(draft: Draft, count: number): void {
    this.#parts.set(draft.uri, { draft, count });
    const changed = this.#changed.get(draft.uri) ?? new Set();
    for (const uri of this.#put(headOf(draft, count))) changed.add(uri);
    this.#changed.set(draft.uri, changed);
  }
}

function sizeOf(draft: Draft, characters: number): number {
  return Math.max(characters, draft.text.length / mostPieces);
}

/** How many paragraphs there are with those that hold `size` characters behind the first `count`. */
function behind({ paragraphs }: Draft, count: number, size: number): number {
  let at = count;
  for (let left = size; at < paragraphs.length && left > 0; at += 1) left -= paragraphs[at]?.text.length ?? 0;
  return at;
}

/** The first paragraphs of a draft as a draft. */
function headOf(draft: Draft, count: number): Draft {
  return {
    ...draft,
    text: draft.text.slice(0, draft.starts[count]),
    paragraphs: draft.paragraphs.slice(0, count),
    starts: draft.starts.slice(0, count),
  };
}
