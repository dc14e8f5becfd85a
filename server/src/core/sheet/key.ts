/** Owns the key of a row: its anchor as one cell, so that the row is found again whatever is done to the sheet around it. */
import type { Anchor } from '../holes/index.ts';

/** The form of the key; another one is not read. */
const form = 1;

/** An anchor and the number of parts that the row fills, as one cell. */
export function writeKey({ pieces, hole, section, before, after, nth, of }: Anchor, parts: number): string {
  return JSON.stringify([form, pieces, hole, parts, section, before, after, nth, of]);
}

/** What a cell says if it is a key. */
export function readKey(cell: string): { readonly anchor: Anchor; readonly parts: number } | undefined {
  let given: unknown;
  try {
    given = JSON.parse(cell);
  } catch {
    return undefined;
  }
  if (!Array.isArray(given) || given[0] !== form) return undefined;
  const [, pieces, hole, parts, section, before, after, nth, of] = given as unknown[];
  if (!Array.isArray(pieces) || !pieces.every(isText) || pieces.length < 2) return undefined;
  if (!isCount(hole) || hole >= pieces.length - 1 || !isCount(parts) || parts < 1 || !isCount(nth) || !isCount(of)) return undefined;
  if (!isText(section) || !isText(before) || !isText(after)) return undefined;
  return { anchor: { pieces, hole, section, before, after, nth, of }, parts };
}

function isText(given: unknown): given is string {
  return typeof given === 'string';
}

function isCount(given: unknown): given is number {
  return Number.isInteger(given) && Number(given) >= 0;
}
