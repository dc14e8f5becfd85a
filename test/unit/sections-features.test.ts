/** What an editor gets of the outline: symbols, folding, growing selections. */
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, Range, SelectionRange } from 'vscode-languageserver';
import { createDraft } from '../../server/src/core/text/draft.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import { outlineOf } from '../../server/src/core/text/sections/index.ts';
import { indexLines, rangeOf, spanOf } from '../../server/src/convert/positions.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { selectionRanges } from '../../server/src/features/selection.ts';
import { documentSymbols } from '../../server/src/features/symbols.ts';

interface Opened {
  readonly draft: Draft;
  readonly toRange: (span: Span) => Range;
  readonly slice: (range: Range) => string;
}

function open(text: string): Opened {
  const draft = createDraft({ uri: 'test:draft', version: 1, format: 'plain', text });
  const lines = indexLines(text);
  return {
    draft,
    toRange: (span) => rangeOf(lines, span),
    slice: (range) => {
      const span = spanOf(lines, range);
      return text.slice(span.start, span.end);
    },
  };
}

const text = `在会上的讲话\n同志们：\n一、甲方面\n要早谋划，早动手。\n（一）乙方面。一是抓早；二是抓实。\n\n二、丙方面\n要早见效。\n同志们，让我们一起努力！\n`;

describe('symbols', () => {
  it('names and nesting', () => {
    const { draft, toRange } = open(text);
    const names = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
      symbols.flatMap((symbol) => [`${'  '.repeat(depth)}${symbol.name}`, ...names(symbol.children ?? [], depth + 1)]);
    expect(names(documentSymbols(draft, outlineOf(draft), toRange))).toEqual([
      '一、甲方面',
      '  （一）乙方面',
      '    一是抓早',
      '    二是抓实',
      '二、丙方面',
    ]);
  });
  it('selection ranges are the headings and lie in the ranges', () => {
    const { draft, toRange, slice } = open(text);
    const [first] = documentSymbols(draft, outlineOf(draft), toRange);
    expect(first && slice(first.selectionRange)).toBe('一、甲方面');
    expect(first && slice(first.range)).toBe('一、甲方面\n要早谋划，早动手。\n（一）乙方面。一是抓早；二是抓实。');
  });
  it('several speeches get a symbol each', () => {
    const { draft, toRange } = open(`在甲会上的讲话\n同志们：\n一、甲\n好。\n谢谢大家！\n在乙会上的讲话\n同志们：\n一、乙\n好。\n`);
    expect(documentSymbols(draft, outlineOf(draft), toRange).map((symbol) => [symbol.name, symbol.children?.length])).toEqual([
      ['在甲会上的讲话', 1],
      ['在乙会上的讲话', 1],
    ]);
  });
  it('a heading without words has a name all the same', () => {
    const { draft, toRange } = open('一、\n好。\n');
    expect(documentSymbols(draft, outlineOf(draft), toRange).map((symbol) => symbol.name)).toEqual(['一、']);
  });
});

describe('folding', () => {
  it('sections of more than one line', () => {
    const { draft, toRange } = open(text);
    expect(foldingRanges(draft, outlineOf(draft), toRange).map((range) => [range.startLine, range.endLine])).toEqual([
      [2, 4],
      [6, 7],
    ]);
  });
});

describe('growing selections', () => {
  const chain = (source: string, words: string): string[] => {
    const { draft, toRange, slice } = open(source);
    const pieces: string[] = [];
    const [first] = selectionRanges(draft, outlineOf(draft), toRange, [source.indexOf(words)]);
    for (let at: SelectionRange | undefined = first; at; at = at.parent) pieces.push(slice(at.range));
    return pieces;
  };
  it('clause, sentence, section, draft', () => {
    expect(chain(text, '早动手')).toEqual([
      '早动手。',
      '要早谋划，早动手。',
      text.slice(text.indexOf('一、'), text.indexOf('\n\n二')),
      text.trimEnd(),
      text,
    ]);
  });
  it('an item', () => {
    expect(chain(text, '抓实')).toEqual([
      '二是抓实。',
      '一是抓早；二是抓实。',
      '（一）乙方面。一是抓早；二是抓实。',
      text.slice(text.indexOf('一、'), text.indexOf('\n\n二')),
      text.trimEnd(),
      text,
    ]);
  });
  it('a sentence that ends with a quotation', () => {
    expect(chain('他说：“好的。”我们就走了。', '我们')[0]).toBe('我们就走了。');
  });
  it('an empty draft', () => {
    expect(chain('', '')).toEqual(['']);
  });
  it('one chain for each offset', () => {
    const { draft, toRange } = open(text);
    expect(selectionRanges(draft, outlineOf(draft), toRange, [0, 5, 40])).toHaveLength(3);
  });
});
