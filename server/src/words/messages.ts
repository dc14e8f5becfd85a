/** Owns what the words thread and its owner say to each other. */

import type { Ending } from './ending.ts';

/** What the thread is started with. */
export interface WorkerStart {
  /** The folder that holds the bundles, the dictionary and the native module. */
  readonly home: string;
  /** Says when the thread is to end instead of cutting more. */
  readonly ending: Ending;
}

/** The first message from the thread. */
export interface LoadReply {
  readonly loaded: boolean;
  readonly reason?: string;
}

/** Texts to be cut. */
export interface CutRequest {
  readonly id: number;
  readonly texts: readonly string[];
}

/** The words of the texts of a request, in the same order; lengths add up to the text's length. */
export interface CutReply {
  readonly id: number;
  readonly words: readonly { readonly lengths: readonly number[]; readonly tags: readonly string[] }[];
}
