/** Owns tables in text: values parted by commas, tabs or semicolons, in quotation marks where they need them. */
import Papa from 'papaparse';
import { TableFault, TableMeter, rowOf } from './sheet.ts';
import type { Row, Sheet, TableLimits } from './sheet.ts';
import { decodeTable } from './text.ts';

/** Reads a text table as one sheet of the file's name. Throws a TableFault. */
export function readCsv(bytes: Uint8Array, limits: TableLimits, name: string): Sheet[] {
  const text = decodeTable(bytes);
  const meter = new TableMeter(limits);
  const rows: Row[] = [];
  let at = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';', '，', '|'],
    step({ data, errors, meta }) {
      if (errors.some(({ type }) => type === 'Quotes'))
        throw new TableFault({ zh: `第 ${line} 行的引号没有配对。`, en: `A quotation mark in line ${line} is not closed.` }, line);
      const row = rowOf(
        line,
        data.map((value) => ({ text: value.trim() })),
      );
      line += text.slice(at, meta.cursor).match(/\r\n|\n|\r/g)?.length ?? 0;
      at = meta.cursor;
      if (!row) return;
      rows.push(row);
      meter.row(rows.length, row.cells.length);
    },
  });
  return [{ name, rows }];
}
