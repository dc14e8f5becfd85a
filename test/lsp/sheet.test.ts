/** The data-request sheet over real messages: out as a file, filled by others, back into a draft that has moved on. */
import Papa from 'papaparse';
import { afterEach, describe, expect, it } from 'vitest';
import { startClient } from '../support/client.ts';
import type { TestClient } from '../support/client.ts';
import { afterImport, bookOf, bytesOf, exported, filled, imported, rowsOf } from '../support/sheet.ts';
import type { Rows } from '../support/sheet.ts';

let client: TestClient;
afterEach(() => client.stop());

const uri = 'file:///tmp/稿.txt';

const report = [
  '梧桐镇政府工作报告',
  '各位代表：',
  '一、上年工作',
  '（一）经济运行平稳。全镇地区生产总值完成X亿元，同比增长X.X%；规上工业增加值  亿元，新增就业 XX 人。',
  '（二）招商成效明显。签约项目XX个。完成投资亿元。',
  '二、今年打算',
  '全镇地区生产总值达到X亿元。会议于20XX年X月X日召开，请书记×××同志讲话，在******区设点，【此处插入典型案例】。',
  '新修道路12条（待核实）。第X届X次全会召开。印发X发〔20XX〕X号文件。',
  '',
].join('\n');

/** A value as a department would write it. */
function valueFor({ 类型: kind = '', 句子: sentence = '' }: Readonly<Record<string, string>>, index: number): string {
  if (kind === '待办备注') return '已核实';
  if (sentence.includes('【▁年▁月▁】')) return '2026年3月15日';
  if (sentence.includes('届▁')) return '十五届三';
  if (sentence.includes('〔▁〕')) return '梧发〔2026〕8';
  if (kind === '姓名') return '王建华';
  if (kind === '地名') return '青山';
  if (kind === '内容') return '青山村集体收入翻番的做法';
  return `${index + 1}2.50`;
}

async function open(text: string, languageId = 'plaintext'): Promise<void> {
  client = await startClient();
  client.open(uri, text, languageId);
  await client.holes(uri);
}

/** Export, change the draft, fill, import: the text that comes out, and how many holes are left in it. */
async function roundTrip(
  before: string,
  after: string,
  languageId: string,
  bytes: (rows: Rows) => Uint8Array,
): Promise<{ text: string; left: number }> {
  await open(before, languageId);
  const sheet = rowsOf(await exported(client, uri));
  client.change(uri, 2, [{ text: after }]);
  const { rows, version, fault } = await imported(client, uri, bytes(sheet));
  expect([version, fault, rows.flatMap((row) => row.fault ?? [])]).toEqual([2, undefined, []]);
  const text = afterImport(after, rows);
  client.change(uri, 3, [{ text }]);
  return { text, left: (await client.holes(uri)).holes.length };
}

const whole = (text: string): string =>
  text
    .replace('完成X亿元', '完成12.50亿元')
    .replace('增长X.X%', '增长22.50%')
    .replace('增加值  亿元', '增加值32.50亿元')
    .replace('就业 XX 人', '就业 42.50 人')
    .replace('项目XX个', '项目52.50个')
    .replace('投资亿元', '投资62.50亿元')
    .replace('达到X亿元', '达到72.50亿元')
    .replace('20XX年X月X日', '2026年3月15日')
    .replace('×××', '王建华')
    .replace('******', '青山')
    .replace('【此处插入典型案例】', '青山村集体收入翻番的做法')
    .replace('（待核实）', '')
    .replace('第X届X次', '第十五届三次')
    .replace('X发〔20XX〕X号', '梧发〔2026〕8号');

const markdown = report
  .replace('一、上年工作', '## 一、上年工作')
  .replace('二、今年打算', '## 二、今年打算')
  .replace('（一）', '- **（一）**');
const above = Array.from({ length: 50 }, (_, line) => `新加的第${line + 1}行文字。`).join('\n');

