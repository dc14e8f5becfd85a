/** Owns totals and their parts: what a text lists behind 其中 must add up as far as the parts surely exclude each other. */
import type { Claim } from '../../facts/claims.ts';
import { added, compared, exactness, isOneSlip, leadOf, slipAt, sumSlip, textOf } from './adding.ts';
import { isCrossing, namedAlike, rowOf, withoutCommon } from './rows.ts';
import { isExact } from './slip.ts';
import type { Exact, Slip } from './slip.ts';

/** Units of what is measured: one hectare, one yuan is counted once. What is counted is often counted under several heads. */
const measured = new Set(['money', 'mass', 'land', 'area', 'length', '公顷', '立方米', '美元', 'energy', 'power']);

/** Changes of a total are no totals, nor is what is compared. */
const noTotal = /净|比|较|增加|增长|增收|减少/u;

/** The most that parts may come to, and the least, for a slip of the pen to be the likelier reason than another way of counting. */
const mostOver = 1.35;
const leastUnder = 0.85;
/** Two groups that are counted may well overlap; only where they nearly fit a slip is likelier. */
const mostOverOfTwo = 1.1;

/** Totals that what stands behind 其中 contradicts. `text` is the paragraph as it stands. */
export function partSlips(text: string, claims: readonly Claim[]): Slip[] {
  let from = 0;
  return [...text.matchAll(/其中|资金来源[^，。；\d]{0,4}：|(?<=资金)来源：/gu)].flatMap(({ index }) => {
    while (from < claims.length && (claims[from] as Claim).figure.start < index) from += 1;
    return ofWhich(text, claims, from, index);
  });
}

/** How many figures a list may have. */
const most = 40;

/** How many figures back the total may stand. */
const farthest = 8;

/** 总数，其中甲…、乙…. */
function ofWhich(text: string, claims: readonly Claim[], from: number, at: number): Slip[] {
  const total = from > 0 && from < claims.length ? totalBefore(text, claims, from, at) : undefined;
  if (!total) return [];
  const { parts, open } = partsFrom(text, claims.slice(from, from + most), total);
  const larger = parts.find(
    ({ figure }) => figure.amount.value - figure.amount.step / 2 > total.figure.amount.value + total.figure.amount.step / 2,
  );
  if (larger) return [slipAt(larger, { id: 'partLarger', args: { text: textOf(text, larger), total: textOf(text, total) } }, [total])];
  if (parts.length < 2) return [];
  const sum = added(parts);
  const lies = compared(total, sum);
  if (lies === 'fits') return [];
  return contradicts(text, total, parts, lies, open || !isAsExact(total, parts)) ? [sumSlip(text, total, parts)] : [];
}

/** Whether a sum that does not fit is a slip, and not another way of counting. `open`: the list may go on. */
function contradicts(text: string, total: Exact, parts: readonly Exact[], lies: 'tooMuch' | 'tooLittle', open: boolean): boolean {
  const names = parts.map((part) => leadOf(text, part));
  const isMeasured = measured.has(total.figure.unit.family);
  const row = rowOf(names, !isMeasured);
  if (row === 'whole') return lies === 'tooMuch' || !open;
  const crossed = row === undefined && withoutCommon(names).some((name) => isCrossing(name, !isMeasured));
  if (crossed || names.some((name) => name === '')) return false;
  const { sum } = added(parts);
  const ratio = sum / total.figure.amount.value;
  const digits = exactness(total, parts);
  const slip = isOneSlip(total, parts);
  if (lies === 'tooLittle') return !open && parts.length >= 3 && digits >= 2.5 && ratio >= leastUnder && slip;
  if (row === 'some' || (isMeasured && namedAlike(names))) return true;
  if (isMeasured) return ratio <= mostOver && slip && digits >= 1.5;
  return slip && digits >= 2 && ratio <= (parts.length >= 3 ? mostOver : mostOverOfTwo);
}

