/** Owns how the tests of the numbering rule run it and compare. */
import { expect } from 'vitest';
import { numbering } from '../../../server/src/core/rules/numbering/index.ts';
import type { Finding } from '../../../server/src/core/rules/finding.ts';
import type { Fix, Options } from '../../../server/src/core/rules/rule.ts';
import { createDraft } from '../../../server/src/core/text/draft.ts';
import type { Draft, Format } from '../../../server/src/core/text/draft.ts';
import { applyEdits } from '../../../server/src/core/text/span.ts';
import { markdownReader } from '../../../server/src/markup/markdown.ts';
import { parseMarked } from '../../support/marked.ts';
import { findingsOf } from '../../support/rules.ts';
import { said } from '../../support/said.ts';

/** A draft of a text. */
export function draftOf(text: string, format: Format = 'plain'): Draft {
  return createDraft({ uri: 'test:draft', version: 1, format, text, markup: markdownReader });
}

/** What the rule finds in a draft. */
export function findingsIn(draft: Draft, options: Options = {}): readonly Finding[] {
  return findingsOf(numbering, draft, options);
}

/** The fixes of a finding. */
export function fixesFor(finding: Finding, draft: Draft): Fix[] {
  return numbering.fixes?.(finding, [finding], draft, { year: 2026 }) ?? [];
}

/** The text after the fix with message `id` of the first finding that has it. */
export function fixed(text: string, id: string, format: Format = 'plain'): string | undefined {
  const draft = draftOf(text, format);
  for (const finding of findingsIn(draft)) {
    const fix = fixesFor(finding, draft).find((item) => item.title.id === id);
    if (fix) return applyEdits(text, fix.edits);
  }
  return undefined;
}

/** The message of a finding in Chinese. */
export function messageOf(finding: Finding): string {
  const template = numbering.meta.messages[finding.message.id]?.zh;
  expect(template, `no message ${finding.message.id}`).toBeDefined();
  const message = (template ?? '').replace(/\{(\w+)\}/gu, (_whole, name: string) => String(finding.message.args[name] ?? `{${name}}`));
  expect(message, 'a message has an empty place').not.toMatch(/\{\w+\}/u);
  return message;
}

/**
 * Checks that the rule finds in `source` exactly what `⟦…|kind⟧` marks, that every message speaks of the text it marks, and
 * that every fix removes its finding, adds none, and changes nothing when it is asked for again.
 */
export function check(source: string, format: Format = 'plain'): void {
  const { text, slots } = parseMarked(source);
  const draft = draftOf(text, format);
  const findings = findingsIn(draft);
  const seen = findings.map((item) => `${item.kind} ${text.slice(item.start, item.end)} @${String(item.start)}`);
  expect(seen).toEqual(slots.map((slot) => `${slot.kinds[0] ?? ''} ${text.slice(slot.start, slot.end)} @${String(slot.start)}`));
  if (findings.length > 0)
    expect(
      said(
        numbering.meta,
        () => text,
        draft.uri,
        findings,
        (finding) => fixesFor(finding, draft),
      ),
    ).toMatchSnapshot();
  for (const finding of findings) {
    const message = messageOf(finding);
    expect(message).toContain(text.slice(finding.start, finding.end));
    for (const fix of fixesFor(finding, draft)) {
      const after = draftOf(applyEdits(text, fix.edits), format);
      const left = findingsIn(after);
      expect(left.length, `${fix.title.id} on ${JSON.stringify(text)} gives ${JSON.stringify(after.text)}`).toBeLessThan(findings.length);
    }
  }
}
