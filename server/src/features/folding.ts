/** Owns what of a draft can be folded away: sections, and speeches where one file holds several. */
import { FoldingRangeKind } from 'vscode-languageserver';
import type { FoldingRange, Range } from 'vscode-languageserver';
import type { Draft } from '../core/text/draft.ts';
import type { Span } from '../core/text/span.ts';
import type { Outline, Section } from '../core/text/sections/index.ts';

/** One range for each section that takes more than one line, in order. */
export function foldingRanges(_draft: Draft, outline: Outline, toRange: (span: Span) => Range): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const fold = (span: Span): void => {
    const { start, end } = toRange(span);
    if (end.line > start.line) ranges.push({ startLine: start.line, endLine: end.line, kind: FoldingRangeKind.Region });
  };
  const walk = (sections: readonly Section[]): void => {
    for (const section of sections) {
      fold(section);
      walk(section.children);
    }
  };
  for (const speech of outline.speeches) {
    if (outline.speeches.length > 1) fold(speech);
    walk(speech.sections);
  }
  return ranges;
}
