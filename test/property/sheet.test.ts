/** The data-request sheet, on any draft, any values and any edits between export and import. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listHoles } from '../../server/src/core/holes/index.ts';
import type { ListedHole } from '../../server/src/core/holes/index.ts';
import { cellsOf, columns, proposals, readTable, sheetRows } from '../../server/src/core/sheet/index.ts';
import type { FilledRow, SheetRow } from '../../server/src/core/sheet/index.ts';
import type { Draft, Format } from '../../server/src/core/text/draft.ts';
import { outlineOf } from '../../server/src/core/text/sections/index.ts';
import { applyEdits } from '../../server/src/core/text/span.ts';
import { draftOf, holesIn } from '../support/holes.ts';

const pieces = [
  '一、工作回顾',
  '（一）经济平稳。',
  '地区生产总值完成X亿元',
  '同比增长X.X%',
  '签约项目XX个',
  '完成投资  亿元',
  '完成投资亿元',
  '会议于20XX年X月X日召开',
  '请书记×××同志讲话',
  '在******区设点',
  '【此处插入案例】',
  '修路12条（待核实）',
  '第X届X次全会',
  'X发〔20XX〕X号',
  '各位代表：',
  '**重点**',
  '- ',
  '=1+1',
  '𠮷镇',
  '，',
  '。',
  '；',
  '\n',
  '\r\n',
  '\n\n',
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
const formats = fc.constantFrom<Format>('plain', 'markdown');
const values = fc.oneof(
  fc.constantFrom(
    '',
    '23.2',
    '23.2亿元',
    '6.5%',
    '2026年3月5日',
    '2026-3-5',
    '王建华',
    '已核实',
    'XX',
    '十五届三',
    '梧发〔2026〕8',
    '不少',
    '甲\n乙',
  ),
  fc.string({ maxLength: 12 }),
);

function listed(draft: Draft): ListedHole[] {
  return listHoles(draft, outlineOf(draft), holesIn(draft));
}

/** The cells of a sheet as they come back, with values put in. */
function filledIn(rows: readonly SheetRow[], put: readonly string[]): readonly FilledRow[] {
  const at = columns.findIndex(({ id }) => id === 'value');
  const header = columns.map(({ name }) => name.zh);
  const body = cellsOf(
    rows,
    ({ zh }) => zh,
    (_rule, kind) => kind,
  ).map((cells, index) => cells.map((cell, column) => (column === at && put.length > 0 ? (put[index % put.length] ?? '') : String(cell))));
  return readTable([header, ...body].map((cells, index) => ({ number: index + 1, cells }))) ?? [];
}

describe('an import', () => {
  it('changes nothing outside slots, whatever the text, the values and the edits in between', () => {
    fc.assert(
      fc.property(
        texts,
        texts,
        fc.boolean(),
        formats,
        fc.array(values, { minLength: 1, maxLength: 6 }),
        (text, other, before, format, put) => {
          const rows = sheetRows(draftOf(text, format), listed(draftOf(text, format)));
          const now = draftOf(before ? `${other}\n${text}` : `${text}\n${other}`, format);
          const holes = listed(now);
          const found = proposals(now, holes, filledIn(rows, put));
          for (const { result, row } of found) {
            if (!result.ok) continue;
            // A note is taken out with the mark that would be left double; all else replaces exactly the slot.
            if (!result.value.texts) expect(row?.parts[0]?.about.removable).toBe(true);
            else
              expect(result.edits.map(({ start, end }) => ({ start, end }))).toEqual(
                row?.parts.map(({ hole: { start, end } }) => ({ start, end })),
              );
          }
          const edits = found.flatMap(({ result }) => (result.ok ? result.edits : []));
          expect(() => applyEdits(now.text, edits)).not.toThrow();
        },
      ),
    );
  });

  it('on the draft as it was, every row finds its own place', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const draft = draftOf(text, format);
        const holes = listed(draft);
        const rows = sheetRows(draft, holes);
        const found = proposals(draft, holes, filledIn(rows, ['5']));
        const placeOf = (row: SheetRow | undefined): number | undefined => row?.parts[0]?.hole.start;
        expect(found.map(({ row }) => placeOf(row))).toEqual(rows.map(placeOf));
      }),
    );
  });

  it('never throws on any table', () => {
    const draft = draftOf('全镇完成投资X亿元。');
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(fc.string(), fc.constantFrom('数值', '句子', '定位（请勿改动）', '[1,["a","b"],0,1,"","","",0,1]')), {
            maxLength: 8,
          }),
        ),
        (cells) => {
          const rows = readTable(cells.map((row, index) => ({ number: index + 1, cells: row })));
          expect(() => proposals(draft, listed(draft), rows ?? [])).not.toThrow();
        },
      ),
    );
  });
});
