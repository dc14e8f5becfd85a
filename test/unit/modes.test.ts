/** What each mode makes of each rule and severity. */
import { describe, expect, it } from 'vitest';
import { modes, severityIn, shownIn } from '../../server/src/core/modes.ts';
import { metas } from '../../server/src/core/rules/index.ts';
import type { Finding, Severity } from '../../server/src/core/rules/finding.ts';

describe('modes', () => {
  it.each<[string, Severity, (Severity | undefined)[]]>([
    // draft, review, final, off
    ['placeholder', 'error', ['hint', 'error', 'error', undefined]],
    ['placeholder', 'warning', ['hint', 'warning', 'error', undefined]],
    ['repeated-passage', 'warning', [undefined, 'warning', 'warning', undefined]],
    ['repeated-phrase', 'information', [undefined, 'information', 'information', undefined]],
    ['numbering', 'warning', [undefined, 'warning', 'warning', undefined]],
  ])('%s %s', (rule, severity, wanted) => {
    expect(modes.map((mode) => severityIn(mode, { rule, severity }))).toEqual(wanted);
  });

  it('leave what they do not change as it is', () => {
    const findings = metas.flatMap((meta) =>
      meta.kinds.map((kind): Finding => ({
        rule: meta.id,
        kind: kind.id,
        severity: kind.severity,
        message: { id: 'x', args: {} },
        start: 0,
        end: 1,
      })),
    );
    expect(shownIn('review', findings)).toBe(findings);
    const final = shownIn('final', findings);
    expect(final).toHaveLength(findings.length);
    for (const [index, finding] of final.entries()) if (finding.rule !== 'placeholder') expect(finding).toBe(findings[index]);
    expect(shownIn('off', findings)).toEqual([]);
  });
});
