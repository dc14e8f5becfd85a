/** Owns the desk of one session: all rules over one dictionary and one outline for each version of a draft. */
import type { Connection } from 'vscode-languageserver';
import { createEchoRules } from '../core/echoes/rules.ts';
import type { EchoRules } from '../core/echoes/rules.ts';
import { together } from '../core/engine/across.ts';
import { createDesk } from '../core/engine/desk.ts';
import type { Desk, DeskSettings } from '../core/engine/desk.ts';
import { createFigureRule } from '../core/rules/figure/index.ts';
import type { FigureRule } from '../core/rules/figure/index.ts';
import { createRules } from '../core/rules/index.ts';
import type { Outlines } from '../core/text/sections/index.ts';
import type { Words } from '../core/words.ts';

/** The desk, and the rules on it that can be asked for more. */
export interface MadeDesk {
  readonly desk: Desk;
  readonly echoes: EchoRules;
  readonly figures: FigureRule;
}

/** Makes the desk. A rule that fails is named in the client's log; `configured` is called each time the echoes took new settings. */
export function makeDesk(
  connection: Connection,
  words: Words,
  outlineOf: Outlines,
  settings: DeskSettings,
  configured: () => void,
): MadeDesk {
  const onRuleFailure = (rule: string, error: unknown): void =>
    connection.console.error(`rule ${rule}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const echoes = createEchoRules(words, outlineOf, configured);
  const figures = createFigureRule(words, outlineOf);
  const across = together(echoes, [figures], onRuleFailure);
  const desk = createDesk({ rules: createRules(), across, words, outlineOf, onRuleFailure }, settings);
  return { desk, echoes, figures };
}
