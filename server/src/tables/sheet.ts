/** Owns what a table is once it is read: sheets of rows of cells, the limits of reading, and the faults a person is told. */
import type { Bilingual } from '../core/rules/meta.ts';

/** One cell, as a person sees it. */
export interface Cell {
  /** As it is shown in the table: `23.20` stays `23.20`, `5.2%` stays `5.2%`; blanks at the edges are taken off. */
  readonly text: string;
  /** The number behind the text, where the file holds one (`0.052` behind `5.2%`). */
  readonly number?: number;
}

/** One row. */
export interface Row {
  /** From 1: the row of a spreadsheet, or the line of a text file, where it starts. */
  readonly number: number;
  /** From the first column on; cells behind the last one that holds anything are left off. Merged cells are spread. */
  readonly cells: readonly Cell[];
}

/** One sheet; rows without anything are left out. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** A file that was read, or why it was not. */
export type Workbook =
  { readonly ok: true; readonly sheets: readonly Sheet[] } | { readonly ok: false; readonly fault: Bilingual; readonly line?: number };

/** What is read at most; an office's table of figures is a hundredth of it. */
export interface TableLimits {
  /** Of the file. */
  readonly bytes: number;
  /** Of what a compressed file unfolds to. */
  readonly unfolded: number;
  readonly sheets: number;
  /** Of one sheet. */
  readonly rows: number;
  readonly columns: number;
  /** Of the whole file. */
  readonly cells: number;
}

/** The limits that hold unless a test says otherwise. */
export const tableLimits: TableLimits = {
  bytes: 16_000_000,
  unfolded: 64_000_000,
  sheets: 100,
  rows: 20_000,
  columns: 500,
  cells: 400_000,
};

/** A reason not to read a table. Thrown inside this room only; `readWorkbook` turns it into an answer. */
export class TableFault extends Error {
  readonly fault: Bilingual;
  /** The line of a text file that it speaks of, from 1. */
  readonly line: number | undefined;

  constructor(fault: Bilingual, line?: number) {
    super(fault.en);
    this.fault = fault;
    this.line = line;
  }
}

/** Counts rows and cells while a file is read, and stops at the limits. */
export class TableMeter {
  readonly #limits: TableLimits;
  #cells = 0;

  constructor(limits: TableLimits) {
    this.#limits = limits;
  }

  /** Throws a TableFault for a row that is one too many or too wide. `count` is how many rows the sheet has by now. */
  row(count: number, width: number): void {
    this.#cells += width;
    const { rows, columns, cells } = this.#limits;
    if (count > rows) throw tooMany(`${rows} 行`, `${rows} rows`);
    if (width > columns) throw tooMany(`${columns} 列`, `${columns} columns`);
    if (this.#cells > cells) throw tooMany(`${cells} 个单元格`, `${cells} cells`);
  }
}

/** The fault of a table that is larger than a limit. */
export function tooMany(zh: string, en: string): TableFault {
  return new TableFault({
    zh: `表格太大：最多读 ${zh}。请只保留需要的部分。`,
    en: `The table is too large: at most ${en} are read. Please keep only what is needed.`,
  });
}

/** A row without the empty cells at its end; `undefined` when it holds nothing. */
export function rowOf(number: number, cells: readonly Cell[]): Row | undefined {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.text === '') length -= 1;
  return length === 0 ? undefined : { number, cells: cells.slice(0, length) };
}
