/** Owns what the terminal shows of a check: text for people, JSON by the contract, SARIF for other tools. */
import { indexLines, positionAt } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { RuleMeta } from '../core/rules/meta.ts';
import type { ReadFile, UnreadFile } from './files.ts';

/** A file with what was found in it. */
export interface CheckedFile extends ReadFile {
  readonly findings: readonly Finding[];
}

/** What a report is made from. `pathOf` turns the uri of a related place into a path. */
export interface ReportInput {
  readonly files: readonly CheckedFile[];
  readonly unread: readonly UnreadFile[];
  readonly wording: Wording;
  readonly pathOf: (uri: string) => string;
}

/** The report for programs; see the contract of `--format json`. */
export function jsonReport({ files, unread, wording, pathOf }: ReportInput): string {
  const report = {
    version: 1,
    files: files.map((file) => {
      const lines = indexLines(file.text);
      return {
        path: file.path,
        encoding: file.encoding,
        characters: file.text.length,
        findings: file.findings.map((finding) => {
          const start = positionAt(lines, finding.start);
          const end = positionAt(lines, finding.end);
          return {
            rule: finding.rule,
            kind: finding.kind,
            severity: finding.severity,
            message: wording.message(finding.rule, finding.message),
            text: file.text.slice(finding.start, finding.end),
            start: finding.start,
            end: finding.end,
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
            ...(finding.group !== undefined && { group: finding.group }),
            related: (finding.related ?? []).map((place) => ({ path: pathOf(place.uri), start: place.start, end: place.end })),
          };
        }),
      };
    }),
    unread: unread.map(({ path, reason }) => ({ path, reason: wording.pick(reason) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The report for people: one line a finding, then a sum. */
export function textReport({ files, unread, wording }: ReportInput): string {
  const out: string[] = [];
  let total = 0;
  for (const file of files) {
    const lines = indexLines(file.text);
    for (const finding of file.findings) {
      const { line, character } = positionAt(lines, finding.start);
      total += 1;
      out.push(
        `${file.path}:${line + 1}:${character + 1}: ${severityName(finding, wording)} ${wording.message(finding.rule, finding.message)} [${finding.rule}/${finding.kind}]`,
      );
    }
  }
  for (const { path, reason } of unread) out.push(`${path}: ${wording.pick({ zh: '未读：', en: 'unread: ' })}${wording.pick(reason)}`);
  const skipped = unread.length > 0;
  out.push(
    wording.pick({
      zh: `检查 ${files.length} 份讲稿，发现 ${total} 处${skipped ? `；${unread.length} 个未读，未检查` : ''}。`,
      en: `${files.length} drafts checked, ${total} findings${skipped ? `; ${unread.length} unread and not checked` : ''}.`,
    }),
  );
  return `${out.join('\n')}\n`;
}

function severityName(finding: Finding, wording: Wording): string {
  const names = {
    error: { zh: '错误', en: 'error' },
    warning: { zh: '警告', en: 'warning' },
    information: { zh: '提示', en: 'information' },
    hint: { zh: '参考', en: 'hint' },
  };
  return wording.pick(names[finding.severity]);
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** The report in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS). */
export function sarifReport(input: ReportInput, metas: readonly RuleMeta[], version: string): string {
  const { files, unread, wording, pathOf } = input;
  const location = (path: string, text: string, span: { readonly start: number; readonly end: number }): object => {
    const lines = indexLines(text);
    const start = positionAt(lines, span.start);
    const end = positionAt(lines, span.end);
    return {
      physicalLocation: {
        artifactLocation: { uri: encodeURI(path) },
        region: {
          startLine: start.line + 1,
          startColumn: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
          charOffset: span.start,
          charLength: span.end - span.start,
        },
      },
    };
  };
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'speech-draft',
            version,
            rules: metas.map((meta) => ({
              id: meta.id,
              shortDescription: { text: wording.pick(meta.title) },
              fullDescription: { text: wording.pick(meta.why) },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            toolExecutionNotifications: unread.map(({ path, reason }) => ({
              level: 'error',
              message: { text: wording.pick(reason) },
              locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(path) } } }],
            })),
          },
        ],
        results: files.flatMap((file) =>
          file.findings.map((finding) => ({
            ruleId: finding.rule,
            level: levels[finding.severity],
            message: { text: wording.message(finding.rule, finding.message) },
            locations: [location(file.path, file.text, finding)],
            relatedLocations: (finding.related ?? []).map((place, id) => ({
              id,
              ...location(pathOf(place.uri), texts.get(pathOf(place.uri)) ?? '', place),
            })),
            properties: { kind: finding.kind },
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(sarif, null, 2)}\n`;
}
