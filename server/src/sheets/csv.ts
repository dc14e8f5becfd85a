/** Owns the sheet as CSV: UTF-8 with its mark and CR LF, so that Excel opens it right. */
import Papa from 'papaparse';
import type { SheetTable } from './write.ts';

/** The bytes of a CSV file. */
export function write({ columns, rows }: SheetTable): Promise<Uint8Array> {
  const fields = columns.map(({ name }) => name);
  const text = Papa.unparse({ fields, data: rows.map((row) => [...row]) }, { newline: '\r\n' });
  return Promise.resolve(new TextEncoder().encode(`\ufeff${text}\r\n`));
}
