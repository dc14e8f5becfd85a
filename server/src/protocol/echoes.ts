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

/** Command of the client: opens the report of the open drafts. */
export const echoReportCommand = 'speechDraft.echoReport';

/** Request `speechDraft/echoReport`: all echoes between the open drafts. No parameters. */
export const echoReportMethod = 'speechDraft/echoReport';
export interface EchoReportResult {
  /** The open drafts that were looked at, and those that are not open and repeated in them, in order of uri. */
  readonly drafts: readonly ReportDraft[];
  /** Uris of drafts with the same text; only the first of each takes part in `groups`. */
  readonly sameText: readonly (readonly string[])[];
  /** Drafts that are open and not checked, or were to be compared with and could not be read, and why. */
  readonly unchecked: readonly { readonly uri: string; readonly reason: string }[];
  /** How many drafts that are not open were compared with; 0 unless that is switched on. */
  readonly elsewhere: number;
  /** The longest passages first, then phrases. */
  readonly groups: readonly ReportGroup[];
}
export interface ReportDraft {
  readonly uri: string;
  readonly version: number;
  /** UTF-16 code units of the text. */
  readonly length: number;
  /** It is not open, and was compared with as its file has it. */
  readonly notOpen?: true;
}

/** All places that say the same. */
export interface ReportGroup {
  /** The same as long as what is said is the same; unique among passages, for phrases within one draft. */
  readonly id: string;
  /** `repeated-passage` or `repeated-phrase`. */
  readonly rule: string;
  readonly kind: string;
  /** What the reader calls the kind. */
  readonly name: string;
  /** Characters of the longest place, marks and blanks left out. */
  readonly characters: number;
  /** At least two, in order of draft and place. */
  readonly places: readonly ReportPlace[];
}

/** One place of a group. */
export interface ReportPlace {
  readonly uri: string;
  readonly range: PlainRange;
  /** UTF-16 code units of the draft's text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The marks of the sections around it: `二、（一）`; empty outside any section. */
  readonly section: string;
  /** Its paragraph within the section, from 1. */
  readonly paragraph: number;
  readonly text: string;
  /** What the finding here says; absent where only the other places say it, as at the first place of a phrase. */
  readonly message?: string;
}

/** Command of the client: says why what is selected is not reported. */
export const whyNotRepeatedCommand = 'speechDraft.whyNotRepeated';

/** Request `speechDraft/whyNotRepeated`: why what stands in a range, or the sentence at a caret, is not reported. */
export const whyNotRepeatedMethod = 'speechDraft/whyNotRepeated';
export interface WhyNotRepeatedParams {
  readonly textDocument: { readonly uri: string };
  readonly range: PlainRange;
}
export interface WhyNotRepeatedResult {
  /** The version of the draft that was looked at; -1 if it is not open or not checked. */
  readonly version: number;
  /** In order of the text. */
  readonly answers: readonly {
    /** `set-phrase`, `parallelism`, …; `reported` and `alone` where the question does not arise. */
    readonly reason: string;
    readonly message: string;
    readonly range: PlainRange;
  }[];
}
