/** Owns the modes: how much of what was found a person is shown while drafting, reviewing and finishing. */
import type { Finding, Severity } from './rules/finding.ts';
import { meta as placeholder } from './rules/placeholder/meta.ts';

/** From quiet to loud, and nothing at all. */
export const modes = ['draft', 'review', 'final', 'off'] as const;
export type Mode = (typeof modes)[number];

/**
 * How a finding of a rule is shown in a mode, `undefined` where it is not. While drafting there are holes to come back
 * to and nothing else; a finished draft has none.
 */
export function severityIn(mode: Mode, { rule, severity }: Pick<Finding, 'rule' | 'severity'>): Severity | undefined {
  const isHole = rule === placeholder.id;
  switch (mode) {
    case 'draft':
      return isHole ? 'hint' : undefined;
    case 'final':
      return isHole ? 'error' : severity;
    case 'off':
      return undefined;
    default:
      return severity;
  }
}

/** The findings as they are shown in a mode; those that are shown as they are stay the same objects. */
export function shownIn(mode: Mode, findings: readonly Finding[]): readonly Finding[] {
  if (mode === 'review') return findings;
  return findings.flatMap((finding) => {
    const severity = severityIn(mode, finding);
    if (severity === undefined) return [];
    return severity === finding.severity ? [finding] : [{ ...finding, severity }];
  });
}
