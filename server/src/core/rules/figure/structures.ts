/** Owns what must come to a hundred per cent: shares told one after another, and the structure of industries. */
import type { Claim } from '../../facts/claims.ts';
import { isPenSlip } from '../../facts/digits.ts';
import { added, slipAt, textOf } from './adding.ts';
import { isCrossing, rowOf, withoutCommon } from './rows.ts';
import { isExact, shown } from './slip.ts';
import type { Exact, Slip } from './slip.ts';

/** Shares and structures that cannot be right. `text` is the paragraph as it stands. */
export function structureSlips(text: string, claims: readonly Claim[]): Slip[] {
  return [...shares(text, claims), ...structures(text)];
}

/** 分别占40%、35%和30%. */
function shares(text: string, claims: readonly Claim[]): Slip[] {
  return claims.flatMap((last, index) => {
    if (last.measure !== 'share' || claims[index + 1]?.measure === 'share') return [];
    const group: Exact[] = [];
    for (let at = index; at >= 0; at -= 1) {
      const claim = claims[at] as Claim;
      if (claim.measure !== 'share' || claim.sentence.start !== last.sentence.start || claim.figure.unit.family !== 'percent') break;
      if (!isExact(claim)) return [];
      group.unshift(claim);
    }
    const names = group.map((claim) => claim.name);
    if (group.length < 2) return [];
    const before = text.slice(last.sentence.start, last.figure.start);
    const isRow = rowOf(names) !== undefined;
    const mayOverlap = (name: string): boolean => name === '' || (isCrossing(name, true) && !/岁/u.test(name));
    // 男干部 and 女干部 are all there are, 男职工 and 女干部 are not.
    const isOneWhole = isRow && withoutCommon(names.map((name) => name.replace(/占.*$/u, ''))).every((name) => name.length <= 2);
    if (names.some((name) => /任务|计划|目标|预算|进度/u.test(name)) || (!isOneWhole && names.some(mayOverlap))) return [];
    const together = isRow || /分别占|占比分别|比重分别/u.test(before);
    const { low, sum } = added(group);
    if (low <= 100 + 1e-9) return [];
    // Bands of age and their like, when one digit put right makes them a whole.
    const bands = group.length >= 3 && names.every((name) => /岁/u.test(name)) && sum <= 130 && isPenSlipOf(group);
    if (!together && !bands) return [];
    return [slipAt(last, { id: 'shares', args: { text: textOf(text, last), sum: shown(sum) } }, group.slice(0, -1))];
  });
}

const ratio = /(?<![\d.:：∶])(\d+(?:\.\d+)?)[:：∶](\d+(?:\.\d+)?)[:：∶](\d+(?:\.\d+)?)(?![.:：∶\d])/gu;
const beforeRatio = /产业[^。；]{0,20}(?:结构|比例|比重|比)[^。；]*$/u;

/** The shares of the three industries, under the one name of all. */
const percents = /(?<![\d.])(\d+(?:\.\d+)?)[%％]、(\d+(?:\.\d+)?)[%％](?:、|和|及|与)(\d+(?:\.\d+)?)[%％](?![、和及与])/gu;
const beforePercents = /(?:三次产业|一二三产业|一、二、三(?:次)?产业)[^。；]*(?:分别占|占比分别|比重分别)[^，。；\d]{0,10}$/u;

/** 三次产业结构为10:45:50, 三次产业分别占10%、45%和50%: a structure in per cent adds up to 100. */
function structures(text: string): Slip[] {
  if (!/产业/u.test(text)) return [];
  const before = ({ index }: RegExpExecArray): string => text.slice(Math.max(0, index - 40), index);
  return [
    ...[...text.matchAll(ratio)].filter((match) => beforeRatio.test(before(match))),
    ...[...text.matchAll(percents)].filter((match) => beforePercents.test(before(match))),
  ].flatMap((match) => {
    const parts = match.slice(1, 4);
    const sum = parts.reduce((total, part) => total + Number(part), 0);
    const places = Math.max(...parts.map((part) => part.split('.')[1]?.length ?? 0));
    const off = Math.abs(sum - 100);
    // Each part may have been rounded by half a step.
    if (off <= 1.5 * 10 ** -places + 1e-9 || off > 20) return [];
    const message = { id: 'structure', args: { text: match[0], sum: shown(sum) } };
    return [{ kind: 'arithmetic', start: match.index, end: match.index + match[0].length, message, related: [] }];
  });
}

/** Whether one digit put right makes shares a whole. */
function isPenSlipOf(group: readonly Exact[]): boolean {
  const { sum } = added(group);
  return group.some(({ figure: { amount } }) => {
    const meant = 100 - (sum - amount.value);
    return isPenSlip(amount, { low: meant - amount.step, high: meant + amount.step });
  });
}
