/** What can be folded away: sections at any depth, and speeches where one file holds several. */
import { describe, expect, it } from 'vitest';
import { indexLines, rangeOf } from '../../server/src/convert/positions.ts';
import { createDraft } from '../../server/src/core/text/draft.ts';
import { outlineOf } from '../../server/src/core/text/sections/index.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';

/** Every foldable stretch as its first and its last line, without the line breaks. */
function folded(text: string): string[] {
  const draft = createDraft({ uri: 'test:draft', version: 1, format: 'plain', text });
  const lines = indexLines(text);
  const words = text.split(/\r\n|\r|\n/);
  return foldingRanges(draft, outlineOf(draft), (span) => rangeOf(lines, span)).map((range) => {
    expect(range.kind).toBe('region');
    return `${words[range.startLine] ?? ''} … ${words[range.endLine] ?? ''}`;
  });
}

const first = '在甲会上的讲话\n同志们：\n一、抓早\n早谋划。\n二、抓实\n多走动。\n谢谢大家！\n';
const second = '在乙会上的讲话\n同志们：\n一、抓细\n过细排查。\n谢谢各位！\n';

describe('folding', () => {
  const check = (text: string, expected: readonly string[]): void => {
    expect(folded(text)).toEqual(expected);
  };
  it.each<[string, string, readonly string[]]>([
    ['no text', '', []],
    ['no sections', '同志们：\n早谋划。\n多走动。\n', []],
    ['one speech is not folded as a whole', first, ['一、抓早 … 早谋划。', '二、抓实 … 多走动。']],
    [
      'several speeches are folded each, before their sections',
      first + second,
      ['在甲会上的讲话 … 谢谢大家！', '一、抓早 … 早谋划。', '二、抓实 … 多走动。', '在乙会上的讲话 … 谢谢各位！', '一、抓细 … 过细排查。'],
    ],
    [
      'sections in sections',
      '一、抓早\n（一）谋划\n早谋划。\n（二）动手\n早动手。\n二、抓实\n多走动。\n',
      ['一、抓早 … 早动手。', '（一）谋划 … 早谋划。', '（二）动手 … 早动手。', '二、抓实 … 多走动。'],
    ],
    ['a section in one line is not folded', '（一）抓早。要早谋划，早动手。\n（二）抓实。\n多走动。\n', ['（二）抓实。 … 多走动。']],
    ['CR LF', first.replaceAll('\n', '\r\n'), ['一、抓早 … 早谋划。', '二、抓实 … 多走动。']],
  ])('%s', (_, text, expected) => {
    check(text, expected);
  });
});
