/** Owns what client and server say to each other about echoes: where the copies stand, and the report of them. */
import type { PlainRange } from '../protocol.ts';

/** Commands of the client. Each may be called with `CopyArguments`; without, it takes the caret of the active editor. */
export const nextCopyCommand = 'speechDraft.nextCopy';
export const previousCopyCommand = 'speechDraft.previousCopy';
export const peekCopiesCommand = 'speechDraft.peekCopies';
export const compareCopiesCommand = 'speechDraft.compareCopies';

/** Which copy is meant. */
export interface CopyArguments {
  readonly uri: string;
  /** The version that `range` holds for. */
  readonly version: number;
  readonly range: PlainRange;
}

/** Request `speechDraft/copies`: all copies of what is repeated at a place of an open draft. */
export const copiesMethod = 'speechDraft/copies';
export interface CopiesParams {
  readonly textDocument: { readonly uri: string };
  readonly range: PlainRange;
}
export interface CopiesResult {
  /** The version of the draft that was looked at; -1 if it is not open or not checked. */
  readonly version: number;
  /** In a fixed order, whichever copy was asked for; empty where nothing is repeated. */
  readonly copies: readonly PlainCopy[];
  /** Which of them was asked for; -1 if there is none. */
  readonly own: number;
}

/** One copy. */
export interface PlainCopy {
  readonly uri: string;
  /** The version of its draft that the ranges hold for. */
  readonly version: number;
  readonly range: PlainRange;
  /** The marks of the sections around it, put together: `二、（一）`; empty outside any section. */
  readonly section: string;
  /** Its paragraph within the section, from 1. */
  readonly paragraph: number;
  /** The paragraphs that it stands in, without the breaks inside sentences; paragraphs parted by `\n`. */
  readonly passage: string;
}
