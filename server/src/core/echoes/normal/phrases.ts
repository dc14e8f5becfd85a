/**
 * Owns the search for many phrases at once in a normal form. A phrase is written as it is read; punctuation in it does
 * not count, `{n}` stands for a number in any digits, `{…}` for up to twelve characters within the clause, `{……}` for up to
 * sixty within the sentence.
 */
import { isHan } from '../../text/chars.ts';
import { isFigure, readCode } from './codes.ts';
import type { Reading } from './codes.ts';
import { clauseStart, sentenceStart } from './normal.ts';
import type { Normal } from './normal.ts';

/** What may stand in a gap: so many codes at most, and none that begins behind such a mark. */
interface Gap {
  readonly longest: number;
  readonly stop: number;
}

type Step = { readonly code: number } | { readonly code?: undefined; readonly gap?: Gap };

interface Pattern {
  readonly steps: readonly Step[];
  readonly index: number;
  readonly gaps: number;
}

/** A phrase with more gaps nobody writes; it is not looked for. */
const mostGaps = 40;

/** A phrase found: which one, and where in the codes. */
export interface PhraseHit {
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
}

const within: Readonly<Record<string, Gap>> = {
  '{…}': { longest: 12, stop: clauseStart },
  '{……}': { longest: 60, stop: sentenceStart },
};
const numerals = new Set('一二三四五六七八九十百零〇两'.split('').map((mark) => mark.charCodeAt(0)));

/** A set of phrases made ready for search. Phrases must begin with a character. */
export class Phrases {
  readonly #byFirst = new Map<number, Pattern[]>();

  constructor(phrases: readonly string[]) {
    for (const [index, phrase] of phrases.entries()) {
      const steps = stepsOf(phrase);
      const [first] = steps;
      if (first?.code === undefined) continue;
      const known = this.#byFirst.get(first.code);
      const gaps = steps.filter((step) => step.code === undefined && step.gap !== undefined).length;
      if (gaps > mostGaps) continue;
      const pattern = { steps, index, gaps };
      if (known === undefined) this.#byFirst.set(first.code, [pattern]);
      else known.push(pattern);
    }
    for (const patterns of this.#byFirst.values()) patterns.sort((a, b) => b.steps.length - a.steps.length || a.index - b.index);
  }

  /** Every phrase that stands in the text, by start, then the longer first. Hits may overlap. */
  find(normal: Normal): PhraseHit[] {
    const hits: PhraseHit[] = [];
    const deadEnds = new Map<Pattern, Set<number>>();
    for (let start = 0; start < normal.length; start += 1) {
      const patterns = this.#byFirst.get(normal.codes[start] as number);
      if (patterns === undefined) continue;
      for (const pattern of patterns) {
        let dead = deadEnds.get(pattern);
        // One gap alone is tried out once from each start.
        if (dead === undefined && pattern.gaps > 1) deadEnds.set(pattern, (dead = new Set()));
        const end = matchEnd(normal, start, pattern.steps, 0, dead);
        if (end >= 0) hits.push({ phrase: pattern.index, start, end });
      }
    }
    return hits;
  }
}

function stepsOf(phrase: string): Step[] {
  const steps: Step[] = [];
  const reading: Reading = { code: 0, end: 0 };
  for (const part of phrase.split(/(\{n\}|\{…+\})/u)) {
    const gap = within[part];
    if (part === '{n}') steps.push({});
    else if (gap !== undefined) steps.push({ gap });
    else
      for (let at = 0; at < part.length; at = reading.end) {
        readCode(part, at, reading);
        if (reading.code !== 0) steps.push({ code: reading.code });
      }
  }
  return steps;
}

/**
 * Where the steps end that begin with `from`, -1 where they do not stand there. `dead` remembers the gaps behind which the rest
 * was not found: gap within gap, each length of one would be tried with each of the other.
 */
function matchEnd(normal: Normal, start: number, steps: readonly Step[], from: number, dead: Set<number> | undefined): number {
  let at = start;
  for (let index = from; index < steps.length; index += 1) {
    const step = steps[index] as Step;
    if (step.code !== undefined) {
      if (at >= normal.length || normal.codes[at] !== step.code) return -1;
      at += 1;
      continue;
    }
    const { gap } = step;
    if (gap === undefined) {
      const first = at;
      while (at < normal.length && isNumeral(normal.codes[at] as number)) at += 1;
      if (at === first) return -1;
      continue;
    }
    const here = index * (normal.length + 1) + at;
    if (dead?.has(here) === true) return -1;
    for (let length = 0; length <= gap.longest && at + length <= normal.length; length += 1) {
      if (length > 0 && ((normal.marks[at + length - 1] as number) & gap.stop) !== 0) break;
      const end = matchEnd(normal, at + length, steps, index + 1, dead);
      if (end >= 0) return end;
    }
    dead?.add(here);
    return -1;
  }
  return at;
}

/** Whether a code can stand for `{n}`. */
function isNumeral(code: number): boolean {
  return isFigure(code) || (isHan(code) && numerals.has(code));
}
