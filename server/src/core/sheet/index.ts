/** The data-request sheet: rows of the holes of a draft, and what a filled sheet says of them. */
export { proposals } from './import.ts';
export type { ImportFault, Proposal } from './import.ts';
export { sheetRows, speaker } from './rows.ts';
export type { SheetRow } from './rows.ts';
export { cellsOf, columns, readTable } from './table.ts';
export type { Column, FilledRow, SheetCell, TextRow } from './table.ts';
