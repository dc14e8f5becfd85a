/** Owns reading what a fill command was called with: anyone may call it with anything. Pure: no VS Code here. */
import type { FillArguments, FillStretch, PlainPosition, PlainRange } from '../../../server/src/protocol.ts';
import { comparePositions } from '../holes/order.ts';

/**
 * Reads the argument of a fill command.
 *
 * @returns `undefined` if it is not one: a part is missing or wrong, there is no stretch, or two stretches overlap
 */
export function readFillArguments(given: unknown): FillArguments | undefined {
  if (!isObject(given)) return undefined;
  const { uri, version, stretches } = given;
  if (typeof uri !== 'string' || typeof version !== 'number' || !Array.isArray(stretches)) return undefined;
  if (stretches.length === 0 || !stretches.every(isStretch)) return undefined;
  return areApart(stretches) ? { uri, version, stretches } : undefined;
}

function isStretch(given: unknown): given is FillStretch {
  return isObject(given) && isRange(given['range']) && typeof given['text'] === 'string';
}

function isRange(given: unknown): given is PlainRange {
  if (!isObject(given)) return false;
  const { start, end } = given;
  return isPosition(start) && isPosition(end) && comparePositions(start, end) <= 0;
}

function isPosition(given: unknown): given is PlainPosition {
  return isObject(given) && isCount(given['line']) && isCount(given['character']);
}

function isCount(given: unknown): boolean {
  return Number.isInteger(given) && Number(given) >= 0;
}

function areApart(stretches: readonly FillStretch[]): boolean {
  const ranges = stretches.map(({ range }) => range).sort((a, b) => comparePositions(a.start, b.start) || comparePositions(a.end, b.end));
  return ranges.every((range, index) => {
    const before = ranges[index - 1];
    return !before || comparePositions(before.end, range.start) <= 0;
  });
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null;
}
