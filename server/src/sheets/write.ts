/**
 * Owns writing the data-request sheet as bytes, for spreadsheet programs or as text. The libraries behind it are loaded
 * when the first sheet is written.
 */

/** A sheet that is to be written. */
export interface SheetTable {
  /** What the sheet is called; signs that spreadsheets forbid in names are taken out. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Text that no program takes for a formula, or numbers. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A column. */
export interface SheetColumn {
  readonly name: string;
  /** In characters of half width. */
  readonly width: number;
  /** Not for people. */
  readonly hidden?: boolean;
  /** To be written into: what is typed there stays text as it was typed. */
  readonly open?: boolean;
}

/** The kinds of files that can be written. */
export type SheetFormat = 'xlsx' | 'csv';

/** The bytes of a file. */
export async function writeSheet(format: SheetFormat, table: SheetTable): Promise<Uint8Array> {
  const { write } = format === 'xlsx' ? await import('./xlsx.ts') : await import('./csv.ts');
  return write(table);
}
