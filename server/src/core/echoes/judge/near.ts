/** Owns which near copies of a unit are worth telling, and how exact and near copies of one passage become one finding. */
import type { Block, Difference, Echo, Unit, UnitStretch } from '../model.ts';
import { align } from '../near/alignment.ts';
import type { Clan, Clans } from '../near/clans.ts';
import { folded } from '../normal/codes.ts';
import { isSentenceEdge } from '../normal/normal.ts';
import { commonMargin, noMargin, spanInBlock } from '../units.ts';
import { hashOf, signOf } from '../sign.ts';
import { echoOf, holds, isSame, mostInRows, remembered } from './echo.ts';
import type { Measure, Trace } from './echo.ts';
import { isFar, rowsAt } from './rows.ts';

const mostlyExact = 0.8;
const none: ReadonlySet<UnitStretch> = new Set();

/** The near copies at a unit that are part of none of its exact ones, by start. `known` are echoes to be used again. */
export function nearEchoes(
  unit: Unit,
  known: readonly Echo[],
  exact: readonly Echo[],
  clans: Clans,
  measure: Measure,
  trace?: Trace,
): Echo[] {
  const { block } = unit;
  if (!measure.near || block === undefined) return [];
  const near: Echo[] = [];
  for (const { start, family } of block.sentences) {
    const clan = clans.of(family);
    if (clan === undefined) continue;
    const own: UnitStretch = { unit, start: start + clan.start, end: start + clan.end };
    if (exact.some((echo) => echo.start <= own.start && own.end <= echo.end)) continue;
    if (clan.end - clan.start < measure.minimum || clan.own < Math.min(measure.minimum, 9)) {
      trace?.(clan.end - clan.start < measure.minimum ? 'too-short' : 'mostly-set-phrase', own.start, own.end);
      continue;
    }
    const same = remembered(known, clan, own.start);
    if (same !== undefined) {
      near.push(same);
      continue;
    }
    if (!holds(clan.places, own)) continue;
    const left = neighbours(own, clan);
    const echo = echoOf('near', own, clan.key, left, clan, noMargin);
    if (echo === undefined) trace?.('statistics', own.start, own.end);
    else {
      const compared = compare(own, echo);
      // Where words differ too, names of what is counted are not enough to be alike.
      if (compared?.figuresOnly === false && clan.own < measure.minimum) trace?.('mostly-set-phrase', own.start, own.end);
      else if (compared !== undefined) near.push(compared);
    }
  }
  return near;
}

/** Exact and near copies together, by start, without overlap between the two kinds. */
export function together(unit: Unit, exact: readonly Echo[], near: readonly Echo[]): readonly Echo[] {
  const own = near.filter((echo) => !isMostlyExact(echo, exact));
  return own.length === 0 ? exact : joined(unit, exact, own);
}

/** Whether one exact copy is nearly all of a near one: then the exact one says it better, unless only figures differ. */
function isMostlyExact(near: Echo, exact: readonly Echo[]): boolean {
  if (near.figuresOnly) return false;
  const length = near.end - near.start;
  return exact.some((echo) => Math.min(echo.end, near.end) - Math.max(echo.start, near.start) >= mostlyExact * length);
}

/** Places beside `own`: the sentence before or behind in the same paragraph, or members of a parallel row with it. */
function neighbours(own: UnitStretch, { places, within }: Clan): ReadonlySet<UnitStretch> {
  if (places.length > mostInRows || !within.has(own.unit.desk)) return none;
  const left = new Set<UnitStretch>();
  let rows: ReturnType<typeof rowsAt> | undefined;
  for (const place of places) {
    if (place.unit.desk !== own.unit.desk || isFar(place.unit, own.unit) || isSame(place, own)) continue;
    rows ??= rowsAt(own);
    const isBeside = place.unit === own.unit && isNext(own, place);
    const isMember = rows.some((row) => row.members.some((member) => member.unit === place.unit && overlap(member, place)));
    if (isBeside || isMember) left.add(place);
  }
  return left;
}

