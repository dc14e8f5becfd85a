/** Owns totals and their parts: what a text calls 其中, 合计, 分别占 or a structure must add up as far as its parts surely exclude each other. */
import type { Claim } from '../../facts/claims.ts';
import { magnitudeOf } from '../../facts/numbers.ts';
import { inUnitOf, isExact, shown } from './slip.ts';
import type { Exact, Slip } from './slip.ts';

/** Names that split a whole: members of one row exclude each other; `whole` when all of them together are all there is. */
const partitions: readonly { readonly names: readonly RegExp[]; readonly whole: boolean }[] = [
  { names: [/第一产业|一产|农业|农林牧渔/u, /第二产业|二产|工业/u, /第三产业|三产|服务业/u], whole: false },
  { names: [/第一产业|一产/u, /第二产业|二产/u, /第三产业|三产/u], whole: true },
  { names: [/城镇|城市/u, /农村|乡村/u], whole: true },
  { names: [/男/u, /女/u], whole: true },
  { names: [/新建|新开工/u, /续建|结转/u], whole: true },
  { names: [/出口/u, /进口/u], whole: true },
  { names: [/(?<!非)税收/u, /非税/u], whole: true },
  { names: [/上半年/u, /下半年/u], whole: true },
  { names: [/一季度/u, /二季度/u, /三季度/u, /四季度/u], whole: true },
  { names: [/夏粮/u, /秋粮/u], whole: false },
  { names: [/内贸|内资/u, /外贸|外资/u], whole: true },
  { names: [/中央/u, /省级|省财政/u, /市级|市财政/u, /县级|区级|县财政|区财政|本级/u, /自筹|社会/u], whole: false },
  { names: [/一期/u, /二期/u, /三期/u, /四期/u], whole: false },
  { names: [/工业/u, /农业/u, /服务业|商贸|旅游/u, /基础设施|交通|水利/u, /社会事业|民生|教育|卫生/u, /房地产/u], whole: false },
];

/** Parts that may hold the same things as others: 民间投资 and 工业投资, 党员 and 女代表. */
const crossing =
  /民间|国有|民营|外资|党员|女|妇|少数民族|大学|青年|毕业|以上|以下|重点|新|高|战略|规模|专精|科技|基层|农民|贫困|返乡|特困|脱贫|困难|残疾|就业|主要|当年|累计|直接|带动|老/u;

/** Units of things that are often counted under several heads at once. */
const counted = new Set(['people', '个', '家', '项', '件', '户', '处', '所', '人次', '台', '套', '辆', '条', '座', '场', '次']);

/** Totals that their parts contradict. `text` is the paragraph as it stands. */
export function partSlips(text: string, claims: readonly Claim[]): Slip[] {
  return [
    ...claims.flatMap((_claim, index) => ofWhich(text, claims, index)),
    ...sums(text, claims),
    ...shares(text, claims),
    ...structures(text),
  ];
}

/** 总数，其中甲…、乙…. */
function ofWhich(text: string, claims: readonly Claim[], index: number): Slip[] {
  const total = claims[index];
  const first = claims[index + 1];
  if (!isExact(total) || !first || total.measure !== 'value' || total.base) return [];
  // A rate is no sum: that of a group may be higher than that of all.
  if (total.figure.unit.family === 'percent') return [];
  const gap = text.slice(total.figure.end, first.figure.start);
  // Between the total and 其中 nothing but its own change may stand.
  const at = gap.indexOf('其中');
  if (at < 0 || /[。；]|不含|另/u.test(gap) || /净|新增|比|较|增加/u.test(leadOf(text, total))) return [];
  const parts: Exact[] = [];
  for (const claim of claims.slice(index + 1)) {
    if (/[。！？\n]/u.test(text.slice(total.figure.end, claim.figure.start))) break;
    if (claim.figure.unit.family !== total.figure.unit.family || claim.measure !== 'value') continue;
    if (!isExact(claim)) return [];
    const last = parts.at(-1);
    // Behind a semicolon something else may be told, unless it is the other half of what was begun.
    if (
      last &&
      /；/u.test(text.slice(last.figure.end, claim.figure.start)) &&
      partitionOf([...parts, claim].map((part) => leadOf(text, part))) === undefined
    )
      break;
    if (parts.length > 0 && /其中|另外|此外|同时|同期|累计|比|较/u.test(text.slice(parts.at(-1)?.figure.end ?? 0, claim.figure.start)))
      break;
    parts.push(claim);
  }
  const larger = parts.find(
    ({ figure }) => figure.amount.value - figure.amount.step / 2 > total.figure.amount.value + total.figure.amount.step / 2,
  );
  if (larger) return [slip(larger, { id: 'partLarger', args: { text: textOf(text, larger), total: textOf(text, total) } }, [total])];
  const names = parts.map((part) => leadOf(text, part));
  const divided = partitionOf(names);
  const exclusive =
    divided !== undefined || (!counted.has(total.figure.unit.family) && !names.some((name) => crossing.test(name)) && alike(parts));
  if (parts.length < 2 || !exclusive) return [];
  const { low, high, sum } = added(parts);
  const { value, step } = total.figure.amount;
  const tooMuch = low > value + step / 2;
  const tooLittle = divided === 'whole' && high < value - step / 2;
  return tooMuch || tooLittle ? [sumSlip(text, total, sum, parts)] : [];
}

