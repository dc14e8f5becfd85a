/** Owns what must hold of settings, whatever they were read from. */
import { expect } from 'vitest';
import { withPatterns } from '../../server/src/patterns/compile.ts';
import { parseSettings } from '../../server/src/settings/parse.ts';
import type { Settings } from '../../server/src/settings/parse.ts';
import { metas } from '../../server/src/core/rules/index.ts';

/** Every option of every rule is there, of its type and inside its bounds, and nothing else is. */
export function settingsHold(settings: Settings): void {
  expect(Object.keys(settings.desk.rules)).toEqual(metas.map(({ id }) => id));
  for (const { id, options } of metas) {
    const own = settings.desk.rules[id];
    expect(typeof own?.enabled).toBe('boolean');
    expect(Object.keys(own?.options ?? {})).toEqual(options.map((option) => option.id));
    for (const option of options) {
      const value = own?.options[option.id];
      if (Array.isArray(option.default)) expect(Array.isArray(value)).toBe(true);
      else if (!option.presets) expect(typeof value).toBe(typeof option.default);
      if (typeof value === 'number') expect(value >= (option.minimum ?? -Infinity) && value <= (option.maximum ?? Infinity)).toBe(true);
      if (option.enum && typeof value === 'string') expect(option.enum).toContain(value);
    }
  }
  for (const number of [settings.maxCharacters, settings.maxFindings, settings.caretDelay]) expect(Number.isInteger(number)).toBe(true);
}

/** Reads and compiles patterns; returns how many were refused. */
export async function compileFaults(patterns: readonly unknown[]): Promise<number> {
  const parsed = parseSettings({ placeholder: { patterns } });
  const { settings, faults } = await withPatterns(parsed.settings);
  const kept = settings.desk.rules['placeholder']?.options['patterns'] as readonly {
    find?: (text: string) => readonly { start: number; end: number }[];
  }[];
  for (const { find } of kept) {
    for (const { start, end } of find?.('甲乙TK。\n〔待定〕𠮷') ?? []) expect(end).toBeGreaterThan(start);
  }
  return parsed.faults.length + faults.length;
}
