/** Owns what a report is made from, and what every report needs. */
import { indexLines, positionAt } from '../../convert/positions.ts';
import type { Wording } from '../../convert/wording.ts';
import type { FinalCheck } from '../../core/final/index.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { RuleMeta } from '../../core/rules/meta.ts';
import type { Span } from '../../core/text/span.ts';
import type { UnreadFile } from '../collect.ts';
import type { ReadFile } from '../read.ts';

/** A file with what was found in it. */
export interface CheckedFile extends ReadFile {
  readonly findings: readonly Finding[];
}

/** The final check of a call. */
export interface FinalReport {
  readonly ready: boolean;
  readonly targetMinutes: number;
  /** One for each file, in the same order. */
  readonly checks: readonly FinalCheck[];
}
/** How a piece of the text report may stand out. */
export type Style = 'bold' | 'red' | 'yellow' | 'cyan' | 'gray';

/** What a report is made from. Files and findings are in order. */
export interface ReportInput {
  readonly files: readonly CheckedFile[];
  readonly unread: readonly UnreadFile[];
  /** Documents of other programs that lie beside the drafts. */
  readonly skipped: readonly UnreadFile[];
  /** How many findings are left out because a person chose to ignore them. */
  readonly ignored: number;
  /** What the final check says, where it was asked for. */
  readonly final?: FinalReport;
  /** How many files and folders an ignore file left out. */
  readonly excluded: number;
  /** How many findings were left out because the baseline knows them; `undefined` without a baseline. */
  readonly known?: number;
  readonly wording: Wording;
  readonly metas: readonly RuleMeta[];
  /** Findings and what is unread only, no sum. */
  readonly quiet: boolean;
  /** Makes a text stand out on a terminal that can. */
  readonly paint: (style: Style, text: string) => string;
}

/** A report in pieces: all of a large report at once may be more than a string can hold. */
export type Report = (input: ReportInput) => Iterable<string>;

/** Where a span stands: lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface Place {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Finds places in one text; its lines are counted once. */
export function placesIn(text: string): (span: Span) => Place {
  const lines = indexLines(text);
  return (span) => {
    const start = positionAt(lines, span.start);
    const end = positionAt(lines, span.end);
    return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
  };
}
