/** The page of the final check: every text is shown as it is, and every place is a button with its number. */
import { describe, expect, it } from 'vitest';
import { finalBody, placesOf } from '../../client/src/final/page.ts';
import type { FinalResult } from '../../server/src/protocol.ts';

const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 1 } };
const evil = '<img src=x onerror="alert(1)">&\'';
const place = { range, section: evil, before: evil, text: evil, after: evil, message: evil, blocking: true };
const result: FinalResult = {
  version: 1,
  ready: false,
  verdict: '尚不能定稿',
  length: evil,
  groups: [
    { id: 'placeholder', title: '待填处', count: '2 处', blocking: 2, items: [place, { ...place, text: '' }] },
    { id: 'numbering', title: '层次序号', count: '无', blocking: 0, items: [] },
    { id: 'repeated-phrase', title: '重复套话', count: '1 处供参考', blocking: 0, items: [{ ...place, blocking: false }] },
  ],
  ignored: 3,
  text: '',
};
const words = { length: '篇幅：', ignored: '已忽略 3 处', unchecked: '此稿未检查。', go: (line: number): string => `第 ${line} 行` };

describe('the page', () => {
  it('holds no tag that a draft brought along', () => {
    const html = finalBody(evil, result, words);
    expect(html).not.toContain('<img');
    expect(html.match(/&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;&amp;&#39;/g)).toHaveLength(2 + 3 * 5 - 1);
  });

  it('numbers its places through all sorts', () => {
    const html = finalBody('a.txt', result, words);
    expect([...html.matchAll(/data-place="(\d+)"/g)].map(([, number]) => number)).toEqual(['0', '1', '2']);
    expect(placesOf(result)).toHaveLength(3);
    expect(html).toContain('第 5 行');
    expect(html).toContain('已忽略 3 处');
  });

  it('never calls a draft finished that is not checked', () => {
    const html = finalBody('a.txt', { ...result, version: -1 }, words);
    expect(html).toContain('此稿未检查。');
    expect(html).not.toContain('data-place');
  });
});