describe('export, fill, import: no hole is left and nothing but slots has changed', () => {
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  const plainly = (rows: Rows): Uint8Array => bytesOf(filled(rows, valueFor));
  it.each([
    ['LF', report, report, 'plaintext', plainly],
    ['CRLF', crlf(report), crlf(report), 'plaintext', plainly],
    ['fifty lines above', report, `${above}\n${report}`, 'plaintext', plainly],
    ['Markdown', markdown, `${above}\n\n${markdown}`, 'markdown', plainly],
    ['lines broken elsewhere', report, report.replace('新增就业', '新增\n就业'), 'plaintext', plainly],
    ['sections in another order', report, swapped(report), 'plaintext', plainly],
    ['other rows first', report, report, 'plaintext', (rows: Rows) => reordered(filled(rows, valueFor))],
    ['header lines and a column more', report, report, 'plaintext', (rows: Rows) => decorated(filled(rows, valueFor))],
  ])('%s', async (_name, before, after, languageId, bytes) => {
    const { text, left } = await roundTrip(before, after, languageId, bytes);
    expect(text).toBe(whole(after));
    expect(left).toBe(0);
  });

  it('as CSV', async () => {
    await open(report);
    const { content = '' } = await exported(client, uri, 'csv');
    const text = Buffer.from(content, 'base64').toString('utf8');
    expect(text.startsWith('\ufeff序号,部分,句子,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [header = [], ...body] = Papa.parse<string[]>(text.slice(1).trimEnd()).data;
    const bytes = Buffer.from(Papa.unparse(filled([header, ...body], valueFor)));
    const { rows } = await imported(client, uri, bytes, '清单.csv');
    expect(afterImport(report, rows)).toBe(whole(report));
  });
});

function swapped(text: string): string {
  const [title, first = '', second = ''] = text.split(/^(?=一、上年|二、今年)/mu);
  return title + second.replace('二、', '一、') + first.replace('一、', '二、');
}

function reordered([header = [], ...body]: (string | number)[][]): Uint8Array {
  const turned = (row: (string | number)[]): (string | number)[] => row.toReversed();
  return bytesOf([header, ...body.toReversed()].map(turned));
}

function decorated(rows: (string | number)[][]): Uint8Array {
  const [header = [], ...body] = rows;
  return bytesOf([['梧桐镇待填数据'], ['请于3月1日前返回'], ['联系人', ...header], ...body.map((row) => ['办公室', ...row])]);
}

describe('the exported file', () => {
  it('has a bold header that stays, text cells for values, a hidden key, one row for the parts of a date', async () => {
    await open(report);
    const result = await exported(client, uri);
    const rows = rowsOf(result);
    expect(rows[0]).toEqual(['序号', '部分', '句子', '指标', '类型', '单位', '责任单位', '数值', '备注', '定位（请勿改动）']);
    expect(rows.slice(1).map((row) => row.slice(0, 6).join('|'))).toContain(
      '1|一、上年工作 › （一）经济运行平稳|全镇地区生产总值完成【▁】亿元，同比增长X.X%；规上工业增加值  亿元，新增就业 XX 人。|地区生产总值|金额|亿元',
    );
    expect(rows.filter((row) => row[2]?.includes('【▁年▁月▁】'))).toHaveLength(1);
    expect(result.rows).toBe(rows.length - 1);
    const sheet = bookOf(result).Sheets['待填清单'];
    expect(sheet?.['!cols']?.map((column) => column.hidden === true)).toEqual([...Array<boolean>(9).fill(false), true]);
  });

  it.each(['=1+1', '+1', '-1', '@a', '＝1'])('no cell starts like a formula: %s', async (start) => {
    await open(`${start}完成X亿元。\n`);
    const { content = '' } = await exported(client, uri, 'csv');
    for (const row of rowsOf(await exported(client, uri))) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
    expect(Buffer.from(content, 'base64').toString('utf8')).not.toMatch(/(?:^|,)"?[=+\-@＝＋－＠]/mu);
    const { rows } = await imported(client, uri, bytesOf(filled(rowsOf(await exported(client, uri)), () => '5')));
    expect(rows.map(({ value, fault }) => [value, fault])).toEqual([['5', undefined]]);
  });

  it('a draft without holes has no sheet; one that is not open is told apart', async () => {
    await open('这份稿子已经定稿。\n');
    expect(await exported(client, uri)).toEqual({ rows: 0 });
    expect(await exported(client, 'file:///tmp/无.txt')).toEqual({ rows: -1 });
    expect(await imported(client, 'file:///tmp/无.txt', bytesOf([['数值']]))).toEqual({ version: -1, rows: [] });
  });
});

describe('what a department writes', () => {
  /** One hole, one cell: the text that comes out, or why not. */
  async function check(sentence: string, value: string | number, expected: string): Promise<void> {
    await open(`${sentence}\n`);
    const { rows } = await imported(client, uri, bytesOf(filled(rowsOf(await exported(client, uri)), () => value)));
    const [row] = rows;
    expect(row?.fault ?? afterImport(`${sentence}\n`, rows).trimEnd() + (row?.remark ? ` ${row.remark}` : '')).toBe(expected);
  }
  it.each([
    ['全镇完成投资X亿元。', '23.2', '全镇完成投资23.2亿元。'],
    ['全镇完成投资X亿元。', 23.2, '全镇完成投资23.2亿元。'],
    ['全镇完成投资X亿元。', ' ２３．２ ', '全镇完成投资23.2亿元。'],
    ['全镇完成投资X亿元。', '23.2亿元', '全镇完成投资23.2亿元。 讲稿中已有“亿元”，不重复填'],
    ['全镇完成投资X亿元。', '232000万元', '单位与讲稿不同，未作换算'],
    ['全镇完成投资X亿元。', '不少', '这里应填数字'],
    ['全镇完成投资X亿元。', '', '未填'],
    ['全镇完成投资X亿元。', 'XX', '填的仍是待定内容'],
    ['全镇完成投资X亿元。', '暂无', '填的仍是待定内容'],
    ['全镇完成投资X亿元。', '#REF!', '表中此格是错误值'],
    ['同比增长X%。', '6.5％', '同比增长6.5%。 讲稿中已有“%”，不重复填'],
    ['同比增长X%。', '3—5', '同比增长3—5%。'],
    ['签约项目XX个。', '二十三', '签约项目二十三个。'],
    ['会议于20XX年X月X日召开。', '2026年3月5日', '会议于2026年3月5日召开。'],
    ['会议于20XX年X月X日召开。', '2026-03-05', '会议于2026年3月5日召开。'],
    ['会议于20XX年X月X日召开。', '3月5日', '与讲稿的写法不合（如日期应填到年、月、日）'],
    ['请书记×××同志讲话。', '王建华同志', '请书记王建华同志讲话。 讲稿中已有“同志”，不重复填'],
    ['请书记×××同志讲话。', '王建华\n李明', '请书记王建华 李明同志讲话。'],
    ['新修道路12条（待核实）。', '属实', '新修道路12条。 删去备注'],
  ])('%s ← %s', check);
});

describe('a draft that has moved on', () => {
  const sentence = '全镇完成投资X亿元，签约项目XX个。';
  const cases: [string, string, string, string[]][] = [
    ['the other hole filled by hand', sentence, '全镇完成投资8亿元，签约项目XX个。', ['讲稿中已填', '全镇完成投资8亿元，签约项目5个。']],
    ['its sentence rewritten', sentence, '今年全镇完成投资X亿元，签约项目XX个。', ['所在的句子已改动', '所在的句子已改动']],
    ['its sentence deleted', sentence, '没有这一句。', ['讲稿中已没有这一处', '讲稿中已没有这一处']],
    ['a figure of it changed', '比2024年多X户。', '比2025年多X户。', ['所在的句子已改动']],
    ['another mark in its place', sentence, '全镇完成投资____亿元，签约项目××个。', ['全镇完成投资5亿元，签约项目5个。']],
    ['the same sentence put in once more', sentence, `${sentence}\n${sentence}`, Array<string>(2).fill('讲稿中有几处一样，分不清是哪一处')],
  ];
  it.each(cases)('%s', async (_name, before, after, expected) => {
    await open(`题目\n同志们：\n${before}\n`);
    const sheet = bytesOf(filled(rowsOf(await exported(client, uri)), () => 5));
    const text = `题目\n同志们：\n${after}\n`;
    client.change(uri, 2, [{ text }]);
    const { rows } = await imported(client, uri, sheet);
    const faults = rows.flatMap(({ fault }) => fault ?? []);
    const changed = afterImport(text, rows);
    expect([...faults, ...(changed === text ? [] : [changed.split('\n')[2] ?? ''])]).toEqual(expected);
  });

  it('the same sentence twice under two headings: each gets its own, also when the sections have changed places', async () => {
    const part = (mark: string, title: string, value = 'X'): string => `${mark}${title}\n签约项目${value}个，落地见效。\n`;
    const text = `讲话\n同志们：\n${part('一、', '工业')}${part('二、', '农业')}`;
    await open(text);
    const sheet = bytesOf(filled(rowsOf(await exported(client, uri)), ({ 部分: section = '' }) => (section.includes('工业') ? 11 : 22)));
    const after = `讲话\n同志们：\n${part('一、', '农业')}${part('二、', '工业')}`;
    client.change(uri, 2, [{ text: after }]);
    const { rows } = await imported(client, uri, sheet);
    expect(afterImport(after, rows)).toBe(`讲话\n同志们：\n${part('一、', '农业', '22')}${part('二、', '工业', '11')}`);
  });

  it('two rows for one hole: different values fill nothing', async () => {
    await open(`${sentence}\n`);
    const [header = [], first = [], second = []] = filled(rowsOf(await exported(client, uri)), (_cells, index) => index + 5);
    const again = first.map((cell) => (cell === 5 ? 9 : cell));
    const { rows } = await imported(client, uri, bytesOf([header, first, second, again]));
    expect(rows.map(({ row, fault }) => [row, fault])).toEqual([
      [2, '另有一行填同一处'],
      [3, undefined],
      [4, '另有一行填同一处'],
    ]);
  });

  it('without the key the sentence says what is meant', async () => {
    await open(`${sentence}\n`);
    const rows = filled(rowsOf(await exported(client, uri)), () => 5).map((row) => row.slice(0, -1));
    const answer = await imported(client, uri, bytesOf(rows));
    expect(afterImport(`${sentence}\n`, answer.rows)).toBe('全镇完成投资5亿元，签约项目5个。\n');
  });
});

describe('files that are no filled sheet', () => {
  it.each([
    [
      'another table',
      bytesOf([
        ['甲', '乙'],
        ['1', '2'],
      ]),
      '清单.xlsx',
      '表里没有“数值”栏',
    ],
    ['damaged', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), '清单.xlsx', '损坏'],
    ['nothing in it', new Uint8Array(), '清单.xlsx', '空的'],
    ['no table at all', new TextEncoder().encode('随便'), '清单.docx', '不是能读的表格'],
  ])('%s', async (_name, bytes, name, expected) => {
    await open(report);
    const { fault, rows } = await imported(client, uri, bytes, name);
    expect(fault).toContain(expected);
    expect(rows).toEqual([]);
  });
});
