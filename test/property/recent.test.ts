/** What has changed since a moment: all of it, or a plain word that it is not remembered. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Recent } from '../../server/src/core/echoes/trail.ts';

const memory = 3;

describe('what has changed lately', () => {
  it('is told of every moment, or is said to be forgotten, and never where as many are remembered', () => {
    let [forgotten, told] = [0, 0];
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 20 }), (items) => {
        const recent = new Recent<number>(memory);
        const start = recent.now;
        for (const item of items) recent.note(item);
        for (let count = 0; count <= items.length; count += 1) {
          const changed = new Set(items.slice(count));
          const since = recent.since(start + count);
          if (since) expect(since).toEqual(changed);
          else expect(changed.size).toBeGreaterThan(memory);
          if (since) told += 1;
          else forgotten += 1;
        }
      }),
    );
    expect(Math.min(forgotten, told)).toBeGreaterThan(100);
  });

  it('is not remembered before anybody asks', () => {
    const recent = new Recent<string>(memory);
    recent.note('before');
    expect(recent.now).toBe(new Recent<string>(memory).now);
    const moment = recent.now;
    expect(recent.since(moment)).toEqual(new Set());
    recent.note('behind');
    expect(recent.since(moment)).toEqual(new Set(['behind']));
  });
});
