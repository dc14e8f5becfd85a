// Whether a server that stops is started again.

import { describe, expect, test } from 'vitest';
import { Crashes } from '../../client/src/crashes.ts';

describe('a server that stops', () => {
  const minute = 60_000;
  const check = (name: string, times: readonly number[], tolerated: readonly boolean[]): void => {
    test(name, () => {
      const crashes = new Crashes();
      expect(times.map((time) => crashes.tolerates(time))).toEqual(tolerated);
    });
  };
  check('once', [0], [true]);
  check('five times at once', [0, 1, 2, 3, 4], [true, true, true, true, false]);
  check('five times, the last after the period', [0, 1, 2, 3, 3 * minute], [true, true, true, true, true]);
  check('five times, the last just within it', [0, 1, 2, 3, 3 * minute - 1], [true, true, true, true, false]);
  check(
    'every minute',
    [0, 1, 2, 3, 4, 5, 6].map((each) => each * minute),
    [true, true, true, true, true, true, true],
  );
});
