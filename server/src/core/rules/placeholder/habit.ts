/** Owns the draft's own habit: one writer marks with one kind of sign, so doubtful signs count where sure ones of their kind stand. */
import type { Paragraph } from '../../text/paragraph.ts';
import type { Family, Slot } from './slot.ts';

/** How many sure slots of its family a draft must hold before a doubtful mark counts as a slot. */
const habitAt = 2;

/** How many sure slots of each family a draft holds. */
export type Counts = ReadonlyMap<Family, number>;

/** The counts of a draft, one list of slots for every paragraph; those of a version before with what went and what came. */
export function countsOf(come: readonly (readonly Slot[])[], before: Counts = new Map(), gone: readonly (readonly Slot[])[] = []): Counts {
  const counts = new Map(before);
  const add = (paragraphs: readonly (readonly Slot[])[], by: number): void => {
    for (const slots of paragraphs)
      for (const { certainty, family } of slots) if (certainty === 'sure') counts.set(family, (counts.get(family) ?? 0) + by);
  };
  add(gone, -1);
  add(come, 1);
  return counts;
}

/** The families that a draft with such counts has the habit of. */
export function habitsIn(counts: Counts): ReadonlySet<Family> {
  return new Set([...counts].filter(([, count]) => count >= habitAt).map(([family]) => family));
}

/** How many slots a draft of these paragraphs is held to have. */
export function countAccepted(paragraphs: readonly (readonly Slot[])[]): number {
  const habits = habitsIn(countsOf(paragraphs));
  return paragraphs.reduce((sum, slots) => sum + slots.filter((slot) => slot.certainty !== 'habit' || habits.has(slot.family)).length, 0);
}

/**
 * Stars or underlines on a line of their own that name somebody at the head or the foot of a draft, and the indices of their
 * paragraphs; elsewhere such a line divides the draft.
 */
export function speakingIn(
  reads: readonly (readonly Slot[])[],
  paragraphs: readonly Paragraph[],
): { readonly speaking: ReadonlySet<Slot>; readonly places: readonly number[] } {
  const speaking = new Set<Slot>();
  const places: number[] = [];
  for (let index = 0; index < reads.length; index += 1) {
    if (index === headLines) index = Math.max(index, reads.length - footLines);
    for (const slot of reads[index] ?? [])
      if (isAlone(slot, paragraphs[index]?.text ?? '')) {
        speaking.add(slot);
        places.push(index);
      }
  }
  return { speaking, places };
}

function isAlone(slot: Slot, text: string): boolean {
  return (slot.family === 'stars' || slot.family === 'lines') && text.trim().length === slot.end - slot.start;
}

const headLines = 7;
const footLines = 3;
