/** Settings: whatever comes in, whole and valid settings come out, and every fault is named. */
import { describe, expect, it } from 'vitest';
import { metas } from '../../server/src/core/rules/index.ts';
import { defaultSettings, parseSettings } from '../../server/src/settings/parse.ts';
import type { Settings } from '../../server/src/settings/parse.ts';
import { settingMetas } from '../../server/src/settings/schema.ts';
import type { SettingMeta } from '../../server/src/settings/schema.ts';

/** What settings hold under a name with dots. */
function held(settings: Settings, id: string): unknown {
  const [rule = '', option] = id.split('.');
  if (option === undefined) return settings[rule as 'languages'];
  if (rule === 'stage') return settings.stage[option as keyof Settings['stage']];
  const own = settings.desk.rules[rule];
  return option === 'enabled' ? own?.enabled : own?.options[option];
}

/** The names of settings that the faults are about, each told in both languages. */
function faulty(input: unknown): string[] {
  return parseSettings(input).faults.map(({ zh, en }) => {
    const name = /speechDraft(?:\.[\w.-]*\w)?/;
    expect(name.exec(zh)?.[0]).toBe(name.exec(en)?.[0]);
    return name.exec(zh)?.[0] ?? '';
  });
}

describe('the list of settings', () => {
  const fits = (meta: SettingMeta): boolean => {
    const value = meta.default;
    if (meta.type === 'pattern[]') return Array.isArray(value) && value.length === 0;
    if (meta.type === 'string[]') return Array.isArray(value) && value.every((item) => typeof item === 'string');
    if (meta.type === 'integer') return Number.isInteger(value);
    return typeof value === meta.type;
  };
  it.each(settingMetas.map((meta) => [meta.id, meta] as const))('%s has a default of its type, inside its bounds', (id, meta) => {
    expect(fits(meta)).toBe(true);
    if (typeof meta.default === 'number') {
      expect(meta.default).toBeGreaterThanOrEqual(meta.minimum ?? -Infinity);
      expect(meta.default).toBeLessThanOrEqual(meta.maximum ?? Infinity);
    }
    if (meta.enum) expect(meta.enum).toContain(meta.default);
    expect(held(defaultSettings, id)).toEqual(meta.default);
  });
  it('names each setting once', () => {
    expect(new Set(settingMetas.map((meta) => meta.id)).size).toBe(settingMetas.length);
  });
  it('has a switch and every option for every rule', () => {
    const names = settingMetas.map((meta) => meta.id);
    for (const meta of metas)
      expect(names).toEqual(expect.arrayContaining([`${meta.id}.enabled`, ...meta.options.map(({ id }) => `${meta.id}.${id}`)]));
    expect(Object.keys(defaultSettings.desk.rules)).toEqual(metas.map((meta) => meta.id));
  });
});

describe('values of every setting', () => {
  const good = (meta: SettingMeta): readonly unknown[] => {
    switch (meta.type) {
      case 'boolean':
        return [true, false];
      case 'string':
        return meta.enum ?? ['', '字'];
      case 'pattern[]':
        return [[], [{ pattern: '甲', kind: 'note' }], [{ pattern: '甲+', kind: 'content', message: '待定' }]];
      case 'string[]':
        return [[], ['甲'], ['甲', '乙']];
      default:
        return [
          ...(meta.presets ?? []),
          meta.minimum ?? -1e9,
          meta.maximum ?? 1e9,
          ...(meta.type === 'number' ? [(meta.minimum ?? 0) + 0.25] : []),
        ];
    }
  };
  const bad = (meta: SettingMeta): readonly unknown[] => {
    const anyway = [{}, { a: 1 }, NaN, Infinity];
    switch (meta.type) {
      case 'boolean':
        return [...anyway, 'true', 0, 1, [], [true]];
      case 'string':
        return [...anyway, 0, true, [], ['字'], ...(meta.enum ? ['', 'no such word'] : [])];
      case 'pattern[]':
        return [
          ...anyway,
          '甲',
          true,
          [''],
          [1],
          [null],
          [['甲']],
          [{ kind: 'note' }],
          [{ pattern: '甲', kind: 'none' }],
          [{ pattern: '甲', message: 1 }],
          [{ pattern: '甲', flags: 'g' }],
          ['甲'.repeat(501)],
        ];
      case 'string[]':
        return [...anyway, '甲', true, 0, [1], ['甲', null], [['甲']]];
      default:
        return [
          ...anyway,
          -Infinity,
          '5',
          'no such word',
          true,
          [],
          ...(meta.type === 'integer' ? [meta.default as number, meta.minimum ?? 0].map((value) => value + 0.5) : []),
          ...(meta.minimum === undefined ? [] : [meta.minimum - 1]),
          ...(meta.maximum === undefined ? [] : [meta.maximum + 1]),
        ];
    }
  };
  const label = (value: unknown): string => (typeof value === 'number' ? String(value) : JSON.stringify(value));
  const rows = (values: (meta: SettingMeta) => readonly unknown[]): (readonly [string, string, SettingMeta, unknown])[] =>
    settingMetas.flatMap((meta) => values(meta).map((value) => [meta.id, label(value), meta, value] as const));

  it.each(rows(good))('%s may be %s', (id, _, __, value) => {
    const { settings, faults } = parseSettings({ [id]: value });
    expect(faults).toEqual([]);
    expect(held(settings, id)).toEqual(value);
  });
  it.each(rows(bad))('%s may not be %s', (id, _, meta, value) => {
    expect(faulty({ [id]: value })).toEqual([`speechDraft.${id}`]);
    expect(held(parseSettings({ [id]: value }).settings, id)).toEqual(meta.default);
  });
  it.each(rows(() => [null, undefined]))('%s is its default when it is %s', (id, _, meta, value) => {
    const { settings, faults } = parseSettings({ [id]: value });
    expect(faults).toEqual([]);
    expect(held(settings, id)).toEqual(meta.default);
  });
});

