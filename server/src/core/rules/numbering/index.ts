/** Owns the numbering rule: numbers that do not run on, wrong levels and marks, announced counts, a draft that breaks off. */
import type { Part, WholeRule } from '../rule.ts';
import type { Finding } from '../finding.ts';
import { bySpan } from '../../text/span.ts';
import type { Draft } from '../../text/draft.ts';
import { readParagraph } from '../../text/sections/index.ts';
import type { Outline, Speech } from '../../text/sections/index.ts';
import { judgeCounts } from './counts.ts';
import { fixesOf } from './fixes.ts';
import { holds, movedDetail } from './hold.ts';
import { judgeLevel, judgeMarks, judgeRow } from './judge.ts';
import type { Detail } from './judge.ts';
import { numberingMeta } from './meta.ts';
import { judgeMixed } from './mixed.ts';
import { readNotes } from './read.ts';
import type { ParagraphNotes } from './read.ts';
import { headRows, listRow } from './rows.ts';
import type { Row } from './rows.ts';
import { judgeEnd, judgePairs } from './whole.ts';

export type { ParagraphNotes } from './read.ts';

export const numbering: WholeRule<ParagraphNotes> = {
  meta: numberingMeta,
  read: (paragraph, draft, _options, structure = () => readParagraph(paragraph, draft.format)) => readNotes(paragraph, structure()),
  judge(parts, { draft, options, outline: outlineOf }) {
    const outline = outlineOf();
    const findings: Finding[] = [];
    for (const speech of outline.speeches)
      findings.push(...judgeSpeech(parts, outline, speech, draft, options['marks'] !== false, options['counts'] !== false));
    if (options['unfinished'] !== false) {
      const ends = outline.speeches.flatMap((speech) => judgeEnd(parts, outline, speech, draft));
      // A quotation or bracket that the end of the text cut off is told once.
      const cut = (at: number): boolean => ends.some((end) => at >= end.start - 1 && at < end.end);
      findings.push(...ends, ...judgePairs(parts, draft).filter((finding) => !cut(finding.start)));
    }
    return findings.sort((a, b) => bySpan(a, b) || a.kind.localeCompare(b.kind));
  },
  holds,
  moved: (detail, before, now, shift) => movedDetail(detail as Detail, before, now, shift),
  fixes: (finding, _findings, draft) => fixesOf(finding, draft),
};

function judgeSpeech(
  parts: readonly Part<ParagraphNotes>[],
  outline: Outline,
  speech: Speech,
  draft: Draft,
  marks: boolean,
  counts: boolean,
): Finding[] {
  const { rows: heads, wrong } = headRows(draft, outline, speech);
  const items = outline.lists
    .filter((list) => list.members.every(({ paragraph }) => paragraph >= speech.firstParagraph && paragraph < speech.endParagraph))
    .map(listRow);
  const found = [...heads, ...items].sort((a, b) => (a.members[0]?.at.start ?? 0) - (b.members[0]?.at.start ?? 0));
  const { findings: mixed, rows } = judgeMixed(found, draft);
  const counted = counts ? judgeCounts(parts, rows, speech, outline, draft) : { findings: [], announced: new Map<number, number>() };
  const holders = new Set(wrong.filter((item) => item.style === undefined).map((item) => item.model.at.start));
  const findings = [...mixed, ...wrong.map((item) => judgeLevel(item, draft))];
  for (const row of rows) {
    findings.push(...judgeRow(row, draft, counted.announced, isExcerpt(row, speech), holders.has(row.members[0]?.at.start ?? -1)));
    if (marks) findings.push(...judgeMarks(row, draft));
  }
  findings.push(...counted.findings);
  return findings;
}

/** Whether a row opens the text without any title before it: then the text is a part of something longer. */
function isExcerpt(row: Row, speech: Speech): boolean {
  return (
    row.kind === 'heads' &&
    row.members[0]?.paragraph === speech.bodyParagraph &&
    speech.title === undefined &&
    speech.salutation === undefined
  );
}
