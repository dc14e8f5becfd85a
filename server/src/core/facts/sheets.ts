/** Owns fact sheets: the entries of a table, one for each indicator and period, and what in the table could not be understood. */
import type { Bilingual } from '../rules/meta.ts';
import { foldWidth } from '../text/width.ts';
import { headOf, longestCell, unitIn } from './columns.ts';
import type { Column, TableRow } from './columns.ts';
import { indicatorKey } from './indicators.ts';
import { magnitudeOf, readAmount } from './numbers.ts';
import type { Amount } from './numbers.ts';
import { noPeriod, readPeriod } from './periods.ts';
import type { Period } from './periods.ts';
import { readUnit, unitOf } from './units.ts';
import type { Unit } from './units.ts';

/** A table that was read, by the file it comes from. */
export interface TableFile {
  readonly uri: string;
  /** The file's name as a person knows it. */
  readonly file: string;
  readonly sheets: readonly { readonly name: string; readonly rows: readonly TableRow[] }[];
}

/** A number of a fact sheet with its unit, exactly as it is given there. */
export interface Quantity {
  /** `23.20`, `-3.5`: the digits as they stand, without thousands marks. */
  readonly digits: string;
  /** In the family's smallest unit. */
  readonly amount: Amount;
  readonly unit: Unit;
  readonly magnitude: string;
}

/** What a fact sheet says of one indicator at one time. */
export interface Entry {
  readonly name: string;
  /** Keys of its name and of the sheet's own aliases. */
  readonly keys: readonly string[];
  readonly period: Period;
  readonly region: string;
  readonly value?: Quantity;
  /** The change on the year before, in per cent. */
  readonly rate?: Quantity;
  /** The value of the year before. */
  readonly prior?: Quantity;
  readonly source: string;
  readonly date: string;
  readonly uri: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** What could not be understood. */
export interface SheetFault {
  readonly uri: string;
  /** The row or line, from 1; 0 for the whole file. */
  readonly row: number;
  readonly severity: 'warning' | 'information';
  readonly message: Bilingual;
}

/** What a table says. */
export interface SheetReading {
  readonly entries: readonly Entry[];
  readonly faults: readonly SheetFault[];
}

/** Reads a table as a fact sheet. Never throws; what it does not understand becomes a fault, never a guess. */
export function readFactSheet(table: TableFile): SheetReading {
  const entries: Entry[] = [];
  const faults: SheetFault[] = [];
  let recognised = 0;
  for (const sheet of table.sheets) {
    const head = headOf(sheet.rows);
    if (!head) continue;
    recognised += 1;
    const title = sheet.rows.slice(0, head.rows).flatMap(({ cells }) => cells.map(({ text }) => (text.length > longestCell ? '' : text)));
    const common: Common = {
      table,
      sheet: sheet.name,
      columns: head.columns,
      period: firstPeriod([...title.slice(0, title.length - (sheet.rows[head.rows - 1]?.cells.length ?? 0)), sheet.name, table.file]),
      unit: title.map((text) => /单位[：:]\s*([^\s，）)]+)/u.exec(text)?.[1] ?? '').find((unit) => readUnit(unit) !== undefined) ?? '',
    };
    for (const row of sheet.rows.slice(head.rows)) readRow(row, common, entries, faults);
  }
  if (recognised === 0)
    faults.push({
      uri: table.uri,
      row: 0,
      severity: 'warning',
      message: {
        zh: '没有认出数据表：需要一行表头，其中有“指标”和“数值”两列。',
        en: 'No fact sheet was recognised: a row of heads is needed with the columns 指标 and 数值.',
      },
    });
  for (const { name } of recognised === 0 ? [] : table.sheets.filter(({ rows }) => rows.length > 0 && !headOf(rows)))
    faults.push({
      uri: table.uri,
      row: 0,
      severity: 'information',
      message: {
        zh: `工作表“${name}”没有“指标”和“数值”两列，未读。`,
        en: `The sheet “${name}” has no columns 指标 and 数值 and was not read.`,
      },
    });
  return { entries, faults };
}

interface Common {
  readonly table: TableFile;
  readonly sheet: string;
  readonly columns: readonly Column[];
  readonly period: Period;
  readonly unit: string;
}

function firstPeriod(texts: readonly string[]): Period {
  return texts.map((text) => readPeriod(foldWidth(text))).find(({ year, part }) => /^\d{4}$/.test(year) || part !== '') ?? noPeriod;
}

