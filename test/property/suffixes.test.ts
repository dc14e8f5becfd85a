/** Owns the proof that suffixes come in their order, whatever the row. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suffixesOf } from '../../server/src/core/echoes/exact/suffixes.ts';

/** Rows of few different numbers, parts of which stand again and again. */
const row = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.tuple(fc.array(fc.nat(3), { maxLength: 6 }), fc.integer({ min: 1, max: 6 })), { maxLength: 8 }),
  )
  .map(([kinds, parts]) => [
    ...parts.flatMap(([part, times]) => Array.from({ length: times }, () => part).flat()).map((one) => 1 + (one % kinds)),
    0,
  ]);

describe('suffixes', () => {
  it('come in their order, each with what it shares with the one before', () => {
    fc.assert(
      fc.property(row, (numbers) => {
        const { order, rank, common } = suffixesOf(Int32Array.from(numbers), 5);
        const texts = numbers.map((_, start) => String.fromCharCode(...numbers.slice(start)));
        const sorted = numbers.map((_, start) => start).sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1));
        expect([...order]).toEqual(sorted);
        expect(sorted.map((start) => rank[start])).toEqual(sorted.map((_, place) => place));
        const shared = sorted.map((start, place) => {
          const [one = '', other = ''] = [texts[start], texts[sorted[place - 1] ?? -1]];
          let length = 0;
          while (length < other.length && one[length] === other[length]) length += 1;
          return length;
        });
        expect([...common]).toEqual(shared);
      }),
      { numRuns: 2_000 },
    );
  });
});
