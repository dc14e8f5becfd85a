/** Owns the judgment of one unit: which of its copies are worth telling, exact and near together. */
import type { Groups } from '../exact/groups.ts';
import type { Echo, Unit } from '../model.ts';
import type { Clans } from '../near/clans.ts';
import { isSentenceEdge } from '../normal/normal.ts';
import { hasNear } from './echo.ts';
import type { Measure, Trace } from './echo.ts';
import { exactEchoes, longest } from './exact.ts';
import { nearEchoes, together } from './near.ts';
import { rowReach } from './rows.ts';

/** What judges go by. */
export interface Bench {
  readonly groups: Groups;
  readonly clans: Clans;
  readonly measure: Measure;
}

/** What was found at a unit, and the copies that it was made from. */
export interface Judged {
  readonly echoes: readonly Echo[];
  readonly parts: readonly Echo[];
}

const unread: Judged = { echoes: [], parts: [] };

/** Judges a unit; nobody reads what is said of a desk that is only compared with. Of `known` those are used again whose sources are the same and which begin where they did. */
export function judge(unit: Unit, known: readonly Echo[], { groups, clans, measure }: Bench, trace?: Trace): Judged {
  if (unit.desk.laid) return unread;
  const copies = exactEchoes(unit, known, groups, measure, trace);
  const exact = longest(copies, measure.minimum, trace);
  const near = nearEchoes(unit, known, exact, clans, measure, trace);
  return { echoes: near.length === 0 ? exact : together(unit, exact, near), parts: near.length === 0 ? copies : [...copies, ...near] };
}

/**
 * Whether the neighbours of a unit decide what is told at it: its first sentence, by which paragraphs stand in one row,
 * has a copy that is near on the same desk.
 */
export function hangsOnNeighbours(unit: Unit, { groups, clans }: Bench): boolean {
  const { block, desk, offset } = unit;
  if (block === undefined || offset > 0 || desk.laid) return false;
  let end = 1;
  while (!isSentenceEdge(block.normal, end)) end += 1;
  for (const span of block.spans) {
    if (span.start >= end) break;
    const { content } = groups.of(block, span);
    if (content.within.has(desk) && hasNear(content.places, unit, rowReach)) return true;
  }
  for (const { start, family } of block.sentences) {
    if (start >= end) break;
    const clan = clans.of(family);
    if (clan?.within.has(desk) === true && hasNear(clan.places, unit, rowReach)) return true;
  }
  return false;
}
