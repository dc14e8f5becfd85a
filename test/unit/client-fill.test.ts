// Filling: the snippet for a group, what a command may be called with, what may be typed.

import { describe, expect, test } from 'vitest';
import { readFillArguments } from '../../client/src/fill/arguments.ts';
import { escapeSnippet, groupSnippet } from '../../client/src/fill/snippet.ts';
import { faultOf, partsOf } from '../../client/src/fill/value.ts';
import type { FillStretch, PlainRange } from '../../server/src/protocol.ts';

/** One line with `⟦…⟧` around what is to be filled; what is shown there is its text without blanks around it. */
function read(marked: string): { text: string; stretches: FillStretch[] } {
  let text = '';
  const stretches: FillStretch[] = [];
  for (const part of marked.split(/(⟦[^⟧]*⟧)/)) {
    const start = text.length;
    text += part.replace(/[⟦⟧]/g, '');
    if (part.startsWith('⟦')) stretches.push({ range: lineRange(start, text.length), text: text.slice(start).trim() });
  }
  return { text, stretches };
}

function lineRange(start: number, end: number): PlainRange {
  return { start: { line: 0, character: start }, end: { line: 0, character: end } };
}

describe('the snippet of a group', () => {
  const check = (marked: string, replaced: string, body: string): void => {
    test(marked, () => {
      const { text, stretches } = read(marked);
      const textOf = ({ start, end }: PlainRange): string => text.slice(start.character, end.character);
      const snippet = groupSnippet(stretches, textOf);
      expect(snippet?.body).toBe(body);
      expect(snippet && textOf(snippet.range)).toBe(replaced);
    });
  };
  check('定于⟦20XX⟧年⟦X⟧月⟦X⟧日召开', '20XX年X月X', '${1:20XX}年${2:X}月${3:X}');
  check('定于2026年⟦ ⟧月⟦　⟧日召开', ' 月　', '$1月$2');
  check('定于⟦20XX ⟧年⟦ X ⟧月⟦⟧日', '20XX 年 X 月', '${1:20XX}年${2:X}月$3');
  check('〔⟦$X⟧〕第{⟦X}⟧\\号，⟦X\\1⟧件', '$X〕第{X}\\号，X\\1', '${1:\\$X}〕第{${2:X\\}}\\\\号，${3:X\\\\1}');
  check('费用$⟦X⟧，共${1:⟦X⟧}元', 'X，共${1:X', '${1:X}，共\\${1:${2:X}');
  check('⟦😀X⟧个🎉⟦𠮷X⟧个', '😀X个🎉𠮷X', '${1:😀X}个🎉${2:𠮷X}');
  check('⟦X⟧⟦Y⟧', 'XY', '${1:X}${2:Y}');

  test('tab stops go in the order given', () => {
    const { text, stretches } = read('⟦X⟧月⟦X⟧日');
    const snippet = groupSnippet(stretches.toReversed(), ({ start, end }) => text.slice(start.character, end.character));
    expect(snippet).toEqual({ range: lineRange(0, 3), body: '${2:X}月${1:X}' });
  });

  test('lines between the parts stay', () => {
    const at = (line: number, character: number): PlainRange => ({ start: { line, character }, end: { line, character: character + 1 } });
    const asked: PlainRange[] = [];
    const snippet = groupSnippet(
      [
        { range: at(0, 5), text: 'X' },
        { range: at(2, 0), text: 'X' },
      ],
      (range) => {
        asked.push(range);
        return '年\r\n$\r\n';
      },
    );
    expect(asked).toEqual([{ start: { line: 0, character: 6 }, end: { line: 2, character: 0 } }]);
    expect(snippet).toEqual({
      range: { start: { line: 0, character: 5 }, end: { line: 2, character: 1 } },
      body: '${1:X}年\r\n\\$\r\n${2:X}',
    });
  });

  test('nothing to fill', () => expect(groupSnippet([], () => '')).toBeUndefined());

  test('escaping', () => expect(escapeSnippet('a$1 ${2:b} c\\d `e` |f,g|')).toBe('a\\$1 \\${2:b\\} c\\\\d `e` |f,g|'));
});

describe('what a fill command may be called with', () => {
  const good = { uri: 'file:///a.txt', version: 3, stretches: [{ range: lineRange(2, 4), text: 'XX' }] };
  const check = (name: string, given: unknown, valid: boolean): void => {
    test(name, () => expect(readFillArguments(given)).toEqual(valid ? given : undefined));
  };
  const stretch = (start: number, end: number): FillStretch => ({ range: lineRange(start, end), text: 'X' });
  check('one stretch', good, true);
  check('zero width', { ...good, stretches: [stretch(4, 4)] }, true);
  check('side by side, out of order', { ...good, stretches: [stretch(4, 6), stretch(2, 4), stretch(6, 6)] }, true);
  check('overlapping', { ...good, stretches: [stretch(2, 5), stretch(4, 6)] }, false);
  check('one in the other', { ...good, stretches: [stretch(2, 9), stretch(4, 4)] }, false);
  check('backwards', { ...good, stretches: [stretch(5, 2)] }, false);
  check('no stretch', { ...good, stretches: [] }, false);
  check('nothing', undefined, false);
  check('null', null, false);
  check('a text', 'speech', false);
  check('no version', { ...good, version: undefined }, false);
  check('no uri', { ...good, uri: 1 }, false);
  check('stretches no list', { ...good, stretches: {} }, false);
  check('no range', { ...good, stretches: [{ text: 'X' }] }, false);
  check('no text', { ...good, stretches: [{ range: lineRange(2, 4) }] }, false);
  check('half a character', { ...good, stretches: [stretch(1.5, 2)] }, false);
  check('before the beginning', { ...good, stretches: [stretch(-1, 2)] }, false);
});

describe('what may be typed for all alike', () => {
  const check = (value: string, fault: string | undefined): void => {
    test(JSON.stringify(value), () => expect(faultOf(value)).toBe(fault));
  };
  check('云栖', undefined);
  check(' 23.2 ', undefined);
  check('0', undefined);
  check('', 'empty');
  check(' 　\t', 'empty');
  check('云栖\n区', 'lines');
  check('云栖\r区', 'lines');
  check('云栖\u2028区', 'lines');
});

describe('a date or a number typed as a whole', () => {
  test.each([
    ['2026年1月16日', 3, ['2026', '1', '16']],
    ['2026-01-16', 3, ['2026', '1', '16']],
    ['2026 1 16', 3, ['2026', '1', '16']],
    ['二〇二六年一月十六日', 3, ['二〇二六', '一', '十六']],
    ['十四届三次', 2, ['十四', '三']],
    ['〔2026〕8号', 2, ['2026', '8']],
    ['2026', 3, ['2026']],
    ['待定', 3, []],
  ])('%s in %d', (typed, count, parts) => {
    expect(partsOf(typed, count)).toEqual(parts);
  });
});
