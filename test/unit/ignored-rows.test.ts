/** The rows of the view 已忽略. */
import { describe, expect, it } from 'vitest';
import { deadRows, rowsBelow, topRows } from '../../client/src/ignored/rows.ts';
import type { IgnoredEntry, IgnoredList } from '../../server/src/protocol.ts';

const entry = (text: string, alive?: boolean): IgnoredEntry => ({
  entry: { rule: 'placeholder', scope: 'draft', text },
  rule: '待填处',
  ...(alive !== undefined && { alive }),
});
const list = (path: string, allowedPhrases: string[], ...entries: IgnoredEntry[]): IgnoredList => ({
  path,
  uri: path,
  entries,
  allowedPhrases,
});
const show = (rows: readonly ReturnType<typeof topRows>[number][]): string[] =>
  rows.map((row) => (row.type === 'entry' ? row.entry.entry.text : row.type === 'phrase' ? row.phrase : row.type));

describe('rows', () => {
  const one = list('/a', ['提法'], entry('死', false), entry('活', true), entry('未知'));
  it('of one list stand at the top, what is dead last', () => {
    expect(show(topRows({ lists: [one] }))).toEqual(['活', '未知', 'phrases', '死']);
    expect(show(rowsBelow({ type: 'phrases', list: one }))).toEqual(['提法']);
    expect(rowsBelow({ type: 'phrase', list: one, phrase: '提法' })).toEqual([]);
  });
  it('of several lists stand below their list', () => {
    const top = topRows({ lists: [one, list('/b', [], entry('别处', true))] });
    expect(show(top)).toEqual(['list', 'list']);
    expect(top.map((row) => show(rowsBelow(row)))).toEqual([['活', '未知', 'phrases', '死'], ['别处']]);
  });
  it('that are dead are told, the unknown among them not', () => {
    expect(show(deadRows({ lists: [one] }))).toEqual(['死']);
    expect(topRows({ lists: [] })).toEqual([]);
  });
});
