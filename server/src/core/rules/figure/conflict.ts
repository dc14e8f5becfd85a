/** Owns contradictions: which claims speak of the same thing, and which of them say something else than the rest. */
import { isComparable } from '../../facts/indicators.ts';
import { differ } from '../../facts/numbers.ts';
import type { Amount } from '../../facts/numbers.ts';
import { periodText } from '../../facts/periods.ts';
import type { Finding } from '../finding.ts';
import type { Placed } from './placed.ts';
import type { DraftReading } from './standing.ts';
import { isExact } from './slip.ts';
import type { Exact } from './slip.ts';

const absolute = /^\d{4}$/;

/**
 * What a claim must share with another to be compared; `undefined` for one that is compared with none: a plan, a rough
 * figure, a name that any project could have.
 */
export function topicOf({ claim }: Placed, { level }: DraftReading): string | undefined {
  const { key, measure, mode, period, variant, figure } = claim;
  if (!isExact(claim) || claim.base || mode === 'plan' || (measure !== 'value' && measure !== 'rate' && measure !== 'share'))
    return undefined;
  // A share of which only the whole is named: what has it stands in another clause.
  if (measure === 'share' && /^(?:[共约仅只已合]计?)?占/u.test(claim.name)) return undefined;
  // Of which park or firm it is said is not known well enough.
  if (claim.scope.startsWith('@')) return undefined;
  if (!isComparable(key) && !(measure === 'share' && key.length >= 5)) return undefined;
  const scope = claim.scope === level ? '' : claim.scope;
  return [key, measure, variant, period.year, period.part, scope, mode, figure.unit.family].join('|');
}

/** Whether a topic holds across drafts: only a year that both name is surely the same. */
export function isAbsolute({ claim }: Placed): boolean {
  return absolute.test(claim.period.year) && claim.mode === 'actual';
}

/** Whether two drafts may speak of the same place: not of 全市 and 全县, nor of two places that both name. */
export function comparable(a: DraftReading, b: DraftReading): boolean {
  if (a.level !== '' && b.level !== '' && a.level !== b.level) return false;
  const named = a.places.length > 0 && b.places.length > 0;
  return !named || a.places.some((place) => b.places.some((other) => place.endsWith(other) || other.endsWith(place)));
}

/** More values of one thing than this are no slip of the pen. */
const mostValues = 50;

/** Claims of one topic by what they say, in their order: those in one list agree. */
export function valuesOf(all: readonly Placed[]): readonly (readonly Placed[])[] {
  const values: Placed[][] = [];
  for (const placed of all) {
    const value = values.find((members) => agree(finest(members), placed));
    if (value) value.push(placed);
    else if (values.length < mostValues) values.push([placed]);
  }
  return values;
}

/** The exactest of claims that agree. */
function finest(members: readonly Placed[]): Placed {
  const [first, last] = [members[0], members.at(-1)];
  const step = (placed: Placed | undefined): number => placed?.claim.figure.amount?.step ?? Infinity;
  return (step(last) < step(first) ? last : first) as Placed;
}

/** A claim that says something else than others of its topic. */
export interface Contradiction {
  readonly own: Placed;
  /** The one that the message names. */
  readonly other: Placed;
  /** One for each other value, this one included. */
  readonly others: readonly Placed[];
}

/** How one claim contradicts others among the values of its topic, or not. */
export function contradictionOf(own: Placed, clusters: readonly (readonly Placed[])[]): Contradiction | undefined {
  if (clusters.length < 2) return undefined;
  const mine = clusters.find((members) => members.includes(own));
  const most = Math.max(...clusters.map(({ length }) => length));
  // Where most places agree, the odd one is the finding; where none does, all are.
  if (!mine || (mine.length === most && clusters.filter(({ length }) => length === most).length === 1)) return undefined;
  const others = clusters
    .filter((members) => members !== mine)
    .map((members) => members.filter((other) => !isListedWith(own, other)))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  const other = others[0]?.find(({ uri }) => uri === own.uri) ?? others[0]?.[0];
  return other && { own, other, others: others.map((members) => members[0] as Placed) };
}

/** A contradiction as a finding, where its places are now. */
export function findingOf({ own, other, others }: Contradiction): Finding {
  const period = periodText(own.claim.period);
  return {
    rule: 'figure',
    kind: 'conflict',
    severity: 'warning',
    start: own.start,
    end: own.end,
    message: {
      id: 'conflict',
      args: { name: `“${own.claim.name}”`, period: period === '' ? '' : `（${period}）`, text: told(own, other), other: told(other, own) },
    },
    related: others.map((one) => {
      const { uri, start, end } = one;
      return { uri, start, end, message: { id: 'otherPlace', args: { text: told(one, own) } } };
    }),
  };
}

/** A figure as it stands there; of a rise and a fall that are compared, which of the two it is. */
function told({ claim, text }: Placed, { claim: other }: Placed): string {
  const isOpposed = claim.measure === 'rate' && claim.direction * other.direction < 0;
  return isOpposed ? (claim.direction < 0 ? '下降' : '增长') + text : text;
}

/** Whether two claims stand between the same full stops: what is told there in a row is told of one after another. */
function isListedWith(a: Placed, b: Placed): boolean {
  return a.uri === b.uri && a.paragraph === b.paragraph && a.claim.full === b.claim.full;
}

function agree(a: Placed, b: Placed): boolean {
  if (!isExact(a.claim) || !isExact(b.claim)) return true;
  return !differ(signed(a.claim), signed(b.claim));
}

/** 下降3% is −3%. */
export function signed(claim: Exact): Amount {
  const { value, step } = claim.figure.amount;
  return { value: claim.measure === 'rate' && claim.direction < 0 && !claim.figure.negative ? -value : value, step };
}
