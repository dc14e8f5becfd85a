/** Owns holding the placeholder rule to silence on texts in which nothing is missing, wherever they stand. */
import { describe, expect, it } from 'vitest';
import { withBlanks } from './blanks.ts';
import { draftOf, holesIn, mark } from './holes.ts';

/** A paragraph full of slots of all families, after which a doubtful one is likely to be another. */
const habit =
  '完成投资X亿元，增长XX%，新增就业****人，建成____个项目，惠及○○户，收入达到？？亿元，利润？？万元，受益某万元，产值完成亿元，同比增长%。\n\n';

/**
 * No hole is found in any of the texts: alone, with blanks between Chinese and figures, and in a draft full of slots. Texts
 * that are `doubtful` may hold one there.
 */
export function checkQuiet(texts: readonly string[], doubtful: ReadonlySet<string> = new Set()): void {
  describe('alone', () => {
    it.each(texts)('%s', (text) => {
      expect(mark(text, holesIn(draftOf(text)), true)).toBe(text);
    });
  });
  describe('with blanks between Chinese and figures', () => {
    it.each(texts.map(withBlanks))('%s', (text) => {
      expect(mark(text, holesIn(draftOf(text)), true)).toBe(text);
    });
  });
  describe('in a draft with a habit of its own', () => {
    it.each(texts.filter((text) => !doubtful.has(text)))('%s', (text) => {
      const holes = holesIn(draftOf(habit + text)).filter((hole) => hole.start >= habit.length);
      const moved = holes.map((hole) => ({ ...hole, start: hole.start - habit.length, end: hole.end - habit.length }));
      expect(mark(text, moved, true)).toBe(text);
    });
  });
}
