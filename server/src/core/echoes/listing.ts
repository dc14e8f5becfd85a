/** Owns the way back from a unit to all that lists a place in it. */
import type { Listed } from './model.ts';

/** Enters what was listed at the units of its places. */
export function enlist(source: Listed): void {
  for (const { unit } of source.places) if (unit.listed.at(-1) !== source) unit.listed.push(source);
}

/** Takes it away from there. */
export function delist(source: Listed): void {
  for (const { unit } of source.places) {
    const at = unit.listed.lastIndexOf(source);
    if (at < 0) continue;
    const last = unit.listed.pop();
    if (last !== undefined && last !== source) unit.listed[at] = last;
  }
}
