/** Owns the desk of one draft: how it begins, how it takes the next version, and which of several stands for the others. */
import type { Draft } from '../text/draft.ts';
import type { Desk } from './model.ts';
import { hashOf } from './sign.ts';
import { Tally } from './tally.ts';
import { Recent, Trail } from './trail.ts';
import type { Unchanged } from './trail.ts';

/** So many changed units of a draft are remembered. */
const mostNews = 512;

/** A desk on which nothing has been found yet. */
export function newDesk(draft: Draft, laid: boolean): Desk {
  return {
    draft,
    laid,
    units: [],
    leader: '',
    labels: undefined,
    size: 0,
    sign: 0,
    told: 0,
    trail: new Trail(),
    news: new Recent(mostNews),
    hash: hashOf(draft.uri),
    tally: new Tally(),
  };
}

/** Of drafts with the same text, one that is read stands for those that are not; else the first by its uri. */
export function byRank(a: Desk, b: Desk): number {
  if (a.laid !== b.laid) return a.laid ? 1 : -1;
  return a.draft.uri < b.draft.uri ? -1 : 1;
}

/** Takes a draft whose first and last paragraphs are those of the draft before. */
export function setDraft(desk: Desk, draft: Draft, { head, tail }: Unchanged = { head: 0, tail: 0 }): void {
  desk.trail.note(head, tail);
  desk.draft = draft;
  desk.labels = undefined;
}

/** Of paragraphs that are the same those that stand where they did, counted from the head and from the end. */
export function unmoved(old: Draft, now: Draft, head: number, tail: number): Unchanged {
  let first = 0;
  while (first < head && old.starts[first] === now.starts[first]) first += 1;
  const by = now.text.length - old.text.length;
  let last = 0;
  while (last < tail && (old.starts[old.starts.length - 1 - last] as number) + by === now.starts[now.starts.length - 1 - last]) last += 1;
  return { head: first, tail: last };
}
