/** Owns what client and server say to each other on the way to a finished draft: what is ignored, what is left. */
import type { PlainRange } from '../protocol.ts';

/** Commands of the server, for any client. Each gives a `ChangeResult`. */
export const ignoreCommand = 'speechDraft.server.ignore';
export const unignoreCommand = 'speechDraft.server.unignore';
export const allowPhraseCommand = 'speechDraft.server.allowPhrase';
export const disallowPhraseCommand = 'speechDraft.server.disallowPhrase';

/** Commands of the client: the same, with a word to the person and a way back. */
export const ignoreHereCommand = 'speechDraft.ignore';
export const allowHereCommand = 'speechDraft.allowPhrase';

/** Argument of `ignoreCommand` and `ignoreHereCommand`. */
export interface IgnoreArguments {
  readonly uri: string;
  readonly rule: string;
  /** Where the finding stands now. */
  readonly range: PlainRange;
  readonly scope: 'place' | 'draft' | 'everywhere';
}

/** Argument of `unignoreCommand`: an entry as the list holds it. */
export interface UnignoreArguments {
  /** A draft that the list holds for, open or not. */
  readonly uri: string;
  readonly entry: PlainIgnore;
}

/** Argument of the commands about phrases. */
export interface PhraseArguments {
  /** A draft that the list holds for, open or not. */
  readonly uri: string;
  readonly phrase: string;
}

/** An entry of the list. */
export interface PlainIgnore {
  readonly rule: string;
  readonly kind?: string;
  readonly scope: 'place' | 'draft' | 'everywhere';
  readonly text: string;
  readonly file?: string;
  readonly before?: string;
  readonly after?: string;
  readonly occurrence?: number;
  readonly anchors?: readonly string[];
}

/** What came of a change. */
export interface ChangeResult {
  readonly ok: boolean;
  /** What happened, in the reader's language. */
  readonly message: string;
  /** The command that takes it back, and its argument. */
  readonly undo?: { readonly command: string; readonly argument: UnignoreArguments | PhraseArguments };
}

/** Request `speechDraft/ignored`: all that the lists of the open drafts hold. */
export const ignoredMethod = 'speechDraft/ignored';
export interface IgnoredResult {
  readonly lists: readonly IgnoredList[];
}
export interface IgnoredList {
  /** The file of the list; left out for what is kept until the server ends. */
  readonly path?: string;
  /** A draft that the list holds for. */
  readonly uri: string;
  readonly entries: readonly IgnoredEntry[];
  readonly allowedPhrases: readonly string[];
}
export interface IgnoredEntry {
  readonly entry: PlainIgnore;
  /** What the rule is called. */
  readonly rule: string;
  /** Whether it still holds for something; left out where the draft is not open and it cannot be told. */
  readonly alive?: boolean;
  /** The draft it speaks of, if it is of one. */
  readonly uri?: string;
  /** Where the finding stands now. */
  readonly range?: PlainRange;
}

/** Notification `speechDraft/ignoredChanged` from the server: ask again. */
export const ignoredChangedMethod = 'speechDraft/ignoredChanged';

/** Request `speechDraft/finalCheck`: what is left in an open draft, and whether it is finished. */
export const finalMethod = 'speechDraft/finalCheck';
/** Command of the server, for clients that know no request of ours: the same, for the draft of a uri. */
export const finalServerCommand = 'speechDraft.server.finalCheck';
export interface FinalParams {
  readonly textDocument: { readonly uri: string };
  /** Instead of the setting; 0: none. */
  readonly targetMinutes?: number;
}
export interface FinalResult {
  /** The version of the draft that was looked at; -1 if it is not open or not checked. */
  readonly version: number;
  readonly ready: boolean;
  /** 可以定稿 or 尚不能定稿. */
  readonly verdict: string;
  /** Length on paper and on the stage, against the target. */
  readonly length: string;
  readonly groups: readonly FinalPart[];
  /** Findings that are left out because a person chose to ignore them. */
  readonly ignored: number;
  /** The report as plain text, line for line what the command line prints. */
  readonly text: string;
}
export interface FinalPart {
  readonly id: string;
  readonly title: string;
  /** How many, in words. */
  readonly count: string;
  /** How many keep the draft from being finished. */
  readonly blocking: number;
  readonly items: readonly FinalPlace[];
}
export interface FinalPlace {
  readonly range: PlainRange;
  readonly section: string;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly message: string;
  readonly blocking: boolean;
}
