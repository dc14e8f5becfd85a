/** Owns the requests about the data-request sheet: the holes of a draft as a table, and a filled table back. */
import type { PlainRange } from '../protocol.ts';

/** Request `speechDraft/exportSheet`: a sheet with a row for every hole of an open draft. */
export const exportSheetMethod = 'speechDraft/exportSheet';
export interface ExportSheetParams {
  readonly textDocument: { readonly uri: string };
  readonly format: 'xlsx' | 'csv';
}
export interface ExportSheetResult {
  /** How many rows it has; 0 where there is nothing to ask for. -1 if the draft is not open or not checked. */
  readonly rows: number;
  /** The bytes of the file, in base 64; absent without rows. */
  readonly content?: string;
}

/** Request `speechDraft/importSheet`: what a filled sheet would do to an open draft. Changes nothing. */
export const importSheetMethod = 'speechDraft/importSheet';
export interface ImportSheetParams {
  readonly textDocument: { readonly uri: string };
  /** The name of the file; its ending says what it is. */
  readonly name: string;
  /** Its bytes, in base 64. */
  readonly content: string;
}
export interface ImportSheetResult {
  /** The version of the draft that the places hold for; -1 if it is not open or not checked. */
  readonly version: number;
  /** Why the file cannot be read, in the reader's language. */
  readonly fault?: string;
  readonly rows: readonly PlainProposal[];
}

/** What one row of the sheet would do. */
export interface PlainProposal {
  /** Row of the table, from 1. */
  readonly row: number;
  /** What stands around the value in its sentence; the whole sentence is `before` where nothing is filled in. */
  readonly before: string;
  readonly after: string;
  /** What is put in; empty for a note that is taken out. */
  readonly value: string;
  readonly indicator: string;
  /** What becomes of the text; empty if nothing. No two of all edits overlap. */
  readonly edits: readonly { readonly range: PlainRange; readonly text: string }[];
  /** Why the row fills nothing, in the reader's language. */
  readonly fault?: string;
  /** Nobody has written anything into the row. */
  readonly empty: boolean;
  /** What is to be known of the value, in the reader's language. */
  readonly remark?: string;
}
