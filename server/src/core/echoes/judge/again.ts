/** Owns telling again what was told before: a finding whose places only moved keeps its words, and the objects that hold them. */
import type { Draft } from '../../text/draft.ts';
import { toSource } from '../../text/paragraph.ts';
import type { Desk, Echo, ExtraPlace, Label, Named, Passage, PlacesOn, Told, Unit, UnitStretch } from '../model.ts';
import type { Margin } from '../units.ts';
import type { Look, Shift } from './look.ts';

/** The finding of an echo told before, moved to where its places are now; undefined when one of them is called otherwise, or none was told. */
export function again(draft: Draft, unit: Unit, echo: Echo, look: Look, labelsOf: (desk: Desk) => readonly Label[]): Passage | undefined {
  const known = echo.told;
  if (known?.draft !== draft.uri) return undefined;
  const { others: changed } = look;
  const isFresh = known.look === look.last && changed !== undefined;
  const isMoved = isFresh && look.isCalledAlike && shift(known, look.shift);
  if (!isMoved && !followOwn(draft, unit, echo, labelsOf)) return undefined;
  if (!isFresh || changed.size > 0)
    for (const { desk, indexes } of known.others)
      if ((!isFresh || changed.has(desk)) && !follow(draft, unit, echo, desk, indexes, labelsOf)) return undefined;
  known.look = look.number;
  return known.finding;
}

/** Moves a finding with the text around it. Returns whether that can be said of all its places. */
function shift(known: Told, { from, to, by }: Shift): boolean {
  if (known.last < from) return true;
  const { finding, local } = known;
  const { related } = finding;
  if (finding.start >= from && finding.start < to) return false;
  let now: Named[] | undefined;
  for (const index of local) {
    const place = related[index] as Named;
    if (place.start < from) continue;
    if (place.start < to) return false;
    if (by !== 0) (now ??= related.slice())[index] = placedAt(place, place.start + by);
  }
  if (by === 0) return true;
  known.last += by;
  known.finding = movedTo(finding, finding.start >= to ? by : 0, now ?? related);
  return true;
}

/** A finding in a draft with all that it names there moved with the text around it; undefined when that cannot be said of all. */
export function shifted(finding: Passage, uri: string, { from, to, by }: Shift): Passage | undefined {
  const { start, end, related } = finding;
  const isCut = (at: number): boolean => at >= from && at < to;
  if (isCut(start) || isCut(end - 1) || related.some((place) => place.uri === uri && (isCut(place.start) || isCut(place.end - 1))))
    return undefined;
  if (by === 0) return finding;
  const move = (at: number): number => (at >= to ? at + by : at);
  const isBehind = (place: Named): boolean => place.uri === uri && place.end > to;
  const now = related.some(isBehind)
    ? related.map((place) =>
        isBehind(place) ? { uri, start: move(place.start), end: move(place.end - 1) + 1, message: place.message } : place,
      )
    : related;
  if (now === related && end <= to) return finding;
  const { rule, kind, severity, message, group, detail } = finding;
  return { rule, kind, severity, start: move(start), end: move(end - 1) + 1, message, group, related: now, detail };
}

/** Looks where an echo is now, and its other places in the draft. Returns whether those are called as before. */
function followOwn(draft: Draft, unit: Unit, echo: Echo, labelsOf: (desk: Desk) => readonly Label[]): boolean {
  const known = echo.told as Told;
  if (!follow(draft, unit, echo, unit.desk, known.local, labelsOf)) return false;
  const { start: was, related } = known.finding;
  const start = startIn(draft.starts, { unit, start: echo.start }, echo.margin);
  if (start !== was) known.finding = movedTo(known.finding, start - was, related);
  known.last = start;
  for (const index of known.local) known.last = Math.max(known.last, related[index]?.start ?? 0);
  return true;
}

/** Looks where the other places on one desk are now; `indexes` says which those are. Returns whether all are called as before. */
function follow(
  draft: Draft,
  unit: Unit,
  echo: Echo,
  desk: Desk,
  indexes: readonly number[],
  labelsOf: (desk: Desk) => readonly Label[],
): boolean {
  const known = echo.told as Told;
  const { others, extra, margin, main } = echo;
  const labels = labelsOf(desk);
  if (main.unit.desk === desk && labels[main.unit.place] !== known.main) return false;
  const { starts } = draftOf(draft, unit, desk);
  const { related } = known.finding;
  let now: Named[] | undefined;
  for (const index of indexes) {
    const place = others[index] ?? (extra[index - others.length] as ExtraPlace).place;
    if (labels[place.unit.place] !== known.labels[index]) return false;
    const begin = startIn(starts, place, extra[index - others.length]?.from.margin ?? margin);
    const named = related[index] as Named;
    if (begin !== named.start) (now ??= related.slice())[index] = placedAt(named, begin);
  }
  if (now !== undefined) known.finding = movedTo(known.finding, 0, now);
  return true;
}

/** The places that a finding lists by their desks, that of the place which its message names among them. */
export function placesOn(listed: readonly ExtraPlace[], main: UnitStretch): PlacesOn[] {
  const on = new Map<Desk, number[]>([[main.unit.desk, []]]);
  for (const [index, { place }] of listed.entries()) {
    const { desk } = place.unit;
    const indexes = on.get(desk);
    if (indexes === undefined) on.set(desk, [index]);
    else indexes.push(index);
  }
  return [...on].map(([desk, indexes]) => ({ desk, indexes }));
}

/** A place that begins at `start` now. */
function placedAt({ uri, start: was, end, message }: Named, start: number): Named {
  return { uri, start, end: end + start - was, message };
}

/** A finding that lies `by` farther on and lists `related`. */
function movedTo({ rule, kind, severity, start, end, message, group, detail }: Passage, by: number, related: readonly Named[]): Passage {
  return { rule, kind, severity, start: start + by, end: end + by, message, group, related, detail };
}

/** The draft of a desk; `draft` is the one that the findings are for, where the desk of the unit is meant. */
export function draftOf(draft: Draft, unit: Unit, desk: Desk): Draft {
  return desk === unit.desk ? draft : desk.draft;
}

/** Where a place begins in its draft, whose paragraphs begin at `starts`. */
function startIn(starts: readonly number[], place: { readonly unit: Unit; readonly start: number }, margin: Margin): number {
  const { block, offset, paragraph, place: index } = place.unit;
  const inside = offset + (block?.normal.at[place.start] ?? 0) - margin.before;
  const source = paragraph.breaks.length === 0 ? inside : toSource(paragraph, inside);
  return (starts[index] ?? 0) + source;
}
