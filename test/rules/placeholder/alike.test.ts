/** Which holes are each other's like, so that one value is offered for all of them: the same figure of the same time. */
import { describe, expect, it } from 'vitest';
import { aboutHole } from '../../../server/src/core/rules/placeholder/about.ts';
import { draftOf, holesIn } from '../../support/holes.ts';

/** For each figure of a text the number of the first hole that is its like. */
function likes(text: string): number[] {
  const keys = holesIn(draftOf(text))
    .filter((hole) => hole.kind !== 'date')
    .map((hole) => aboutHole(hole, text).likeness);
  return keys.map((key) => keys.indexOf(key));
}

describe('the same value is offered', () => {
  it.each<[string, number[]]>([
    ['今年完成投资X亿元。大家都知道，完成投资X亿元。', [0, 0]],
    ['2025年税收X万元，税收X万元不容易。', [0, 0]],
    ['完成投资X亿元。\n完成投资X亿元。', [0, 0]],
    ['今年完成投资X亿元，预计明年完成投资X亿元。', [0, 1]],
    ['去年税收X万元，今年税收X万元，力争明年税收X万元。', [0, 1, 2]],
    ['2025年税收X万元；2026年税收X万元。', [0, 1]],
    ['上半年税收X万元，下半年税收X万元。', [0, 1]],
    ['20XX年税收X万元，20XX年税收X万元。', [0, 1]],
    ['完成税收X万元，力争完成税收X万元。', [0, 1]],
  ])('%s', (text, expected) => {
    expect(likes(text)).toEqual(expected);
  });
});
