/** Owns the list of holes of a draft, for views, for forms and for going from hole to hole. */
import { rangeOf } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import type { Desk } from '../core/engine/desk.ts';
import { clauseAround, listHoles, nameOf, sentenceAround, titleOf } from '../core/holes/index.ts';
import type { Around, Heading, ListedHole } from '../core/holes/index.ts';
import type { Draft } from '../core/text/draft.ts';
import type { Outline } from '../core/text/sections/index.ts';
import type { Snapshot } from '../documents/store.ts';
import type { HolesResult, PlainAround, PlainHeading, PlainHole } from '../protocol.ts';

/** How much of a sentence is shown, in characters on either side. */
const reach = { before: 80, after: 60 };

/** Every hole of an open draft, in order, under its headings. */
export function holes(snapshot: Snapshot & { readonly draft: Draft }, outline: Outline, desk: Desk, wording: Wording): HolesResult {
  const { draft, lines, version } = snapshot;
  const headings: PlainHeading[] = [];
  const indexes = new Map<Heading, number>();
  const indexOf = (path: readonly Heading[]): number | undefined => {
    const own = path.at(-1);
    if (!own) return undefined;
    const known = indexes.get(own);
    if (known !== undefined) return known;
    const parent = indexOf(path.slice(0, -1));
    const head = 'head' in own ? own.head : (own.title ?? own);
    headings.push({ title: titleOf(draft, own, true), range: rangeOf(lines, head), ...(parent !== undefined && { parent }) });
    indexes.set(own, headings.length - 1);
    return headings.length - 1;
  };
  const toPlain = ({ hole, about, headings: path, placed, anchor }: ListedHole): PlainHole => {
    const heading = indexOf(path);
    const { indicator, unit, figure, removable, likeness } = about;
    return {
      range: rangeOf(lines, hole),
      kind: hole.kind,
      kindName: wording.kind(hole.rule, hole.kind),
      message: wording.message(hole.rule, hole.message),
      ...(hole.group !== undefined && { group: hole.group }),
      ...(heading !== undefined && { heading }),
      clause: oneLine(clauseAround(placed)),
      sentence: oneLine(sentenceAround(placed, reach)),
      ...(indicator !== '' && { indicator }),
      ...(unit !== '' && { unit }),
      figure,
      removable,
      ...(likeness !== undefined && { likeness }),
      name: nameOf(anchor),
    };
  };
  return { version, holes: listHoles(draft, outline, desk.findings(snapshot.uri)).map(toPlain), headings };
}

function oneLine({ before, token, after }: Around): PlainAround {
  const plain = (text: string): string => text.replace(/[\r\n]+/g, ' ');
  return { before: plain(before), token: plain(token), after: plain(after) };
}
