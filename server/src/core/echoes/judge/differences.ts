/** Owns how the differences between two places are written: the first few, each shortened. */
import type { Difference } from '../model.ts';

const shownDifferences = 3;
const longestDifference = 24;

/** `季 → 加；位设工 → 初设发`: what stands there, and what stands here instead. */
export function differencesText(differences: readonly Difference[]): string {
  const shown = differences.slice(0, shownDifferences).map(({ there, here }) => `${shorten(there)} → ${shorten(here)}`);
  return shown.join('；') + (differences.length > shownDifferences ? '……' : '');
}

function shorten(text: string): string {
  if (text === '') return '∅';
  const marks = [...text];
  return marks.length <= longestDifference ? text : `${marks.slice(0, longestDifference - 1).join('')}…`;
}
