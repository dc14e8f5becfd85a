/** Owns looking at drafts one by one: what the rules find in each, and the figures in which they contradict each other. */
import { setImmediate as turn } from 'node:timers/promises';
import { createDesk } from '../core/engine/desk.ts';
import { createFigureRule } from '../core/rules/figure/index.ts';
import type { Finding } from '../core/rules/finding.ts';
import { createRules } from '../core/rules/index.ts';
import type { AcrossRules, PlainAcrossRules } from '../core/rules/rule.ts';
import { outlines } from '../core/text/sections/index.ts';
import type { Segmenter } from '../words/segmenter.ts';
import type { Beside } from './beside.ts';
import type { Teller } from './check.ts';
import { draftOf } from './draft.ts';
import type { ReadFile } from './read.ts';

/** So many drafts are looked at between two looks at what the dictionary's thread has to say. */
const inOneTurn = 20;

/** What is found in one draft, in the order of the rules: that of each rule alone, and the figures behind it. */
export interface FoundAlone {
  readonly own: readonly Finding[];
  readonly figures: readonly Finding[];
}

/** What is found in drafts without looking for repeats. */
export interface Alone {
  /** By file. Two parts of one finding may be one object. */
  readonly found: readonly FoundAlone[];
  readonly ruleFailed: boolean;
}

/** Looks at the drafts one by one. */
export async function lookAlone(
  files: readonly Pick<ReadFile, 'path' | 'text'>[],
  { settings, sheets }: Pick<Beside, 'settings' | 'sheets'>,
  words: Segmenter,
  { say, progress }: Teller,
): Promise<Alone> {
  let ruleFailed = false;
  const onRuleFailure = (rule: string, error: unknown): void => {
    ruleFailed = true;
    say(`rule ${rule}: ${String(error)}`);
  };
  const outlineOf = outlines();
  const figures = createFigureRule(words, outlineOf);
  figures.setBook(sheets.book);
  const desk = createDesk({ words, outlineOf, onRuleFailure, rules: createRules(), across: withoutEchoes(figures) }, settings.desk);
  const paths = files.map(({ path }) => path);
  const drafts = files.map(draftOf);
  for (const [index, draft] of drafts.entries()) {
    desk.prepare(draft, Infinity);
    progress('look', index + 1, files.length);
    if (index % inOneTurn === 0) await turn();
  }
  desk.putAll(drafts);
  await words.ask(desk.wants(...paths));
  desk.learn(paths);
  const isFigure = ({ rule }: Finding): boolean => figures.metas.some(({ id }) => id === rule);
  const found = paths.map((path): FoundAlone => {
    const all = desk.findings(path);
    return { own: all.filter((finding) => !isFigure(finding)), figures: all.filter(isFigure) };
  });
  return { found, ruleFailed };
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