describe('names', () => {
  const check = (input: unknown, values: Readonly<Record<string, unknown>>, faults: readonly string[]): void => {
    expect(faulty(input)).toEqual(faults);
    const { settings } = parseSettings(input);
    for (const meta of settingMetas) expect(held(settings, meta.id)).toEqual(values[meta.id] ?? meta.default);
  };
  it.each<readonly [name: string, input: unknown, values: Readonly<Record<string, unknown>>, faults: readonly string[]]>([
    [
      'nested',
      { placeholder: { enabled: false, caution: 'strict' } },
      { 'placeholder.enabled': false, 'placeholder.caution': 'strict' },
      [],
    ],
    [
      'with dots',
      { 'placeholder.enabled': false, 'numbering.counts': false },
      { 'placeholder.enabled': false, 'numbering.counts': false },
      [],
    ],
    [
      'both ways at once',
      { placeholder: { enabled: false }, 'placeholder.caution': 'strict', maxFindings: 20 },
      { 'placeholder.enabled': false, 'placeholder.caution': 'strict', maxFindings: 20 },
      [],
    ],
    ['nothing set in a branch', { placeholder: {}, numbering: {} }, {}, []],
    ['unknown name', { maxFinding: 20 }, {}, ['speechDraft.maxFinding']],
    ['unknown option', { placeholder: { enabled: false, loud: 1 } }, { 'placeholder.enabled': false }, ['speechDraft.placeholder.loud']],
    ['unknown branch', { spelling: { enabled: true } }, {}, ['speechDraft.spelling.enabled']],
    ['a value for a branch', { placeholder: false }, {}, ['speechDraft.placeholder']],
    ['a list for a branch', { placeholder: [true] }, {}, ['speechDraft.placeholder']],
    ['the option of another rule', { 'numbering.caution': 'strict' }, {}, ['speechDraft.numbering.caution']],
    ['case counts', { MaxFindings: 20 }, {}, ['speechDraft.MaxFindings']],
    [
      'names of every object',
      JSON.parse('{"__proto__": {"enabled": 1}, "constructor": 2}'),
      {},
      ['speechDraft.__proto__.enabled', 'speechDraft.constructor'],
    ],
    [
      'one fault does not spoil the rest',
      { maxFindings: 'many', caretDelay: 0, nothing: 1 },
      { caretDelay: 0 },
      ['speechDraft.maxFindings', 'speechDraft.nothing'],
    ],
  ])('%s', (_, input, values, faults) => {
    check(input, values, faults);
  });
});

describe('the root', () => {
  it.each([[undefined], [null], [{}]])('%j means defaults', (input) => {
    expect(parseSettings(input)).toEqual({ settings: defaultSettings, faults: [] });
  });
  it.each([['speech'], [''], [0], [1], [true], [false], [[]], [[{ maxFindings: 20 }]]])('%j is a fault', (input) => {
    expect(parseSettings(input).settings).toEqual(defaultSettings);
    expect(faulty(input)).toEqual(['speechDraft']);
  });
});

describe('faults', () => {
  it('say the value and the default', () => {
    expect(parseSettings({ maxFindings: '很多' }).faults).toEqual([
      {
        zh: '设置 speechDraft.maxFindings 的值 "很多" 无效，已使用默认值 2000。',
        en: 'The value "很多" of the setting speechDraft.maxFindings is not valid; the default 2000 is used.',
      },
    ]);
  });
  it('cut a long value', () => {
    const [fault] = parseSettings({ maxFindings: '多'.repeat(500) }).faults;
    expect(fault?.zh).toContain('多'.repeat(59));
    expect(fault?.zh).not.toContain('多'.repeat(60));
  });
  it('say what JSON cannot', () => {
    expect(parseSettings({ maxFindings: Symbol('很多') }).faults[0]?.zh).toContain(' Symbol(很多) ');
  });
});
