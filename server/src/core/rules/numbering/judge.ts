/** Owns what is said of rows of numbers: gaps, repeats, wrong levels, wrong marks. */
import type { Finding } from '../finding.ts';
import type { Draft } from '../../text/draft.ts';
import { hanNumeral } from '../../text/sections/numerals.ts';
import { rewriteNumeral } from '../../text/sections/marks.ts';
import type { Mark, PlacedMark } from '../../text/sections/index.ts';
import type { Row, WrongLevel } from './rows.ts';
import { runsOf, slipsOf } from './slips.ts';
import type { Slip } from './slips.ts';

/** What the fixes of a finding need to know. */
export type Detail =
  | {
      readonly fix: 'row';
      readonly run: readonly PlacedMark[];
      readonly index: number;
      readonly expected: number;
      readonly insert: boolean;
      /** Whether counting on from here leaves a good row; a single head counted as the first would be a lone one. */
      readonly renumber: boolean;
      /** The count that the draft announces for the run, when the run keeps it. */
      readonly announced?: number;
    }
  | { readonly fix: 'marks'; readonly members: readonly { readonly member: PlacedMark; readonly text: string }[] }
  | { readonly fix: 'unnumber'; readonly member: PlacedMark }
  | { readonly fix: 'count'; readonly start: number; readonly end: number; readonly text: string }
  | { readonly fix: 'none' };

/** A finding of this rule before it knows its severity. */
export function found(
  kind: string,
  span: { readonly start: number; readonly end: number },
  id: string,
  args: Record<string, string | number>,
  detail: Detail,
): Finding {
  return {
    rule: 'numbering',
    kind,
    severity: 'warning',
    start: span.start,
    end: span.end,
    message: { id, args },
    detail,
  };
}

/** The mark of `member` counting to `value`, as it should be written. */
export function markWith(mark: Mark, value: number): string {
  const numeral = rewriteNumeral(mark, value) ?? String(value);
  const own = mark.text.slice(mark.numeral.start - mark.start, mark.numeral.end - mark.start);
  return mark.text.replace(own, numeral).trim();
}

/** The announced count of runs that keep theirs, by where the run starts. */
export type Announced = ReadonlyMap<number, number>;

/** Gaps, repeats, a late start, a lone head in one row. `holdsOthers`: heads of a higher level stand inside it by mistake. */
export function judgeRow(row: Row, draft: Draft, announced: Announced, isExcerpt: boolean, holdsOthers: boolean): Finding[] {
  if (row.style === 'dash' || row.style === 'first' || row.style === 'heading') return [];
  const numbers = row.members.map((member) => member.mark.number);
  const findings: Finding[] = [];
  for (const { from, to } of runsOf(numbers)) {
    const run = row.members.slice(from, to);
    const own = numbers.slice(from, to);
    const [first] = own;
    const start =
      first !== undefined && first !== 1 && from === 0 && (first === row.mayStart || isExcerpt || lateStartIsFine(row)) ? first : 1;
    for (const slip of slipsOf(own, start))
      findings.push(
        slipFinding(
          draft,
          run,
          slip,
          !(run.length === 1 && row.kind === 'heads' && row.closed && row.over !== undefined),
          announced.get(run[0]?.at.start ?? -1),
        ),
      );
    const nested = row.over?.style === row.style;
    if (run.length === 1 && first === 1 && row.kind === 'heads' && row.closed && row.over !== undefined && !nested && !holdsOthers) {
      const member = run[0] as PlacedMark;
      findings.push(found('gap', member.at, 'lone', { found: shown(draft, member) }, { fix: 'unnumber', member }));
    }
  }
  return findings;
}

/**
 * A single item that does not count from 1 may belong to words that need no mark (首先…；二是…, or a quotation); and before
 * 第二项议程 the first may have been told in other words.
 */
function lateStartIsFine(row: Row): boolean {
  return row.style === 'point' || (row.kind === 'items' && row.members.length < 2);
}

function slipFinding(draft: Draft, run: readonly PlacedMark[], slip: Slip, mayRenumber: boolean, announced: number | undefined): Finding {
  const member = run[slip.index] as PlacedMark;
  const before = run[slip.index - 1];
  const args = {
    found: shown(draft, member),
    expected: markWith(member.mark, slip.expected),
    ...(before && { previous: shown(draft, before) }),
  };
  const kind = slip.kind === 'repeat' ? 'repeat' : 'gap';
  const insert = !slip.alone && (slip.kind === 'start' || slip.kind === 'gap');
  const detail: Detail = {
    fix: 'row',
    run,
    index: slip.index,
    expected: slip.expected,
    insert,
    renumber: mayRenumber,
    ...(announced !== undefined && { announced }),
  };
  const finding = found(kind, member.at, slip.kind, args, detail);
  return before
    ? { ...finding, related: [{ uri: draft.uri, start: before.at.start, end: before.at.end, message: { id: 'related', args: {} } }] }
    : finding;
}

/** A mark as it stands in the draft. */
export function shown(draft: Draft, member: PlacedMark): string {
  return draft.text.slice(member.at.start, member.at.end);
}

/** Heads of a level that they do not belong to. */
export function judgeLevel(wrong: WrongLevel, draft: Draft): Finding {
  const { head, model } = wrong;
  if (wrong.style === undefined)
    return found('level', head.at, 'upsideDown', { found: shown(draft, head), over: shown(draft, model) }, { fix: 'none' });
  const expected = markWith(model.mark, head.mark.number);
  return found(
    'level',
    head.at,
    'level',
    { found: shown(draft, head), expected },
    { fix: 'marks', members: [{ member: head, text: expected }] },
  );
}

/** Marks written in a way the standard does not know: told once per row. */
export function judgeMarks(row: Row, draft: Draft): Finding[] {
  const members = row.members.filter((member) => member.mark.correct !== undefined);
  const [first] = members;
  if (first?.mark.correct === undefined) return [];
  const args = { found: shown(draft, first), expected: first.mark.correct, count: members.length };
  const detail: Detail = { fix: 'marks', members: members.map((member) => ({ member, text: member.mark.correct ?? '' })) };
  const finding = found('level', first.at, members.length > 1 ? 'marks' : 'mark', args, detail);
  const related = members
    .slice(1)
    .map(({ at }) => ({ uri: draft.uri, start: at.start, end: at.end, message: { id: 'relatedMark', args: {} } }));
  return [related.length > 0 ? { ...finding, related } : finding];
}

/** The announced number in the writing of `numeral`. */
export function countAs(numeral: string, value: number): string {
  if (/\d/u.test(numeral)) return String(value);
  return value === 2 ? '两' : hanNumeral(value);
}
