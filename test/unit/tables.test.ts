/** Tables from bytes: what offices save is read as it is shown; what cannot be read is refused with a clear answer. */
import { deflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import type { WorkSheet } from '@e965/xlsx';
import * as fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../server/src/tables/read.ts';
import { tableLimits } from '../../server/src/tables/sheet.ts';
import type { TableLimits } from '../../server/src/tables/sheet.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The texts of a table by sheet and row, with the rows' numbers. */
async function shown(name: string, bytes: Uint8Array): Promise<unknown> {
  const book = await readWorkbook(name, bytes);
  if (!book.ok) return book.fault.zh;
  return Object.fromEntries(
    book.sheets.map((sheet) => [sheet.name, sheet.rows.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)])]),
  );
}

/** A spreadsheet as SheetJS writes it. */
function spreadsheet(
  rows: unknown[][],
  change: (sheet: WorkSheet) => void = () => undefined,
  bookType: 'xlsx' | 'biff8' = 'xlsx',
): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows);
  change(sheet);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '指标');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

async function check(name: string, bytes: Uint8Array, expected: unknown): Promise<void> {
  expect(await shown(name, bytes)).toEqual(expected);
}

describe('spreadsheets', () => {
  it('are read as they are shown, with the number behind', async () => {
    const bytes = spreadsheet([['指标', '数值'], ['地区生产总值', 23.2], [], ['增速', 0.052]], (sheet) => {
      Object.assign(sheet['B2'] as object, { z: '0.00' });
      Object.assign(sheet['B4'] as object, { z: '0.0%' });
    });
    const book = await readWorkbook('指标数据.xlsx', bytes);
    expect(book).toEqual({
      ok: true,
      sheets: [
        {
          name: '指标',
          rows: [
            { number: 1, cells: [{ text: '指标' }, { text: '数值' }] },
            { number: 2, cells: [{ text: '地区生产总值' }, { text: '23.20', number: 23.2 }] },
            { number: 4, cells: [{ text: '增速' }, { text: '5.2%', number: 0.052 }] },
          ],
        },
      ],
    });
  });

  it('of the older format too', () =>
    check(
      '老表.xls',
      spreadsheet(
        [
          ['指标', '数值'],
          ['粮食产量', 41.7],
        ],
        undefined,
        'biff8',
      ),
      {
        指标: [
          [1, '指标', '数值'],
          [2, '粮食产量', '41.7'],
        ],
      },
    ));

  it('by another writer, several sheets, blanks and breaks inside cells', async () => {
    const sheet = (rows: string[][]): { value: string; type: typeof String }[][] =>
      rows.map((row) => row.map((value) => ({ value, type: String })));
    const bytes = await writeExcelFile([
      { data: sheet([['指标\n名称', ' 数值 ']]), sheet: '上半年' },
      {
        data: sheet([
          ['指标', '数值'],
          ['财政　收入', '1'],
        ]),
        sheet: '全年',
      },
    ]).toBuffer();
    await check('两张.xlsx', bytes, {
      上半年: [[1, '指标 名称', '数值']],
      全年: [
        [1, '指标', '数值'],
        [2, '财政 收入', '1'],
      ],
    });
  });

  it('spread what stands in merged cells, and no further than the sheet', () =>
    check(
      '合并.xlsx',
      spreadsheet([['2025年主要指标'], ['指标', '2025年', null], [null, '数值', '增速'], ['工业', 12, 6]], (sheet) => {
        sheet['!merges'] = [
          utils.decode_range('A1:C1'),
          utils.decode_range('B2:C2'),
          utils.decode_range('A2:A3'),
          utils.decode_range('A4:A1048576'),
        ];
      }),
      {
        指标: [
          [1, '2025年主要指标', '2025年主要指标', '2025年主要指标'],
          [2, '指标', '2025年', '2025年'],
          [3, '指标', '数值', '增速'],
          [4, '工业', '12', '6'],
        ],
      },
    ));
});

describe('text tables', () => {
  const rows = {
    'a.csv': [
      [1, '指标', '数值'],
      [2, '地区生产总值', '23.20'],
    ],
  };
  // “指标,数值\n地区生产总值,23.20” in GB18030.
  const gb = Uint8Array.from(Buffer.from('d6b8b1ea2ccafdd6b50ab5d8c7f8c9fab2fad7dcd6b52c32332e3230', 'hex'));
  const text = '指标,数值\n地区生产总值,23.20';
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', utf8(`\ufeff${text}\n`)],
    ['CR LF', utf8(text.replace('\n', '\r\n'))],
    ['tabs', utf8(text.replaceAll(',', '\t'))],
    ['semicolons', utf8(text.replaceAll(',', ';'))],
    ['quotation marks', utf8('"指标","数值"\n"地区生产总值"," 23.20"')],
    ['GB18030', gb],
    ['UTF-16 with its mark', Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))],
  ])('%s', (_name, bytes) => check('a.csv', bytes, rows));

  it('count lines as the file has them', () =>
    check('a.csv', utf8('指标,说明\r\n\r\n粮食,"两行\r\n的说明"\r\n蔬菜,无\r\n'), {
      'a.csv': [
        [1, '指标', '说明'],
        [3, '粮食', '两行\r\n的说明'],
        [5, '蔬菜', '无'],
      ],
    }));
});

