/** The rows of the view 待填, the way through a draft in the fill panel, and what is said of a typed value. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Trail } from '../../client/src/fill/trail.ts';
import { isNumber, withoutUnit } from '../../client/src/fill/value.ts';
import { kindsOf, rowAt, rowsOf } from '../../client/src/holes-view/model.ts';
import type { DraftHoles, Row } from '../../client/src/holes-view/model.ts';
import type { PlainHole } from '../../server/src/protocol.ts';

const rangeOn = (line: number) => ({ start: { line, character: 2 }, end: { line, character: 4 } });

function hole(line: number, kind: string, heading?: number): PlainHole {
  const around = { before: '', token: `${line}`, after: '' };
  return {
    range: rangeOn(line),
    kind,
    kindName: kind,
    message: '',
    clause: around,
    sentence: around,
    figure: true,
    removable: false,
    name: `n${line}`,
    ...(heading !== undefined && { heading }),
  };
}

const draft: DraftHoles = {
  uri: 'file:///稿.txt',
  name: '稿.txt',
  left: 4,
  most: 9,
  listed: {
    version: 1,
    headings: [
      { title: '一、回顾', range: rangeOn(1) },
      { title: '（一）经济', range: rangeOn(2), parent: 0 },
      { title: '（一）经济', range: rangeOn(6), parent: 0 },
    ],
    holes: [hole(0, 'name'), hole(3, 'money', 1), hole(5, 'percent', 0), hole(7, 'money', 2)],
  },
};

function drawn(row: Row): string {
  if (row.type === 'hole') return row.hole.clause.token;
  const title = row.type === 'draft' ? row.name : row.title;
  return `${title} ${row.shown}(${row.children.map(drawn).join(', ')})`;
}

function allRows(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => [row, ...(row.type === 'hole' ? [] : allRows(row.children))]);
}

describe('rows', () => {
  const check = (name: string, kinds: readonly string[], expected: string): void =>
    it(name, () => expect(rowsOf([draft], new Set(kinds)).map(drawn).join()).toBe(expected));
  check('holes under their headings', [], '稿.txt 4(0, 一、回顾 3(（一）经济 1(3), 5, （一）经济 1(7)))');
  check('of one kind only, headings without any left out', ['percent'], '稿.txt 1(一、回顾 1(5))');
  check('of a kind that is not there', ['date'], '稿.txt 0()');

  it('every row has an id of its own and knows its parent', () => {
    const rows = allRows(rowsOf([draft, { ...draft, uri: 'file:///另稿.txt' }], new Set()));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const row of rows) if (row.parent && row.parent.type !== 'hole') expect(row.parent.children).toContain(row);
  });

  it('a draft that never had a hole has no row; one that is finished or not checked has', () => {
    const bare = { uri: draft.uri, name: draft.name };
    const rows = rowsOf(
      [
        { ...bare, left: 0, most: 0 },
        { ...bare, left: 0, most: 9 },
        { ...bare, left: 0, most: 0, unchecked: '太长' },
      ],
      new Set(),
    );
    expect(rows.map(({ most, unchecked }) => [most, unchecked])).toEqual([
      [9, undefined],
      [0, '太长'],
    ]);
  });

  it('kinds with their counts, most first', () => {
    expect(kindsOf([draft]).map(({ kind, count }) => `${kind} ${count}`)).toEqual(['money 2', 'name 1', 'percent 1']);
  });

  it.each([
    ['in the hole', 5, 2, 4, 'n5'],
    ['caret at its end', 5, 4, 4, 'n5'],
    ['beyond it', 5, 3, 5, undefined],
    ['no hole there', 4, 2, 4, undefined],
  ])('the row under the caret: %s', (_name, line, from, to, expected) => {
    const selection = { start: { line, character: from }, end: { line, character: to } };
    const rows = rowsOf([{ ...draft, uri: 'file:///另稿.txt' }, draft], new Set());
    const row = rowAt(rows, draft.uri, selection);
    expect([row?.hole.name, row?.uri]).toEqual([expected, expected && draft.uri]);
  });
});

describe('trail', () => {
  it('goes on behind what was filled, and back to it', () => {
    const trail = new Trail(0);
    trail.stand(10);
    trail.change([{ offset: 10, length: 1, text: '23.2' }]);
    trail.fill(trail.at, '23.2');
    expect(trail.at).toBe(14);
    trail.stand(20);
    trail.pass(20, 22);
    expect(trail.at).toBe(22);
    expect(trail.back()).toEqual({ offset: 20 });
    expect(trail.back()).toEqual({ offset: 10, value: '23.2' });
    expect([trail.at, trail.canGoBack]).toEqual([10, false]);
  });

  it('does not stay on a hole of no length that was passed over', () => {
    const trail = new Trail(5);
    trail.pass(5, 5);
    expect(trail.at).toBe(6);
  });

  it('keeps pointing at the same character through any changes elsewhere', () => {
    const edits = fc.array(fc.tuple(fc.nat(30), fc.nat(3), fc.string({ maxLength: 5 })), { maxLength: 4 });
    fc.assert(
      fc.property(fc.nat(30), edits, (at, drawnEdits) => {
        const text = '零一二三四五六七八九十'.repeat(3);
        const sign = '§';
        const marked = text.slice(0, at) + sign + text.slice(at);
        let free = 0;
        const changes = drawnEdits
          .sort((a, b) => a[0] - b[0])
          .flatMap(([offset, length, put]) => {
            const touches = offset < free || (offset <= at && offset + length > at) || offset + length > marked.length;
            if (touches) return [];
            free = offset + length + 1;
            return [{ offset, length, text: put.replaceAll(sign, '') }];
          });
        const trail = new Trail(at);
        trail.change(changes);
        const changed = changes
          .toReversed()
          .reduce((now, { offset, length, text: put }) => now.slice(0, offset) + put + now.slice(offset + length), marked);
        const inserted = changes.find(({ offset, length }) => offset === at && length === 0)?.text.length ?? 0;
        expect(trail.at + inserted).toBe(changed.indexOf(sign));
      }),
    );
  });
});

describe('values', () => {
  it.each(['23.2', '1,200', '１２．５', '二十三', '约30', '200余', '3—5', '-3', '－2.1', '0.5', '12 000'])('%s is a number', (text) =>
    expect(isNumber(text)).toBe(true),
  );
  it.each(['', '不少', '23.2亿元', 'XX', 'X.X', '1,20', '3月', '.', '—', '12人'])('%s is none', (text) =>
    expect(isNumber(text)).toBe(false),
  );
  it.each([
    ['23.2亿元', '亿元', '23.2'],
    ['23.2', '亿元', '23.2'],
    ['6.5％', '%', '6.5'],
    ['12 万人', '万人', '12'],
    ['亿元', '亿元', '亿元'],
    ['23.2万元', '亿元', '23.2万元'],
    ['王小明', '', '王小明'],
  ])('%s before %s', (typed, unit, expected) => expect(withoutUnit(typed, unit)).toBe(expected));
});
