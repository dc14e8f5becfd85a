/** Owns the final check of a call: for every draft what is left, and one verdict. What is unread can never be finished. */
import { plural } from '../../core/plural.ts';
import { finalLines, verdict } from '../../convert/final.ts';
import { finalCheck } from '../../core/final/index.ts';
import { outlineOf } from '../../core/text/sections/index.ts';
import { draftOf } from '../draft.ts';
import { placesIn } from './report.ts';
import type { FinalReport, ReportInput } from './report.ts';
import { notChecked, oneLine, sentenceOf } from './text.ts';

/** How a speech is to be said. */
interface Stage {
  /** Characters a minute, or the name of a pace. */
  readonly pace: number | string;
  /** 0: no target. */
  readonly targetMinutes: number;
}

/** Looks at every file. `ruleFailed`: something was not looked at, so nobody can say that all is well. */
export function finalOf({ files, unread, metas }: ReportInput, { pace, targetMinutes }: Stage, ruleFailed: boolean): FinalReport {
  const checks = files.map((file) => {
    const draft = draftOf(file);
    return finalCheck({ draft, outline: outlineOf(draft), findings: file.findings, metas, pace, targetMinutes });
  });
  return { ready: !ruleFailed && unread.length === 0 && checks.every(({ ready }) => ready), targetMinutes, checks };
}

/** The report as text. */
export function* finalReport(input: ReportInput & { readonly final: FinalReport }): Iterable<string> {
  const { files, wording, final } = input;
  for (const [index, check] of final.checks.entries()) {
    const file = files[index];
    if (!file) continue;
    const placeOf = placesIn(file.text);
    const lines = finalLines(file.path, check, final.targetMinutes, wording, (offset) => {
      const { startLine, startColumn } = placeOf({ start: offset, end: offset });
      return { line: startLine, column: startColumn };
    });
    yield `${lines.map(oneLine).join('\n')}\n\n`;
  }
  yield* notChecked(input);
  const left = final.checks.filter(({ ready }) => !ready).length;
  yield `${sentenceOf(
    input,
    {
      zh: `定稿检查 ${files.length} 份讲稿：${verdict(final.ready, wording)}`,
      en: `Final check of ${files.length} ${plural(files.length, 'draft')}: ${verdict(final.ready, wording)}`,
    },
    ...(left > 0 ? [{ zh: `${left} 份还有要改的`, en: `${left} with things left` }] : []),
  )}\n`;
}
