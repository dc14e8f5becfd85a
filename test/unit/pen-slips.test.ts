/** Slips of the pen: which numbers become which by one digit, or by two exchanged. */
import { describe, expect, it } from 'vitest';
import { areAnagrams, differInOneDigit, isPenSlip } from '../../server/src/core/facts/digits.ts';
import { readAmount } from '../../server/src/core/facts/numbers.ts';
import type { Amount } from '../../server/src/core/facts/numbers.ts';

const amount = (text: string): Amount => readAmount(text)!;

describe('a number put right by one digit, or by exchanging two', () => {
  it.each([
    ['91', 80.9, 81.1, true], // one digit
    ['79.1', 97, 97.1, true], // two exchanged
    ['268.4', 268.4, 268.4, true], // right as it is
    ['12.46', 11.05, 11.35, false], // two digits differ
    ['35', 46, 52, false],
    ['1200', 1300, 1300, true],
    ['0', 7, 7, true],
    ['123456789012345', 0, 1, false],
  ])('%s in [%d, %d]: %s', (text, low, high, wanted) => {
    expect(isPenSlip(amount(text), { low, high })).toBe(wanted);
  });
});

describe('two numbers that are one slip apart', () => {
  it.each([
    ['97.3', '79.3', true, false],
    ['2316', '2366', false, true],
    ['2316', '2361', true, false],
    ['46', '64', false, false], // two digits are exchanged too easily by chance
    ['316', '366', false, false], // so is one of three
    ['97.3', '97.3', false, false],
    ['97.3', '973', false, false], // not written to the same digit
    ['2316', '23166', false, false],
  ])('%s and %s', (a, b, anagrams, oneDigit) => {
    expect([areAnagrams(amount(a), amount(b)), differInOneDigit(amount(a), amount(b))]).toEqual([anagrams, oneDigit]);
  });
});
