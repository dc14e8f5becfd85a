/** The list of all rules. A rule that is not here does not exist. */
import { meta as figure } from './figure/meta.ts';
import type { RuleMeta } from './meta.ts';
import { numbering } from './numbering/index.ts';
import { createPlaceholderRule, meta as placeholder } from './placeholder/index.ts';
import { repeatedPassage } from './repeated-passage/meta.ts';
import { repeatedPhrase } from './repeated-phrase/meta.ts';
import type { DraftRule } from './rule.ts';

/** What every rule is, in the order of the documentation. */
export const metas: readonly RuleMeta[] = [placeholder, repeatedPassage, repeatedPhrase, numbering.meta, figure];

/** Makes one instance of every rule that looks at one draft at a time. */
export function createRules(): readonly DraftRule[] {
  return [createPlaceholderRule() as DraftRule, numbering as DraftRule];
}
