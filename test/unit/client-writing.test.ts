/** What a person types in the New Speech steps: dates and minutes. */
import { describe, expect, it } from 'vitest';
import { dateIn } from '../../client/src/writing/date.ts';
import { minutesIn } from '../../client/src/writing/minutes.ts';

describe('dates', () => {
  it.each([
    ['', 'none'],
    ['  ', 'none'],
    ['2026-3-6', '2026年3月6日'],
    ['2026年3月6日', '2026年3月6日'],
    ['２０２６年３月６日', '2026年3月6日'],
    ['2026.03.06', '2026年3月6日'],
    ['2026 / 3 / 6', '2026年3月6日'],
    ['3月6日', '20XX年3月6日'],
    ['3-6', '20XX年3月6日'],
    ['2-29', '20XX年2月29日'],
    ['2028-2-29', '2028年2月29日'],
    ['2026-2-29', undefined],
    ['2100-2-29', undefined],
    ['2000-2-29', '2000年2月29日'],
    ['2026-13-1', undefined],
    ['2026-0-1', undefined],
    ['4-31', undefined],
    ['3-0', undefined],
    ['明天', undefined],
    ['26-3-6', undefined],
  ])('%s', (typed, date) => {
    const read = dateIn(typed);
    const shown = typeof read === 'object' ? `${read.year ?? '20XX'}年${read.month}月${read.day}日` : read;
    expect(shown).toBe(date);
  });
});

describe('minutes', () => {
  it.each([
    ['', 0],
    ['20', 20],
    ['7.5', 7.5],
    ['２０分钟', 20],
    ['15 min', 15],
    ['600', 600],
    ['601', undefined],
    ['-1', undefined],
    ['二十', undefined],
    ['分钟', undefined],
    ['1e2', undefined],
  ])('%s', (typed, minutes) => {
    expect(minutesIn(typed)).toBe(minutes);
  });
});
