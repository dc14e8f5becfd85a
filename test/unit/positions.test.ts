/** Lines and characters: offsets to positions and back, for every line break, outside the text, across surrogates. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from 'vscode-languageserver';
import { indexLines, offsetAt, positionAt, rangeOf, spanOf } from '../../server/src/convert/positions.ts';

type Pair = readonly [line: number, character: number];

const position = ([line, character]: Pair): Position => ({ line, character });

describe('starts of lines', () => {
  const check = (text: string, starts: readonly number[]): void => {
    expect(indexLines(text).starts).toEqual(starts);
  };
  it.each<[string, string, readonly number[]]>([
    ['nothing', '', [0]],
    ['one line', '同志们', [0]],
    ['LF', '甲\n乙\n丙', [0, 2, 4]],
    ['LF at both ends', '\n甲\n', [0, 1, 3]],
    ['CR LF', '甲\r\n乙\r\n', [0, 3, 6]],
    ['CR', '甲\r乙\r', [0, 2, 4]],
    ['all three', '甲\r\n乙\r丙\n丁', [0, 3, 5, 7]],
    ['LF CR is two breaks', '甲\n\r乙', [0, 2, 3]],
    ['CR CR LF is two breaks', '甲\r\r\n乙', [0, 2, 4]],
    ['empty lines', '\n\n\n', [0, 1, 2, 3]],
    ['other separators break no line', '甲\u2028乙\u2029丙\u0085丁\v戊\f', [0]],
  ])('%s', (_, text, starts) => {
    check(text, starts);
  });
});

describe('offset to position', () => {
  const check = (text: string, offset: number, pair: Pair): void => {
    expect(positionAt(indexLines(text), offset)).toEqual(position(pair));
  };
  it.each<[string, string, number, Pair]>([
    ['start', '甲乙\n丙', 0, [0, 0]],
    ['in a line', '甲乙\n丙', 1, [0, 1]],
    ['before the break', '甲乙\n丙', 2, [0, 2]],
    ['behind the break', '甲乙\n丙', 3, [1, 0]],
    ['end', '甲乙\n丙', 4, [1, 1]],
    ['end behind a last break', '甲乙\n', 3, [1, 0]],
    ['between CR and LF', '甲\r\n乙', 2, [0, 2]],
    ['behind CR', '甲\r乙', 2, [1, 0]],
    ['before the text', '甲乙\n丙', -7, [0, 0]],
    ['behind the text', '甲乙\n丙', 99, [1, 1]],
    ['in an empty text', '', 5, [0, 0]],
    ['behind a pair of surrogates', '𠮷乙', 2, [0, 2]],
    ['between surrogates', '甲\n𠮷', 3, [1, 1]],
  ])('%s', (_, text, offset, pair) => {
    check(text, offset, pair);
  });
});

describe('position to offset', () => {
  const check = (text: string, pair: Pair, offset: number): void => {
    expect(offsetAt(indexLines(text), position(pair))).toBe(offset);
  };
  it.each<[string, string, Pair, number]>([
    ['start', '甲乙\n丙', [0, 0], 0],
    ['in the second line', '甲乙\n丙丁', [1, 1], 4],
    ['behind the end of a line with LF', '甲乙\n丙', [0, 9], 2],
    ['behind the end of a line with CR LF', '甲乙\r\n丙', [0, 9], 2],
    ['behind the end of a line with CR', '甲乙\r丙', [0, 9], 2],
    ['the end itself with CR LF', '甲乙\r\n丙', [0, 2], 2],
    ['between CR and LF is before both', '甲乙\r\n丙', [0, 3], 2],
    ['behind the end of the last line', '甲乙\n丙', [1, 9], 4],
    ['an empty line', '甲\n\n乙', [1, 4], 2],
    ['an empty line with CR LF', '甲\r\n\r\n乙', [1, 4], 3],
    ['an empty line with CR', '甲\r\r乙', [1, 4], 2],
    ['an empty line with LF behind one with CR', '甲\r\r\n乙', [1, 4], 2],
    ['negative character in the first line', '甲乙\n丙', [0, -1], 0],
    ['negative character in the second line', '甲乙\n丙', [1, -1], 3],
    ['negative line', '甲乙\n丙', [-1, 1], 0],
    ['line behind the text', '甲乙\n丙', [2, 0], 4],
    ['line far behind the text', '甲乙\n', [99, 99], 3],
    ['empty text', '', [0, 3], 0],
    ['behind a pair of surrogates', '𠮷乙', [0, 2], 2],
  ])('%s', (_, text, pair, offset) => {
    check(text, pair, offset);
  });
});

describe('ranges and spans', () => {
  const check = (text: string, start: Pair, end: Pair, span: readonly [number, number]): void => {
    const range = { start: position(start), end: position(end) };
    expect(spanOf(indexLines(text), range)).toEqual({ start: span[0], end: span[1] });
  };
  it.each<[string, string, Pair, Pair, readonly [number, number]]>([
    ['over a break', '甲乙\n丙丁', [0, 1], [1, 1], [1, 4]],
    ['empty', '甲乙\n丙丁', [1, 1], [1, 1], [4, 4]],
    ['inverted in a line', '甲乙丙', [0, 2], [0, 1], [2, 2]],
    ['inverted over lines', '甲乙\n丙丁', [1, 1], [0, 0], [4, 4]],
    ['all and more', '甲乙\n丙丁', [-1, 0], [9, 0], [0, 5]],
  ])('%s', (_, text, start, end, span) => {
    check(text, start, end, span);
  });
  it('a span becomes the range of its two ends', () => {
    expect(rangeOf(indexLines('甲乙\r\n丙丁'), { start: 1, end: 5 })).toEqual({ start: position([0, 1]), end: position([1, 1]) });
  });
});

describe('round trip', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom('\n', '\r', '\r\n', '甲', '𠮷', '\ud800', '\u2028', ''), fc.string({ maxLength: 3 })), {
      maxLength: 30,
    })
    .map((parts) => parts.join(''));

  it('an offset comes back, save between CR and LF', () => {
    fc.assert(
      fc.property(text, (value) => {
        const lines = indexLines(value);
        for (let at = 0; at <= value.length; at += 1) {
          const inBreak = value[at - 1] === '\r' && value[at] === '\n';
          expect(offsetAt(lines, positionAt(lines, at))).toBe(inBreak ? at - 1 : at);
        }
      }),
    );
  });

  it('lines are those that splitting at every break gives', () => {
    fc.assert(
      fc.property(text, (value) => {
        const lines = indexLines(value);
        const read = lines.starts.map((start, line) => value.slice(start, offsetAt(lines, { line, character: value.length })));
        expect(read).toEqual(value.split(/\r\n|\r|\n/));
      }),
    );
  });

  it('any range gives a span inside the text', () => {
    const anywhere = fc.record({ line: fc.integer({ min: -3, max: 40 }), character: fc.integer({ min: -3, max: 40 }) });
    fc.assert(
      fc.property(text, anywhere, anywhere, (value, start, end) => {
        const span = spanOf(indexLines(value), { start, end });
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(value.length);
      }),
    );
  });
});
