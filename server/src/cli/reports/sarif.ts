/** Owns the report for other tools: Static Analysis Results Interchange Format 2.1.0 (OASIS). */
import type { Span } from '../../core/text/span.ts';
import { version } from '../../version.ts';
import { placesIn } from './report.ts';
import type { Place, ReportInput } from './report.ts';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** The report as SARIF. */
export function* sarifReport({ files, unread, wording, metas }: ReportInput): Iterable<string> {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const places = new Map<string, (span: Span) => Place>();
  const location = (path: string, span: Span): object => {
    const placeOf = places.get(path) ?? placesIn(texts.get(path) ?? '');
    places.set(path, placeOf);
    return {
      physicalLocation: {
        artifactLocation: { uri: encodeURI(path) },
        region: { ...placeOf(span), charOffset: span.start, charLength: span.end - span.start },
      },
    };
  };
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
            locations: [location(file.path, finding)],
            relatedLocations: (finding.related ?? []).map((place, id) => ({ id, ...location(place.uri, place) })),
            properties: { kind: finding.kind },
          })),
        ),
      },
    ],
  };
  yield `${JSON.stringify(sarif, null, 2)}\n`;
}
