/** Owns reading what a command about copies was called with: anyone may call it with anything. Pure: no VS Code here. */
import type { CopyArguments, PlainPosition, PlainRange } from '../../../server/src/protocol.ts';
import { comparePositions } from '../holes/order.ts';

/** Reads the argument of a command about copies; `undefined` if it is not one, as when it was called from the palette. */
export function readCopyArguments(given: unknown): CopyArguments | undefined {
  if (!isObject(given)) return undefined;
  const { uri, version, range } = given;
  return typeof uri === 'string' && typeof version === 'number' && isRange(range) ? { uri, version, range } : undefined;
}

function isRange(given: unknown): given is PlainRange {
  if (!isObject(given)) return false;
  const { start, end } = given;
  return isPosition(start) && isPosition(end) && comparePositions(start, end) <= 0;
}

function isPosition(given: unknown): given is PlainPosition {
  return isObject(given) && [given['line'], given['character']].every((count) => Number.isInteger(count) && Number(count) >= 0);
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null;
}
