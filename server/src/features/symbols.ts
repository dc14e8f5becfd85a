/** Owns the outline as LSP symbols: what breadcrumbs, the outline view and go-to-symbol show. */
import { SymbolKind } from 'vscode-languageserver';
import type { DocumentSymbol, Range } from 'vscode-languageserver';
import type { Draft } from '../core/text/draft.ts';
import type { Span } from '../core/text/span.ts';
import type { Outline, Section, Speech } from '../core/text/sections/index.ts';

const longestName = 60;

/** The sections of a draft; several speeches in one file are wrapped in one symbol each. */
export function documentSymbols(draft: Draft, outline: Outline, toRange: (span: Span) => Range): DocumentSymbol[] {
  const sections = (speech: Speech): DocumentSymbol[] => speech.sections.map((section) => symbolOf(section, toRange));
  if (outline.speeches.length < 2) return outline.speeches.flatMap(sections);
  return outline.speeches.map((speech, index) => {
    const title = speech.title ?? { start: speech.start, end: speech.start };
    return {
      name: shortened(draft.text.slice(title.start, title.end)) || String(index + 1),
      kind: SymbolKind.File,
      range: toRange(speech),
      selectionRange: toRange(title),
      children: sections(speech),
    };
  });
}

function symbolOf(section: Section, toRange: (span: Span) => Range): DocumentSymbol {
  return {
    name: shortened(`${section.marker}${section.title}`) || '…',
    kind: section.kind === 'item' ? SymbolKind.Field : SymbolKind.String,
    range: toRange(section),
    selectionRange: toRange(section.head),
    children: section.children.map((child) => symbolOf(child, toRange)),
  };
}

/** One line, cut between code points. */
function shortened(name: string): string {
  const line = name.replace(/\s+/gu, ' ').trim();
  const units = [...line];
  return units.length <= longestName ? line : `${units.slice(0, longestName - 1).join('')}…`;
}
