/** Owns totals that stand behind or beside their parts: 合计, 累计 over years, 应到 and 实到, what is a sum by its meaning. */
import type { Claim } from '../../facts/claims.ts';
import { added, compared, exactness, isOneSlip, leadOf, sumSlip } from './adding.ts';
import { isExact } from './slip.ts';
import type { Exact, Slip } from './slip.ts';

/** How many figures away the parts are looked for. */
const near = 24;

/** Sums that contradict their parts. `text` is the paragraph as it stands. */
export function sumSlips(text: string, claims: readonly Claim[]): Slip[] {
  return [...claims.flatMap((_claim, index) => totalBehind(text, claims, index)), ...byMeaning(text, claims), ...overTheYear(text, claims)];
}

const surely = /^(?:[两二三四五几]项|以上)?(?:合计|总计|共计|总共)(?:为|达|达到|完成|投资|投入)?$/u;
const likely =
  /^(?:全年|全[省市县区镇乡村]|我[省市县区镇乡]|[两二三四五六七八九十\d]+(?:年|个?月|季度|批|次|项|期|个?县区|个?区县|地|县|镇|家)来?|先后|一共|共|前后|总体)*(?:合计|总计|共计|累计|总共|一共|共)\p{Script=Han}{0,6}$/u;

/** 甲…，乙…，合计…. */
function totalBehind(text: string, claims: readonly Claim[], index: number): Slip[] {
  const total = claims[index];
  if (!isExact(total)) return [];
  const lead = leadOf(text, total);
  const isSure = surely.test(lead);
  if (!isSure && !likely.test(lead)) return [];
  const parts: Exact[] = [];
  for (let at = index - 1; at >= Math.max(0, index - near); at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.sentence.start !== total.sentence.start) break;
    if (claim.figure.unit.family !== total.figure.unit.family) {
      if (isSure) return [];
      continue;
    }
    if (!isExact(claim) || claim.base || claim.direction !== 0 || claim.measure === 'share' || claim.measure === 'rate') return [];
    parts.unshift(claim);
  }
  const before = text.slice(total.sentence.start, total.figure.start);
  if (parts.length < 2 || /其中|年均/u.test(before)) return [];
  if (isSure && /累计|两年|三年|五年/u.test(before)) return [];
  const sum = added(parts);
  if (compared(total, sum) === 'fits') return [];
  if (isSure) return [sumSlip(text, total, parts)];
  const count = /^[^\d]*?([两二三四五六七八九])(?:年|个?月|季度|批|次|项|期|地|县|镇|家)/u.exec(lead)?.[1];
  if (count !== undefined && '〇一二三四五六七八九'.indexOf(count.replace('两', '二')) !== parts.length) return [];
  const together = /分别|先后|依次|各/u.test(before) || parts.length >= 3;
  return together && exactness(total, parts) >= 2 && isOneSlip(total, parts) ? [sumSlip(text, total, parts)] : [];
}

/** What is a sum by what it means; all of it must stand in one sentence. */
const meanings: readonly { readonly total: RegExp; readonly parts: readonly RegExp[] }[] = [
  { total: /^(?!.*人均)(?:.*生产总值|GDP)(?:总量)?$/u, parts: [/^第?一产业?增加值$/u, /^第?二产业?增加值$/u, /^第?三产业?增加值$/u] },
  { total: /进出口(?:总额|总值|额)?$/u, parts: [/(?<!进)出口(?:总额|总值|额)?$/u, /^(?:.*[^出])?进口(?:总额|总值|额)?$/u] },
  { total: /一般公共预算收入$/u, parts: [/^税收收入$/u, /^非税收入$/u] },
  {
    total: /应(?:到|出席|参会|参加)\p{Script=Han}{0,4}$/u,
    parts: [/实(?:际|到\p{Script=Han}{0,4}|际?(?:出席|到会|参会)\p{Script=Han}{0,4})?$/u, /(?:请假|缺席|未到|缺勤)\p{Script=Han}{0,4}$/u],
  },
  { total: /收回(?:选票|表决票|票)?$/u, parts: [/有效票?$/u, /(?:无效|废)票?$/u] },
];

function byMeaning(text: string, claims: readonly Claim[]): Slip[] {
  return meanings.flatMap(({ total: whole, parts: names }) =>
    claims.flatMap((total, index) => {
      if (!isExact(total) || !whole.test(nameOf(text, total)) || total.measure === 'share' || total.direction !== 0) return [];
      const beside = claims
        .slice(Math.max(0, index - near), index + near)
        .filter((claim) => claim.full === total.full && claim.figure.unit.family === total.figure.unit.family);
      const again = beside.filter((claim) => claim !== total && whole.test(nameOf(text, claim)));
      const parts = names.map((name) =>
        beside.filter((claim) => claim !== total && name.test(nameOf(text, claim)) && claim.direction === 0),
      );
      if (again.length > 0 || total.figure.unit.family === 'percent' || parts.some((found) => found.length !== 1)) return [];
      const found = parts.flat().filter(isExact);
      if (found.length < names.length || found.some(({ mode }) => mode !== total.mode)) return [];
      return compared(total, added(found)) === 'fits' ? [] : [sumSlip(text, total, found)];
    }),
  );
}

const partsOfYear = [
  ['上半年', '下半年'],
  ['1季度', '2季度', '3季度', '4季度'],
];
/** What stands at one time and is not gathered over the year. */
const standsStill = /余额|人口|总数|总量|在[建册校岗]|存栏|保有|率$|指数|均/u;

/** 上半年6.2亿元，下半年7.1亿元，全年13.3亿元: the parts of a year and the year, of one indicator. */
function overTheYear(text: string, claims: readonly Claim[]): Slip[] {
  return claims.flatMap((total, index) => {
    if (!isExact(total) || total.key === '' || !isOfYear(total) || total.period.part !== '' || standsStill.test(total.name)) return [];
    if (!/全年/u.test(leadOf(text, total))) return [];
    const beside = claims
      .slice(Math.max(0, index - near), index + near)
      .filter((claim) => isOfYear(claim) && claim.full === total.full && claim.key === total.key && claim.scope === total.scope);
    for (const names of partsOfYear) {
      const parts = names.flatMap((name) => beside.filter(({ period }) => period.part === name)).filter(isExact);
      const are = new Set(parts.map(({ period }) => period.part));
      if (parts.length !== names.length || are.size !== names.length) continue;
      const isOne = parts.every(
        ({ mode, period, figure }) =>
          mode === total.mode && period.year === total.period.year && figure.unit.family === total.figure.unit.family,
      );
      return isOne && compared(total, added(parts)) !== 'fits' ? [sumSlip(text, total, parts)] : [];
    }
    return [];
  });
}

function isOfYear({ measure, direction, base, figure }: Claim): boolean {
  return measure === 'value' && direction === 0 && !base && figure.unit.family !== 'percent';
}

function nameOf(text: string, claim: Claim): string {
  return claim.name !== '' && claim.measure === 'value' ? claim.name : leadOf(text, claim).replace(/(?:为|达|达到|完成|实现)$/u, '');
}
