/** Owns turning findings into LSP diagnostics. */
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Finding, Severity } from '../core/rules/finding.ts';
import { positionAt, rangeOf } from './positions.ts';
import type { LineIndex } from './positions.ts';
import type { Wording } from './wording.ts';

/** The `source` of every diagnostic. */
export const source = 'speech-draft';

/** What a diagnostic carries for the answer to it. */
export interface DiagnosticData {
  readonly kind: string;
  readonly group?: string;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Where a rule is explained, if the product knows an address for its pages. */
export type RulePage = (rule: string) => string | undefined;

/** What converting needs besides the finding. */
export interface DiagnosticContext {
  readonly lines: LineIndex;
  readonly wording: Wording;
  readonly page: RulePage;
  /** The lines of another open draft, for related places. */
  readonly linesOf: (uri: string) => LineIndex | undefined;
}

/** One finding as a diagnostic that lists the first `most` of its related places. */
export function toDiagnostic(finding: Finding, context: DiagnosticContext, most = Infinity): Diagnostic {
  const related = relatedOf(finding, context, most);
  return {
    range: rangeOf(context.lines, finding),
    ...whatIsSaid(finding, context),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

/** The part of a diagnostic that hangs on no place. */
export function whatIsSaid(finding: Finding, { wording, page }: Pick<DiagnosticContext, 'wording' | 'page'>): Omit<Diagnostic, 'range'> {
  const data: DiagnosticData = { kind: finding.kind, ...(finding.group !== undefined && { group: finding.group }) };
  const href = page(finding.rule);
  return {
    severity: severities[finding.severity],
    source,
    code: finding.rule,
    ...(href !== undefined && { codeDescription: { href } }),
    message: wording.message(finding.rule, finding.message),
    data,
  };
}

/** The first `most` of the related places of a finding that can be told; a draft that nobody knows any more cannot. */
export function relatedOf(finding: Finding, { wording, linesOf }: DiagnosticContext, most: number): DiagnosticRelatedInformation[] {
  if (finding.related === undefined || most <= 0) return [];
  return finding.related.slice(0, most).flatMap((place) => {
    const lines = linesOf(place.uri);
    if (!lines) return [];
    const message = place.message ? wording.message(finding.rule, place.message) : lines.text.slice(place.start, place.start + 20);
    return [{ location: { uri: place.uri, range: { start: positionAt(lines, place.start), end: positionAt(lines, place.end) } }, message }];
  });
}
