/** Owns the data-request sheet in tests: what a department does with it between export and import. */
import { read, utils, write } from '@e965/xlsx';
import type { WorkBook } from '@e965/xlsx';
import type { ExportSheetResult, ImportSheetResult, PlainProposal } from '../../server/src/protocol.ts';
import type { TestClient } from './client.ts';

/** The rows of an exported sheet, header first; cells as texts. */
export type Rows = string[][];

/** Asks the server for the sheet of a draft. */
export function exported(client: TestClient, uri: string, format: 'xlsx' | 'csv' = 'xlsx'): Promise<ExportSheetResult> {
  return client.connection.sendRequest('speechDraft/exportSheet', { textDocument: { uri }, format });
}

/** Asks the server what a filled sheet would do. */
export function imported(client: TestClient, uri: string, bytes: Uint8Array, name = '待填清单.xlsx'): Promise<ImportSheetResult> {
  const content = Buffer.from(bytes).toString('base64');
  return client.connection.sendRequest('speechDraft/importSheet', { textDocument: { uri }, name, content });
}

/** The spreadsheet in an answer. */
export function bookOf({ content = '' }: ExportSheetResult): WorkBook {
  return read(Buffer.from(content, 'base64'), { type: 'buffer', cellStyles: true });
}

/** The rows of an exported spreadsheet. */
export function rowsOf(result: ExportSheetResult): Rows {
  const book = bookOf(result);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet ? utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false }) : [];
}

/** Rows as a spreadsheet; numbers stay numbers. */
export function bytesOf(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '待填清单');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** Puts a value into every row: what `valueOf` gives for the row's cells by header. */
export function filled(
  rows: Rows,
  valueOf: (cells: Readonly<Record<string, string>>, index: number) => string | number,
): (string | number)[][] {
  const [header = [], ...body] = rows;
  const at = header.indexOf('数值');
  return [
    header,
    ...body.map((row, index) => {
      const cells = Object.fromEntries(header.map((name, column) => [name, row[column] ?? '']));
      const value = valueOf(cells, index);
      return row.map((cell, column) => (column === at ? value : cell));
    }),
  ];
}

/** A text after the edits of an import; positions are counted as the protocol counts them. */
export function afterImport(text: string, rows: readonly PlainProposal[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
  const edits = rows
    .flatMap((row) => row.edits)
    .map(({ range: { start, end }, text: put }) => ({
      start: (starts[start.line] ?? 0) + start.character,
      end: (starts[end.line] ?? 0) + end.character,
      put,
    }))
    .sort((a, b) => b.start - a.start || b.end - a.end);
  return edits.reduce((now, { start, end, put }) => now.slice(0, start) + put + now.slice(end), text);
}
