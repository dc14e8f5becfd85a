/** Owns running one rule over one draft as the desk runs it. */
import { lookAt } from '../../server/src/core/engine/looked.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import type { DraftRule, Options } from '../../server/src/core/rules/rule.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { outlineOf } from '../../server/src/core/text/sections/index.ts';
import { noWords } from '../../server/src/core/words.ts';
import type { Words } from '../../server/src/core/words.ts';

/** What a rule finds in a draft, in order. */
export function findingsOf(rule: unknown, draft: Draft, options: Options = {}, words: Words = noWords): readonly Finding[] {
  const one = rule as DraftRule;
  return lookAt(one, { draft, outline: outlineOf(draft), options, words, read: (paragraph) => one.read(paragraph, draft, options) })
    .findings;
}
