/** Owns making a desk as the server and the terminal do: all rules, the settings as they are by default. */
import { createEchoRules } from '../../../server/src/core/echoes/rules.ts';
import { together } from '../../../server/src/core/engine/across.ts';
import { createDesk } from '../../../server/src/core/engine/desk.ts';
import type { Desk } from '../../../server/src/core/engine/desk.ts';
import { createFigureRule } from '../../../server/src/core/rules/figure/index.ts';
import { createRules } from '../../../server/src/core/rules/index.ts';
import { outlines } from '../../../server/src/core/text/sections/index.ts';
import type { Words } from '../../../server/src/core/words.ts';
import { defaultSettings } from '../../../server/src/settings/parse.ts';

/** An empty desk. A rule that fails ends the measurement. */
export function makeDesk(words: Words): Desk {
  const onRuleFailure = (rule: string, error: unknown): never => {
    throw new Error(`rule ${rule}: ${String(error)}`);
  };
  const outlineOf = outlines();
  const across = together(createEchoRules(words, outlineOf), [createFigureRule(words, outlineOf)], onRuleFailure);
  return createDesk({ rules: createRules(), across, words, outlineOf, onRuleFailure }, defaultSettings.desk);
}