/** 甲…，乙…，合计…. */
function sums(text: string, claims: readonly Claim[]): Slip[] {
  return claims.flatMap((total, index) => {
    if (!isExact(total) || !/(?:合计|总计|共计|两项合计|三项合计|总共)(?:为|达|达到|完成|投资)?$/u.test(leadOf(text, total))) return [];
    if (!/^(?:[两二三四五几]项|以上)?(?:合计|总计|共计|总共)/u.test(leadOf(text, total))) return [];
    const parts: Exact[] = [];
    for (let at = index - 1; at >= 0; at -= 1) {
      const claim = claims[at] as Claim;
      if (claim.sentence.start !== total.sentence.start) break;
      if (!isExact(claim) || claim.base || claim.measure !== 'value' || claim.figure.unit.family !== total.figure.unit.family) return [];
      parts.unshift(claim);
    }
    const before = text.slice(total.sentence.start, total.figure.start);
    if (parts.length < 2 || /其中|累计|年均|两年|三年|五年/u.test(before)) return [];
    const { low, high, sum } = added(parts);
    const { value, step } = total.figure.amount;
    return low > value + step / 2 || high < value - step / 2 ? [sumSlip(text, total, sum, parts)] : [];
  });
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
    if (group.length < 2 || names.some((name) => name === '' || crossing.test(name) || /任务|计划|目标|预算|进度/u.test(name))) return [];
    const before = text.slice(last.sentence.start, last.figure.start);
    if (!/分别占|占比分别|比重分别/u.test(before) && partitionOf(names) === undefined) return [];
    const { low, sum } = added(group);
    if (low <= 100 + 1e-9) return [];
    return [slip(last, { id: 'shares', args: { text: textOf(text, last), sum: shown(sum) } }, group.slice(0, -1))];
  });
}

const ratio = /(\d+(?:\.\d+)?)[:：∶](\d+(?:\.\d+)?)[:：∶](\d+(?:\.\d+)?)(?![:：∶\d])/gu;

/** 三次产业结构为10:45:50: a structure in per cent adds up to 100. */
function structures(text: string): Slip[] {
  if (!/产业/u.test(text)) return [];
  return [...text.matchAll(ratio)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (!/产业[^。；]{0,20}(?:结构|比例|比重|比)[^。；]*$/u.test(before)) return [];
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

/** Whether names are members of one row; `whole` when they are all of it. */
function partitionOf(names: readonly string[]): 'whole' | 'some' | undefined {
  for (const { names: row, whole } of [...partitions].sort((a, b) => Number(b.whole) - Number(a.whole))) {
    const found = names.map((name) => row.findIndex((pattern) => pattern.test(name)));
    if (found.some((at) => at < 0) || new Set(found).size < found.length) continue;
    if (names.some((name) => crossing.test(name.replace(new RegExp(row.map(({ source }) => source).join('|'), 'gu'), '')))) continue;
    return whole && found.length === row.length ? 'whole' : 'some';
  }
  return undefined;
}

/** Whether the parts are named alike: 工业投资, 农业投资. */
function alike(parts: readonly Exact[]): boolean {
  const tails = new Set(parts.map(({ name }) => name.slice(-2)));
  return tails.size === 1 && parts.every(({ name }) => name.length >= 3) && new Set(parts.map(({ name }) => name)).size === parts.length;
}

function added(parts: readonly Exact[]): { readonly low: number; readonly high: number; readonly sum: number } {
  const sum = parts.reduce((total, { figure }) => total + figure.amount.value, 0);
  const slack = parts.reduce((total, { figure }) => total + figure.amount.step / 2, 0);
  return { low: Number((sum - slack).toPrecision(12)), high: Number((sum + slack).toPrecision(12)), sum };
}

function leadOf(text: string, { figure }: Claim): string {
  const before = text.slice(Math.max(0, figure.start - 30), figure.start);
  return before.slice(Math.max(0, ...[...before.matchAll(/[，,、；。：其中]|\d(?=\P{Script=Han})/gu)].map((match) => match.index + 1)));
}

function textOf(text: string, { figure }: Claim): string {
  return text.slice(figure.start, figure.end);
}

function sumSlip(text: string, total: Exact, sum: number, parts: readonly Claim[]): Slip {
  const shownSum = inUnitOf(sum, total.figure, magnitudeOf(total.figure.magnitude), 4);
  return slip(total, { id: 'sum', args: { text: textOf(text, total), sum: shownSum } }, parts);
}

function slip({ figure }: Claim, message: Slip['message'], related: readonly Claim[]): Slip {
  return { kind: 'arithmetic', start: figure.start, end: figure.end, message, related: related.map((claim) => claim.figure) };
}