const leadingMark =
  /^(?:[一二三四五六七八九十]+[、.]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、.](?!\d)|[①-⑳]|[#*＃※·•—-]+|其中[：:]?|其[：:])\s*/u;
const nothing = /^(?:[-—–/／\\.…]*|无|暂无|空|N\/?A)$/iu;

function readRow(row: TableRow, common: Common, entries: Entry[], faults: SheetFault[]): void {
  const { table, sheet, columns } = common;
  if (columns.some(({ index }) => (row.cells[index]?.text.length ?? 0) > longestCell)) {
    const message = {
      zh: `第 ${row.number} 行有一格超过 ${longestCell} 字，未采用。`,
      en: `Row ${row.number} has a cell of more than ${longestCell} characters and is not used.`,
    };
    faults.push({ uri: table.uri, row: row.number, severity: 'warning', message });
    return;
  }
  const textIn = (kind: Column['kind']): string =>
    cellText(
      row,
      columns.find((column) => column.kind === kind),
    );
  const nameCell = textIn('name');
  const name = nameCell
    .replace(/[（(][^）)]*[）)]/gu, (bracket) => (unitIn(bracket) === '' ? bracket : ''))
    .replace(leadingMark, '')
    .trim();
  if (name === '' || /^(?:注|备注|说明|合计)[：:]?/u.test(name)) return;
  const fault = (zh: string, en: string): void => {
    const message = { zh: `第 ${row.number} 行“${name}”：${zh}`, en: `Row ${row.number}, “${name}”: ${en}` };
    faults.push({ uri: table.uri, row: row.number, severity: 'warning', message });
  };
  const keys = [
    ...new Set(
      [name, ...textIn('alias').split(/[、，,；;|/]/u)]
        .map((item) => item.trim())
        .filter(Boolean)
        .map(indicatorKey),
    ),
  ];
  const unit = textIn('unit') || unitIn(nameCell);
  const read = (column: Column | undefined, otherwise: string): Quantity | undefined => {
    const text = cellText(row, column);
    if (nothing.test(text)) return undefined;
    const quantity = quantityOf(text, otherwise);
    if (quantity === 'no-number') fault(`“${text}”不是数，未采用。`, `“${text}” is no number and is not used.`);
    else if (quantity === 'no-unit')
      fault('没有单位，未采用。请在“单位”一列写明。', 'no unit is given, so it is not used. Please add it in the column 单位.');
    else return quantity;
    return undefined;
  };
  const period = readPeriod(foldWidth(textIn('period')));
  const values = columns.filter(({ kind }) => kind === 'value');
  const rates = columns.filter(({ kind }) => kind === 'rate');
  const priors = columns.filter(({ kind }) => kind === 'prior');
  for (const [index, column] of (values.length > 0 ? values : [undefined]).entries()) {
    const until = values[index + 1]?.index ?? Infinity;
    const beside = (list: readonly Column[]): Column | undefined =>
      list.find(({ index: at }) => at > (column?.index ?? -1) && at < until) ?? (values.length <= 1 ? list[0] : undefined);
    const value = column && read(column, unit || column.unit || common.unit);
    const rate = read(beside(rates), '%');
    const prior = read(beside(priors), unit || column?.unit || common.unit);
    if (!value && !rate) continue;
    entries.push({
      name,
      keys,
      period: merged(period, column?.period ?? noPeriod, common.period),
      region: textIn('region'),
      ...(value && { value }),
      ...(rate && { rate }),
      ...(prior && { prior }),
      source: textIn('source'),
      date: textIn('date'),
      uri: table.uri,
      file: table.file,
      sheet,
      row: row.number,
    });
  }
}

function cellText(row: TableRow, column: Column | undefined): string {
  return column ? foldWidth(row.cells[column.index]?.text ?? '').trim() : '';
}

/** What is nearest to the value counts; a year and a part of a year may be said in different places. */
function merged(...periods: readonly Period[]): Period {
  const year = periods.find((period) => period.year !== '')?.year ?? '';
  const withYear = periods.findIndex((period) => period.year !== '');
  const part = periods.slice(0, withYear < 0 ? undefined : withYear + 1).find((period) => period.part !== '')?.part;
  return { year, part: part ?? periods.find((period) => period.part !== '')?.part ?? '' };
}

/** A number with its own unit or that of its column. */
function quantityOf(text: string, unitText: string): Quantity | 'no-number' | 'no-unit' {
  const match = /^([-−]?)([\d,]+(?:\.\d+)?)\s*(\P{Nd}*)$/u.exec(text.replace(/^(?:增长|\+)/u, ''));
  const amount = match && readAmount(match[2] ?? '');
  if (!match || !amount) return 'no-number';
  const own = (match[3] ?? '').trim();
  const unit = readUnit(own === '' ? unitText : own) ?? (own === '' ? undefined : readUnit(unitText + own));
  if (!unit) return own === '' ? 'no-unit' : 'no-number';
  const sign = match[1] === '' ? 1 : -1;
  const factor = magnitudeOf(unit.magnitude) * unit.unit.factor;
  return {
    digits: `${sign < 0 ? '-' : ''}${(match[2] ?? '').replaceAll(',', '')}`,
    amount: { value: Number((sign * amount.value * factor).toPrecision(12)), step: amount.step * factor },
    unit: unitOf(unit.unit.name) ?? unit.unit,
    magnitude: unit.magnitude,
  };
}
