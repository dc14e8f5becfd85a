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
  /** Given several times, it has several values; the default is then an empty list. */
  readonly repeats?: true;
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

function file(shown: string, help: Bilingual): OptionSpec<string | undefined> {
  return { type: 'value', shown, help, default: undefined, read: (given) => given };
}

function toggle(help: Bilingual): OptionSpec<boolean> {
  return { type: 'switch', shown: '', help, default: false, read: () => true };
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
  final: toggle({
    zh: '定稿检查：还缺什么、念多久、能不能定稿；有待填处或警告时退出码为 1',
    en: 'final check: what is left, how long it takes, whether it is finished; holes and warnings make the exit code 1',
  }),
  'target-minutes': {
    type: 'value',
    shown: 'N',
    help: { zh: '讲话要控制在多少分钟，用于 --final', en: 'the minutes a speech is to take, for --final' },
    default: undefined,
    read: (given) => (/^\d{1,3}(?:\.\d+)?$/.test(given) && Number(given) <= 600 ? Number(given) : undefined),
  } satisfies OptionSpec<number | undefined> as OptionSpec<number | undefined>,
  'fact-sheet': {
    type: 'value',
    shown: 'GLOB',
    help: {
      zh: '数据表（.xlsx .xls .csv .yaml），可用通配符，可多次给出；不给则按设置 speechDraft.factSheets',
      en: 'a fact sheet (.xlsx .xls .csv .yaml), also by globs and more than once; else by the setting factSheets',
    },
    default: [],
    repeats: true,
    read: (given) => [given],
  } satisfies OptionSpec<readonly string[]> as OptionSpec<readonly string[]>,
  'no-settings': toggle({
    zh: '不读取讲稿所在文件夹的 .vscode/settings.json',
    en: 'do not read .vscode/settings.json beside the drafts',
  }),
  'no-ignores': toggle({
    zh: '已忽略的也报告（不用 .vscode/speech-draft.json 的忽略列表）',
    en: 'report what is ignored, too (the list in .vscode/speech-draft.json is not used)',
  }),
  lang: choice(['auto', 'zh', 'en'], 'auto', {
    zh: '提示语言，auto 随系统（LC_ALL、LANG）',
    en: 'language of the messages; auto follows the system (LC_ALL, LANG)',
  }),
  baseline: file('FILE', {
    zh: '基线文件：其中已有的发现不再报告，只有新出现的才算不通过',
    en: 'a baseline: findings that are in it are not reported; only new ones fail',
  }),
  'update-baseline': toggle({ zh: '把现有的发现全部写入 --baseline 的文件', en: 'write all present findings into the file of --baseline' }),
  'stdin-filename': file('NAME', {
    zh: '标准输入“-”在报告中的名字；是否按 Markdown 读、用哪里的设置和忽略列表，也由它定',
    en: 'the name of standard input in the report; settings, ignored findings and the format go by it',
  }),
  quiet: toggle({ zh: '只列发现和未读，不显示合计和进度', en: 'findings and unread files only: no sum, no progress' }),
} satisfies Record<string, OptionSpec<unknown>>;

/** Values of all options by name. */
export type OptionValues = { readonly [Name in keyof typeof options]: (typeof options)[Name]['default'] };
