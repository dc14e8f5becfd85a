/** Owns the report for people: one line a finding, what is unread, and a sum. */
import { plural } from '../../core/plural.ts';
import type { Bilingual } from '../../core/rules/meta.ts';
import type { Severity } from '../../core/rules/finding.ts';
import type { UnreadFile } from '../collect.ts';
import { placesIn } from './report.ts';
import type { ReportInput, Style } from './report.ts';

const severities = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '提示', en: 'information' },
  hint: { zh: '参考', en: 'hint' },
};
const styles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'gray' };

/** What was not checked, and why. */
export function notChecked({
  unread,
  skipped,
  wording,
  quiet,
  paint,
}: Pick<ReportInput, 'unread' | 'skipped' | 'wording' | 'quiet' | 'paint'>): readonly string[] {
  const reasons = (list: readonly UnreadFile[], style: Style, what: string): string[] =>
    list.map(({ path, reason }) => `${paint('bold', `${oneLine(path)}:`)} ${paint(style, what)}${wording.pick(reason)}\n`);
  return [
    ...reasons(unread, 'red', wording.pick({ zh: '未读：', en: 'unread: ' })),
    ...reasons(quiet ? [] : skipped, 'gray', wording.pick({ zh: '未检查：', en: 'not checked: ' })),
  ];
}

/** The report as text. */
export function* textReport(input: ReportInput): Iterable<string> {
  const { files, wording, quiet, paint } = input;
  for (const file of files) {
    const placeOf = placesIn(file.text);
    for (const finding of file.findings) {
      const { startLine, startColumn } = placeOf(finding);
      const place = paint('bold', `${oneLine(file.path)}:${startLine}:${startColumn}:`);
      const severity = paint(styles[finding.severity], wording.pick(severities[finding.severity]));
      const rule = paint('gray', `[${finding.rule}/${finding.kind}]`);
      yield `${place} ${severity} ${oneLine(wording.message(finding.rule, finding.message))} ${rule}\n`;
    }
  }
  yield* notChecked(input);
  if (!quiet) yield `${sumOf(input)}\n`;
}

/** What was done in all, in one sentence. */
export function sumOf(input: ReportInput): string {
  const { files } = input;
  const total = files.reduce((sum, file) => sum + file.findings.length, 0);
  return sentenceOf(input, {
    zh: `检查 ${files.length} 份讲稿，发现 ${total} 处`,
    en: `${files.length} ${plural(files.length, 'draft')} checked, ${total} ${plural(total, 'finding')}`,
  });
}

/** A sentence that goes on with what was left out, and why. */
export function sentenceOf({ unread, skipped, ignored, excluded, known = 0, wording }: ReportInput, ...main: Bilingual[]): string {
  const rest: readonly (readonly [number, string, string])[] = [
    [ignored, `已忽略 ${ignored} 处`, `${ignored} ignored`],
    [known, `另有 ${known} 处已在基线中`, `${known} more in the baseline`],
    [unread.length, `${unread.length} 个未读，未检查`, `${unread.length} unread and not checked`],
    [skipped.length, `另有 ${skipped.length} 个文件不是纯文本，未检查`, `${skipped.length} not plain text and not checked`],
    [excluded, `按 .speechdraftignore 排除 ${excluded} 个`, `${excluded} excluded by .speechdraftignore`],
  ];
  const parts = [...main, ...rest.flatMap(([count, zh, en]) => (count > 0 ? [{ zh, en }] : []))];
  return wording.pick({ zh: `${parts.map(({ zh }) => zh).join('；')}。`, en: `${parts.map(({ en }) => en).join('; ')}.` });
}

/** A name or message with no line break and no control of the terminal. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}
