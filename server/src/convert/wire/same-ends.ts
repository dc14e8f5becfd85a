/** Owns telling how much of a list of diagnostics is in bytes what it was: after an edit, mostly all but what stands around it. */
import type { Finding } from '../../core/rules/finding.ts';
import type { LineIndex } from '../positions.ts';

/** What is listed. */
export interface Listing {
  readonly findings: readonly Finding[];
  /** How many related places each diagnostic lists at most. */
  readonly most: number;
  /** Of the draft. */
  readonly lines: LineIndex;
}

/**
 * How many of the first and of the last findings are said in the same words and stand on the same lines, at the same characters
 * of them. Those that list related places are not counted: these may lie in other drafts.
 */
export function sameEnds(now: Listing, before: Listing): { readonly head: number; readonly tail: number } {
  const count = Math.min(now.findings.length, before.findings.length);
  const isBare = now.most <= 0 && before.most <= 0;
  const isSame = (a: Finding, b: Finding, by: number): boolean =>
    a.start - b.start === by && a.end - b.end === by && isSaidAlike(a, b) && (isBare || !(a.related?.length || b.related?.length));

  const above = sameAbove(now.lines, before.lines);
  const isAbove = ({ start, end }: Finding): boolean => start < above && end < above;
  let head = 0;
  while (
    head < count &&
    isAbove(now.findings[head] as Finding) &&
    isSame(now.findings[head] as Finding, before.findings[head] as Finding, 0)
  )
    head += 1;

  const by = now.lines.text.length - before.lines.text.length;
  const below = sameBelow(now.lines, before.lines, by);
  const isBelow = ({ start, end }: Finding): boolean => Math.min(start, end) >= below && Math.max(start, end) <= now.lines.text.length;
  let tail = 0;
  for (; tail < count - head; tail += 1) {
    const finding = now.findings[now.findings.length - 1 - tail] as Finding;
    const known = before.findings[before.findings.length - 1 - tail] as Finding;
    if (!isBelow(finding) || !isSame(finding, known, by)) break;
  }
  return { head, tail };
}

/** Whether the same is said of two findings, wherever they are: a message is put into bytes once, and goes with them. */
export function isSaidAlike(a: Finding, b: Finding): boolean {
  return a === b || (a.message === b.message && a.rule === b.rule && a.kind === b.kind && a.severity === b.severity && a.group === b.group);
}

/** Offsets before this one are on the same line in both texts, at the same character. */
function sameAbove(now: LineIndex, before: LineIndex): number {
  let line = 0;
  while (line < now.starts.length && now.starts[line] === before.starts[line]) line += 1;
  return Math.min(now.starts[line] ?? Infinity, before.starts[line] ?? Infinity, now.text.length, before.text.length);
}

/** Offsets of `now` from this one on were `by` less before, on the same line at the same character. */
function sameBelow(now: LineIndex, before: LineIndex, by: number): number {
  let line = now.starts.length;
  if (line !== before.starts.length) return Infinity;
  while (line > 0 && now.starts[line - 1] === (before.starts[line - 1] as number) + by) line -= 1;
  return now.starts[line] ?? Infinity;
}
