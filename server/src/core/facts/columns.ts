/** Owns the heads of fact sheets: which column holds what, as offices name them, one row of heads or two. */
import { foldWidth } from '../text/width.ts';
import { readPeriod } from './periods.ts';
import type { Period } from './periods.ts';
import { readUnit } from './units.ts';

/** A cell of a table as core sees it. */
export interface TableCell {
  readonly text: string;
}

/** A row of a table; `number` counts from 1 as a person sees it. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly TableCell[];
}

/** What a column of a fact sheet holds. */
export type ColumnKind = 'name' | 'value' | 'rate' | 'prior' | 'unit' | 'period' | 'source' | 'date' | 'alias' | 'region';

/** A column that was recognised. */
export interface Column {
  readonly kind: ColumnKind;
  readonly index: number;
  /** What the head says of the period and the unit of a value: `2025年（亿元）`. */
  readonly period: Period;
  readonly unit: string;
}

/** The heads of a sheet. */
export interface Head {
  readonly columns: readonly Column[];
  /** How many rows from the start of the sheet belong to title and heads. */
  readonly rows: number;
}

const kinds: readonly (readonly [ColumnKind | 'none', RegExp])[] = [
  ['alias', /^(?:别名|简称|又称|也称|俗称|其他名称)$/u],
  ['none', /责任|部门意见|序号|编号|备注|说明|目标|计划|预期|任务|预算数|占比|排名|位次|进度|完成率|联系|代码/u],
  ['source', /来源|出处|提供|填报|报送|统计部门|部门$/u],
  ['unit', /^(?:计量)?单位$|^计量$/u],
  ['name', /^(?:主要|统计|经济|核心)*指标(?:名称|项目)?$|^(?:项目|名称|数据项|内容)(?:名称)?$/u],
  ['region', /^(?:地区|区域|范围|口径|县区|县市区|县（市、区）|乡镇|地方)$/u],
  ['date', /^(?:发布|更新|填报|统计|公布|数据)?(?:日期|截止时间)$/u],
  ['rate', /同比|增速|增长|增幅|增减|比上年(?!同期数)|较上年(?!同期数)|比去年|较去年|±/u],
  ['prior', /上年|去年|上期|前一年/u],
  ['period', /^(?:时期|期间|时间|年份|年度|报告期|统计时间|所属时期|所属期|统计期)$/u],
  ['value', /数值|本期|本年|累计|完成|实绩|实际|绝对|总量|数据|金额|^值$|^数$|^数量$|^合计$|^总额$/u],
];

/** A cell of more characters is no name, no figure and no head. */
export const longestCell = 500;

/** How far down a sheet its heads are looked for. */
const deepest = 15;

/** The heads of a sheet, below a title row or not; `undefined` where no row names an indicator and a value. */
export function headOf(rows: readonly TableRow[]): Head | undefined {
  for (let at = 0; at < Math.min(rows.length, deepest); at += 1) {
    const first = textsOf(rows[at]);
    if (!first.some((text) => kindOf(text) === 'name')) continue;
    const second = textsOf(rows[at + 1]);
    // A second row of heads has no figures, and the merged first cell again.
    const nameAt = first.findIndex((text) => kindOf(text) === 'name');
    const sameName = second[nameAt] === undefined || second[nameAt] === '' || second[nameAt] === first[nameAt];
    const both =
      second.length > 0 &&
      sameName &&
      !second.some(isFigure) &&
      second.every((text, index) => text === '' || text === first[index] || kindOf(text, first[index]) !== undefined);
    const heads = both ? join(first, second) : first;
    const columns = columnsOf(heads);
    if (columns.some(({ kind }) => kind === 'value' || kind === 'rate')) return { columns, rows: at + (both ? 2 : 1) };
  }
  return undefined;
}

function textsOf(row: TableRow | undefined): string[] {
  return row?.cells.map(({ text }) => (text.length > longestCell ? '' : foldWidth(text).replace(/[\s\u3000]/gu, ''))) ?? [];
}

function isFigure(text: string): boolean {
  return /^-?[\d,]+(?:\.\d+)?%?$/.test(text) && !/^(?:19|20)\d\d$/.test(text);
}

/** Both rows of heads as one: what stands twice (merged downwards) counts once. */
function join(first: readonly string[], second: readonly string[]): string[] {
  const width = Math.max(first.length, second.length);
  return Array.from({ length: width }, (_item, index) => {
    const upper = first[index] ?? '';
    const lower = second[index] ?? '';
    return upper === lower ? upper : `${upper}${lower}`;
  });
}

function columnsOf(heads: readonly string[]): Column[] {
  const columns: Column[] = [];
  heads.forEach((head, index) => {
    const kind = kindOf(head);
    if (kind === undefined || kind === 'none') return;
    // A table has one column of names; what comes later under such a head is something else.
    if (kind !== 'value' && kind !== 'rate' && kind !== 'prior' && columns.some((column) => column.kind === kind)) return;
    columns.push({ kind, index, period: readPeriod(withoutUnit(head)), unit: unitIn(head) });
  });
  return columns;
}

function kindOf(head: string, above = ''): ColumnKind | 'none' | undefined {
  const bare = withoutUnit(head);
  if (bare === '') return undefined;
  const found = kinds.find(([, pattern]) => pattern.test(bare))?.[0];
  if (found !== undefined) return found;
  const period = readPeriod(bare);
  if (period.year !== '' || period.part !== '') return 'value';
  return above === '' ? undefined : kindOf(above);
}

function withoutUnit(head: string): string {
  return head.replace(/[（(][^）)]*[）)]/gu, '').replace(/[%：:]/gu, '');
}

/** The unit in brackets: 数值（亿元）, 增速（%）. */
export function unitIn(text: string): string {
  const bracket = /[（(]([^）)]*)[）)]/u.exec(foldWidth(text))?.[1]?.replace(/^单位[：:]/u, '') ?? '';
  return readUnit(bracket) ? bracket : '';
}
