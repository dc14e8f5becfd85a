/** Owns which slots are parts of one thing: one date, one session. */
import type { Slot } from './slot.ts';

const datePart = /^(?:年度?|月|日|号|时|点|[:：])(?:\d{1,4}[年月日时])*(?:[（(](?:周|星期))?$/u;
const sessionPart = /^届(?:中央(?:委员会)?|[省市县区]委)?第?(?:次)?$/u;
/** Sets `group` on slots that belong together and have none yet. Slots sorted, not overlapping. */
export function groupSlots(text: string, slots: readonly Slot[]): Slot[] {
  const grouped = [...slots];
  let group = grouped.reduce((most, slot) => Math.max(most, slot.group ?? 0), 0);
  for (let index = 1; index < grouped.length; index += 1) {
    const before = grouped[index - 1] as Slot;
    const slot = grouped[index] as Slot;
    if (slot.kind === 'document-number' || before.kind === 'document-number' || !together(text, before, slot)) continue;
    if (before.group === undefined) group += 1;
    const id = before.group ?? group;
    grouped[index - 1] = { ...before, group: id };
    grouped[index] = { ...slot, group: id };
  }
  return grouped;
}

function together(text: string, a: Slot, b: Slot): boolean {
  const between = text.slice(a.end, b.start).replace(/[ \t\u3000]/g, '');
  const dateLike = (slot: Slot): boolean => slot.kind === 'date' || slot.kind === 'blank';
  if (dateLike(a) && dateLike(b) && datePart.test(between)) return true;
  const ordinalLike = (slot: Slot): boolean => slot.kind === 'ordinal' || slot.kind === 'blank' || slot.kind === 'number';
  return (
    ordinalLike(a) && ordinalLike(b) && (a.kind === 'ordinal' || b.kind === 'ordinal' || a.kind === 'blank') && sessionPart.test(between)
  );
}

/** Slots in one row take the kind of the one that is named: `⟦XXX⟧、⟦XXX⟧、⟦XXX⟧等同志`, `⟦XX⟧、⟦XX⟧集团`. */
export function shareKinds(text: string, slots: readonly Slot[]): Slot[] {
  const result = [...slots];
  const inRow = (a: Slot, b: Slot): boolean => /^(?:[（(][^（）()]{1,10}[）)])?(?:、|和|与|及|以及)$/u.test(text.slice(a.end, b.start));
  const isOpen = (slot: Slot): boolean =>
    slot.family !== 'brackets' && slot.tail.start === slot.tail.end && (slot.kind === 'content' || slot.kind === 'place');
  const gives = (slot: Slot): boolean =>
    slot.kind === 'name' || slot.kind === 'organization' || (slot.kind === 'place' && slot.tail.end > slot.tail.start);
  const pass = (from: number, to: number): void => {
    const giver = result[from];
    const taker = result[to];
    if (!giver || !taker || !gives(giver) || !isOpen(taker)) return;
    if (inRow(from < to ? giver : taker, from < to ? taker : giver)) result[to] = { ...taker, kind: giver.kind };
  };
  for (let index = 1; index < result.length; index += 1) pass(index - 1, index);
  for (let index = result.length - 2; index >= 0; index -= 1) pass(index + 1, index);
  return result;
}
