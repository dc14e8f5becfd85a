/** Owns the requests about the holes of a draft. */
import type { PlainRange } from '../protocol.ts';

/** Request `speechDraft/holes`: every hole of an open draft in order. */
export const holesMethod = 'speechDraft/holes';
export interface HolesParams {
  readonly textDocument: { readonly uri: string };
}
export interface HolesResult {
  /** The version of the draft that the holes were found in; -1 if it is not open or not checked. */
  readonly version: number;
  readonly holes: readonly PlainHole[];
  /** The headings that stand over holes, outer ones before inner ones. */
  readonly headings: readonly PlainHeading[];
}
export interface PlainHeading {
  /** Number and words in one line. */
  readonly title: string;
  readonly range: PlainRange;
  /** Index of the heading over it. */
  readonly parent?: number;
}
export interface PlainHole {
  readonly range: PlainRange;
  readonly kind: string;
  /** What the reader calls the kind. */
  readonly kindName: string;
  readonly message: string;
  readonly group?: string;
  /** Index of the innermost heading over it. */
  readonly heading?: number;
  readonly clause: PlainAround;
  readonly sentence: PlainAround;
  /** What the figure is of, where that is known. */
  readonly indicator?: string;
  /** What the figure is measured in. */
  readonly unit?: string;
  /** Whether a number belongs there. */
  readonly figure: boolean;
  /** A note beside a value that is there: it is taken out, not filled in. */
  readonly removable: boolean;
  /** Equal for holes that probably take the same value. */
  readonly likeness?: string;
  /** What the hole is known by while its sentence stays as it is, wherever it moves; unique in the draft. */
  readonly name: string;
}
/** What stands left of a hole, in it and right of it; in one line. */
export interface PlainAround {
  readonly before: string;
  readonly token: string;
  readonly after: string;
}
