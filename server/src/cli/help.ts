/** Owns the help: what a person needs to use the command without reading anything else. */
import type { Language } from '../convert/wording.ts';
import { draftEndings } from '../files/draft-names.ts';
import { options } from './options.ts';
import type { OptionSpec } from './options.ts';

interface HelpWords {
  readonly usage: string;
  readonly options: string;
  /** How a default is shown behind what an option is for. */
  readonly byDefault: (value: string) => string;
  readonly examples: readonly (readonly [command: string, what: string])[];
  readonly rest: string;
}

const words: Readonly<Record<Language, HelpWords>> = {
  zh: {
    usage: `检查讲稿：找出漏填的占位符、重复的段落和套话、序号的毛病。

用法：
  speech-draft check [选项] 路径…      检查文件和文件夹；“-”表示标准输入
  speech-draft --help | --version

例：`,
    examples: [
      ['speech-draft check 讲话稿.txt', '检查一份'],
      ['speech-draft check 讲稿', '检查文件夹里的全部讲稿，并查各份之间的重复'],
      ['speech-draft check --fail-on error 讲话稿.txt', '只有漏填的数字、金额、日期等才算不通过'],
      ['speech-draft check --format json 讲稿 > 结果.json', '供程序读取'],
      ['speech-draft check --baseline 已知.json --update-baseline 讲稿', '把现有的发现记为已知，以后加 --baseline 已知.json 只报新的'],
      ['cat 讲话稿.md | speech-draft check --stdin-filename 讲话稿.md -', '检查标准输入'],
    ],
    options: '选项：',
    byDefault: (value) => `（默认 ${value}）`,
    rest: `文件夹中查找 ${draftEndings.join(' ')}，跳过 node_modules 和以点开头的文件夹；
.speechdraftignore（写法同 .gitignore）可以排除文件。路径可以用通配符：'讲稿/**/*.txt'。
没能读取的文件一律列为“未读”并说明原因，绝不当作没有问题。

退出码：0 没有发现 · 1 有达到 --fail-on 的发现 · 2 有文件未读，或调用有误
`,
  },
  en: {
    usage: `Checks Chinese speeches: placeholders left unfilled, repeated passages and stock phrases, slips of numbering.

Usage:
  speech-draft check [options] PATH…   checks files and folders; "-" is standard input
  speech-draft --help | --version

Examples:`,
    examples: [
      ['speech-draft check speech.txt', 'check one draft'],
      ['speech-draft check drafts', 'check all drafts of a folder, and repeats between them'],
      ['speech-draft check --fail-on error speech.txt', 'fail on unfilled figures, sums and dates only'],
      ['speech-draft check --format json drafts > report.json', 'for programs'],
      [
        'speech-draft check --baseline known.json --update-baseline drafts',
        'take present findings as known; with --baseline known.json only new ones are reported',
      ],
      ['cat speech.md | speech-draft check --stdin-filename speech.md -', 'check standard input'],
    ],
    options: 'Options:',
    byDefault: (value) => ` (default ${value})`,
    rest: `Folders are searched for ${draftEndings.join(' ')}; node_modules and folders that begin with a dot are
passed over, and so is what a .speechdraftignore names (written as .gitignore is).
Paths may be patterns: 'drafts/**/*.txt'.
A file that could not be read is listed as unread with its reason, and never taken for a clean one.

Exit code: 0 no findings · 1 findings at or above --fail-on · 2 something unread, or the call is wrong
`,
  },
};

/** The help in a language. */
export function help(language: Language): string {
  const own = words[language];
  const examples = own.examples.map(([command, what]) => `  ${command}\n      ${what}`);
  const table: readonly (readonly [string, OptionSpec<unknown>])[] = Object.entries(options);
  const lines = table.map(([name, option]) => {
    const byDefault = typeof option.default === 'string' ? own.byDefault(option.default) : '';
    return `  --${name}${option.shown === '' ? '' : ` ${option.shown}`}\n      ${option.help[language]}${byDefault}`;
  });
  return [own.usage, ...examples, '', own.options, ...lines, '', own.rest].join('\n');
}
