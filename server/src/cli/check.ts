/** Owns a check from the paths to the report: reads drafts, puts them all on one desk, and says how it went. */
import { Wording } from '../convert/wording.ts';
import type { Language } from '../convert/wording.ts';
import { metas } from '../core/rules/index.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import type { Severity } from '../core/rules/finding.ts';
import type { Settings } from '../settings/parse.ts';
import type { Ending } from '../words/ending.ts';
import { Baseline, CannotGoOn } from './baseline.ts';
import { readBeside } from './beside.ts';
import type { Beside } from './beside.ts';
import { byCodeUnit, collect, namesOneOf } from './collect.ts';
import type { UnreadFile } from './collect.ts';
import { look } from './look.ts';
import type { OptionValues } from './options.ts';
import { readDraft, textOf } from './read.ts';
import type { ReadFile } from './read.ts';
import { finalOf, finalReport } from './reports/final.ts';
import { reports } from './reports/index.ts';
import type { CheckedFile, ReportInput } from './reports/report.ts';
import { painter } from './terminal.ts';

/** Exit codes, by the contract. */
export const exitCodes = { clean: 0, findings: 1, trouble: 2, interrupted: 130 } as const;

/** What `check` is given. All of it can be sent to another thread, except what tells the person. */
export interface CheckCall {
  readonly paths: readonly string[];
  readonly options: OptionValues;
  readonly language: Language;
  /** The folder of the bundles, where the dictionary lies. */
  readonly home: string;
  /** Ends the threads of the dictionary. */
  readonly ending: Ending;
  /** Whether the report may be coloured. */
  readonly colour: boolean;
  /** The bytes of standard input, or why there are none, where the paths name it. */
  readonly input?: Uint8Array | Bilingual;
}

/** How a check tells the person what it does, beside the report. */
export interface Teller {
  readonly say: (line: string) => void;
  /** `done` of `total` drafts are read, or looked at. */
  readonly progress: (stage: Stage, done: number, total: number) => void;
}

/** What a check is at: reading files, looking at drafts one by one, or at all of them together. */
export type Stage = 'read' | 'look' | 'compare';

/** What came of it. The report is in pieces, to be written one after another. */
export interface Outcome {
  readonly report: Iterable<string>;
  readonly exitCode: number;
}

/** Checks all drafts that the paths name. */
export async function check(call: CheckCall, teller: Teller): Promise<Outcome> {
  try {
    return await checked(call, teller);
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    teller.say(error.reason[call.language]);
    return { report: [], exitCode: exitCodes.trouble };
  }
}

async function checked(call: CheckCall, teller: Teller): Promise<Outcome> {
  const { options, language } = call;
  const baseline = options.baseline === undefined ? undefined : new Baseline(options.baseline, options['update-baseline']);
  const collected = collect(call.paths);
  const named = collected.paths.map((path) => (path === '-' ? (options['stdin-filename'] ?? path) : path));
  const beside = await readBeside(named, options, (fault) => teller.say(fault[language]));
  const { files, unread } = readAll(collected.paths, call, beside.settings, teller);
  const { looked, ruleFailed } = await look(files, beside, call, named, teller);
  const { left, ignored } = withoutIgnored(looked, beside);
  if (options['update-baseline']) baseline?.update(left);
  const input: ReportInput = {
    files: left,
    unread: [...collected.unread, ...unread, ...beside.sheets.unread].sort(byPath),
    skipped: collected.skipped,
    excluded: collected.excluded,
    ignored,
    wording: new Wording(language, metas),
    metas,
    quiet: options.quiet,
    paint: painter(call.colour),
  };
  const trouble = input.unread.length > 0 || ruleFailed;
  if (options.final) {
    const { pace, targetMinutes } = beside.settings.stage;
    const final = finalOf(input, { pace, targetMinutes: options['target-minutes'] ?? targetMinutes }, ruleFailed);
    const report = options.format === 'text' ? finalReport({ ...input, final }) : reports[options.format]({ ...input, final });
    return { report, exitCode: trouble ? exitCodes.trouble : final.ready ? exitCodes.clean : exitCodes.findings };
  }
  const fresh = baseline?.fresh(left) ?? { files: left };
  const report = reports[options.format]({ ...input, ...fresh });
  if (trouble) return { report, exitCode: exitCodes.trouble };
  const failing = fresh.files.some((file) => file.findings.some((finding) => fails(finding.severity, options['fail-on'])));
  return { report, exitCode: failing ? exitCodes.findings : exitCodes.clean };
}

function withoutIgnored(all: readonly CheckedFile[], { quiet }: Beside): { left: CheckedFile[]; ignored: number } {
  let ignored = 0;
  const left = all.map((file): CheckedFile => {
    const parted = quiet(file.path, file.text, file.findings);
    ignored += parted.ignored;
    return { ...file, findings: parted.findings };
  });
  return { left, ignored };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return byCodeUnit(a.path, b.path);
}

function readAll(
  paths: readonly string[],
  call: CheckCall,
  settings: Settings,
  { progress }: Teller,
): { files: readonly ReadFile[]; unread: readonly UnreadFile[] } {
  const files: ReadFile[] = [];
  const unread: UnreadFile[] = [];
  for (const [index, path] of paths.entries()) {
    const result = path === '-' ? inputOf(call, paths, settings) : readDraft(path, call.options.encoding, settings.maxCharacters);
    if ('text' in result) files.push(result);
    else unread.push(result);
    progress('read', index + 1, paths.length);
  }
  return { files: files.sort(byPath), unread };
}

function inputOf(
  { options, paths: given, input = new Uint8Array() }: CheckCall,
  paths: readonly string[],
  settings: Settings,
): ReadFile | UnreadFile {
  const path = options['stdin-filename'] ?? '-';
  if (path !== '-' && (given.includes(path) || namesOneOf(path, paths)))
    return { path: '-', reason: { zh: `与另一个要检查的文件同名：${path}`, en: `it is called as another file to check: ${path}` } };
  return input instanceof Uint8Array ? textOf(path, input, options.encoding, settings.maxCharacters) : { path, reason: input };
}

/** Whether a finding of a severity makes the call fail. */
function fails(severity: Severity, failOn: OptionValues['fail-on']): boolean {
  const order: readonly string[] = ['hint', 'information', 'warning', 'error'];
  return failOn !== 'none' && order.indexOf(severity) >= order.indexOf(failOn);
}
