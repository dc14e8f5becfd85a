/** Owns the options of the two rules, read from validated settings. */
import type { Options } from '../rules/rule.ts';
import { exactGrain } from './exact/fingerprints.ts';

/** Values by option id, as the rules' `meta.options` name them; what is missing has its default. */
export interface EchoOptions {
  readonly passage: Options;
  readonly phrase: Options;
}

/** The options as they are used. */
export interface Limits {
  /** Characters beyond set phrases and names that make a copy. */
  readonly minimum: number;
  readonly near: boolean;
  /** Phrases that may repeat in this workspace. */
  readonly allowed: readonly string[];
  /** The writer's own stock phrases. */
  readonly ownPhrases: readonly string[];
  /** Per thousand characters. */
  readonly density: number;
  readonly adverbDensity: number;
  /** Occurrences below which nothing is said whatever the density. */
  readonly fewest: number;
}

const shortest = exactGrain.gram + exactGrain.window;

/** Reads the options; never throws. */
export function limitsOf({ passage, phrase }: EchoOptions): Limits {
  return {
    minimum: Math.max(shortest, number(passage['minimumLength'], 13)),
    near: passage['near'] !== false,
    allowed: strings(passage['allowed']),
    ownPhrases: strings(phrase['phrases']),
    density: number(phrase['density'], 0.4),
    adverbDensity: number(phrase['adverbDensity'], 1.2),
    fewest: Math.max(2, number(phrase['fewest'], 3)),
  };
}

function number(value: Options[string] | undefined, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

function strings(value: Options[string] | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
