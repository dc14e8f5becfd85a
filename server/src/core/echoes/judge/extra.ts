/** Owns what a long copy hides: shorter ones within it that stand elsewhere too, which are told of with the long one. */
import type { Desk, Echo, ExtraPlace, UnitStretch } from '../model.ts';

/**
 * Brings `extra` of all echoes on a desk up to date: the other places of what they hide, and copies on the same desk of a
 * part of them. What did not change stays the same object.
 */
export function findExtra(desk: Desk): void {
  const guests = guestsOn(desk);
  for (const unit of desk.units)
    for (const echo of unit.echoes) {
      const found = guests.get(echo);
      if (found === undefined && echo.hidden.length === 0) {
        if (echo.extra.length > 0) renew(echo, []);
        continue;
      }
      const extra: ExtraPlace[] = [];
      const known = [{ unit, start: echo.start, end: echo.end }, ...echo.others];
      const candidates = [...echo.hidden.flatMap((from) => from.others.map((place) => ({ place, from }))), ...(found ?? [])];
      for (const candidate of candidates) {
        if (known.some((place) => overlap(place, candidate.place))) continue;
        known.push(candidate.place);
        extra.push(candidate);
      }
      if (extra.length !== echo.extra.length || extra.some((each, index) => !isSame(each, echo.extra[index]))) renew(echo, extra);
    }
}

/** By the echo that hides a place: the copies of it on the same desk that are told of by themselves. */
function guestsOn(desk: Desk): Map<Echo, ExtraPlace[]> {
  const guests = new Map<Echo, ExtraPlace[]>();
  for (const unit of desk.units)
    for (const from of unit.echoes) {
      const { start, end, group, others, sources } = from;
      if (sources[0]?.within.has(desk) !== true) continue;
      for (const other of others) {
        if (other.unit.desk !== desk) continue;
        const host = other.unit.echoes.find((echo) => echo.group !== group && echo.start <= other.start && other.end <= echo.end);
        if (host === undefined) continue;
        const places = guests.get(host);
        const guest = { place: { unit, start, end }, from };
        if (places === undefined) guests.set(host, [guest]);
        else places.push(guest);
      }
    }
  return guests;
}

function renew(echo: Echo, extra: readonly ExtraPlace[]): void {
  echo.extra = extra;
  echo.told = undefined;
}

function isSame(a: ExtraPlace, b: ExtraPlace | undefined): boolean {
  return a.from === b?.from && a.place.unit === b.place.unit && a.place.start === b.place.start && a.place.end === b.place.end;
}

function overlap(a: UnitStretch, b: UnitStretch): boolean {
  return a.unit === b.unit && a.start < b.end && b.start < a.end;
}
