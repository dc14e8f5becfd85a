/** The entries of an index: whatever came and went, a hash leads to all that were put under it, and counts are true. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Entries } from '../../server/src/core/echoes/exact/entries.ts';

const step = fc.record({ hash: fc.integer({ min: 0, max: 0xffffffff }), many: fc.nat(400), takes: fc.boolean() });

function chain(entries: Entries, slot: number): string[] {
  const found: string[] = [];
  for (let entry = entries.head(slot); entry >= 0; entry = entries.next(entry))
    found.push(`${String(entries.ownerOf(entry))} ${String(entries.offsetOf(entry))}`);
  return found;
}

describe('entries', () => {
  it('are found by their hash while the table grows', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), fc.option(fc.nat(6000)), (steps, anew) => {
        const entries = new Entries();
        if (anew !== null) entries.reset(anew);
        const there = new Map<string, number>();
        for (const [owner, { hash, many, takes }] of steps.entries()) {
          entries.grow(many);
          for (let offset = 0; offset < many; offset += 1) {
            // Some hashes are shared, others lie far apart.
            const each = offset % 5 === 0 ? hash : Math.imul(hash + offset, 0x9e3779b1) >>> 0;
            entries.insert(owner, offset, each);
            there.set(`${String(owner)} ${String(offset)}`, each);
          }
          if (!takes) continue;
          for (const [name, each] of there) {
            const [of, offset] = name.split(' ').map(Number) as [number, number];
            if ((of + offset) % 3 !== 0) continue;
            entries.remove(of, offset, each);
            there.delete(name);
          }
        }
        const bySlot = new Map<number, string[]>();
        for (const [name, hash] of there) {
          const slot = entries.slotOf(hash);
          bySlot.set(slot, [...(bySlot.get(slot) ?? []), name]);
        }
        expect(entries.live).toBe(there.size);
        for (const [slot, names] of bySlot) {
          expect(chain(entries, slot).sort()).toEqual(names.sort());
          expect(entries.count(slot)).toBe(names.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, (entries: Entries, count: number) => void]>([
    ['grown for them', (entries, count) => entries.grow(count)],
    ['grown by and by', (entries, count) => entries.grow(count / 2)],
    ['begun anew for them', (entries, count) => entries.reset(count)],
  ])('stand mostly alone, in a table %s', (_, makeRoom) => {
    const entries = new Entries();
    const hashes = Array.from({ length: 20_000 }, (_, index) => Math.imul(index, 0x9e3779b1) >>> 0);
    makeRoom(entries, hashes.length);
    for (const [offset, hash] of hashes.slice(0, 10_000).entries()) entries.insert(1, offset, hash);
    entries.grow(10_000);
    for (const [offset, hash] of hashes.slice(10_000).entries()) entries.insert(2, offset, hash);
    expect(new Set(hashes.map((hash) => entries.slotOf(hash))).size).toBeGreaterThan(12_000);
  });

  it('are put where others were taken away', () => {
    const entries = new Entries();
    const turn = (): number => {
      for (let offset = 0; offset < 5000; offset += 1) entries.insert(1, offset, Math.imul(offset, 0x9e3779b1) >>> 0);
      for (let offset = 0; offset < 5000; offset += 1) entries.remove(1, offset, Math.imul(offset, 0x9e3779b1) >>> 0);
      return entries.bytes;
    };
    const first = turn();
    expect(turn()).toBe(first);
  });
});
