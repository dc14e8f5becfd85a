/** Owns what client and server say to each other about ignored findings and phrases that may repeat. */
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
