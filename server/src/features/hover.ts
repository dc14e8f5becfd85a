/** Owns the hover over a finding: its sentence with the place marked, and what can be done. */
import { MarkupContent, MarkupKind } from 'vscode-languageserver';
import type { Hover, Position } from 'vscode-languageserver';
import { offsetAt, rangeOf } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import type { Desk } from '../core/engine/desk.ts';
import type { Snapshot } from '../documents/store.ts';

/** The most characters of a sentence that are shown on either side of the place. */
const around = 60;

/**
 * What is shown at a position, or `undefined` where there is no finding. `headline` says the finding's message first, for editors that do not show it above a hover by
 * themselves.
 */
export function hover(
  snapshot: Snapshot,
  desk: Desk,
  wording: Wording,
  position: Position,
  year: number,
  headline: boolean,
): Hover | undefined {
  const offset = offsetAt(snapshot.lines, position);
  const finding = desk.findings(snapshot.uri).find((candidate) => candidate.start <= offset && offset <= candidate.end);
  if (!finding) return undefined;
  const { text } = snapshot.lines;
  const from = sentenceStart(text, finding.start);
  const to = sentenceEnd(text, finding.end);
  const sentence = `${plain(text.slice(from, finding.start))}⟦${plain(text.slice(finding.start, finding.end))}⟧${plain(text.slice(finding.end, to))}`;
  const titles = desk.fixes(snapshot.uri, finding, { year }).map((fix) => `- ${plain(wording.message(finding.rule, fix.title))}`);
  const head = wording.pick({ zh: '可以：', en: 'You can:' });
  const value = [
    ...(headline ? [plain(wording.message(finding.rule, finding.message))] : []),
    `> ${sentence}`,
    ...(titles.length > 0 ? [`${head}\n\n${titles.join('\n')}`] : []),
  ].join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(snapshot.lines, finding) };
}

/** Two hovers over one place as one; the first says where. */
export function together(first: Hover | undefined, second: Hover | undefined): Hover | undefined {
  if (!first || !second) return first ?? second;
  const value = [first, second].map(({ contents }) => (MarkupContent.is(contents) ? contents.value : '')).join('\n\n---\n\n');
  return { ...first, contents: { kind: MarkupKind.Markdown, value } };
}

function sentenceStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < around && !/[。！？\r\n]/u.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

function sentenceEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < around && !/[\r\n]/.test(text[end] ?? '')) {
    end += 1;
    if (/[。！？]/u.test(text[end - 1] ?? '')) break;
  }
  return end;
}

/** The text with everything that Markdown would read as markup made literal. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&').replace(/[\r\n]+/g, ' ');
}
