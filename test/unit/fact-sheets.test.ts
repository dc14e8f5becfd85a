/** Fact sheets as offices make them: heads, units, periods and aliases are recognised; what is not understood is named. */
import { describe, expect, it } from 'vitest';
import { periodText } from '../../server/src/core/facts/periods.ts';
import type { Quantity } from '../../server/src/core/facts/sheets.ts';
import { sheetOf } from '../rules/figure/check.ts';

const said = (quantity: Quantity | undefined): string => (quantity ? `${quantity.digits}${quantity.magnitude}${quantity.unit.name}` : '-');

/** The sheet's entries as `name period value rate prior`. */
function check(table: readonly string[], expected: readonly string[], file?: string): void {
  const { entries } = sheetOf(table, file);
  expect(
    entries.map(
      (entry) => `${entry.name} ${periodText(entry.period) || '-'} ${said(entry.value)} ${said(entry.rate)} ${said(entry.prior)}`,
    ),
  ).toEqual(expected);
}

describe('heads', () => {
  it.each([
    { table: ['指标,数值,单位', '粮食产量,41.7,万吨'], expected: ['粮食产量 - 41.7万吨 - -'] },
    { table: ['指标名称,计量单位,完成数,同比增长（%）', '粮食产量,万吨,41.7,2.1'], expected: ['粮食产量 - 41.7万吨 2.1% -'] },
    {
      table: ['序号,主要指标,单位,本期,上年同期,增速,备注', '1,粮食产量,万吨,41.7,40.9,2.0%,无'],
      expected: ['粮食产量 - 41.7万吨 2.0% 40.9万吨'],
    },
    {
      table: ['2025年主要经济指标', '', '指标,累计,增幅', '地区生产总值（亿元）,23.20,6.1'],
      expected: ['地区生产总值 2025年 23.20亿元 6.1% -'],
    },
    {
      table: ['主要指标表,,单位：亿元', '项目,2024年,2025年', '财政收入,3.6,3.9'],
      expected: ['财政收入 2024年 3.6亿元 - -', '财政收入 2025年 3.9亿元 - -'],
    },
    {
      table: ['指标,2025年,2025年,2024年,2024年', '指标,绝对值（亿元）,增速（%）,绝对值（亿元）,增速（%）', '工业投资,12.5,8,11.6,5'],
      expected: ['工业投资 2025年 12.5亿元 8% -', '工业投资 2024年 11.6亿元 5% -'],
    },
    {
      table: ['指标,数值（亿元）,时期', '财政收入,3.9,2025年上半年', '财政收入,5.1,2025年1—9月'],
      expected: ['财政收入 2025年上半年 3.9亿元 - -', '财政收入 2025年1—9月 5.1亿元 - -'],
    },
    { table: ['指标,数值,责任单位,单位', '财政收入,3.9,财政局,亿元'], expected: ['财政收入 - 3.9亿元 - -'] },
    { table: ['指标,数值,目标,单位', '财政收入,3.9,4.5,亿元'], expected: ['财政收入 - 3.9亿元 - -'] },
    { table: ['指标,同比', '规上工业增加值,8.2'], expected: ['规上工业增加值 - - 8.2% -'] },
    {
      table: ['指标,数值', '财政收入,3.9亿元', '失业率,4.2%', '户籍人口,52万人'],
      expected: ['财政收入 - 3.9亿元 - -', '失业率 - 4.2% - -', '户籍人口 - 52万人 - -'],
    },
    {
      table: ['指标,数值,单位', '一、财政收入,"3.9",亿元'.replaceAll('"', ''), '其中：税收收入,2.6,亿元', '（二）粮食产量,41,万吨'],
      expected: ['财政收入 - 3.9亿元 - -', '税收收入 - 2.6亿元 - -', '粮食产量 - 41万吨 - -'],
    },
    { table: ['指标,数值,单位', '财政收入,-,亿元', '粮食产量,,万吨', '蔬菜产量,/,万吨'], expected: [] },
  ])('$table', ({ table, expected }) => check(table, expected));

  it('the year may stand in the name of the file', () =>
    check(['指标,数值,单位', '粮食产量,41.7,万吨'], ['粮食产量 2025年 41.7万吨 - -'], '2025年指标.csv'));
});

describe('faults', () => {
  it.each([
    { table: ['姓名,电话', '张三,123'], fault: /没有认出数据表/ },
    { table: ['指标,数值,单位', '粮食产量,待核,万吨'], fault: /第 2 行“粮食产量”：“待核”不是数/ },
    { table: ['指标,数值', '粮食产量,41.7'], fault: /第 2 行“粮食产量”：没有单位/ },
    { table: ['指标,数值,单位', '粮食产量,#REF!,万吨'], fault: /“#REF!”不是数/ },
    { table: ['指标,数值,单位', '粮食产量,41.7,箩筐'], fault: /没有单位/ },
  ])('$table', ({ table, fault }) => {
    const { entries, faults } = sheetOf(table);
    expect(entries).toEqual([]);
    expect(faults.map(({ message }) => message.zh).join()).toMatch(fault);
    expect(faults.every(({ message }) => /^[A-Z]/.test(message.en))).toBe(true);
  });

  it.each([
    ['a name of brackets that are not closed', `${'('.repeat(400_000)},41.7,万吨`],
    ['a figure with blanks in it', `粮食产量,1${' '.repeat(400_000)}1,万吨`],
  ])('a cell without end costs its row: %s', (_, row) => {
    const { entries, faults } = sheetOf(['指标,数值,单位', row, '蔬菜产量,9,万吨']);
    expect(entries.map(({ name }) => name)).toEqual(['蔬菜产量']);
    expect(faults.map(({ message }) => message.zh)).toEqual(['第 2 行有一格超过 500 字，未采用。']);
  });
});
