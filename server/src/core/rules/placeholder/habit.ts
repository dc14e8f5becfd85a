/** Owns the draft's own habit: one writer marks with one kind of sign, so doubtful signs count where sure ones of their kind stand. */
import type { Paragraph } from '../../text/paragraph.ts';
import type { Family, Slot } from './slot.ts';

/** The families that a draft has the habit of, those of which it holds two sure slots; one list of slots for every paragraph. */
export function habitsOf(paragraphs: readonly (readonly Slot[])[]): ReadonlySet<Family> {
  const once = new Set<Family>();
  const habits = new Set<Family>();
  for (const slots of paragraphs) {
    for (const { certainty, family } of slots) {
      if (certainty !== 'sure' || habits.has(family)) continue;
      if (once.has(family)) habits.add(family);
      else once.add(family);
    }
  }
  return habits;
}

/** How many slots a draft of these paragraphs is held to have. */
export function countAccepted(paragraphs: readonly (readonly Slot[])[]): number {
  const habits = habitsOf(paragraphs);
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
