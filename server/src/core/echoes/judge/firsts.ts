/** Owns the answer for the first place of a phrase that is said too often: only those behind it are findings. */
import type { WhyNot } from '../../rules/echo-report.ts';
import type { Finding } from '../../rules/finding.ts';
import { repeatedPassage } from '../../rules/repeated-passage/meta.ts';
import type { Draft } from '../../text/draft.ts';
import { overlaps } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';

/** The first places within a span of what the findings of `repeated-phrase` in this draft tell of. */
export function firstsAt(draft: Draft, findings: readonly Finding[], span: Span): WhyNot[] {
  const firsts = new Map<string, WhyNot>();
  for (const { group, related, message } of findings) {
    const [first] = related ?? [];
    const { count } = message.args;
    // The first place that a phrase lists is the first of all.
    if (group === undefined || first === undefined || count === undefined || !overlaps(first, span)) continue;
    const args = { text: draft.text.slice(first.start, first.end), count };
    firsts.set(group, {
      reason: 'first-of-many',
      start: first.start,
      end: first.end,
      rule: repeatedPassage.id,
      message: { id: 'why-first-of-many', args },
    });
  }
  return [...firsts.values()];
}
