/** What the client knows of copies without VS Code: how they are called, how passages are cut, what a command was called with. */
import { describe, expect, it } from 'vitest';
import { readCopyArguments } from '../../client/src/echoes/arguments.ts';
import { copyTitle, draftName, pairTitle } from '../../client/src/echoes/copy-names.ts';
import { sentences } from '../../client/src/echoes/sentences.ts';
import type { PlainCopy } from '../../server/src/protocol.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };
const paragraph = (count: number): string => `第 ${count} 段`;

function copy(uri: string, section: string, count: number): PlainCopy {
  return { uri, version: 1, range, section, paragraph: count, passage: '' };
}

describe('the name of a draft', () => {
  it.each([
    ['file:///drafts/%E8%AE%B2%E7%A8%BF.txt', '讲稿.txt'],
    ['file:///drafts/a.txt?x=1#l', 'a.txt'],
    ['untitled:Untitled-1', 'Untitled-1'],
    ['file:///drafts/%E8%AE.txt', '%E8%AE.txt'],
    ['', ''],
  ])('%s', (uri, name) => {
    expect(draftName(uri)).toBe(name);
  });
});

describe('titles', () => {
  it.each([
    [copy('file:///讲稿.txt', '二、（一）', 3), '讲稿.txt · 二、（一）'],
    [copy('file:///讲稿.txt', '', 3), '讲稿.txt · 第 3 段'],
  ])('of a copy', (one, title) => {
    expect(copyTitle(one, paragraph)).toBe(title);
  });

  it.each([
    [copy('file:///a.txt', '一、', 1), copy('file:///b.txt', '', 2), 'a.txt · 一、 ↔ b.txt · 第 2 段'],
    [copy('file:///a.txt', '一、', 1), copy('file:///a.txt', '一、', 2), 'a.txt · 一、第 1 段 ↔ a.txt · 一、第 2 段'],
  ])('of a pair', (left, right, title) => {
    expect(pairTitle(left, right, paragraph, (name, count) => `${name}第 ${count} 段`)).toBe(title);
  });
});

describe('a passage for a comparison', () => {
  it.each([
    ['修渠要快。清淤要净！', ['修渠要快。', '清淤要净！']],
    ['他说：“先修渠。”然后散会', ['他说：“先修渠。”', '然后散会']],
    ['第一段\n第二段；还有', ['第一段', '第二段；', '还有']],
    ['真的吗？！是', ['真的吗？！', '是']],
    ['', ['']],
    ['。', ['。']],
  ])('%s', (passage, lines) => {
    expect(sentences(passage)).toEqual(lines);
    expect(sentences(passage).join('')).toBe(passage.replaceAll('\n', ''));
  });
});

describe('what a command about copies was called with', () => {
  const valid = { uri: 'file:///a.txt', version: 1, range };
  it.each<[unknown]>([
    [undefined],
    [null],
    ['file:///a.txt'],
    [{ ...valid, uri: 1 }],
    [{ ...valid, version: '1' }],
    [{ ...valid, range: undefined }],
    [{ ...valid, range: { start: { line: 1, character: 0 }, end: { line: 0, character: 0 } } }],
    [{ ...valid, range: { start: { line: -1, character: 0 }, end: { line: 0, character: 0 } } }],
    [{ ...valid, range: { start: { line: 0.5, character: 0 }, end: { line: 1, character: 0 } } }],
  ])('is not an argument: %j', (given) => {
    expect(readCopyArguments(given)).toBeUndefined();
  });

  it('is one, without what else it brings', () => {
    expect(readCopyArguments({ ...valid, more: 1 })).toEqual(valid);
  });
});
