/** What is asked of a content that stands in very many places: answered by looking at a few of them. */
import { describe, expect, it } from 'vitest';
import { echoOf, hasNear } from '../../server/src/core/echoes/judge/echo.ts';
import { rowsAt } from '../../server/src/core/echoes/judge/rows.ts';
import type { Desk, Place, Unit } from '../../server/src/core/echoes/model.ts';
import { normalize } from '../../server/src/core/echoes/normal/normal.ts';
import { draftOf } from '../rules/echoes/support.ts';

const desks = ['a', 'b', 'c'].map((uri) => ({ draft: draftOf(uri, ''), hash: 1 }) as unknown as Desk);
const [a, b, c] = desks as [Desk, Desk, Desk];
const paragraph = draftOf('a', '各村各组').paragraphs[0];

function placeAt(desk: Desk, index: number, start = 0): Place {
  const unit = { desk, index, place: index, paragraph, block: undefined, offset: 0 } as unknown as Unit;
  return { unit, start, end: start + 20 };
}

/** A list that counts how often it is looked at. */
function counted(places: readonly Place[]): { readonly list: readonly Place[]; readonly looks: () => number } {
  let looks = 0;
  const list = new Proxy(places, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/u.test(key)) looks += 1;
      return Reflect.get(target, key) as unknown;
    },
  });
  return { list, looks: () => looks };
}

const many = (desk: Desk, count: number): Place[] => Array.from({ length: count }, (_, index) => placeAt(desk, index * 100));

describe('a place near a unit', () => {
  it.each([
    { what: 'before it', places: [placeAt(b, 3)], is: true },
    { what: 'behind it', places: [placeAt(b, 9)], is: true },
    { what: 'at the edge of what is near', places: [placeAt(b, 11)], is: true },
    { what: 'too far', places: [placeAt(b, 12)], is: false },
    { what: 'in the unit itself alone', places: [placeAt(b, 6, 0), placeAt(b, 6, 30)], is: false },
    { what: 'behind two of its own', places: [placeAt(b, 6, 0), placeAt(b, 6, 30), placeAt(b, 7)], is: true },
    { what: 'on other desks alone', places: [placeAt(a, 6), placeAt(c, 6)], is: false },
    { what: 'between those of other desks', places: [placeAt(a, 5), placeAt(b, 5), placeAt(b, 6), placeAt(c, 7)], is: true },
    { what: 'nowhere', places: [], is: false },
  ])('$what', ({ places, is }) => {
    expect(hasNear(places, placeAt(b, 6).unit, 5)).toBe(is);
  });

  it('is found among 10,000 by looking at a few', () => {
    const { list, looks } = counted([...many(a, 100), ...many(b, 10_000), ...many(c, 100)]);
    expect(hasNear(list, placeAt(b, 500_000).unit, 36)).toBe(false);
    expect(looks()).toBeLessThan(60);
  });
});

describe('an echo in 10,000 places', () => {
  it('names the first on its own desk, having looked at a few', () => {
    const places = [...many(a, 100), ...many(b, 10_000)];
    const { list, looks } = counted(places);
    const source = { places: list, sign: 0, within: new Set([b]) };
    const own = places[9_000] as Place;
    const echo = echoOf('exact', own, 'group', new Set(), source, { before: 0, behind: 0 });
    expect(echo?.main).toBe(places[100]);
    expect(looks()).toBeLessThan(60);
  });
});

describe('the rows at a place', () => {
  it.each([1_000, 4_000])('are looked for near it, in a sentence of %d clauses and without an end', (clauses) => {
    const normal = normalize('各镇街要对照清单一项一项认真过，'.repeat(clauses), []);
    const { list: marks, looks } = counted(normal.marks as unknown as readonly Place[]);
    const unit = { ...placeAt(a, 0).unit, block: { normal: { ...normal, marks } } } as unknown as Unit;
    const middle = 15 * Math.floor(clauses / 2);
    expect(rowsAt({ unit, start: middle, end: middle + 15 })).toEqual([]);
    expect(looks()).toBeLessThan(5_000);
  });
});
