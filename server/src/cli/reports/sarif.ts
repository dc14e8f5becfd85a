/** Owns the report for other tools: Static Analysis Results Interchange Format 2.1.0 (OASIS). */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Severity } from '../../core/rules/finding.ts';
import type { RuleMeta } from '../../core/rules/meta.ts';
import type { Span } from '../../core/text/span.ts';
import { version } from '../../version.ts';
import { fingerprints } from '../anchors.ts';
import { pieces } from './pieces.ts';
import type { Item, Whole } from './pieces.ts';
import { placesIn } from './report.ts';
import type { Place, ReportInput } from './report.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
const gravest: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Encodings by their names in the register of IANA, as the standard wants them (3.24.8). */
const registered: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
};

/** The report as SARIF. */
export function* sarifReport(input: ReportInput): Iterable<string> {
  const { files, unread, skipped, wording, metas } = input;
  const notification =
    (level: string) =>
    ({ path, reason }: ReportInput['unread'][number]): Whole => ({
      level,
      message: { text: wording.pick(reason) },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
    });
  const executionSuccessful = unread.length === 0;
  yield* pieces({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'speech-draft', version, rules: metas.map((meta) => ruleEntry(meta, input)) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          { executionSuccessful, toolExecutionNotifications: [...unread.map(notification('error')), ...skipped.map(notification('note'))] },
        ],
        artifacts: files.map(({ path, encoding }) => ({
          location: { uri: uriOf(path) },
          roles: ['analysisTarget'],
          mimeType: 'text/plain',
          encoding: registered[encoding],
        })),
        results: results(input),
      },
    ],
  });
  yield '\n';
}

function ruleEntry(meta: RuleMeta, { wording }: ReportInput): Whole {
  const worst = gravest.find((severity) => meta.kinds.some((kind) => kind.severity === severity)) ?? 'warning';
  const examples = meta.examples.map(({ bad, good }) => `✗ ${bad}\n\n✓ ${good}`);
  return {
    id: meta.id,
    shortDescription: { text: wording.pick(meta.title) },
    fullDescription: { text: wording.pick(meta.why) },
    help: {
      text: `${wording.pick(meta.why)}\n${wording.pick(meta.whenNot)}`,
      markdown: [wording.pick(meta.why), ...examples, wording.pick(meta.whenNot)].join('\n\n'),
    },
    defaultConfiguration: { level: levels[worst] },
  };
}

function* results({ files, wording, metas }: ReportInput): Iterable<Item> {
  const texts = new Map(files.map((file, index) => [file.path, { text: file.text, index }]));
  const places = new Map<string, (span: Span) => Place>();
  const location = (path: string, span: Span): { readonly physicalLocation: Whole } => {
    const known = texts.get(path);
    const placeOf = places.get(path) ?? placesIn(known?.text ?? '');
    places.set(path, placeOf);
    return { physicalLocation: { artifactLocation: { uri: uriOf(path), index: known?.index }, region: { ...placeOf(span) } } };
  };
  for (const { path, text, findings } of files) {
    const prints = fingerprints(text, findings);
    for (const [at, finding] of findings.entries()) {
      const related = finding.related ?? [];
      yield {
        ruleId: finding.rule,
        ruleIndex: metas.findIndex((meta) => meta.id === finding.rule),
        level: levels[finding.severity],
        message: { text: wording.message(finding.rule, finding.message) },
        locations: [location(path, finding)],
        relatedLocations: related.length > 0 ? related.map((place, id) => ({ id, ...location(place.uri, place) })) : undefined,
        partialFingerprints: { 'speechDraft/v1': prints[at] },
        properties: { kind: finding.kind, group: finding.group },
      };
    }
  }
}

/** A path as a URI reference: relative ones stay relative, every part is escaped (3.4.3). */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  const parts = (process.platform === 'win32' ? path.replaceAll('\\', '/') : path).replace(/^(?:\.\/)+/, '').split('/');
  return parts.map(encodeURIComponent).join('/');
}
