/**
 * Owns by what a finding is known again: the rule, its words, and the words beside it in its line. Where the line stands
 * does not count. Only digests leave this file, so that a list of findings holds nothing of a draft.
 */
import { createHash } from 'node:crypto';
import type { Finding } from '../core/rules/finding.ts';

/** Digests of one finding. */
export interface Anchor {
  /** Of the rule, the kind and the words found. */
  readonly what: string;
  /** Of the words before and behind it, in its line. */
  readonly before: string;
  readonly after: string;
}

/** How many characters beside a finding count. */
const reach = 12;

/** The anchor of a finding in its text. White space does not count. */
export function anchorOf(text: string, { rule, kind, start, end }: Finding): Anchor {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, start - 4 * reach), start))?.[0] ?? '';
  const after = /^[^\r\n]*/.exec(text.slice(end, end + 4 * reach))?.[0] ?? '';
  return {
    what: digest(`${rule} ${kind} ${bare(text.slice(start, end))}`),
    before: digest(bare(before).slice(-reach)),
    after: digest(bare(after).slice(0, reach)),
  };
}

/** Digests of all findings of a draft, no two alike, the same on every run. */
export function fingerprints(text: string, findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { what, before, after } = anchorOf(text, finding);
    const own = `${what}${before}${after}`;
    const times = (seen.get(own) ?? 0) + 1;
    seen.set(own, times);
    return `${own}:${times}`;
  });
}

function bare(text: string): string {
  return text.replace(/\s/gu, '');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
