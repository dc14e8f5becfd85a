/** Owns how echoes are put together: the places they list, and the sign by which a change shows. */
import type { Reason } from '../../rules/echo-report.ts';
import type { Echo, Listed, Unit, UnitStretch } from '../model.ts';
import { hashOf, signOf } from '../sign.ts';
import { byPlace, countBefore, spanInSource } from '../units.ts';
import type { Margin } from '../units.ts';

/** Takes note of a stretch that is repeated and yet no finding. */
export type Trace = (reason: Reason, start: number, end: number) => void;

/** What the judges go by. */
export interface Measure {
  /** Characters beyond set phrases and names. */
  readonly minimum: number;
  readonly near: boolean;
}

/** So many other places are listed whatever their number; of very many not all, though all are counted. */
const fewestShown = 5;
/** Findings of one group list at most about so many places together: of up to 20 copies each lists all others. */
const mostShown = 400;
/** Copies in more places than this are not looked through for parallelism. */
export const mostInRows = 80;

const nothing: readonly never[] = [];

/** Puts an echo together. `left` are the places of the content that do not count. */
export function echoOf(
  kind: Echo['kind'],
  own: UnitStretch,
  group: string,
  left: ReadonlySet<UnitStretch>,
  source: Listed,
  margin: Margin,
): Echo | undefined {
  const { places } = source;
  const shownPlaces = Math.max(fewestShown, Math.floor(mostShown / places.length));
  const others: UnitStretch[] = [];
  for (const place of places) {
    if (isSame(place, own) || left.has(place)) continue;
    others.push(place);
    if (others.length === shownPlaces) break;
  }
  const main = firstOnDesk(places, own, left) ?? others[0];
  if (main === undefined) return undefined;
  const count = places.length - left.size;
  const span = spanInSource(own);
  let rest = source.sign - signOf([own]);
  for (const place of left) rest -= signOf([place]);
  const sign = (hashOf(`${kind} ${group}`, span.start, span.end, count, margin.before, margin.behind) + rest) | 0;
  return {
    kind,
    start: own.start,
    end: own.end,
    group,
    main,
    others,
    count,
    differences: nothing,
    figuresOnly: false,
    margin,
    sign,
    sources: [source],
    hidden: nothing,
    extra: nothing,
    joined: undefined,
    told: undefined,
  };
}

/** The echo that was made from the same source before. */
export function remembered(known: readonly Echo[], source: Listed, start: number): Echo | undefined {
  for (const echo of known) if (echo.sources[0] === source && echo.start === start) return echo;
  return undefined;
}

export function isSame(a: UnitStretch, b: UnitStretch): boolean {
  return a.unit === b.unit && a.start === b.start;
}

/** The first place on the desk of `own` beside it and those of `left`; `places` is in order of `byPlace`. */
function firstOnDesk(places: readonly UnitStretch[], own: UnitStretch, left: ReadonlySet<UnitStretch>): UnitStretch | undefined {
  const { desk } = own.unit;
  const { uri } = desk.draft;
  for (let at = countBefore(places, (place) => place.unit.desk.draft.uri < uri); places[at]?.unit.desk === desk; at += 1) {
    const place = places[at] as UnitStretch;
    if (!isSame(place, own) && !left.has(place)) return place;
  }
  return undefined;
}

/** Whether a list in order of `byPlace` holds a place in another unit on the desk of `unit`, at most `reach` units away. */
export function hasNear(places: readonly UnitStretch[], unit: Unit, reach: number): boolean {
  const { desk, index } = unit;
  const { uri } = desk.draft;
  const behind = (limit: number): number =>
    countBefore(places, ({ unit: other }) => other.desk.draft.uri < uri || (other.desk === desk && other.index < limit));
  const isNear = (place: UnitStretch | undefined): boolean => place?.unit.desk === desk && Math.abs(place.unit.index - index) <= reach;
  return isNear(places[behind(index) - 1]) || isNear(places[behind(index + 1)]);
}

/** Whether a list in order of `byPlace` holds a place. */
export function holds(places: readonly UnitStretch[], own: UnitStretch): boolean {
  const place = places[rank(places, own)];
  return place !== undefined && isSame(place, own);
}

/** How many of a list in order of `byPlace` stand before a place. */
function rank(places: readonly UnitStretch[], own: UnitStretch): number {
  return countBefore(places, (place) => byPlace(place, own) < 0);
}

/** The sum of the signs of echoes, with those that they hide. */
export function sumOf(echoes: readonly Echo[]): number {
  let sum = 0;
  for (const echo of echoes) {
    sum = (sum + echo.sign) | 0;
    for (const { sign } of echo.hidden) sum = (sum + sign) | 0;
  }
  return sum;
}
