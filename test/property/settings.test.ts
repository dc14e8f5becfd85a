/** Settings of any shape: what comes out is whole and valid, every fault is told, nothing throws and nothing leaks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFaults, settingsHold } from '../support/settings.ts';
import { parseSettings } from '../../server/src/settings/parse.ts';
import { settingMetas } from '../../server/src/settings/schema.ts';

const names = settingMetas.map(({ id }) => id);
const anyName = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names, ...names.flatMap((id) => id.split('.'))) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', '.', 'placeholder.', '.enabled'),
  },
  { weight: 1, arbitrary: fc.string() },
);

/** Objects whose names are those of settings and those that break programs, as JSON carries them. */
const input = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.jsonValue(),
    fc.constantFrom(null, true, 0, -1, 1e308, 0.5, '', 'normal', [], {}),
    fc.array(tie('any'), { maxLength: 5 }),
    fc
      .array(fc.tuple(anyName, tie('any')), { maxLength: 6 })
      .map(
        (entries) =>
          JSON.parse(`{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`) as unknown,
      ),
  ),
})).any;

describe('settings', () => {
  it('of any shape are read', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { settings, faults } = parseSettings(given);
        settingsHold(settings);
        expect(faults.length).toBeLessThanOrEqual(21);
        for (const { zh, en } of faults) expect(zh.length * en.length).toBeGreaterThan(0);
        expect(({} as Record<string, unknown>)['enabled']).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('with any patterns are compiled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.string(), input), { maxLength: 6 }), async (patterns) => {
        await compileFaults(patterns);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[name: string, make: () => unknown, faults: number]>([
    ['10 MB in one value', () => ({ maxFindings: '多'.repeat(10_000_000) }), 1],
    ['10 MB in one name', () => ({ ['多'.repeat(10_000_000)]: 1 }), 1],
    ['300,000 unknown names', () => Object.fromEntries(Array.from({ length: 300_000 }, (_, at) => [`n${at}`, at])), 21],
    ['100,000 patterns', () => ({ placeholder: { patterns: Array.from({ length: 100_000 }, () => '甲') } }), 1],
    ['nested 100,000 deep', () => nested(100_000), 1],
    ['a list nested 100,000 deep', () => ({ languages: Array.from({ length: 100_000 }).reduce<unknown[]>((inner) => [inner], []) }), 1],
  ])('%s', (_, make, faults) => {
    const parsed = parseSettings(make());
    settingsHold(parsed.settings);
    expect(parsed.faults).toHaveLength(faults);
    expect(JSON.stringify(parsed.faults).length).toBeLessThan(20_000);
  });
});

function nested(depth: number): unknown {
  return Array.from({ length: depth }).reduce<unknown>((inner) => ({ placeholder: inner }), 1);
}
