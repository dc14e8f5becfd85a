/** Owns the columns of the data-request sheet: how rows become cells, and how the cells of a filled sheet are read. */
import type { Bilingual } from '../rules/meta.ts';
import { readKey, writeKey } from './key.ts';
import type { Address } from './match.ts';
import { speaker } from './rows.ts';
import type { SheetRow } from './rows.ts';

/** One column. */
export interface Column {
  readonly id: 'number' | 'section' | 'sentence' | 'indicator' | 'kind' | 'unit' | 'department' | 'value' | 'note' | 'key';
  readonly name: Bilingual;
  /** In characters of half width. */
  readonly width: number;
}

/** In their order. */
export const columns: readonly Column[] = [
  { id: 'number', name: { zh: '序号', en: 'No.' }, width: 6 },
  { id: 'section', name: { zh: '部分', en: 'Section' }, width: 26 },
  { id: 'sentence', name: { zh: '句子', en: 'Sentence' }, width: 64 },
  { id: 'indicator', name: { zh: '指标', en: 'Indicator' }, width: 22 },
  { id: 'kind', name: { zh: '类型', en: 'Kind' }, width: 12 },
  { id: 'unit', name: { zh: '单位', en: 'Unit' }, width: 12 },
  { id: 'department', name: { zh: '责任单位', en: 'Department' }, width: 18 },
  { id: 'value', name: { zh: '数值', en: 'Value' }, width: 18 },
  { id: 'note', name: { zh: '备注', en: 'Note' }, width: 26 },
  { id: 'key', name: { zh: '定位（请勿改动）', en: 'Key (please leave as it is)' }, width: 14 },
];

/** What a person is told in the row of a note beside a value. */
export const noteHint: Bilingual = {
  zh: '核实后在“数值”栏填“已核实”，即删去这条备注',
  en: 'When checked, put “done” into Value: the note is taken out',
};

/** One cell of the sheet: text that no program takes for a formula, or the number of the row. */
export type SheetCell = string | number;

/** The cells of all rows, without the header. */
export function cellsOf(
  rows: readonly SheetRow[],
  pick: (text: Bilingual) => string,
  kindName: (rule: string, kind: string) => string,
): SheetCell[][] {
  return rows.map((row, index) => {
    const [first] = row.parts;
    const said = speaker(row);
    const cells: Readonly<Record<Column['id'], SheetCell>> = {
      number: index + 1,
      section: row.section,
      sentence: row.sentence,
      indicator: first?.about.indicator ?? '',
      kind: said ? kindName(said.rule, said.kind) : '',
      unit: row.parts.length === 1 ? (first?.about.unit ?? '') : '',
      department: '',
      value: '',
      note: first?.about.removable ? pick(noteHint) : '',
      key: writeKey(row.anchor, row.parts.length),
    };
    return columns.map(({ id }) => {
      const cell = cells[id];
      return typeof cell === 'string' ? neutral(cell) : cell;
    });
  });
}

/** What spreadsheet programs take for the start of a formula, in either width. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** A cell that no program takes for a formula: with an apostrophe before what would be one. */
export function neutral(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** A row of any table: its number as a person counts, and its cells as they are shown. */
export interface TextRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A row of a filled sheet. */
export interface FilledRow {
  /** As a person counts them in the table. */
  readonly number: number;
  /** `undefined` where neither key nor sentence can be read. */
  readonly address: Address | undefined;
  readonly value: string;
  /** What the row is about, for messages. */
  readonly sentence: string;
  readonly indicator: string;
}

const mostHeaderLines = 30;

/**
 * The filled rows of a table, wherever its header stands and in whatever order its columns are. `undefined` if it has no
 * header with a value column and something that says what each row speaks of.
 */
export function readTable(rows: readonly TextRow[]): readonly FilledRow[] | undefined {
  for (const [index, { cells }] of rows.slice(0, mostHeaderLines).entries()) {
    const places = placesOf(cells);
    if (places.value === undefined || (places.key === undefined && places.sentence === undefined)) continue;
    return rows.slice(index + 1).flatMap((row) => readRow(row, places) ?? []);
  }
  return undefined;
}

type Places = Readonly<Partial<Record<Column['id'], number>>>;

function placesOf(cells: readonly string[]): Places {
  const places: Partial<Record<Column['id'], number>> = {};
  for (const [at, cell] of cells.entries()) {
    const name = headerName(cell);
    const column = columns.find((one) => headerName(one.name.zh) === name || headerName(one.name.en) === name);
    if (column && name !== '') places[column.id] ??= at;
  }
  return places;
}

/** A header without blanks, remarks in brackets and width. */
function headerName(cell: string): string {
  return cell
    .replace(/[（(].*$/su, '')
    .replace(/[\s：:*＊]+/gu, '')
    .toLowerCase();
}

function readRow({ number, cells }: TextRow, places: Places): FilledRow | undefined {
  const cell = (id: Column['id']): string => {
    const at = places[id];
    return at === undefined ? '' : withoutApostrophe((cells[at] ?? '').trim());
  };
  const sentence = cell('sentence');
  const key = readKey(cell('key'));
  const value = cell('value');
  if (!key && sentence === '' && value === '') return undefined;
  const address: Address | undefined = key
    ? { by: 'anchor', ...key }
    : sentence === ''
      ? undefined
      : { by: 'sentence', sentence, section: cell('section') };
  return { number, address, value, sentence, indicator: cell('indicator') };
}
