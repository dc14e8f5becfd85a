/** Which documents are read as Markdown. */
import { describe, expect, it } from 'vitest';
import type { Format } from '../../server/src/core/text/draft.ts';
import { formatOf, isMarkdownName } from '../../server/src/documents/format.ts';

describe('format of a document', () => {
  const check = (languageId: string, uri: string, format: Format): void => {
    expect(formatOf(languageId, uri)).toBe(format);
  };
  it.each<[string, string, Format]>([
    ['markdown', 'file:///a/b.md', 'markdown'],
    ['markdown', 'file:///a/b.txt', 'markdown'],
    ['markdown', 'untitled:Untitled-1', 'markdown'],
    ['speech', 'file:///a/b.speech', 'plain'],
    ['speech', 'file:///a/b.md', 'plain'],
    ['plaintext', 'file:///a/b.txt', 'plain'],
    ['plaintext', 'file:///a/b.md', 'plain'],
    ['', 'file:///a/b.md', 'markdown'],
    ['quarto', 'file:///a/b.md', 'markdown'],
    ['quarto', 'file:///a/b.qmd', 'plain'],
    ['Markdown', 'file:///a/b', 'plain'],
    ['', '', 'plain'],
  ])('language %j, %j: %s', (languageId, uri, format) => {
    check(languageId, uri, format);
  });
});

describe('name of a Markdown file', () => {
  const check = (name: string, expected: boolean): void => {
    expect(isMarkdownName(name)).toBe(expected);
  };
  it.each<[string, boolean]>([
    ['讲话.md', true],
    ['讲话.markdown', true],
    ['讲话.mdown', true],
    ['讲话.mkd', true],
    ['讲话.MD', true],
    ['讲话.Markdown', true],
    ['/甲/乙.txt.md', true],
    ['讲话.md.txt', false],
    ['讲话.mdx', false],
    ['讲话md', false],
    ['讲话_md', false],
    ['讲话.md~', false],
    ['md', false],
    ['/甲.md/乙', false],
    ['讲话.txt', false],
    ['', false],
  ])('%j: %s', (name, expected) => {
    check(name, expected);
  });
});
