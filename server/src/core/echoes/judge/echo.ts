/** Owns how echoes are put together: the places they list, and the sign by which a change shows. */
import type { Reason } from '../../rules/echo-report.ts';
import type { Echo, UnitStretch } from '../model.ts';
import { byPlace, spanInSource } from '../units.ts';
import type { Margin } from '../units.ts';

/** Takes note of a stretch that is repeated and yet no finding. */
export type Trace = (reason: Reason, start: number, end: number) => void;

/** What the judges go by. */
export interface Measure {
  /** Characters beyond set phrases and names. */
  readonly minimum: number;
  readonly near: boolean;
}

/** How many other places a finding lists; all are counted. */
export const shownPlaces = 5;
/** Copies in more places than this are not looked through for parallelism. */
export const mostInRows = 80;

/** Puts an echo together. `places` are those of the content in order, own place included; `left` those that do not count. */
export function echoOf(
  kind: Echo['kind'],
  own: UnitStretch,
  group: string,
  places: readonly UnitStretch[],
  left: ReadonlySet<UnitStretch>,
  placesSign: number,
  margin: Margin,
  source: object,
): Echo | undefined {
  const others: UnitStretch[] = [];
  let main: UnitStretch | undefined;
  for (const place of places) {
    if (isSame(place, own) || left.has(place)) continue;
    if (others.length < shownPlaces) others.push(place);
    if (place.unit.desk === own.unit.desk) {
      main = place;
      break;
    }
  }
  for (let index = 0; others.length < shownPlaces && index < places.length; index += 1) {
    const place = places[index] as UnitStretch;
    if (!isSame(place, own) && !left.has(place) && !others.includes(place)) others.push(place);
  }
  main ??= others[0];
  if (main === undefined) return undefined;
  const count = places.length - left.size;
  const span = spanInSource(own);
  let rest = (placesSign - signOf([own])) | 0;
  for (const place of left) rest = (rest - signOf([place])) | 0;
  const sign = hashOf(`${kind} ${group}`, span.start, span.end, count, rest, margin.before, margin.behind);
  return {
    kind,
    start: own.start,
    end: own.end,
    group,
    main,
    others,
    count,
    differences: [],
    figuresOnly: false,
    margin,
    sign,
    source,
    told: undefined,
  };
}

/** The echo that was made from the same source before. */
export function remembered(known: readonly Echo[], source: object, start: number): Echo | undefined {
  for (const echo of known) if (echo.source === source && echo.start === start) return echo;
  return undefined;
}

export function isSame(a: UnitStretch, b: UnitStretch): boolean {
  return a.unit === b.unit && a.start === b.start;
}

/** Whether a list in order of `byPlace` holds a place. */
export function holds(places: readonly UnitStretch[], own: UnitStretch): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byPlace(places[middle] as UnitStretch, own) < 0) low = middle + 1;
    else high = middle;
  }
  return low < places.length && isSame(places[low] as UnitStretch, own);
}

/** A number from 0 to 2³² that a text and numbers decide. */
export function hashOf(text: string, ...numbers: readonly number[]): number {
  let hash = text.length;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  for (const value of numbers) hash = Math.imul((hash ^ value) + 0x5bd1e995, 0x85ebca6b) ^ (hash >>> 13);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A sign of where places lie (uri, and offsets in the paragraph): the sum of the signs of the single places, in 32 bits. */
export function signOf(places: readonly UnitStretch[]): number {
  let sum = 0;
  for (const place of places) {
    const span = spanInSource(place);
    let hash = Math.imul(span.start + 1, 0x9e3779b1) ^ Math.imul(span.end + 1, 0x85ebca6b) ^ place.unit.desk.hash;
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    sum = (sum + (hash ^ (hash >>> 15))) | 0;
  }
  return sum;
}
