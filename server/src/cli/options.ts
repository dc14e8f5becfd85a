/**
 * Owns the options of `check`. An entry of the table below is all that a new option takes to be read, checked, and shown
 * in the help: its value is then in `call.options` under the same name, with its type.
 */
import type { Bilingual } from '../core/rules/meta.ts';
import { encodings } from '../files/decode.ts';
import { formats } from './reports/index.ts';

/** One option whose value is a `T`. */
export interface OptionSpec<T> {
  /** `switch` takes no value. */
  readonly type: 'switch' | 'value';
  /** How the value is shown in the help; empty for a switch. */
  readonly shown: string;
  readonly help: Bilingual;
  /** What holds when the option is not given. */
  readonly default: T;
  /** Reads the value that was given, `undefined` where it is not one. */
  readonly read: (given: string) => T | undefined;
}

function choice<const T extends string>(allowed: readonly T[], byDefault: T, help: Bilingual): OptionSpec<T> {
  return {
    type: 'value',
    shown: allowed.join('|'),
    help,
    default: byDefault,
    read: (given) => allowed.find((candidate) => candidate === given),
  };
}

/** Severities that may make a check fail. */
export const failures = ['error', 'warning', 'information', 'none'] as const;

/** Every option of `check`, in the order of the help. */
export const options = {
  format: choice(formats, 'text', { zh: '输出格式', en: 'output format' }),
  encoding: choice(encodings, 'auto', { zh: '文件编码，auto 自动判断', en: 'encoding of the files; auto finds out' }),
  'fail-on': choice(failures, 'warning', {
    zh: '有这一级或更重的发现时，退出码为 1',
    en: 'findings of this severity or worse make the exit code 1',
  }),
  lang: choice(['auto', 'zh', 'en'], 'auto', {
    zh: '提示语言，auto 随系统（LC_ALL、LANG）',
    en: 'language of the messages; auto follows the system (LC_ALL, LANG)',
  }),
} satisfies Record<string, OptionSpec<unknown>>;

/** Values of all options by name. */
export type OptionValues = { readonly [Name in keyof typeof options]: (typeof options)[Name]['default'] };
