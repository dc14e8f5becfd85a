/** Owns looking at all drafts of a call: what is found in each alone, and what they have in common. */
import { setImmediate as turn } from 'node:timers/promises';
import { createEchoRules } from '../core/echoes/rules.ts';
import { createDesk } from '../core/engine/desk.ts';
import { createFigureRule } from '../core/rules/figure/index.ts';
import type { Finding } from '../core/rules/finding.ts';
import { createRules } from '../core/rules/index.ts';
import type { AcrossRules, PlainAcrossRules } from '../core/rules/rule.ts';
import { outlines } from '../core/text/sections/index.ts';
import { bySpan } from '../core/text/span.ts';
import { Segmenter } from '../words/segmenter.ts';
import type { Beside } from './beside.ts';
import type { CheckCall, Teller } from './check.ts';
import { draftOf } from './draft.ts';
import type { ReadFile } from './read.ts';
import type { CheckedFile } from './reports/report.ts';

/** So many drafts are looked at between two looks at what the dictionary's thread has to say. */
const inOneTurn = 20;

/**
 * Finds what there is to find in the drafts. Repeats lie on a desk of their own: their words, which take long, are cut while
 * the other desk looks at the drafts one by one. The same findings in the same order as from one desk.
 */
export async function look(
  files: readonly ReadFile[],
  { settings, sheets }: Pick<Beside, 'settings' | 'sheets'>,
  { home }: Pick<CheckCall, 'home'>,
  { say, progress }: Teller,
): Promise<{ looked: CheckedFile[]; ruleFailed: boolean }> {
  const words = new Segmenter(home, say, Infinity);
  let ruleFailed = false;
  const onRuleFailure = (rule: string, error: unknown): void => {
    ruleFailed = true;
    say(`rule ${rule}: ${String(error)}`);
  };
  const outlineOf = outlines();
  const shared = { words, outlineOf, onRuleFailure };
  const between = createDesk({ ...shared, rules: [], across: createEchoRules(words, outlineOf) }, settings.desk);
  const figures = createFigureRule(words, outlineOf);
  figures.setBook(sheets.book);
  const own = createDesk({ ...shared, rules: createRules(), across: withoutEchoes(figures) }, settings.desk);

  const paths = files.map(({ path }) => path);
  const drafts = files.map(draftOf);
  progress('compare', files.length, files.length);
  between.putAll(drafts);
  const cut = words.ask(between.wants(...paths));
  for (const [index, draft] of drafts.entries()) {
    own.prepare(draft, Infinity);
    progress('look', index + 1, files.length);
    if (index % inOneTurn === 0) await turn();
  }
  own.putAll(drafts);
  const more = words.ask(own.wants(...paths));
  await cut;
  progress('compare', files.length, files.length);
  between.learn(paths);
  await more;
  own.learn(paths);
  words.release();
  const isFigure = ({ rule }: Finding): boolean => figures.metas.some(({ id }) => id === rule);
  const looked = files.map((file): CheckedFile => {
    const alone = own.findings(file.path);
    const all = [...alone.filter((finding) => !isFigure(finding)), ...between.findings(file.path), ...alone.filter(isFigure)];
    return { ...file, findings: all.sort(bySpan) };
  });
  return { looked, ruleFailed };
}

const nobody: ReadonlySet<string> = new Set();

/** Rules over all drafts that know nothing of repeats. */
function withoutEchoes(rules: PlainAcrossRules): AcrossRules {
  return {
    ...rules,
    putPart: (part) => rules.put(part),
    edit: (draft) => rules.put(draft),
    rest: () => nobody,
    settle: () => true,
    report: () => ({ groups: [], sameText: [] }),
    whyNot: () => [],
    tellAhead: () => true,
  };
}
