/** Owns annotations of a code host: workflow commands of GitHub Actions, `::error file=…::message`. */
import type { Severity } from '../../core/rules/finding.ts';
import { placesIn } from './report.ts';
import type { ReportInput } from './report.ts';
import { oneLine, sumOf } from './text.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** The report as workflow commands, one a line, with the sum as a plain line at the end. */
export function* githubReport(input: ReportInput): Iterable<string> {
  const { files, unread, skipped, wording, quiet } = input;
  for (const { path, text, findings } of files) {
    const placeOf = placesIn(text);
    for (const finding of findings) {
      const { startLine, startColumn, endLine, endColumn } = placeOf(finding);
      // Columns only count inside one line; the last column is part of the annotation.
      const columns = startLine === endLine ? { col: startColumn, endColumn: Math.max(startColumn, endColumn - 1) } : {};
      const properties = { file: path, line: startLine, endLine, ...columns, title: `${finding.rule}/${finding.kind}` };
      yield command(commands[finding.severity], properties, wording.message(finding.rule, finding.message));
    }
  }
  for (const { path, reason } of unread)
    yield command('error', { file: path }, wording.pick({ zh: `未读：${reason.zh}`, en: `unread: ${reason.en}` }));
  if (quiet) return;
  for (const { path, reason } of skipped)
    yield command('notice', { file: path }, wording.pick({ zh: `未检查：${reason.zh}`, en: `not checked: ${reason.en}` }));
  yield `${sumOf(input)}\n`;
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${name} ${list.join(',')}::${escaped(message)}\n`;
}

function escaped(text: string): string {
  return oneLine(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}
