/** Owns checking one draft in this process, from nothing, as the terminal does: all rules, with and without the words. */
import { createEchoRules } from '../../../server/src/core/echoes/rules.ts';
import { together } from '../../../server/src/core/engine/across.ts';
import { createDesk } from '../../../server/src/core/engine/desk.ts';
import { createFigureRule } from '../../../server/src/core/rules/figure/index.ts';
import { createRules } from '../../../server/src/core/rules/index.ts';
import { createDraft } from '../../../server/src/core/text/draft.ts';
import { outlines } from '../../../server/src/core/text/sections/index.ts';
import { defaultSettings } from '../../../server/src/settings/parse.ts';
import { Segmenter } from '../../../server/src/words/segmenter.ts';

/** Milliseconds to the findings before and with the words, and how many there are in the end. */
export interface Checked {
  readonly first: number;
  readonly whole: number;
  readonly findings: number;
}

/** Makes what checks texts; `home` is the folder of the bundles. The dictionary is loaded once, as by a server. */
export function createChecker(home: string): { check: (text: string) => Promise<Checked>; stop: () => Promise<void> } {
  const fail = (reason: string): never => {
    throw new Error(reason);
  };
  const words = new Segmenter(home, fail);
  const check = async (text: string): Promise<Checked> => {
    const from = performance.now();
    const outlineOf = outlines();
    const failed = (rule: string, error: unknown): never => fail(`rule ${rule}: ${String(error)}`);
    const across = together(createEchoRules(words, outlineOf), [createFigureRule(words, outlineOf)], failed);
    const desk = createDesk({ rules: createRules(), across, words, outlineOf, onRuleFailure: failed }, defaultSettings.desk);
    const uri = 'file:///bench/draft.txt';
    desk.put(createDraft({ uri, version: 1, format: 'plain', text }));
    desk.findings(uri);
    const first = performance.now() - from;
    await words.ask(desk.wants(uri));
    desk.learn([uri]);
    const findings = desk.findings(uri).length;
    return { first, whole: performance.now() - from, findings };
  };
  return { check, stop: () => words.stop() };
}
