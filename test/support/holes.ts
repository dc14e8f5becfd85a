/** Owns running the placeholder rule on a text and holding the result against marks. */
import { expect } from 'vitest';
import { createPlaceholderRule } from '../../server/src/core/rules/placeholder/index.ts';
import type { Hole } from '../../server/src/core/rules/placeholder/index.ts';
import type { Options } from '../../server/src/core/rules/rule.ts';
import { createDraft } from '../../server/src/core/text/draft.ts';
import type { Draft, Format } from '../../server/src/core/text/draft.ts';
import { noWords } from '../../server/src/core/words.ts';
import type { Words } from '../../server/src/core/words.ts';
import { markdownReader } from '../../server/src/markup/markdown.ts';
import { parseMarked } from './marked.ts';
import { findingsOf } from './rules.ts';

/** A draft made for a test. */
export function draftOf(text: string, format: Format = 'plain', uri = 'test:draft'): Draft {
  return createDraft({ uri, version: 1, format, text, markup: markdownReader });
}

/** What the placeholder rule alone finds in a draft. */
export function holesIn(draft: Draft, words: Words = noWords, options: Options = {}): Hole[] {
  return findingsOf(createPlaceholderRule(), draft, options, words) as Hole[];
}

/** The text with its holes marked: `⟦X|money⟧亿元`; kinds only when asked for. */
export function mark(text: string, holes: readonly { start: number; end: number; kind: string }[], kinds: boolean): string {
  let out = '';
  let at = 0;
  for (const { start, end, kind } of holes) {
    out += `${text.slice(at, start)}⟦${text.slice(start, end)}${kinds ? `|${kind}` : ''}⟧`;
    at = end;
  }
  return out + text.slice(at);
}

/** The rule must find exactly the marked slots, and the marked kinds where the row gives them. */
export function check(marked: string, format: Format = 'plain'): void {
  const { text, slots } = parseMarked(marked);
  const holes = holesIn(draftOf(text, format));
  const kinds = slots.some((slot) => slot.kinds.length > 0);
  expect(mark(text, holes, kinds)).toBe(marked);
}
