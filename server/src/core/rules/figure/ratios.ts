/** Owns ratios: a share, a rate of completion or a multiple that does not follow from the two figures it stands beside. */
import type { Claim } from '../../facts/claims.ts';
import { apart, around, isPenSlip } from '../../facts/digits.ts';
import type { Interval } from '../../facts/digits.ts';
import { slipAt, textOf } from './adding.ts';
import { isExact, possible, shown } from './slip.ts';
import type { Exact, Slip } from './slip.ts';

/** What a ratio is of what: `part` of `whole`. */
interface Pair {
  readonly part: Exact;
  readonly whole: Exact;
}

/** How many figures back the two are looked for. */
const near = 24;

/** Ratios that cannot be right. `text` is the paragraph as it stands. */
export function ratioSlips(text: string, claims: readonly Claim[]): Slip[] {
  return claims.flatMap((ratio, index) => {
    const isMultiple = ratio.figure.unit.name === '倍';
    if (!isExact(ratio) || ratio.direction !== 0 || !(isMultiple || ratio.figure.unit.family === 'percent')) return [];
    const before = claims
      .slice(Math.max(0, index - near), index)
      .filter((claim): claim is Exact => isExact(claim) && isAmount(claim) && claim.full === ratio.full);
    const stated = statedWhole(text, ratio, before);
    const pair =
      stated ??
      (isMultiple
        ? undefined
        : (shareOf(text, ratio, before) ??
          completionOf(text, ratio, before) ??
          planOf(text, ratio, before) ??
          shareByName(text, ratio, before)));
    if (!pair || pair.whole.figure.amount.value <= 0) return [];
    // Of what it is may be told otherwise than it was read; two figures that bear it out are enough, whichever they are.
    const wholes = stated ? [pair.whole] : before;
    if (wholes.some((whole) => before.some((part) => part !== whole && fits(ratio, { part, whole })))) return [];
    if (!stated && !isSlip(ratio, pair)) return [];
    return [told(text, ratio, pair)];
  });
}

function isAmount({ figure: { unit } }: Claim): boolean {
  return unit.family !== 'percent' && unit.family !== 'points' && unit.name !== '倍';
}

const wholeLead = /(?:^|[^是否不])(?:占|为|是|达|达到|完成|相当于)(?!\p{Script=Han}*增)[^，。；]{0,20}$/u;

/** 占地区生产总值268.4亿元的59.1%, 完成年度目标6500人的105%, 是上年4300万元的2倍: the whole stands right before. */
function statedWhole(text: string, ratio: Exact, before: readonly Exact[]): Pair | undefined {
  const whole = before.at(-1);
  if (!whole || !/^ ?的(?:比重|比例|份额|总数)?(?:约?为|达到?)?$/u.test(text.slice(whole.figure.end, ratio.figure.start))) return undefined;
  // 超过年度任务800户的7.5% is what is over it.
  if (!wholeLead.test(clauseBefore(text, whole)) || /超|[高多少低]于|[高多]出/u.test(clauseBefore(text, whole))) return undefined;
  // What it is compared with must be the figure right before it, in a clause of its own.
  const part = before.at(-2);
  if (!part || part.figure.unit.family !== whole.figure.unit.family || part.direction !== 0 || part.base) return undefined;
  if (!/^[^，。；、]{0,12}[，,][^，。；、]*$/u.test(text.slice(part.figure.end, whole.figure.start))) return undefined;
  return /人均|每|其中|平均/u.test(text.slice(part.figure.end, whole.figure.start)) ? undefined : { part, whole };
}

