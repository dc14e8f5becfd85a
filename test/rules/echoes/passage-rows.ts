/** Owns how a row of the tables of repeated passages is read: `⟦…⟧` marks the findings of its first draft. */
import { expect } from 'vitest';
import type { Options } from '../../../server/src/core/rules/rule.ts';
import { noWords } from '../../../server/src/core/words.ts';
import type { Words } from '../../../server/src/core/words.ts';
import { echoesOf, read } from './support.ts';

/** Drafts that are open together, and what is found in the first. */
export interface Row {
  readonly name: string;
  /** The first is marked. */
  readonly drafts: readonly string[];
  /** The messages, where they matter. */
  readonly says?: readonly string[];
  readonly kind?: 'exact' | 'near';
  readonly why?: string;
  readonly words?: Words;
  readonly options?: Options;
}

/** Holds what is found in the first draft against its marks, and what is said of it. */
export function check({ drafts, says, kind, why, words = noWords, options = {} }: Row): void {
  const [marked = '', ...others] = drafts;
  const text = marked.replace(/[⟦⟧]/gu, '');
  const texts: Record<string, string> = { 'file:///稿子甲.txt': text };
  others.forEach((other, index) => {
    texts[`file:///稿子${'乙丙丁戊'[index] ?? ''}.txt`] = other;
  });
  const echoes = echoesOf(texts, options, {}, words);
  const findings = echoes.findings('file:///稿子甲.txt').filter((finding) => finding.rule === 'repeated-passage');
  let now = text;
  for (const { start, end } of [...findings].reverse()) now = `${now.slice(0, start)}⟦${now.slice(start, end)}⟧${now.slice(end)}`;
  expect(now).toBe(marked);
  if (kind !== undefined) expect(new Set(findings.map((finding) => finding.kind))).toEqual(new Set([kind]));
  if (says !== undefined) expect(findings.map((finding) => read(finding.message))).toEqual(says);
  if (why !== undefined) {
    const reasons = echoes.whyNot('file:///稿子甲.txt', { start: 0, end: text.length });
    expect(reasons.map(({ reason }) => reason)).toContain(why);
  }
}

/** A sentence that repeats, and how a draft begins. */
export const copy = '要把防汛备汛作为当前头等大事，逐村逐户排查隐患。';
export const lead = '工作会讲话\n同志们：\n';
