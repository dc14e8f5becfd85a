/** The name of what is missing, with words and without. */
import { describe, expect, it } from 'vitest';
import { indicatorBefore } from '../../../server/src/core/rules/placeholder/indicator.ts';
import { parseMarked } from '../../support/marked.ts';
import { wordsFrom } from '../echoes/support.ts';

const words = wordsFrom([
  ['全县', 'n'],
  ['项目', 'n'],
  ['完工', 'v'],
  ['参会', 'v'],
  ['率', 'v'],
  ['入学率', 'n'],
  ['巩固', 'v'],
  ['达到', 'v'],
  ['实现', 'v'],
  ['税收', 'n'],
  ['群众', 'n'],
  ['满意', 'v'],
  ['满意度', 'n'],
  ['测评', 'vn'],
]);

function check(marked: string, name: string): void {
  const { text, slots } = parseMarked(marked);
  const at = slots[0]?.start ?? NaN;
  expect(indicatorBefore(text, at, words.of(text))).toBe(name);
}

describe('what is missing is called', () => {
  it.each([
    ['项目完工率⟦XX⟧%', '项目完工率'],
    ['全县参会率达到⟦XX⟧%', '参会率'],
    ['入学率XX%，巩固率⟦XX⟧%', '巩固率'],
    ['实现税收⟦X⟧万元', '税收'],
    ['全县测评满意度⟦XX⟧%', '测评满意度'],
    // Nothing but a verb: a wrong name is worse than none.
    ['达到⟦XX⟧%', ''],
  ])('%s: %s', check);
});
