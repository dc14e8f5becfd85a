/** Owns the list of output formats: an entry here makes `--format` know it. */
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import type { Report } from './report.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

/** A name of an output format. */
export type Format = 'text' | 'json' | 'sarif' | 'github';

/** The reports by the name of their format. */
export const reports: Readonly<Record<Format, Report>> = { text: textReport, json: jsonReport, sarif: sarifReport, github: githubReport };

/** Output formats in the order of the help. */
export const formats = Object.keys(reports) as readonly Format[];
