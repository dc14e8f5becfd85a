/** Owns the desk of one draft: how it begins, which units stand for its paragraphs, how it takes the next version, and which of several stands for the others. */
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Blocks } from './blocks.ts';
import type { Desk, Exemption, Unit } from './model.ts';
import { piecesOf } from './pieces.ts';
import { hashOf } from './sign.ts';
import { Tally } from './tally.ts';
import { Recent, Trail } from './trail.ts';
import type { Unchanged } from './trail.ts';

const none: readonly never[] = [];
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

/** The units of some paragraphs of a draft, `first` being the place of the first of them; `exempt` counts all of its paragraphs. */
export function unitsOf(
  desk: Desk,
  paragraphs: readonly Paragraph[],
  exempt: readonly (Exemption | undefined)[],
  first: number,
  blocks: Blocks,
): Unit[] {
  const units: Unit[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const place = first + index;
    const why = exempt[place];
    const unit = { desk, paragraph, place, index: 0, exempt: why, echoes: none, parts: none, hangs: false };
    if (why !== undefined) units.push({ ...unit, offset: 0, block: undefined, listed: [] });
    else for (const piece of piecesOf(paragraph)) units.push({ ...unit, offset: piece.start, block: blocks.of(piece), listed: [] });
  }
  return units;
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
