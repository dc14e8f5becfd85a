/** Owns the answers to findings of the numbering rule. Renumbering touches nothing but numerals. */
import type { Finding } from '../finding.ts';
import type { Fix } from '../rule.ts';
import type { Draft } from '../../text/draft.ts';
import { isBlank, isLineBreak } from '../../text/chars.ts';
import { rewriteNumeral } from '../../text/sections/marks.ts';
import type { PlacedMark } from '../../text/sections/index.ts';
import type { Edit } from '../../text/span.ts';
import { keepsCount } from './counts.ts';
import type { Detail } from './judge.ts';
import { markWith } from './judge.ts';

/** No more heads than this are put in at once: a greater jump is a wrong number rather than lost parts. */
const mostInserted = 3;

/** Answers to one finding, the likeliest first. */
export function fixesOf(finding: Finding, draft: Draft): Fix[] {
  const detail = finding.detail as Detail | undefined;
  switch (detail?.fix) {
    case 'row':
      return rowFixes(detail, draft);
    case 'marks': {
      const edits = detail.members.map(({ member, text }) => ({ ...member.at, text }));
      const expected = detail.members[0]?.text ?? '';
      const title = edits.length > 1 ? { id: 'fixMarks', args: { expected, count: edits.length } } : { id: 'fixMark', args: { expected } };
      return [{ action: 'edit', title, edits, preferred: true }];
    }
    case 'unnumber':
      return [
        {
          action: 'edit',
          title: { id: 'fixUnnumber', args: { found: draft.text.slice(detail.member.at.start, detail.member.at.end) } },
          edits: [{ ...detail.member.at, text: '' }],
        },
      ];
    case 'count':
      return [
        {
          action: 'edit',
          title: { id: 'fixCount', args: { expected: detail.text + draft.text.slice(detail.end, finding.end) } },
          edits: [{ start: detail.start, end: detail.end, text: detail.text }],
        },
      ];
    default:
      return [];
  }
}

function rowFixes(detail: Extract<Detail, { fix: 'row' }>, draft: Draft): Fix[] {
  const fixes: Fix[] = [];
  const member = detail.run[detail.index] as PlacedMark;
  const edits = renumber(detail.run, detail.index, detail.expected);
  const { announced } = detail;
  const length = detail.run.length;
  // After renumbering, the last number of a run that began with 1 is its length.
  if (detail.renumber && edits !== undefined && (announced === undefined || length === announced)) {
    fixes.push({
      action: 'edit',
      title: { id: 'fixRenumber', args: { from: markWith(member.mark, detail.expected) } },
      edits,
      preferred: true,
      ...(edits.length > 1 && { preview: true }),
    });
  }
  const missing = member.mark.number - detail.expected;
  const last = detail.run.at(-1)?.mark.number ?? 0;
  const fits = announced === undefined || keepsCount(length + missing, last, announced);
  if (detail.insert && missing > 0 && missing <= mostInserted && fits) {
    const edit = insertion(draft, member, detail.expected, missing);
    fixes.push({ action: 'edit', title: { id: 'fixInsert', args: { expected: markWith(member.mark, detail.expected) } }, edits: [edit] });
  }
  return fixes;
}

/** Makes the numbers of `run` from `index` on count on from `value`; `undefined` when the style has no such numbers. */
export function renumber(run: readonly PlacedMark[], index: number, value: number): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const [at, member] of run.slice(index).entries()) {
    const text = rewriteNumeral(member.mark, value + at);
    if (text === undefined) return undefined;
    if (member.mark.number !== value + at) edits.push({ ...member.numeral, text });
  }
  return edits;
}

function insertion(draft: Draft, before: PlacedMark, value: number, count: number): Edit {
  const marks = Array.from({ length: count }, (_unused, at) => markWith(before.mark, value + at));
  if (!before.initial) {
    const stop = precedingStop(draft.text, before.at.start);
    return { start: before.at.start, end: before.at.start, text: marks.map((mark) => `${mark}【内容】${stop}`).join('') };
  }
  const line = draft.starts[before.paragraph] as number;
  const lead = draft.text.slice(line, before.at.start);
  const lineBreak = /\r\n|\n|\r/u.exec(draft.text)?.[0] ?? '\n';
  const gap = draft.format === 'markdown' ? lineBreak + lineBreak : lineBreak;
  return { start: line, end: line, text: marks.map((mark) => `${lead}${mark}【标题】${gap}`).join('') };
}

function precedingStop(text: string, at: number): string {
  let before = at - 1;
  while (before >= 0 && (isBlank(text.charCodeAt(before)) || isLineBreak(text.charCodeAt(before)))) before -= 1;
  const unit = text.charAt(before);
  return '；;，,。'.includes(unit) && unit !== '' ? unit : '；';
}
