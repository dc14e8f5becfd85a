/** Owns looking at all drafts of a call: what is found in each alone, and what they have in common. */
import { createEchoRules } from '../core/echoes/rules.ts';
import { createDesk } from '../core/engine/desk.ts';
import { outlines } from '../core/text/sections/index.ts';
import { bySpan } from '../core/text/span.ts';
import { ended } from '../words/ending.ts';
import { Segmenter } from '../words/segmenter.ts';
import { lookAlone } from './alone.ts';
import { isWorthAThread, lookAside } from './aside.ts';
import type { Beside } from './beside.ts';
import type { CheckCall, Teller } from './check.ts';
import { draftOf } from './draft.ts';
import type { ReadFile } from './read.ts';
import type { CheckedFile } from './reports/report.ts';

/** How long the dictionary's threads may take to end, in milliseconds. */
export const patience = 2000;

/**
 * Finds what there is to find in the drafts. Repeats lie on a desk of their own: where there is much to look at, another thread
 * looks at the drafts one by one in the meantime; otherwise this one does while the words of the repeats, which take long, are
 * cut. The same findings in the same order as from one desk. `named` are all paths of the call.
 */
export async function look(
  files: readonly ReadFile[],
  beside: Pick<Beside, 'settings' | 'sheets'>,
  call: Pick<CheckCall, 'home' | 'options' | 'ending'>,
  named: readonly string[],
  teller: Teller,
): Promise<{ looked: CheckedFile[]; ruleFailed: boolean }> {
  const { say, progress } = teller;
  const words = new Segmenter(call.home, say, Infinity, call.ending);
  let repeatsFailed = false;
  const onRuleFailure = (rule: string, error: unknown): void => {
    repeatsFailed = true;
    say(`rule ${rule}: ${String(error)}`);
  };
  const outlineOf = outlines();
  const dependencies = { words, outlineOf, onRuleFailure, rules: [], across: createEchoRules(words, outlineOf) };
  const between = createDesk(dependencies, beside.settings.desk);
  const paths = files.map(({ path }) => path);
  const compare = async (): Promise<void> => {
    progress('compare', files.length, files.length);
    between.putAll(files.map(draftOf));
    await words.ask(between.wants(...paths));
    progress('compare', files.length, files.length);
    between.learn(paths);
  };
  const aside = isWorthAThread(files) ? lookAside({ call, named, files }, teller) : undefined;
  const compared = compare();
  const both = Promise.all([aside ?? lookAlone(files, beside, words, teller), compared]);
  // Where one fails nobody waits for the other, and its words may be being cut.
  const [{ found, ruleFailed }] = await both.catch(async (error: unknown) => {
    await ended(call.ending, patience);
    throw error;
  });
  words.release();
  const looked = files.map((file, index): CheckedFile => {
    const { own, figures } = found[index] ?? { own: [], figures: [] };
    return { ...file, findings: [...own, ...between.findings(file.path), ...figures].sort(bySpan) };
  });
  return { looked, ruleFailed: ruleFailed || repeatsFailed };
}
