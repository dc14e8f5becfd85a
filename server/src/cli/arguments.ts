/** Owns reading the arguments by the table of options. */
import { parseArgs } from 'node:util';
import type { Bilingual } from '../core/rules/meta.ts';
import { options } from './options.ts';
import type { OptionSpec, OptionValues } from './options.ts';

/** What the arguments ask for. `language` is what was asked for so far, for words about a call that is wrong. */
export type Call =
  | { readonly kind: 'check'; readonly paths: readonly string[]; readonly options: OptionValues }
  | { readonly kind: 'help' | 'version'; readonly options: OptionValues }
  | { readonly kind: 'wrong'; readonly reason: Bilingual; readonly options: OptionValues };

const table: Readonly<Record<string, OptionSpec<unknown>>> = options;

/** Reads the arguments behind the program's name. Never throws. */
export function readArguments(args: readonly string[]): Call {
  const values: Record<string, unknown> = Object.fromEntries(Object.entries(table).map(([name, option]) => [name, option.default]));
  const given = values as OptionValues;
  const positionals: string[] = [];
  let wrong: Bilingual | undefined;
  let plea: 'help' | 'version' | undefined;
  for (const token of tokensOf(args)) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const whole = args[token.index] ?? '';
    if (!whole.startsWith('--') && whole.length > 2) wrong ??= joined(whole);
    else if (token.name === 'help' || token.name === 'version') plea ??= token.name;
    else wrong ??= take(token, values);
  }
  if (plea) return { kind: plea, options: given };
  const [command, ...paths] = positionals;
  if (!wrong && command === undefined) wrong = { zh: '缺少命令 check', en: 'the command check is missing' };
  if (!wrong && command !== 'check') wrong = { zh: `没有命令 ${command}，只有 check`, en: `there is no command ${command}, only check` };
  if (!wrong && paths.length === 0) wrong = { zh: '没有指明要检查的文件或文件夹', en: 'no file or folder to check is named' };
  if (!wrong && given['update-baseline'] && given.baseline === undefined)
    wrong = { zh: '--update-baseline 需要用 --baseline 指明文件', en: '--update-baseline needs the file that --baseline names' };
  return wrong ? { kind: 'wrong', reason: wrong, options: given } : { kind: 'check', paths, options: given };
}

type Token = ReturnType<typeof tokensOf>[number];

function tokensOf(args: readonly string[]) {
  const types = Object.entries(table).map(
    ([name, option]) => [name, { type: option.type === 'switch' ? 'boolean' : 'string' } as const] as const,
  );
  return parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: { ...Object.fromEntries(types), help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } },
  }).tokens;
}

/** Options of one letter are never joined: `-highlights.txt` is a file, and no call for help. */
function joined(name: string): Bilingual {
  return {
    zh: `没有选项 ${name}；以“-”开头的文件名，前面请加 ./`,
    en: `there is no option ${name}; put ./ before the name of a file that begins with "-"`,
  };
}

/** Puts the value of one option in its place; a reason comes back where it is not one. */
function take(token: Token & { kind: 'option' }, values: Record<string, unknown>): Bilingual | undefined {
  const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
  if (!option) return { zh: `没有选项 ${token.rawName}`, en: `there is no option ${token.rawName}` };
  const { value } = token;
  if (option.type === 'switch') {
    if (value !== undefined) return { zh: `选项 ${token.rawName} 不带值`, en: `the option ${token.rawName} takes no value` };
    values[token.name] = true;
    return undefined;
  }
  // `--format --lang` forgot a value; `-` is standard input.
  if (value === undefined || value === '' || (!token.inlineValue && /^-./.test(value)))
    return { zh: `选项 ${token.rawName} 缺少值：${option.shown}`, en: `the option ${token.rawName} needs a value: ${option.shown}` };
  const read = option.read(value);
  if (read === undefined)
    return {
      zh: `选项 ${token.rawName} 没有值 ${value}，可用：${option.shown}`,
      en: `${value} is no value of ${token.rawName}: ${option.shown}`,
    };
  values[token.name] = option.repeats ? [...(values[token.name] as readonly unknown[]), ...(read as readonly unknown[])] : read;
  return undefined;
}
