/**
 * Owns what client and server say to each other besides the language server protocol. The only file of the server that
 * the client imports; what belongs to one room stands in `protocol/` and is gathered here. Nothing else is imported.
 */
export * from './protocol/echoes.ts';
export * from './protocol/holes.ts';
export * from './protocol/sheet.ts';
export * from './protocol/writing.ts';
export * from './protocol/finish.ts';

/** A place in a text, lines and UTF-16 characters from 0. */
export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text, `end` exclusive. */
export interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

/** What the client tells about itself in `initializationOptions`. */
export interface ClientOptions {
  /** The client has the commands below, so quick fixes may call them. */
  readonly commands?: boolean;
  /** The client knows the pages of the rules and links them itself: the address need not come with every finding. */
  readonly linksRules?: boolean;
  /** Languages in which the editor asks for completion only when a person does (Markdown in VS Code). */
  readonly asksWhenCalled?: readonly string[];
  /** A folder of the client's where texts may be kept from one time to the next, a path; without it nothing is kept. */
  readonly storage?: string;
  /** Whether the workspace is trusted, where the client knows such a thing; `trustedMethod` tells of a change. */
  readonly trusted?: boolean;
  /** Settings to start with, as `speechDraft.*` would hold them; used until `workspace/configuration` answers. */
  readonly settings?: unknown;
}

/** Command of the client: select stretches one after another so that typing replaces them. */
export const fillCommand = 'speechDraft.fill';
/** Command of the client: ask for one value and put it into every stretch. */
export const fillAlikeCommand = 'speechDraft.fillAlike';
/** Command of the server, for clients without the two above: show the place with the stretch selected. */
export const selectCommand = 'speechDraft.server.select';

/** Arguments of `fillCommand`, `fillAlikeCommand` and `selectCommand`. */
export interface FillArguments {
  readonly uri: string;
  /** The version the stretches hold for; the client does nothing if the draft has moved on. */
  readonly version: number;
  readonly stretches: readonly FillStretch[];
}

/** One stretch to be filled. */
export interface FillStretch {
  readonly range: PlainRange;
  /** What stands there now without the blanks around it: shown selected until it is typed over. */
  readonly text: string;
}

/** Notification `speechDraft/trusted`: the workspace is trusted now. No parameters. */
export const trustedMethod = 'speechDraft/trusted';

/** Request `speechDraft/status`: how the server is. */
export const statusMethod = 'speechDraft/status';
export interface StatusResult {
  /** Who cuts words: the dictionary, the built-in fallback, nobody yet, or nobody because nothing asked. */
  readonly words: 'nodejieba' | 'fallback' | 'loading' | 'off';
  /** Why the fallback is in use. */
  readonly reason?: string;
  readonly drafts: number;
  /** Drafts that are open but not checked, and why. */
  readonly unchecked: readonly { readonly uri: string; readonly reason: string }[];
}

/** Notification `speechDraft/counts` from the server: how many findings a draft has after each publish. */
export const countsMethod = 'speechDraft/counts';
export interface CountsParams {
  readonly uri: string;
  readonly holes: number;
  readonly repeats: number;
  readonly others: number;
  /** Holes that a person chose to ignore; they are not among `holes`. */
  readonly ignored?: number;
  /** The holes by kind, most first. */
  readonly kinds: readonly KindCount[];
  /** Why the draft is not checked, in the reader's language; the counts then say nothing. */
  readonly unchecked?: string;
}

/** How many holes are of one kind. */
export interface KindCount {
  readonly kind: string;
  /** What the reader calls the kind. */
  readonly name: string;
  readonly count: number;
}
