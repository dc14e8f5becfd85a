/** A shelf: what it passes over is outdone by two others, what it lists is all there is, and it does not matter who came when. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Shelf } from '../../server/src/core/echoes/exact/shelf.ts';
import type { Common, Holding } from '../../server/src/core/echoes/exact/shelf.ts';

const gram = [7, 8, 9];
/** Few codes, so that many sides are alike, and runs that are longer than what a shelf orders by. */
const side = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 4 }),
    fc.constantFrom(0, 0, 0, 511, 512, 520),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([near, run, end]) => [...near, ...Array.from({ length: run }, () => 4), end]);
interface Held {
  readonly codes: Uint16Array;
  readonly offset: number;
}

const text: fc.Arbitrary<Held> = fc.tuple(side, side).map(([before, behind]) => ({
  codes: Uint16Array.from([...before.reverse(), ...gram, ...behind]),
  offset: before.length,
}));
const texts = fc.array(text, { minLength: 1, maxLength: 40 });

function commonOf(one: Held, other: Held): Common {
  let [before, behind] = [0, 0];
  while (before < Math.min(one.offset, other.offset) && one.codes[one.offset - 1 - before] === other.codes[other.offset - 1 - before])
    before += 1;
  while (one.offset + behind < one.codes.length && one.codes[one.offset + behind] === other.codes[other.offset + behind]) behind += 1;
  return { before, behind };
}

function check(run: (all: readonly Held[], query: Held) => void): void {
  fc.assert(
    fc.property(texts, text, (all, query) => {
      run(all, query);
    }),
    { numRuns: 300 },
  );
}

function shelfOf(all: readonly Held[]): { shelf: Shelf; holdings: Holding[] } {
  const holdings = all.map(({ offset }, owner) => ({ owner, offset }));
  return { shelf: new Shelf((owner) => all[owner]?.codes ?? Uint16Array.of(), holdings), holdings };
}

describe('a shelf', () => {
  it('passes over what places of two holders outdo, or too little, and nothing else', () => {
    check((all, query) => {
      const { shelf, holdings } = shelfOf(all);
      const least = 5;
      const met: (Holding & Common)[] = [];
      shelf.visitNearest(query.codes, query.offset, gram.length, least, (holding) => {
        const common = commonOf(query, all[holding.owner] ?? query);
        met.push({ ...holding, ...common });
        return common;
      });
      expect(new Set(met.map(({ owner }) => owner)).size).toBe(met.length);
      for (const { owner } of holdings) {
        if (met.some((each) => each.owner === owner)) continue;
        const { before, behind } = commonOf(query, all[owner] ?? query);
        const better = met.filter((each) => each.before >= before && each.behind >= behind);
        expect(before + behind < least || behind < gram.length || better.length >= 2).toBe(true);
      }
    });
  });

  it('lists all places that have as much in common, and none that has less', () => {
    check((all, query) => {
      const { shelf, holdings } = shelfOf(all);
      for (const length of [gram.length, gram.length + 1, gram.length + 514]) {
        const met: number[] = [];
        shelf.visitAlike(query.codes, query.offset, length, ({ owner }) => {
          met.push(owner);
          return true;
        });
        const alike = holdings.filter(({ owner }) => commonOf(query, all[owner] ?? query).behind >= Math.min(length, 512));
        expect(met.sort((a, b) => a - b)).toEqual(alike.map(({ owner }) => owner));
      }
    });
  });

  it('is the same whatever came and went', () => {
    check((all, query) => {
      const half = Math.ceil(all.length / 2);
      const { shelf, holdings } = shelfOf(all);
      for (const each of holdings.slice(half)) shelf.remove(each);
      expect(shelf.holders).toBe(half);
      for (const each of holdings.slice(half).reverse()) shelf.add(each);
      for (const each of holdings.slice(0, 1)) shelf.remove(each);
      const fresh = new Shelf((owner) => all[owner]?.codes ?? Uint16Array.of(), holdings.slice(1));
      const visited = [shelf, fresh].map((each) => {
        const met: number[] = [];
        each.visitAlike(query.codes, query.offset, gram.length, ({ owner }) => met.push(owner) > 0);
        each.visitNearest(query.codes, query.offset, gram.length, 5, ({ owner }) => {
          met.push(owner);
          return commonOf(query, all[owner] ?? query);
        });
        return met;
      });
      expect(visited[0]).toEqual(visited[1]);
      expect(shelf.holders).toBe(fresh.holders);
    });
  });

  it.each(['before', 'behind'] as const)('does not take for alike what goes on %s the stretch that it orders by', (where) => {
    const run = (length: number, end: number): number[] => [end, ...Array.from({ length }, () => 4)];
    const held = (length: number, end: number): Held => {
      const far = run(length, end);
      const codes = where === 'before' ? [...far, ...gram, 1] : [1, ...gram, ...far.reverse()];
      return { codes: Uint16Array.from(codes), offset: where === 'before' ? far.length : 1 };
    };
    const all = [held(513, 1), held(514, 2), held(600, 3)];
    const query = held(600, 5);
    const met: number[] = [];
    shelfOf(all).shelf.visitNearest(query.codes, query.offset, gram.length, 5, ({ owner }) => {
      met.push(owner);
      return commonOf(query, all[owner] ?? query);
    });
    expect(met).toContain(2);
  });

  it('counts two places of one holder as one', () => {
    // The nearest two are of one holder; the third goes no further on either side, and is met all the same.
    const codes = [1, 1, 1, ...gram, 1, 1, 1];
    const all = [Uint16Array.from([...codes, ...codes]), Uint16Array.from([1, 1, ...gram, 1, 1]), Uint16Array.from([1, ...gram, 1])];
    const holdings = [
      { owner: 0, offset: 3 },
      { owner: 0, offset: codes.length + 3 },
      { owner: 1, offset: 2 },
      { owner: 2, offset: 1 },
    ];
    const shelf = new Shelf((owner) => all[owner] ?? Uint16Array.of(), holdings);
    const met = new Set<number>();
    shelf.visitNearest(Uint16Array.from([1, 1, 1, ...gram, 1, 1, 1, 5]), 3, gram.length, 4, ({ owner, offset }) => {
      met.add(owner);
      return commonOf(
        { codes: Uint16Array.from([1, 1, 1, ...gram, 1, 1, 1, 5]), offset: 3 },
        { codes: all[owner] ?? Uint16Array.of(), offset },
      );
    });
    expect([...met]).toEqual([0, 1]);
  });
});
