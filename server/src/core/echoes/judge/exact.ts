/** Owns which exact copies of a unit are worth telling. */
import type { Groups } from '../exact/groups.ts';
import type { Desk, Echo, Unit, UnitStretch } from '../model.ts';
import { echoOf, holds, isSame, mostInRows, remembered } from './echo.ts';
import type { Measure, Trace } from './echo.ts';
import { inOneRow, isFar, rowsAt } from './rows.ts';

/** The exact copies at a unit, by start. `known` are echoes to be used again. */
export function exactEchoes(unit: Unit, known: readonly Echo[], groups: Groups, measure: Measure, trace?: Trace): Echo[] {
  const { block } = unit;
  if (block === undefined) return [];
  const echoes: Echo[] = [];
  for (const span of block.spans) {
    const group = groups.of(block, span);
    const own: UnitStretch = { unit, start: span.start + group.start, end: span.start + group.end };
    const same = remembered(known, group, own.start);
    if (same !== undefined) {
      echoes.push(same);
      continue;
    }
    const { weight, places } = group;
    const reason =
      weight.whole < measure.minimum
        ? 'too-short'
        : weight.loose < measure.minimum
          ? 'set-phrase'
          : weight.own < measure.minimum
            ? 'name'
            : !holds(places, own)
              ? 'inside-longer'
              : undefined;
    if (reason !== undefined) {
      trace?.(reason, span.start, span.end);
      continue;
    }
    const left = inRows(own, places, group.within);
    const echo = echoOf('exact', own, group.key.toString(36), left, group, group.margin);
    if (echo === undefined) trace?.(left.size > 0 ? 'parallelism' : 'too-short', own.start, own.end);
    else echoes.push(echo);
  }
  return echoes;
}

const none: ReadonlySet<UnitStretch> = new Set();

/** The places that stand in one parallel row with `own`. */
function inRows(own: UnitStretch, places: readonly UnitStretch[], within: ReadonlySet<Desk>): ReadonlySet<UnitStretch> {
  if (places.length > mostInRows || !within.has(own.unit.desk)) return none;
  let rows: ReturnType<typeof rowsAt> | undefined;
  let left: Set<UnitStretch> | undefined;
  for (const place of places) {
    if (place.unit.desk !== own.unit.desk || isFar(place.unit, own.unit) || isSame(place, own)) continue;
    rows ??= rowsAt(own);
    if (rows.length === 0) return none;
    if (inOneRow(own, place, rows)) (left ??= new Set()).add(place);
  }
  return left ?? none;
}

/** Those that have at least `minimum` codes of their own beside the longer ones, by start. */
export function longest(echoes: readonly Echo[], minimum: number, trace?: Trace): Echo[] {
  if (echoes.length < 2) return [...echoes];
  const sorted = [...echoes].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Echo[] = [];
  for (const echo of sorted) {
    let own = echo.end - echo.start;
    for (const other of kept) own -= Math.max(0, Math.min(echo.end, other.end) - Math.max(echo.start, other.start));
    if (own >= minimum) kept.push(echo);
    else trace?.('inside-longer', echo.start, echo.end);
  }
  return kept.sort((a, b) => a.start - b.start);
}
