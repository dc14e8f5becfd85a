/** Owns the report for people: one line a finding, what is unread, and a sum. */
import type { Wording } from '../../convert/wording.ts';
import type { Severity } from '../../core/rules/finding.ts';
import type { UnreadFile } from '../collect.ts';
import { placesIn } from './report.ts';
import type { ReportInput } from './report.ts';

const severities = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '提示', en: 'information' },
  hint: { zh: '参考', en: 'hint' },
};

/** What a severity is called. */
export function severityName(severity: Severity, wording: Wording): string {
  return wording.pick(severities[severity]);
}

/** What was not checked, and why. */
export function notChecked({ unread, skipped, wording }: Pick<ReportInput, 'unread' | 'skipped' | 'wording'>): readonly string[] {
  const reasons = (list: readonly UnreadFile[], what: string): string[] =>
    list.map(({ path, reason }) => `${path}: ${what}${wording.pick(reason)}\n`);
  return [
    ...reasons(unread, wording.pick({ zh: '未读：', en: 'unread: ' })),
    ...reasons(skipped, wording.pick({ zh: '未检查：', en: 'not checked: ' })),
  ];
}

/** The report as text. */
export function* textReport({ files, unread, skipped, ignored, wording }: ReportInput): Iterable<string> {
  let total = 0;
  for (const file of files) {
    const placeOf = placesIn(file.text);
    for (const finding of file.findings) {
      const { startLine, startColumn } = placeOf(finding);
      const name = severityName(finding.severity, wording);
      total += 1;
      yield `${file.path}:${startLine}:${startColumn}: ${name} ${wording.message(finding.rule, finding.message)} [${finding.rule}/${finding.kind}]\n`;
    }
  }
  yield* notChecked({ unread, skipped, wording });
  const sum = {
    zh: [
      `检查 ${files.length} 份讲稿，发现 ${total} 处`,
      ignored > 0 && `已忽略 ${ignored} 处`,
      unread.length > 0 && `${unread.length} 个未读，未检查`,
      skipped.length > 0 && `另有 ${skipped.length} 个文件不是纯文本，未检查`,
    ],
    en: [
      `${files.length} drafts checked, ${total} findings`,
      ignored > 0 && `${ignored} ignored`,
      unread.length > 0 && `${unread.length} unread and not checked`,
      skipped.length > 0 && `${skipped.length} files that are not plain text not checked`,
    ],
  };
  yield `${wording.pick({ zh: `${sum.zh.filter(Boolean).join('；')}。`, en: `${sum.en.filter(Boolean).join('; ')}.` })}\n`;
}
