/** Owns a check from the paths to the report: reads drafts, puts them all on one desk, and says how it went. */
import { Wording } from '../convert/wording.ts';
import type { Language } from '../convert/wording.ts';
import { createEchoRules } from '../core/echoes/rules.ts';
import { together } from '../core/engine/across.ts';
import { createDesk } from '../core/engine/desk.ts';
import { createFigureRule } from '../core/rules/figure/index.ts';
import { createRules, metas } from '../core/rules/index.ts';
import type { Severity } from '../core/rules/finding.ts';
import type { Settings } from '../settings/parse.ts';
import { Segmenter } from '../words/segmenter.ts';
import { readBeside } from './beside.ts';
import type { Beside } from './beside.ts';
import { byCodeUnit, collect } from './collect.ts';
import type { Collected } from './collect.ts';
import { draftOf } from './draft.ts';
import type { OptionValues } from './options.ts';
import { readDraft, readStandardInput } from './read.ts';
import type { ReadFile } from './read.ts';
import { finalOf, finalReport } from './reports/final.ts';
import { reports } from './reports/index.ts';
import type { CheckedFile } from './reports/report.ts';

/** Exit codes, by the contract. */
export const exitCodes = { clean: 0, findings: 1, trouble: 2, interrupted: 130 } as const;

/** What `check` is given. */
export interface CheckCall {
  readonly paths: readonly string[];
  readonly options: OptionValues;
  readonly language: Language;
  /** The folder of the bundles, where the dictionary lies. */
  readonly home: string;
  /** Says a thing to the person, beside the report. */
  readonly say: (line: string) => void;
}

/** What came of it. The report is in pieces, to be written one after another. */
export interface Outcome {
  readonly report: Iterable<string>;
  readonly exitCode: number;
}

/** Checks all drafts that the paths name. */
export async function check(call: CheckCall): Promise<Outcome> {
  const { options, language, say } = call;
  const collected = collect(call.paths);
  const beside = readBeside(collected.paths, options, (fault) => say(fault[language]));
  const { files, unread, skipped } = await readAll(collected, options, beside.settings);
  const { checked: all, ruleFailed } = await look(files, beside.settings, call);
  const { checked, ignored } = withoutIgnored(all, beside);
  const input = { files: checked, unread, skipped, ignored, wording: new Wording(language, metas), metas };
  const trouble = unread.length > 0 || ruleFailed;
  if (options.final) {
    const { pace, targetMinutes } = beside.settings.stage;
    const final = finalOf(input, { pace, targetMinutes: options['target-minutes'] ?? targetMinutes }, ruleFailed);
    const report = options.format === 'text' ? finalReport({ ...input, final }) : reports[options.format]({ ...input, final });
    return { report, exitCode: trouble ? exitCodes.trouble : final.ready ? exitCodes.clean : exitCodes.findings };
  }
  const report = reports[options.format](input);
  if (trouble) return { report, exitCode: exitCodes.trouble };
  const failing = checked.some((file) => file.findings.some((finding) => fails(finding.severity, options['fail-on'])));
  return { report, exitCode: failing ? exitCodes.findings : exitCodes.clean };
}

function withoutIgnored(all: readonly CheckedFile[], { quiet }: Beside): { checked: CheckedFile[]; ignored: number } {
  let ignored = 0;
  const checked = all.map((file): CheckedFile => {
    const left = quiet(file.path, file.text, file.findings);
    ignored += left.ignored;
    return { ...file, findings: left.findings };
  });
  return { checked, ignored };
}

interface ReadFiles extends Omit<Collected, 'paths'> {
  readonly files: readonly ReadFile[];
}

async function readAll(collected: Collected, options: OptionValues, settings: Settings): Promise<ReadFiles> {
  const files: ReadFile[] = [];
  const unread = [...collected.unread];
  for (const path of collected.paths) {
    const read = path === '-' ? readStandardInput : readDraft;
    const result = await read(path, options.encoding, settings.maxCharacters);
    if ('text' in result) files.push(result);
    else unread.push(result);
  }
  return { files, unread: unread.sort((a, b) => byCodeUnit(a.path, b.path)), skipped: collected.skipped };
}

/** Finds what there is to find in the drafts, which all lie on one desk. */
async function look(
  files: readonly ReadFile[],
  settings: Settings,
  call: CheckCall,
): Promise<{ checked: CheckedFile[]; ruleFailed: boolean }> {
  const words = new Segmenter(call.home, call.say);
  let ruleFailed = false;
  const onRuleFailure = (rule: string, error: unknown): void => {
    ruleFailed = true;
    call.say(`rule ${rule}: ${String(error)}`);
  };
  const across = together(createEchoRules(words), [createFigureRule(words)], onRuleFailure);
  const desk = createDesk({ rules: createRules(), across, words, onRuleFailure }, settings.desk);
  desk.putAll(files.map(draftOf));
  await words.ask(desk.wants(...files.map((file) => file.path)));
  desk.learn(files.map((file) => file.path));
  words.release();
  return { checked: files.map((file) => ({ ...file, findings: desk.findings(file.path) })), ruleFailed };
}

/** Whether a finding of a severity makes the call fail. */
function fails(severity: Severity, failOn: OptionValues['fail-on']): boolean {
  const order: readonly string[] = ['hint', 'information', 'warning', 'error'];
  return failOn !== 'none' && order.indexOf(severity) >= order.indexOf(failOn);
}
