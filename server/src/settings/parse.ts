/** Owns reading settings: anything may come in, what comes out is whole and valid, and every fault is named. */
import { plural } from '../core/plural.ts';
import type { DeskSettings } from '../core/engine/desk.ts';
import type { Mode } from '../core/modes.ts';
import { metas } from '../core/rules/index.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import type { Options } from '../core/rules/rule.ts';
import { readPatterns } from './patterns.ts';
import { settingMetas } from './schema.ts';
import type { SettingMeta } from './schema.ts';

/** All settings, validated, defaults filled in. */
export interface Settings {
  readonly languages: readonly string[];
  readonly mode: Mode;
  /** Globs of the fact sheets, relative to the workspace folders. */
  readonly factSheets: readonly string[];
  /** Whether drafts that are not open are compared with. */
  readonly workspaceIndex: boolean;
  /** Whether a lens says where figures come from. */
  readonly figureSource: boolean;
  readonly maxCharacters: number;
  readonly maxFindings: number;
  readonly caretDelay: number;
  readonly stage: StageSettings;
  readonly desk: DeskSettings;
}

/** How a draft is measured for the stage. */
export interface StageSettings {
  /** Characters a minute, or the name of a pace. */
  readonly pace: number | string;
  /** 0: no target. */
  readonly targetMinutes: number;
  readonly codeLens: boolean;
}

type Value = SettingMeta['default'];

/** What came of reading settings. */
export interface ParsedSettings {
  readonly settings: Settings;
  /** One for every unknown name and wrong value; the default was used. */
  readonly faults: readonly Bilingual[];
}

/** How much of a name or value is shown, in characters. */
const longestShown = 60;
/** The most faults that are told one by one. */
const mostFaults = 20;
/** No name has more parts than this; what lies deeper is a value. */
const deepest = 8;

const known = new Set(settingMetas.map((meta) => meta.id));

/** Reads what a client gave as `speechDraft`. Never throws on what JSON can carry. */
export function parseSettings(input: unknown): ParsedSettings {
  const faults: Bilingual[] = [];
  const given = flatten(input, faults);
  const values = new Map<string, Value>();
  for (const meta of settingMetas) {
    const value = given.get(meta.id);
    given.delete(meta.id);
    values.set(meta.id, value === undefined || value === null ? meta.default : valid(meta, value, faults));
  }
  for (const full of given.keys()) {
    const name = full.length > longestShown ? `${full.slice(0, longestShown)}…` : full;
    faults.push({ zh: `没有名为 speechDraft.${name} 的设置，已忽略。`, en: `There is no setting speechDraft.${name}; it is ignored.` });
  }
  return { settings: toSettings(values), faults: firstOf(faults) };
}

function firstOf(faults: readonly Bilingual[]): readonly Bilingual[] {
  const rest = faults.length - mostFaults;
  if (rest <= 0) return faults;
  const more = {
    zh: `设置 speechDraft 另有 ${rest} 处不对，未逐一列出。`,
    en: `The settings speechDraft hold ${rest} more ${plural(rest, 'fault')}.`,
  };
  return [...faults.slice(0, mostFaults), more];
}

/** The settings when nobody set anything. */
export const defaultSettings: Settings = parseSettings({}).settings;

function toSettings(values: ReadonlyMap<string, Value>): Settings {
  const number = (id: string): number => values.get(id) as number;
  const rules = Object.fromEntries(
    metas.map((meta) => {
      const options: Options = Object.fromEntries(
        meta.options.map((option) => [option.id, values.get(`${meta.id}.${option.id}`) ?? option.default]),
      );
      return [meta.id, { enabled: values.get(`${meta.id}.enabled`) !== false, options }];
    }),
  );
  return {
    languages: values.get('languages') as readonly string[],
    mode: values.get('mode') as Mode,
    factSheets: values.get('factSheets') as readonly string[],
    workspaceIndex: values.get('workspaceIndex') === true,
    figureSource: values.get('figureSource') === true,
    maxCharacters: number('maxCharacters'),
    maxFindings: number('maxFindings'),
    caretDelay: number('caretDelay'),
    stage: {
      pace: values.get('stage.pace') as number | string,
      targetMinutes: number('stage.targetMinutes'),
      codeLens: values.get('stage.codeLens') === true,
    },
    desk: { rules },
  };
}

/** Settings come nested (`{placeholder: {enabled}}`) or with dots in their names; both become names with dots. */
function flatten(input: unknown, faults: Bilingual[]): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  const walk = (value: unknown, path: string, depth: number): void => {
    const isBranch = depth < deepest && typeof value === 'object' && value !== null && !Array.isArray(value) && !known.has(path);
    if (!isBranch) {
      if (path !== '' && value !== undefined && value !== null) flat.set(path, value);
      return;
    }
    for (const [name, inner] of Object.entries(value)) walk(inner, path === '' ? name : `${path}.${name}`, depth + 1);
  };
  if (input === undefined || input === null) return flat;
  if (typeof input !== 'object' || Array.isArray(input)) {
    faults.push({
      zh: '设置 speechDraft 应是一组键值，已使用默认值。',
      en: 'The settings speechDraft should be an object; defaults are used.',
    });
    return flat;
  }
  walk(input, '', 0);
  return flat;
}

function valid(meta: SettingMeta, value: unknown, faults: Bilingual[]): Value {
  const accepted = accept(meta, value, faults);
  if (accepted !== undefined) return accepted;
  const shown = shownOf(value);
  const fallback = JSON.stringify(meta.default);
  faults.push({
    zh: `设置 speechDraft.${meta.id} 的值 ${shown} 无效，已使用默认值 ${fallback}。`,
    en: `The value ${shown} of the setting speechDraft.${meta.id} is not valid; the default ${fallback} is used.`,
  });
  return meta.default;
}

function shownOf(value: unknown): string {
  try {
    return JSON.stringify(value)?.slice(0, longestShown) ?? String(value);
  } catch {
    // Nested too deep, or a circle.
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}

function accept(meta: SettingMeta, value: unknown, faults: Bilingual[]): Value | undefined {
  switch (meta.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'string':
      return typeof value === 'string' && (meta.enum?.includes(value) ?? true) ? value : undefined;
    case 'pattern[]':
      return Array.isArray(value) ? readPatterns(meta.id, value, faults) : undefined;
    case 'string[]':
      return Array.isArray(value) && value.every((item): item is string => typeof item === 'string') ? value : undefined;
    default:
      if (typeof value === 'string') return meta.presets?.includes(value) === true ? value : undefined;
      if (typeof value !== 'number' || !Number.isFinite(value) || (meta.type === 'integer' && !Number.isInteger(value))) return undefined;
      return value >= (meta.minimum ?? -Infinity) && value <= (meta.maximum ?? Infinity) ? value : undefined;
  }
}