describe('YAML', () => {
  it.each([
    [
      '- 指标: 地区生产总值\n  数值: 23.20\n  单位: 亿元\n- 指标: 粮食产量\n  别名: [粮食, 粮产]\n',
      {
        'a.yaml': [
          [1, '指标', '数值', '单位', '别名'],
          [1, '地区生产总值', '23.20', '亿元'],
          [4, '粮食产量', '', '', '粮食、粮产'],
        ],
      },
    ],
    [
      '# 数据\n地区生产总值: 23.20亿元\n粮食产量: {数值: 41, 单位: 万吨}\n',
      {
        'a.yaml': [
          [2, '指标', '数值', '单位'],
          [2, '地区生产总值', '23.20亿元'],
          [3, '粮食产量', '41', '万吨'],
        ],
      },
    ],
    [
      '全年:\n  - 指标: 工业\n    数值: "1,234"\n上半年:\n  - 指标: 农业\n    数值: ~\n',
      {
        全年: [
          [2, '指标', '数值'],
          [2, '工业', '1,234'],
        ],
        上半年: [
          [5, '指标', '数值'],
          [5, '农业'],
        ],
      },
    ],
  ])('%#', (text, expected) => check('a.yaml', utf8(text), expected));
});

/** A file of the ZIP format with one entry that says of itself what it likes. */
function zip(packed: Uint8Array, declared: number): Uint8Array {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(declared, 24);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, packed, entry, end]));
}

describe('what cannot be read is refused', () => {
  const bomb = deflateRawSync(Buffer.alloc(3_000_000));
  const small: TableLimits = { ...tableLimits, bytes: 100_000, unfolded: 1_000_000, rows: 3, columns: 4, cells: 6, sheets: 1 };
  const cfb = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]);
  it.each([
    ['空.xlsx', new Uint8Array(), /是空的/],
    ['空.csv', utf8(' \n\n'), /没有内容/],
    ['空.yaml', utf8('# 只有注释\n'), /没有内容/],
    ['空表.xlsx', spreadsheet([[]]), /没有内容/],
    ['大.csv', new Uint8Array(100_001).fill(0x41), /文件太大/],
    ['文档.docx', utf8('PK'), /请用 \.xlsx/],
    ['改名.xlsx', utf8('<html><table><tr><td>1</td></tr></table></html>'), /不是 Excel 文件/],
    ['坏.xlsx', utf8('PK\u0003\u0004'), /已损坏/],
    ['坏.xls', cfb, /已损坏/],
    ['截断.xlsx', spreadsheet([['指标', 1]]).slice(0, 900), /已损坏/],
    ['炸弹.xlsx', zip(bomb, bomb.length), /太大/],
    ['谎报.xlsx', zip(bomb, 4_000_000_000), /太大/],
    ['行多.csv', utf8('a\nb\nc\nd\n'), /最多读 3 行/],
    ['列多.csv', utf8('1,2,3,4,5\n'), /最多读 4 列/],
    ['格多.csv', utf8('1,2,3\n1,2,3\n1\n'), /最多读 6 个单元格/],
    ['行多.xlsx', spreadsheet([['a'], ['b'], ['c'], ['d']]), /最多读 3 行/],
    ['列多.xlsx', spreadsheet([['1', '2', '3', '4', '5']]), /最多读 4 列/],
    ['引号.csv', utf8('指标,数值\n"地区生产总值,23\n粮食,1\n'), /第 2 行的引号/],
    ['二进制.csv', Uint8Array.from([0x00, 0xff, 0x80, 0x00]), /编码无法识别/],
    ['重复.yaml', utf8('粮食: 1\n粮食: 2\n'), /第 2 行不是有效的 YAML/],
    ['缩进.yaml', utf8('- 指标: 粮食\n 数值: 1\n'), /不是有效的 YAML/],
    ['一句话.yaml', utf8('就一句话\n'), /列表或键值/],
    ['列表.yaml', utf8('- 粮食\n- 蔬菜\n'), /第 1 行应是键值/],
  ])('%s', async (name, bytes, fault) => {
    const book = await readWorkbook(name, bytes, small);
    expect(book.ok ? 'read' : book.fault.zh).toMatch(fault);
    expect(book.ok ? '' : book.fault.en).toMatch(/^[A-Z][ -~]+\.?/);
  });

  it('with a password', async () => {
    // An envelope that holds nothing but what says that it is locked.
    const { CFB } = await import('@e965/xlsx');
    const envelope = CFB.utils.cfb_new();
    CFB.utils.cfb_add(envelope, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0, ...utf8('<encryption></encryption>')]));
    CFB.utils.cfb_add(envelope, '/EncryptedPackage', Buffer.alloc(64));
    await check(
      '密码.xlsx',
      new Uint8Array(CFB.write(envelope, { type: 'buffer' }) as Buffer),
      '文件有打开密码。请在 Excel 或 WPS 中去掉密码，另存后再用。',
    );
  });

  it('whatever happened to its bytes', async () => {
    const files = [
      [
        'a.xlsx',
        spreadsheet([
          ['指标', '数值'],
          ['工业', 1.5],
        ]),
      ],
      [
        'a.xls',
        spreadsheet(
          [
            ['指标', '数值'],
            ['工业', 1.5],
          ],
          undefined,
          'biff8',
        ),
      ],
      ['a.csv', utf8('指标,"数值"\n工业,1.5')],
      ['a.yaml', utf8('- 指标: 工业\n  数值: &a 1.5\n- *a')],
    ] as const;
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), damage, async ([name, bytes], hits) => {
        const copy = bytes.slice();
        for (const [at, value] of hits) copy[at % copy.length] = value;
        const book = await readWorkbook(name, copy, small);
        return book.ok ? book.sheets.every(({ rows }) => rows.length <= small.rows) : book.fault.zh.length > 0;
      }),
      { numRuns: 200 },
    );
  });
});
