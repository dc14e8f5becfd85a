/** Owns the draft's own habit: one writer marks with one kind of sign, so doubtful signs count where sure ones of their kind stand. */
import type { Family, Slot } from './slot.ts';

/** How many sure slots of its family a draft must hold before a doubtful mark counts as a slot. */
const habitAt = 2;

/** The families that a draft has the habit of; one list of slots for every paragraph. */
export function habitsOf(paragraphs: readonly (readonly Slot[])[]): ReadonlySet<Family> {
  const counts = new Map<Family, number>();
  for (const slots of paragraphs) {
    for (const slot of slots) if (slot.certainty === 'sure') counts.set(slot.family, (counts.get(slot.family) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= habitAt).map(([family]) => family));
}

/** How many slots a draft of these paragraphs is held to have. */
export function countAccepted(paragraphs: readonly (readonly Slot[])[]): number {
  const habits = habitsOf(paragraphs);
  return paragraphs.reduce((sum, slots) => sum + slots.filter((slot) => slot.certainty !== 'habit' || habits.has(slot.family)).length, 0);
}

/** Stars or underlines on a line of their own name somebody at the head or the foot of a draft; elsewhere they divide it. */
export function speaks(slot: Slot, text: string, index: number, count: number): boolean {
  const alone = (slot.family === 'stars' || slot.family === 'lines') && text.trim().length === slot.end - slot.start;
  return alone && (index < headLines || index >= count - footLines);
}

const headLines = 7;
const footLines = 3;
