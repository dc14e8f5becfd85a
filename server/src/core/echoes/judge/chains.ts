/**
 * Owns chains: paragraphs that were copied together, one behind the other, and are told of as one passage. Only whole ends
 * meet: a copy that reaches the end of its paragraph, here and there, and one that begins the next, here and there.
 */
import type { Echo, Unit, UnitStretch } from '../model.ts';
import { hashOf } from '../sign.ts';

/** One paragraph of a chain. */
export interface Link {
  readonly unit: Unit;
  readonly echo: Echo;
}

/** Copies told of as one. A copy by itself is a chain of one link without pairs. */
export interface Chain {
  readonly links: readonly Link[];
  /** Places of the whole chain elsewhere: for each, which of `echo.others` it is at each link. */
  readonly pairs: readonly (readonly number[])[];
  readonly group: string;
}

/** Whether a chain may go on from one unit into the next. Where it does not, those before and those behind are chained apart. */
export function mayMeet(unit: Unit, next: Unit): boolean {
  const last = unit.echoes.at(-1);
  const echo = next.echoes[0];
  if (last?.kind !== 'exact' || echo?.kind !== 'exact') return false;
  // Equal paragraphs in a row are copies of each other.
  return echo.start === 0 && echo.group !== last.group && reachesEnd(unit, last.end);
}

/** All copies at units that follow each other as chains, by start. Costs what the listed places cost. */
export function chainsOf(units: readonly Unit[]): Chain[] {
  const chains: Chain[] = [];
  let links: Link[] = [];
  let pairs: number[][] | undefined;
  const close = (): void => {
    if (links.length > 0) chains.push({ links, pairs: pairs ?? [], group: groupOf(links) });
    links = [];
    pairs = undefined;
  };
  for (const unit of units)
    for (const echo of unit.echoes) {
      const next: Link = { unit, echo };
      const last = links.at(-1);
      const longer = last === undefined ? undefined : extended(last, next, pairs, links.length);
      if (longer === undefined) {
        close();
        links = [next];
      } else {
        links.push(next);
        pairs = longer;
      }
    }
  close();
  return chains;
}

/** The places of a chain that go on in `next`; undefined when none does. */
function extended(last: Link, next: Link, pairs: readonly (readonly number[])[] | undefined, length: number): number[][] | undefined {
  const { unit, echo } = next;
  if (unit.index !== last.unit.index + 1 || echo !== unit.echoes[0] || !mayMeet(last.unit, unit)) return undefined;
  const begins = new Map<Unit, number>();
  for (const [index, other] of echo.others.entries()) if (other.start === 0) begins.set(other.unit, index);
  const longer: number[][] = [];
  for (const pair of pairs ?? last.echo.others.map((_, index) => [index])) {
    const other = last.echo.others[pair.at(-1) as number] as UnitStretch;
    if (!reachesEnd(other.unit, other.end)) continue;
    const follower = other.unit.desk.units[other.unit.index + 1];
    const index = follower === undefined ? undefined : begins.get(follower);
    const isBeside = other.unit.desk === unit.desk && Math.abs(other.unit.index - last.unit.index) <= length;
    if (index !== undefined && !isBeside) longer.push([...pair, index]);
  }
  return longer.length === 0 ? undefined : longer;
}

function reachesEnd({ block }: Unit, end: number): boolean {
  return end === block?.normal.length;
}

function groupOf(links: readonly Link[]): string {
  if (links.length === 1) return links[0]?.echo.group ?? '';
  const all = links.map(({ echo }) => echo.group).join(' ');
  return `+${hashOf(all).toString(36)}${hashOf(all, links.length).toString(36)}`;
}
