/** Owns findings that stand elsewhere in the next version of their draft and say the same. */
import type { Finding, Related } from '../rules/finding.ts';
import type { Version, WholeRule } from '../rules/rule.ts';
import { shifted } from '../text/shift.ts';
import type { Shift } from '../text/shift.ts';
import { sameMessage } from './compare.ts';

/** Makes the groups of a paragraph's findings unique in the draft. */
export function regrouped(findings: readonly Finding[], index: number): readonly Finding[] {
  if (findings.every(({ group }) => group === undefined)) return findings;
  return findings.map((finding) => (finding.group === undefined ? finding : { ...finding, group: `${index}.${finding.group}` }));
}

/** A finding of a paragraph that moved by `by` code units and `down` paragraphs, whose related places lie in it. */
export function movedBy(finding: Finding, by: number, down: number): Finding {
  const { rule, kind, severity, message, group, related, detail } = finding;
  const [start, end] = [finding.start + by, finding.end + by];
  // Most findings have one shape; written out, a copy costs a fraction of a spread.
  if (group === undefined && related === undefined) return { rule, kind, severity, start, end, message, detail };
  return {
    ...{ rule, kind, severity, start, end, message },
    ...(group !== undefined && { group: down === 0 ? group : groupMoved(group, down) }),
    ...(related && { related: related.map((one) => ({ ...one, start: one.start + by, end: one.end + by })) }),
    detail,
  };
}

function groupMoved(group: string, down: number): string {
  const dot = group.indexOf('.');
  return `${Number(group.slice(0, dot)) + down}${group.slice(dot)}`;
}

/**
 * Findings of the whole draft where they stand now: one that did not move is the same object. `undefined` when a place
 * cannot be told, because what changed begins in it.
 */
export function moved(
  findings: readonly Finding[],
  before: Version<unknown>,
  now: Version<unknown>,
  shift: Shift,
  rule: WholeRule,
): readonly Finding[] | undefined {
  const list: Finding[] = [];
  let isStill = true;
  for (const finding of findings) {
    const start = shifted(shift, finding.start);
    const related = relatedMoved(finding.related, now.draft.uri, shift);
    if (start === undefined || related === null) return undefined;
    const detail = finding.detail === undefined ? undefined : (rule.moved?.(finding.detail, before, now, shift) ?? finding.detail);
    if (start === finding.start && related === finding.related && detail === finding.detail) {
      list.push(finding);
      continue;
    }
    isStill = false;
    list.push({
      ...finding,
      start,
      end: start + finding.end - finding.start,
      ...(related && { related }),
      ...(detail !== undefined && { detail }),
    });
  }
  return isStill ? findings : list;
}

function relatedMoved(related: readonly Related[] | undefined, uri: string, shift: Shift): readonly Related[] | undefined | null {
  if (!related) return undefined;
  const places = related.map((place): Related | undefined => {
    const start = place.uri === uri ? shifted(shift, place.start) : place.start;
    if (start === undefined || start === place.start) return start === undefined ? undefined : place;
    return { ...place, start, end: start + place.end - place.start };
  });
  if (!places.every((place) => place !== undefined)) return null;
  return places.every((place, index) => place === related[index]) ? related : places;
}

/**
 * Findings that were judged anew, with the message objects of those that said the same at the same place before: who
 * remembers what became of a message finds it again. `shift`: where the old places are now; absent: where they were.
 */
export function withOldMessages(old: readonly Finding[], now: readonly Finding[], shift?: Shift): readonly Finding[] {
  if (old.length === 0) return now;
  let at = 0;
  return now.map((finding) => {
    const startOf = (one: Finding): number => (shift ? (shifted(shift, one.start) ?? one.start) : one.start);
    while (at < old.length && startOf(old[at] as Finding) < finding.start) at += 1;
    for (let next = at; next < old.length && startOf(old[next] as Finding) === finding.start; next += 1) {
      const { message, rule } = old[next] as Finding;
      if (rule === finding.rule && message !== finding.message && sameMessage(message, finding.message)) return { ...finding, message };
    }
    return finding;
  });
}
