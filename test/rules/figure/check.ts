/** Owns how the tests of the figure rule run it and compare. */
import { expect } from 'vitest';
import { createBook } from '../../../server/src/core/facts/book.ts';
import { readFactSheet } from '../../../server/src/core/facts/sheets.ts';
import { createFigureRule, meta } from '../../../server/src/core/rules/figure/index.ts';
import type { FigureRule } from '../../../server/src/core/rules/figure/index.ts';
import type { Finding } from '../../../server/src/core/rules/finding.ts';
import type { Draft } from '../../../server/src/core/text/draft.ts';
import type { Options } from '../../../server/src/core/rules/rule.ts';
import { applyEdits } from '../../../server/src/core/text/span.ts';
import { noWords } from '../../../server/src/core/words.ts';
import { withBlanks } from '../../support/blanks.ts';
import { draftOf, mark } from '../../support/holes.ts';
import { parseMarked } from '../../support/marked.ts';
import { said } from '../../support/said.ts';

/** The rule with its options, over nothing yet. */
export function ruleWith(options: Options = {}, table: readonly string[] = []): FigureRule {
  const rule = createFigureRule(noWords);
  rule.configure(new Map([[meta.id, options]]));
  if (table.length > 0) rule.setBook(createBook(sheetOf(table).entries));
  return rule;
}

/** A fact sheet of rows whose cells are parted by commas. */
export function sheetOf(table: readonly string[], file = '指标数据.csv'): ReturnType<typeof readFactSheet> {
  const rows = table.map((row, index) => ({ number: index + 1, cells: row.split(',').map((text) => ({ text })) }));
  return readFactSheet({ uri: `file:///${file}`, file, sheets: [{ name: '数据', rows }] });
}

/** The message of a finding in Chinese; it must have no empty place. */
export function messageOf(finding: Finding): string {
  const message = (meta.messages[finding.message.id]?.zh ?? '').replace(/\{(\w+)\}/gu, (whole, name: string) =>
    String(finding.message.args[name] ?? whole),
  );
  expect(message).not.toMatch(/\{\w+\}|undefined|NaN|^$/u);
  return message;
}

/**
 * Holds what the rule finds in drafts that are open together against their marks `⟦…|kind⟧`. Every message must speak of
 * its place, every related place must lie in an open draft, every fix must remove its finding.
 */
export function check(marked: string | readonly string[], options: Options = {}, table: readonly string[] = []): void {
  const sources = typeof marked === 'string' ? [marked] : marked;
  const rule = ruleWith(options, table);
  const drafts = sources.map((source, index) => draftOf(parseMarked(source).text, 'plain', `test:${String(index)}`));
  rule.putAll(drafts);
  expect(drafts.map((draft) => mark(draft.text, rule.findings(draft.uri), true))).toEqual(sources);
  const textOf = (uri: string): string => drafts.find((draft) => draft.uri === uri)?.text ?? '';
  const told = drafts.map(({ uri }) => said(meta, textOf, uri, rule.findings(uri), (finding) => rule.fixes(uri, finding))).join('\n');
  if (told.trim() !== '') expect(told).toMatchSnapshot();
  checkSpaced(drafts, rule, options, table);
  for (const draft of drafts) {
    const findings = rule.findings(draft.uri);
    for (const finding of findings) {
      expect(messageOf(finding)).toContain(draft.text.slice(finding.start, finding.end));
      for (const { uri, start, end } of finding.related ?? []) {
        const text = drafts.find((other) => other.uri === uri)?.text ?? '';
        expect([start >= 0, end <= text.length, /[\d０-９一二三四五六七八九十]/u.test(text.slice(start, end))]).toEqual([true, true, true]);
      }
      for (const fix of rule.fixes(draft.uri, finding)) {
        const after = draftOf(applyEdits(draft.text, fix.edits), 'plain', draft.uri);
        rule.put(after);
        expect(rule.findings(draft.uri).length, after.text).toBeLessThan(findings.length);
        rule.put(draft);
      }
    }
  }
}

/** With blanks between Chinese and figures, as converters and some editors write, a draft must say the same. */
function checkSpaced(drafts: readonly Draft[], rule: FigureRule, options: Options, table: readonly string[]): void {
  const told = (text: string, of: FigureRule, uri: string): string[] =>
    of.findings(uri).map(({ kind, start, end }) => `${kind} ${text.slice(start, end).replace(/\s/gu, '')}`);
  const other = ruleWith(options, table);
  const spaced = drafts.map(({ text, uri }) => draftOf(withBlanks(text), 'plain', uri));
  other.putAll(spaced);
  expect(spaced.map(({ text, uri }) => told(text, other, uri))).toEqual(drafts.map(({ text, uri }) => told(text, rule, uri)));
}
