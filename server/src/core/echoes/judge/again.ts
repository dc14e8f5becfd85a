/** Owns telling again what was told before: a finding whose places only moved keeps its words, and the objects that hold them. */
import type { Draft } from '../../text/draft.ts';
import { toSource } from '../../text/paragraph.ts';
import type { Desk, Echo, ExtraPlace, Label, Named, Passage, Told, Unit, UnitStretch } from '../model.ts';
import type { Margin } from '../units.ts';
import type { Look, Shift } from './look.ts';

/** The finding of an echo told before, moved to where its places are now; undefined when one of them is called otherwise, or none was told. */
export function again(
  draft: Draft,
  unit: Unit,
  echo: Echo,
  look: Look,
  labelOf: (place: UnitStretch) => Label | undefined,
): Passage | undefined {
  const known = echo.told;
  if (known?.draft !== draft.uri) return undefined;
  const { others: changed } = look;
  const isFresh = known.look === look.last && changed !== undefined;
  const onlyLocal = isFresh && (changed.size === 0 || !known.desks.some((desk) => changed.has(desk)));
  if (!(onlyLocal && look.isCalledAlike && shift(known, look.shift)) && !follow(draft, unit, echo, look, onlyLocal, labelOf))
    return undefined;
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

/** Looks where the places are now, and how they are called. Returns whether all are called as before. */
function follow(
  draft: Draft,
  unit: Unit,
  echo: Echo,
  { last, others: changed }: Look,
  onlyLocal: boolean,
  labelOf: (place: UnitStretch) => Label | undefined,
): boolean {
  const known = echo.told as Told;
  if (labelOf(echo.main) !== known.main) return false;
  const { others, extra, margin } = echo;
  const isFresh = known.look === last && changed !== undefined;
  const { related } = known.finding;
  const start = startIn(draft, unit, { unit, start: echo.start }, margin);
  let reach = start;
  let now: Named[] | undefined;
  const count = onlyLocal ? known.local.length : others.length + extra.length;
  for (let step = 0; step < count; step += 1) {
    const index = onlyLocal ? (known.local[step] as number) : step;
    const place = others[index] ?? (extra[index - others.length] as ExtraPlace).place;
    const { desk } = place.unit;
    const isLocal = desk === unit.desk;
    if (!isLocal && isFresh && !changed.has(desk)) continue;
    if (labelOf(place) !== known.labels[index]) return false;
    const begin = startIn(draft, unit, place, extra[index - others.length]?.from.margin ?? margin);
    if (isLocal) reach = Math.max(reach, begin);
    const named = related[index] as Named;
    if (begin !== named.start) (now ??= related.slice())[index] = placedAt(named, begin);
  }
  if (now !== undefined || start !== known.finding.start)
    known.finding = movedTo(known.finding, start - known.finding.start, now ?? related);
  known.last = reach;
  return true;
}

/** A place that begins at `start` now. */
function placedAt({ uri, start: was, end, message }: Named, start: number): Named {
  return { uri, start, end: end + start - was, message };
}

/** A finding that lies `by` farther on and lists `related`. */
function movedTo({ rule, kind, severity, start, end, message, group, detail }: Passage, by: number, related: readonly Named[]): Passage {
  return { rule, kind, severity, start: start + by, end: end + by, message, group, related, detail };
}

/** The draft that a place lies in; `draft` is the one that the findings are for. */
export function draftOf(draft: Draft, unit: Unit, { unit: { desk } }: { readonly unit: { readonly desk: Desk } }): Draft {
  return desk === unit.desk ? draft : desk.draft;
}

/** Where a place begins in its draft. */
function startIn(draft: Draft, unit: Unit, place: { readonly unit: Unit; readonly start: number }, margin: Margin): number {
  const { block, offset, paragraph, place: index } = place.unit;
  const inside = offset + (block?.normal.at[place.start] ?? 0) - margin.before;
  const source = paragraph.breaks.length === 0 ? inside : toSource(paragraph, inside);
  return (draftOf(draft, unit, place).starts[index] ?? 0) + source;
}
