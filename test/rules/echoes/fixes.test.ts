/** Owns what fixes leave behind: right marks, no empty paragraph, no finding where there was one. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/core/text/span.ts';
import { draftOf, echoesOf } from './support.ts';

const copy = '要把防汛备汛作为当前头等大事，逐村逐户排查隐患';
const source = `会议纪要\n同志们：\n先说一句。${copy}，不能再等。`;
const head = '工作会讲话\n同志们：\n';

interface Row {
  readonly name: string;
  readonly before: string;
  /** Absent where no deletion is offered. */
  readonly after?: string;
}

const deletions: readonly Row[] = [
  { name: 'a sentence among others', before: `雨季到了。${copy}。路要通。`, after: '雨季到了。路要通。' },
  { name: 'the first sentence', before: `${copy}。路要通。`, after: '路要通。' },
  { name: 'the last sentence', before: `雨季到了。${copy}！`, after: '雨季到了。' },
  { name: 'the last clauses', before: `雨季到了，${copy}。路要通。`, after: '雨季到了。路要通。' },
  { name: 'the first clauses', before: `${copy}，不许拖。路要通。`, after: '不许拖。路要通。' },
  { name: 'clauses in the middle', before: `雨季到了，${copy}；不许拖。`, after: '雨季到了，不许拖。' },
  { name: 'a whole paragraph', before: `雨季到了。\n${copy}。\n路要通。`, after: '雨季到了。\n路要通。' },
  { name: 'a whole paragraph with blank lines', before: `雨季到了。\n\n${copy}。\n\n路要通。`, after: '雨季到了。\n\n路要通。' },
  { name: 'the last paragraph', before: `雨季到了。\n${copy}。`, after: '雨季到了。' },
  { name: 'an item of a list', before: `雨季到了。\n1.${copy}。\n2.路要通。`, after: '雨季到了。\n2.路要通。' },
  { name: 'the last item of a list', before: `雨季到了。\n1.路要通。\n2. ${copy}。`, after: '雨季到了。\n1.路要通。' },
  { name: 'the first sentence of an item', before: `1.${copy}。路要通。\n2.灯要亮。`, after: '1.路要通。\n2.灯要亮。' },
  { name: 'the first clauses of an item', before: `（一）${copy}，路要通。`, after: '（一）路要通。' },
  { name: 'a paragraph that opens with an ordinal', before: `第一，${copy}。\n第二，路要通。`, after: '第二，路要通。' },
  { name: 'the text under a run-in heading', before: `（一）抓防汛。${copy}。`, after: '（一）抓防汛。' },
  { name: 'the first member of a row', before: `一是${copy}；二是路要通。`, after: '二是路要通。' },
  { name: 'a member inside a row', before: `一是路要通；二是${copy}；三是灯要亮。`, after: '一是路要通；三是灯要亮。' },
  { name: 'the last member of a row', before: `一是路要通；二是灯要亮；三是${copy}。`, after: '一是路要通；二是灯要亮。' },
  { name: 'a sentence of a member', before: `一是${copy}。路要通。二是灯要亮。`, after: '一是路要通。二是灯要亮。' },
  { name: 'clauses of a member', before: `一是路要通，${copy}；二是灯要亮。`, after: '一是路要通；二是灯要亮。' },
  { name: 'inside a quotation', before: `他说：“雨季到了。${copy}。”路要通。` },
  { name: 'a whole quotation', before: `他说过一句。“${copy}。”路要通。`, after: '他说过一句。路要通。' },
  { name: 'a part of a clause', before: `雨季里镇上${copy.replace('，', '')}的事。` },
];

describe('deleting a chain', () => {
  it('takes all its paragraphs at once', () => {
    const second = '今年雨水来得早，上游三座水库都在高水位运行。';
    for (const rest of ['\n路要通。', '']) {
      const text = `${head}雨季到了。\n${copy}。\n\n${second}${rest}`;
      const echoes = echoesOf({ text, source: `${head}${copy}。\n${second}\n完。` });
      const [finding] = echoes.findings('text');
      const [fix] = finding === undefined ? [] : echoes.fixes('text', finding);
      expect(fix?.edits).toHaveLength(1);
      expect(applyEdits(text, fix?.edits ?? [])).toBe(`${head}雨季到了。${rest}`);
    }
  });
});

describe('deleting a copy', () => {
  it.each(deletions)('$name', ({ before, after }) => {
    const text = head + before;
    const echoes = echoesOf({ text, source });
    const finding = echoes.findings('text').find((each) => each.rule === 'repeated-passage');
    expect(finding).toBeDefined();
    if (finding === undefined) return;
    const [fix] = echoes.fixes('text', finding);
    if (after === undefined) {
      expect(fix).toBeUndefined();
      return;
    }
    expect(fix?.action).toBe('edit');
    const now = applyEdits(text, fix?.edits ?? []);
    expect(now).toBe(head + after);
    echoes.put(draftOf('text', now, 2));
    expect(echoes.findings('text').filter((each) => each.rule === 'repeated-passage')).toEqual([]);
  });
});

describe('saying it another way', () => {
  it('offers the variants of a stock phrase', () => {
    const text = `${head}水利取得了显著成效。\n道路取得了显著成效。\n绿化取得了显著成效。`;
    const echoes = echoesOf({ text });
    const [finding] = echoes.findings('text');
    if (finding === undefined) throw new Error('nothing found');
    const results = echoes.fixes('text', finding).map((fix) => applyEdits(text, fix.edits));
    expect(results).toEqual([
      text.replace('道路取得了显著成效', '道路成效看得见'),
      text.replace('道路取得了显著成效', '道路有了实实在在的变化'),
    ]);
  });

  it('keeps one of a doubled word', () => {
    const text = `${head}我们 我们要把这件事办好。`;
    const echoes = echoesOf({ text });
    const [finding] = echoes.findings('text');
    if (finding === undefined) throw new Error('nothing found');
    expect(echoes.fixes('text', finding).map((fix) => applyEdits(text, fix.edits))).toEqual([`${head}我们要把这件事办好。`]);
  });
});