/** The figure that 其中 at `at` divides: nothing but its own change, and one figure of another kind, may stand between. */
function totalBefore(text: string, claims: readonly Claim[], from: number, at: number): Exact | undefined {
  const first = claims[from] as Claim;
  const gap = text.slice(claims[from - 1]?.figure.end ?? 0, at);
  if (/不含|另/u.test(gap) || /[。！？\n][^。！？\n]*[^。！？\n，：:]/u.test(gap)) return undefined;
  let others = 0;
  let crossedStop = false;
  for (let index = from - 1; index >= Math.max(0, from - farthest) && others <= 1; index -= 1) {
    const claim = claims[index] as Claim;
    const behind = text.slice(claim.figure.end, claims[index + 1]?.figure.start);
    if (/[。！？\n；]/u.test(behind)) {
      if (crossedStop || !/[。；][，：]?其中/u.test(behind)) return undefined;
      crossedStop = true;
    }
    if (claim.figure.unit.family === first.figure.unit.family && claim.measure !== 'rate') {
      if (claim.direction !== 0) continue;
      // Behind a full stop 其中 may go back to any figure of the sentence before: there must be but one.
      if (crossedStop && claims.slice(Math.max(0, index - farthest), index).some((other) => isRival(claim, other))) return undefined;
      const isTotal = isExact(claim) && claim.measure === 'value' && !claim.base && claim.figure.unit.family !== 'percent';
      return isTotal && !noTotal.test(leadOf(text, claim)) ? claim : undefined;
    }
    if (claim.measure !== 'rate' && claim.figure.unit.family !== 'percent' && claim.figure.unit.family !== 'points') others += 1;
  }
  return undefined;
}

function isRival(total: Claim, other: Claim): boolean {
  return other.full === total.full && other.figure.unit.family === total.figure.unit.family && other.direction === 0;
}

/** The parts of a total from the first figure behind 其中 on; `open` when there may be more of them. */
function partsFrom(text: string, claims: readonly Claim[], total: Exact): { readonly parts: readonly Exact[]; readonly open: boolean } {
  const parts: Exact[] = [];
  let open = false;
  let others = 0;
  let end = total.figure.end;
  for (const claim of claims) {
    const last = parts.at(-1);
    if (/[。！？\n]/u.test(text.slice(last?.figure.end ?? text.indexOf('其中', total.figure.end), claim.figure.start))) break;
    const between = text.slice(end, claim.figure.start);
    end = claim.figure.end;
    if (last && /其中|另外|此外|同时|同期|累计|比|较/u.test(between) && claim.figure.unit.family === total.figure.unit.family) break;
    if (claim.figure.unit.family !== total.figure.unit.family || claim.direction !== 0 || claim.measure === 'share') {
      if (isOther(claim, total) && parts.length > 0) others += 1;
      continue;
    }
    // 中央资金…、省级资金…，实施项目20个，用于产业…: the list is over where something else is told.
    if (parts.length >= 2 && others > 0) break;
    if (!isExact(claim)) return { parts: [], open: true };
    if (claim.measure !== 'value') {
      open = true;
      continue;
    }
    // Behind a semicolon something else may be told, unless it is the other half of what was begun.
    const names = [...parts, claim].map((part) => leadOf(text, part));
    if (last && /；/u.test(text.slice(last.figure.end, claim.figure.start)) && rowOf(names) === undefined) break;
    parts.push(claim);
    if (parts.length === 2) others = 0;
  }
  const behind = text.slice(parts.at(-1)?.figure.end ?? 0).slice(0, 12);
  const ahead = text.slice(total.figure.end, parts[0]?.figure.start);
  return { parts, open: open || /^[^，。；]{0,6}等/u.test(behind) || /主要|包括/u.test(ahead) };
}

/** Whether a figure counts something else than the total, and is no rate of it. */
function isOther({ figure: { unit }, measure }: Claim, total: Exact): boolean {
  return unit.family !== total.figure.unit.family && unit.family !== 'percent' && unit.family !== 'points' && measure !== 'rate';
}

/** Whether every part is written at least as exactly as the total. */
function isAsExact(total: Exact, parts: readonly Exact[]): boolean {
  return parts.every(({ figure }) => figure.amount.step <= total.figure.amount.step);
}
