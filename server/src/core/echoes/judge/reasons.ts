/** Owns the answer to “why is this not reported?”. */
import type { Draft } from '../../text/draft.ts';
import type { Span } from '../../text/span.ts';
import { overlaps } from '../../text/span.ts';
import type { Corpus } from '../corpus.ts';
import type { Desk } from '../model.ts';
import { spanInBlock, textInDraft } from '../units.ts';
import { exactEchoes } from './exact.ts';
import { withNear } from './near.ts';
import { rowsAt } from './rows.ts';

/** Each as `reason: text`, without repetition. */
export function reasonsAt(draft: Draft, desk: Desk, span: Span, corpus: Corpus): string[] {
  const reasons = new Set<string>();
  if (desk.draft !== draft) reasons.add(`same-text: ${desk.draft.uri}`);
  for (const unit of desk.units) {
    const { block } = unit;
    const whole = textInDraft(draft, unit, 0, block?.text.length ?? unit.paragraph.text.length);
    if (!overlaps(whole, span) && !(whole.start <= span.start && span.end <= whole.end)) continue;
    if (block === undefined) {
      reasons.add(`${unit.exempt ?? 'title'}: ${unit.paragraph.text}`);
      continue;
    }
    const add = (reason: string, start: number, end: number): void => {
      const inside = spanInBlock(block, start, end);
      if (overlaps(textInDraft(draft, unit, inside.start, inside.end), span))
        reasons.add(`${reason}: ${block.text.slice(inside.start, inside.end)}`);
    };
    const exact = exactEchoes(unit, [], corpus.groups, corpus.measure, add);
    withNear(unit, [], exact, corpus.clans, corpus.measure, add);
    for (const hit of block.setPhrases) add('set-phrase', hit.start, hit.end);
    for (let start = 0; start < block.normal.length;) {
      let end = start + 1;
      while (end < block.normal.length && ((block.normal.marks[end] as number) & 1) === 0) end += 1;
      for (const row of rowsAt({ unit, start, end })) {
        const [member] = row.members;
        if (member === undefined) continue;
        if (row.head > 0) add('parallelism', member.start, member.start + row.head);
        if (row.tail > 0) add('parallelism', member.end - row.tail, member.end);
      }
      start = end;
    }
  }
  return [...reasons];
}
