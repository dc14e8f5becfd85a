/** Owns which exact copies of a unit are worth telling. */
import type { Groups } from '../exact/groups.ts';
import type { Desk, Echo, Stretch, Unit, UnitStretch } from '../model.ts';
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
    const { content } = group;
    const same = remembered(known, content, own.start);
    if (same !== undefined) {
      echoes.push(same);
      continue;
    }
    const { weight, places } = content;
    const reason =
      weight.whole < measure.minimum
        ? 'too-short'
        : weight.loose < measure.minimum
          ? 'mostly-set-phrase'
          : weight.own < measure.minimum
            ? 'name'
            : !holds(places, own)
              ? 'inside-longer'
              : undefined;
    if (reason !== undefined) {
      trace?.(reason, span.start, span.end);
      continue;
    }
    const left = inRows(own, places, content.within);
    const echo = echoOf('exact', own, content.key.toString(36), left, content, content.margin);
    if (echo === undefined) trace?.(left.size > 0 ? 'parallelism' : 'too-short', own.start, own.end);
    else echoes.push(echo);
  }
  return echoes;
}

const nowhere: ReadonlySet<UnitStretch> = new Set();
const none: readonly Echo[] = [];

/** The places that stand in one parallel row with `own`. */
function inRows(own: UnitStretch, places: readonly UnitStretch[], within: ReadonlySet<Desk>): ReadonlySet<UnitStretch> {
  if (places.length > mostInRows || !within.has(own.unit.desk)) return nowhere;
  let rows: ReturnType<typeof rowsAt> | undefined;
  let left: Set<UnitStretch> | undefined;
  for (const place of places) {
    if (place.unit.desk !== own.unit.desk || isFar(place.unit, own.unit) || isSame(place, own)) continue;
    rows ??= rowsAt(own);
    if (rows.length === 0) return nowhere;
    if (inOneRow(own, place, rows)) (left ??= new Set()).add(place);
  }
  return left ?? nowhere;
}

/** Those that have at least `minimum` codes of their own beside the longer ones, by start; each keeps what it hides. */
export function longest(echoes: readonly Echo[], minimum: number, trace?: Trace): Echo[] {
  const sorted = [...echoes].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Echo[] = [];
  const hidden = new Map<Echo, Echo[]>();
  for (const echo of sorted) {
    let own = echo.end - echo.start;
    for (const other of kept) own -= shared(echo, other);
    if (own >= minimum || own === echo.end - echo.start) kept.push(echo);
    else {
      trace?.('inside-longer', echo.start, echo.end);
      const over = kept.reduce((best, other) => (shared(other, echo) > shared(best, echo) ? other : best));
      hidden.set(over, [...(hidden.get(over) ?? []), echo]);
    }
  }
  for (const echo of kept) echo.hidden = hidden.get(echo) ?? none;
  return kept.sort((a, b) => a.start - b.start);
}

function shared(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