/** 其中税收15.2亿元，占比64.4%; 占一般公共预算收入的64.4% where that was told before. */
function shareOf(text: string, ratio: Exact, before: readonly Exact[]): Pair | undefined {
  const clause = clauseBefore(text, ratio);
  const lead = clause.replace(/^其?所?(?=占)/u, '');
  const said = /^占(?:比|(?:全部|总|其)?(?<of>[^，。；]*?)的?(?:比重|比例|份额)?)(?:为|达到?|约为)?$/u.exec(lead);
  const part = before.at(-1);
  if (!(said || /^(?:占比|比重|比例)(?:为|达到?)?$/u.test(lead)) || !part || part.direction !== 0) return undefined;
  if (!/^[^，。；]{0,6}[，,（(]?$/u.test(text.slice(part.figure.end, ratio.figure.start - clause.length))) return undefined;
  const of = said?.groups?.['of'] ?? '';
  const wholes = before
    .slice(0, -1)
    .filter((claim) => claim.figure.unit.family === part.figure.unit.family && claim.direction === 0 && claim.measure === 'value');
  const whole = wholes.findLast((claim) =>
    bare.test(of)
      ? isDivided(text, claim, part)
      : claim.name !== '' && (of === claim.name || of.endsWith(claim.name) || claim.name.endsWith(of) || claim.name.startsWith(of)),
  );
  return whole && whole.figure.amount.value > part.figure.amount.value ? { part, whole } : undefined;
}

/** 占比, 占总数的: of what is not said. */
const bare = /^(?:总数|总量|总额|全部|总投资|数)?$/u;

/** Whether 其中 stands between a total and its first part. */
function isDivided(text: string, total: Claim, part: Claim): boolean {
  const between = text.slice(total.figure.end, part.figure.start);
  return /其中[^，。；]*$/u.test(between) || /其中/u.test(between.slice(0, 24));
}

const completion =
  /^(?:任务|目标|提案|建议|案件|资金|项目|问题|序时|总体)?(?<verb>完成|办复|办结|整改|化解|调处|合格|上线|通过|签约|开工|竣工|结案|兑现|投产|入库|到位|销号|录取|回收|收回|参会|到会|出勤|入统|落地|履约|支出|执行)(?:率|比例|进度)(?:为|达到?|约为)?$/u;

/** 立案240件，办复236件，办复率98.3%: the verb of the rate is that of the part. */
function completionOf(text: string, ratio: Exact, before: readonly Exact[]): Pair | undefined {
  const verb = completion.exec(clauseBefore(text, ratio))?.groups?.['verb'];
  const [whole, part] = before.slice(-2);
  if (verb === undefined || !whole || !part || part.figure.unit.family !== whole.figure.unit.family) return undefined;
  if (text.slice(part.figure.end, ratio.figure.start).split(/[，,]/u).length > 2) return undefined;
  const saysPart = clauseBefore(text, part).includes(verb);
  const saysWhole = clauseBefore(text, whole).includes(verb);
  return saysPart && !saysWhole && whole.figure.amount.value > part.figure.amount.value && whole.direction === 0
    ? { part, whole }
    : undefined;
}

/** 计划新建8所，实际建成6所，完成计划的75%: the plan and what came of it stand side by side. */
function planOf(text: string, ratio: Exact, before: readonly Exact[]): Pair | undefined {
  if (!/^(?:完成|占|达到?|为)?(?:全年|年度|年初|原定)?(?:计划|目标|任务)数?的(?:约)?$/u.test(clauseBefore(text, ratio))) return undefined;
  const [whole, part] = before.slice(-2);
  if (!whole || !part || part.figure.unit.name !== whole.figure.unit.name || part.direction !== 0) return undefined;
  const isPlan = /(?:计划|目标|任务|应)[^，。；]*$/u.test(clauseBefore(text, whole));
  const isDone = /(?:实际|已|共|累计)[^，。；]*$/u.test(clauseBefore(text, part)) && !/计划|目标|任务/u.test(clauseBefore(text, part));
  const next = /^[^，。；]{0,6}[，,][^，。；]*$/u;
  return isPlan &&
    isDone &&
    next.test(text.slice(whole.figure.end, part.figure.start)) &&
    next.test(text.slice(part.figure.end, ratio.figure.start))
    ? { part, whole }
    : undefined;
}

/** 286家，其中亏损企业42家，亏损面14.7%: the rate is named after the part. */
function shareByName(text: string, ratio: Exact, before: readonly Exact[]): Pair | undefined {
  const name = /^(\p{Script=Han}{2})\p{Script=Han}{0,3}[率面](?:为|达到?|约为)?$/u.exec(clauseBefore(text, ratio))?.[1];
  const [whole, part] = before.slice(-2);
  if (name === undefined || !whole || !part || part.figure.unit.family !== whole.figure.unit.family) return undefined;
  const next = /^[，,][^，,]*$/u.test(text.slice(part.figure.end, ratio.figure.start));
  if (!next || !clauseBefore(text, part).includes(name) || !isDivided(text, whole, part)) return undefined;
  return whole.direction === 0 && whole.figure.amount.value > part.figure.amount.value ? { part, whole } : undefined;
}

/** The words of the clause that a figure stands in, up to it. */
function clauseBefore(text: string, { figure }: Claim): string {
  const before = text.slice(Math.max(0, figure.start - 40), figure.start);
  return before.slice(Math.max(-1, ...[...before.matchAll(/[，,。；：:（(、]/gu)].map(({ index }) => index)) + 1).trim();
}

function scale(ratio: Exact): number {
  return ratio.figure.unit.name === '倍' ? 1 : 100;
}

function possibleRatio(ratio: Exact, { part, whole }: Pair): Interval {
  const [p, w] = [possible(part), possible(whole)];
  return { low: (p.low / w.high) * scale(ratio), high: (p.high / w.low) * scale(ratio) };
}

/** Whether a ratio follows; one that is cut off instead of rounded is taken as it is. */
function fits(ratio: Exact, pair: Pair): boolean {
  if (pair.part.figure.unit.family !== pair.whole.figure.unit.family || pair.whole.figure.amount.value <= 0) return false;
  const { value, step } = ratio.figure.amount;
  return !apart(possibleRatio(ratio, pair), { low: value - step / 2, high: value + step });
}

/** Whether one digit of the three figures put right would make them fit. */
function isSlip(ratio: Exact, pair: Pair): boolean {
  const { low, high } = possibleRatio(ratio, pair);
  const slack = ratio.figure.amount.step / 2;
  if (isPenSlip(ratio.figure.amount, { low: low - slack, high: high + slack })) return true;
  const said = around(ratio.figure.amount);
  const [p, w] = [around(pair.part.figure.amount), around(pair.whole.figure.amount)];
  const factor = scale(ratio);
  return (
    isPenSlip(pair.part.figure.amount, { low: (w.low * said.low) / factor, high: (w.high * said.high) / factor }) ||
    isPenSlip(pair.whole.figure.amount, { low: (p.low / said.high) * factor, high: (p.high / said.low) * factor })
  );
}

function told(text: string, ratio: Exact, { part, whole }: Pair): Slip {
  const value = (part.figure.amount.value / whole.figure.amount.value) * scale(ratio);
  const expected = `${shown(value, ratio.figure.amount.step < 1 || ratio.figure.unit.name === '倍' ? 1 : 0)}${ratio.figure.unit.name}`;
  const args = { text: textOf(text, ratio), part: textOf(text, part), whole: textOf(text, whole), expected };
  return slipAt(ratio, { id: 'ratio', args }, [whole, part]);
}