function overlap(a: { readonly start: number; readonly end: number }, b: { readonly start: number; readonly end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function isNext(a: UnitStretch, b: UnitStretch): boolean {
  const normal = a.unit.block?.normal;
  if (normal === undefined) return false;
  let edges = 0;
  for (let at = Math.min(a.start, b.start) + 1; at <= Math.max(a.start, b.start); at += 1) if (isSentenceEdge(normal, at)) edges += 1;
  return edges <= 1;
}

/** The echo with its differences from the first place that differs; undefined when none does. */
function compare(own: UnitStretch, echo: Echo): Echo | undefined {
  const candidates = echo.main === echo.others[0] ? echo.others : [echo.main, ...echo.others];
  for (const main of candidates) {
    const found = differencesOf(own, main);
    if (found === undefined) continue;
    const margin = commonMargin([own, ...echo.others]);
    const sign = (hashOf(JSON.stringify(found.differences), margin.before, margin.behind) + echo.sign) | 0;
    return { ...echo, ...found, main, margin, sign, told: undefined };
  }
  return undefined;
}

interface Comparison {
  readonly differences: Difference[];
  readonly figuresOnly: boolean;
}

/** How two stretches differ; undefined when they do not. */
export function differencesOf(here: UnitStretch, there: UnitStretch): Comparison | undefined {
  const left = there.unit.block;
  const right = here.unit.block;
  if (left === undefined || right === undefined) return undefined;
  const a = left.normal.codes.slice(there.start, there.end);
  const b = right.normal.codes.slice(here.start, here.end);
  const figuresOnly = a.length === b.length && a.every((code, at) => folded(code) === folded(b[at] as number));
  const differences: Difference[] = [];
  let atA = 0;
  let atB = 0;
  const between = (endA: number, endB: number): void => {
    if (endA > atA || endB > atB)
      differences.push({
        there: textOf(left, there.start + atA, there.start + endA),
        here: textOf(right, here.start + atB, here.start + endB),
      });
  };
  for (const run of figuresOnly ? equalRuns(a, b) : align(a, b)) {
    between(run.a, run.b);
    atA = run.a + run.length;
    atB = run.b + run.length;
  }
  between(a.length, b.length);
  return differences.length === 0 ? undefined : { differences, figuresOnly };
}

function equalRuns(a: Uint16Array, b: Uint16Array): { a: number; b: number; length: number }[] {
  const runs: { a: number; b: number; length: number }[] = [];
  for (let at = 0; at < a.length; at += 1) if (a[at] === b[at]) runs.push({ a: at, b: at, length: 1 });
  return runs;
}

function textOf(block: Block, start: number, end: number): string {
  if (start >= end) return '';
  const span = spanInBlock(block, start, end);
  return block.text.slice(span.start, span.end);
}

/** Exact and near copies that follow each other here and in the place they name become one near copy. */
function joined(unit: Unit, exact: readonly Echo[], near: readonly Echo[]): Echo[] {
  const sorted = [...exact, ...near].sort((a, b) => a.start - b.start || b.end - a.end);
  const known = unit.echoes.flatMap(madeOf);
  const result: Echo[] = [];
  for (const echo of sorted) {
    const last = result.at(-1);
    const one = last === undefined ? undefined : join(unit, last, echo, known);
    if (last === undefined || one === undefined) {
      if (last !== undefined && echo.start < last.end && !(last.kind === 'exact' && echo.kind === 'exact')) {
        // The two speak of different places: the exact one is the surer.
        if (echo.kind === 'near') continue;
        if (last.kind === 'near') result.pop();
      }
      result.push(echo);
    } else result[result.length - 1] = one;
  }
  return result;
}

/** A joined copy, and those that it was made from as far as they were joined too. */
function madeOf(echo: Echo): Echo[] {
  return echo.joined === undefined ? [] : [...madeOf(echo.joined[0]), echo];
}

function join(unit: Unit, a: Echo, b: Echo, known: readonly Echo[]): Echo | undefined {
  if (a.kind === 'exact' && b.kind === 'exact') return undefined;
  if (b.start > a.end) return undefined;
  const pairs: UnitStretch[] = [];
  for (const place of a.others) {
    const other = b.others.find((one) => one.unit === place.unit && one.start <= place.end && one.start >= place.start);
    if (other !== undefined) pairs.push({ unit: place.unit, start: place.start, end: Math.max(place.end, other.end) });
  }
  const main = pairs.find((pair) => pair.unit === a.main.unit) ?? pairs[0];
  if (main === undefined) return undefined;
  const first = a.kind === 'near' ? a : b;
  const differences = [...a.differences, ...b.differences];
  const own: UnitStretch = { unit, start: a.start, end: Math.max(a.end, b.end) };
  const margin = commonMargin([own, ...pairs]);
  const sign = (hashOf(first.group + JSON.stringify(differences), signOf([own]), margin.before, margin.behind) + signOf(pairs)) | 0;
  // Marks that were put before a place move it for a reader, and not in codes.
  const same = known.find(({ joined: of, others, ...one }) => one.sign === sign && of?.[0] === a && of[1] === b && areSame(others, pairs));
  if (same !== undefined) {
    same.hidden = [...a.hidden, ...b.hidden];
    return same;
  }
  return {
    kind: 'near',
    start: a.start,
    end: Math.max(a.end, b.end),
    group: first.group,
    main,
    others: pairs,
    count: pairs.length + 1,
    differences,
    margin,
    sources: [...a.sources, ...b.sources],
    hidden: [...a.hidden, ...b.hidden],
    extra: [],
    joined: [a, b],
    told: undefined,
    figuresOnly: (a.kind === 'exact' || a.figuresOnly) && (b.kind === 'exact' || b.figuresOnly),
    sign,
  };
}

function areSame(a: readonly UnitStretch[], b: readonly UnitStretch[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ unit, start, end }, index) => {
      const other = b[index];
      return unit === other?.unit && start === other.start && end === other.end;
    })
  );
}
