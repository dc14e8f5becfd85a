/** The real speeches, read in place: how many slots of which kind each holds. */
import { describe, expect, it } from 'vitest';
import { draftOf, holesIn } from '../../support/holes.ts';
import { seeds, seedsMissing } from '../../support/seeds.ts';

if (seedsMissing !== undefined) console.log(`skipped: ${seedsMissing}`);

describe.skipIf(seedsMissing !== undefined)('real speeches', () => {
  const counts = seeds().map(({ name, text }) => {
    const holes = holesIn(draftOf(text));
    const kinds: Record<string, number> = {};
    for (const hole of holes) kinds[hole.kind] = (kinds[hole.kind] ?? 0) + 1;
    return { name: name.slice(0, 2), found: holes.length, kinds };
  });

  it('holds as many slots as a person counted', () => {
    for (const { name, found, kinds } of counts) console.log(`speech ${name}: ${found} ${JSON.stringify(kinds)}`);
    expect(counts.map(({ found }) => found)).toEqual([10, 178, 133, 0, 0]);
  });
});
