/** Owns the words of the command line. */
import { parseArgs } from 'node:util';
import type { Severity } from '../core/rules/finding.ts';

/** Output formats. */
export const formats = ['text', 'json', 'sarif'] as const;
/** Encodings that files may be read as; `auto` takes UTF-8 and, with a byte order mark, UTF-16. */
export const encodings = ['auto', 'utf-8', 'gb18030', 'utf-16'] as const;
/** From which severity on the exit code is 1. */
export const failures = ['error', 'warning', 'information', 'none'] as const;

/** A call of `check`, understood. */
export interface CheckCall {
  readonly paths: readonly string[];
  readonly format: (typeof formats)[number];
  readonly encoding: (typeof encodings)[number];
  readonly failOn: (typeof failures)[number];
  readonly language: 'zh' | 'en';
}

/** What the arguments ask for. */
export type Call =
  | { readonly kind: 'check'; readonly check: CheckCall }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly reason: string };

/** The help text. */
export const help = `用法 Usage:
  speech-draft check [选项 options] 路径 PATH…     检查讲稿；“-”表示标准输入 / check drafts; "-" is standard input
  speech-draft --help | --version

选项 Options:
  --format text|json|sarif                        输出格式，默认 text / output format
  --encoding auto|utf-8|gb18030|utf-16            文件编码，默认 auto / encoding of the files
  --fail-on error|warning|information|none        达到该级别时退出码为 1，默认 warning / severity that makes the exit code 1
  --lang zh|en                                    提示语言，默认 zh / language of the messages

文件夹会查找其中的 .txt .md .markdown .speech .jianggao。 Folders are searched for drafts with these endings.
退出码 Exit code: 0 没有问题 clean · 1 有发现 findings · 2 有文件未读或调用有误 something unread, or the call is wrong
`;

/** Reads the arguments behind the program's name. Never throws. */
export function readArguments(args: readonly string[]): Call {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        encoding: { type: 'string', default: 'auto' },
        'fail-on': { type: 'string', default: 'warning' },
        lang: { type: 'string', default: 'zh' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
    if (values.help === true) return { kind: 'help' };
    if (values.version === true) return { kind: 'version' };
    const [command, ...paths] = positionals;
    if (command === undefined) return { kind: 'wrong', reason: '缺少命令 no command (check)' };
    if (command !== 'check') return { kind: 'wrong', reason: `没有此命令 unknown command: ${command}` };
    if (paths.length === 0) return { kind: 'wrong', reason: '没有指定文件 no path given' };
    const check: CheckCall = {
      paths,
      format: oneOf('format', values.format, formats),
      encoding: oneOf('encoding', values.encoding, encodings),
      failOn: oneOf('fail-on', values['fail-on'], failures),
      language: oneOf('lang', values.lang, ['zh', 'en'] as const),
    };
    return { kind: 'check', check };
  } catch (error) {
    return { kind: 'wrong', reason: error instanceof Error ? error.message : String(error) };
  }
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`--${name} ${value}: ${allowed.join(' | ')}`);
  return found;
}

/** Whether a finding of a severity makes the call fail. */
export function fails(severity: Severity, failOn: CheckCall['failOn']): boolean {
  const order: readonly string[] = ['hint', 'information', 'warning', 'error'];
  return failOn !== 'none' && order.indexOf(severity) >= order.indexOf(failOn);
}
