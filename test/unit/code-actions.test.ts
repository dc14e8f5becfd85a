/** Quick fixes: what would say and do the same is offered once. */
import { describe, expect, it } from 'vitest';
import { Wording } from '../../server/src/convert/wording.ts';
import { indexLines } from '../../server/src/convert/positions.ts';
import type { Desk } from '../../server/src/core/engine/desk.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { metas } from '../../server/src/core/rules/index.ts';
import type { Fix } from '../../server/src/core/rules/rule.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';

const text = '各村都要把堰塘清淤排在前面。';
const finding = (start: number, end: number): Finding => ({
  rule: 'repeated-passage',
  kind: 'near',
  severity: 'information',
  message: { id: 'why-alone', args: { text: '' } },
  start,
  end,
});
const deletion = (start: number, end: number): Fix => ({
  action: 'edit',
  title: { id: 'fix-delete', args: { characters: end - start } },
  edits: [{ start, end, text: '' }],
});

function offered(fixes: readonly (readonly [Finding, Fix])[]): number[] {
  const desk: Pick<Desk, 'findings' | 'fixes'> = {
    findings: () => fixes.map(([one]) => one),
    fixes: (_uri, one) => fixes.filter(([its]) => its === one).map(([, fix]) => fix),
  };
  const snapshot = { uri: 'file:///a.txt', languageId: '', version: 1, lines: indexLines(text), draft: undefined, typed: undefined };
  const position = (character: number): { line: number; character: number } => ({ line: 0, character });
  const range = { start: position(5), end: position(5) };
  const diagnostics = fixes.map(([{ rule, start, end }]) => ({
    range: { start: position(start), end: position(end) },
    message: '',
    code: rule,
  }));
  const support = { documentChanges: true, annotations: false, commands: false, showDocument: false };
  const request = { range, diagnostics, only: undefined };
  return codeActions(snapshot, desk as Desk, new Wording('zh', metas), request, support, 2026).map(
    (action) => action.diagnostics?.length ?? 0,
  );
}

describe('quick fixes', () => {
  it('of the same effect are one, for all their findings', () => {
    expect(
      offered([
        [finding(2, 13), deletion(2, 13)],
        [finding(4, 13), deletion(2, 13)],
      ]),
    ).toEqual([2]);
  });

  it('of another effect are two', () => {
    expect(
      offered([
        [finding(2, 13), deletion(2, 13)],
        [finding(4, 13), deletion(4, 13)],
      ]),
    ).toEqual([1, 1]);
  });
});
