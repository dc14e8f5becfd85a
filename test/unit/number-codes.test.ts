/** The codes of numbers: the common ones are told apart for certain, however they are written. */
import { expect, it } from 'vitest';
import { folded, isFigure, readCode } from '../../server/src/core/echoes/normal/codes.ts';

function codeOf(text: string): number {
  const reading = { code: 0, end: 0 };
  readCode(text, 0, reading);
  expect(reading.end, text).toBe(text.length);
  return reading.code;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

it('no two of 0 to 999, 0.0 to 99.9 and the years have one code, nor another number one of theirs', () => {
  const common = [
    ...upTo(1000).map(String),
    ...upTo(1000).map((tenths) => (tenths / 10).toFixed(1)),
    ...upTo(200).map((year) => String(1900 + year)),
  ];
  const codes = new Set(common.map(codeOf));
  expect(codes.size).toBe(common.length);
  for (const code of codes) expect([isFigure(code), code === codeOf('XX'), folded(code)]).toEqual([true, false, 1]);
  const others = [
    '007',
    '05',
    '5.0.1',
    '0.25',
    '100.0',
    '1899',
    '2100',
    '12345',
    '01900',
    ...upTo(2000).map((index) => String(10_000 + 7 * index)),
  ];
  expect(others.filter((text) => codes.has(codeOf(text)))).toEqual([]);
});

it.each([
  ['1200', '1,200'],
  ['1200', '１２００'],
  ['5.6', '５．６'],
  ['2026', '２０２６'],
])('%s is %s', (one, other) => expect(codeOf(one)).toBe(codeOf(other)));
