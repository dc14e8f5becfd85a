/** The examples on the rules' pages: each rule finds exactly what it says it finds, and nothing in what it calls good. */
import { describe, expect, it } from 'vitest';
import { createDesk } from '../../server/src/core/engine/desk.ts';
import { createEchoRules } from '../../server/src/core/echoes/rules.ts';
import { together } from '../../server/src/core/engine/across.ts';
import { createFigureRule, meta as figure } from '../../server/src/core/rules/figure/index.ts';
import { createRules } from '../../server/src/core/rules/index.ts';
import { noWords } from '../../server/src/core/words.ts';
import { defaultSettings } from '../../server/src/settings/parse.ts';
import { draftOf, mark } from '../support/holes.ts';
import { parseMarked } from '../support/marked.ts';

const rows = [...createRules().map(({ meta }) => meta), figure].flatMap((meta) =>
  meta.examples.flatMap(({ bad, good }) => [
    { rule: meta.id, text: bad },
    { rule: meta.id, text: good },
  ]),
);

const fail = (id: string, error: unknown): never => expect.fail(`${id}: ${String(error)}`);

/** The rule must find exactly the marked places. */
function check(rule: string, marked: string): void {
  const draft = draftOf(parseMarked(marked).text);
  const desk = createDesk(
    {
      rules: createRules(),
      across: together(createEchoRules(noWords), [createFigureRule(noWords)], fail),
      words: noWords,
      onRuleFailure: fail,
    },
    defaultSettings.desk,
  );
  desk.put(draft);
  const found = desk.findings(draft.uri).filter((finding) => finding.rule === rule);
  expect(mark(draft.text, found, false)).toBe(marked);
}

describe('documented examples', () => {
  it.each(rows)('$rule: $text', ({ rule, text }) => check(rule, text));
});
