/**
 * Owns reading a table from bytes, whatever kind of file it is. The libraries behind it are loaded when the first table of
 * their kind is read, so that nobody pays for them who has none.
 */
import type { Bilingual } from '../core/rules/meta.ts';
import { TableFault, tableLimits } from './sheet.ts';
import type { Sheet, TableLimits, Workbook } from './sheet.ts';

type Reader = (bytes: Uint8Array, limits: TableLimits, name: string) => readonly Sheet[];

/** The reader for a file of that name; `undefined` for a name that no table has. */
async function readerOf(name: string): Promise<Reader | undefined> {
  if (/\.(?:xlsx|xlsm|xls)$/i.test(name)) return (await import('./spreadsheet.ts')).readSpreadsheet;
  if (/\.(?:csv|tsv)$/i.test(name)) return (await import('./csv.ts')).readCsv;
  if (/\.ya?ml$/i.test(name)) return (await import('./yaml.ts')).readYaml;
  return undefined;
}

/**
 * Reads a table: `.xlsx`, `.xls`, `.csv` (UTF-8, UTF-16 with its mark, GB18030) or `.yaml`; `name` says which by its ending.
 * Never throws and never gives half a table: what cannot be read whole is a fault that a person can be told.
 */
export async function readWorkbook(name: string, bytes: Uint8Array, limits: TableLimits = tableLimits): Promise<Workbook> {
  const refuse = (fault: Bilingual, line?: number): Workbook => ({ ok: false, fault, ...(line !== undefined && { line }) });
  if (bytes.length === 0) return refuse({ zh: '文件是空的。', en: 'The file is empty.' });
  if (bytes.length > limits.bytes) {
    const most = Math.round(limits.bytes / 1e6);
    return refuse({ zh: `文件太大：最多读 ${most} MB。`, en: `The file is too large: at most ${most} MB are read.` });
  }
  try {
    const read = await readerOf(name);
    if (!read)
      return refuse({
        zh: '不是能读的表格：请用 .xlsx、.xls、.csv 或 .yaml。',
        en: 'Not a table that can be read: please use .xlsx, .xls, .csv or .yaml.',
      });
    const sheets = read(bytes, limits, name);
    return sheets.some(({ rows }) => rows.length > 0)
      ? { ok: true, sheets }
      : refuse({ zh: '表格里没有内容。', en: 'The table holds nothing.' });
  } catch (error) {
    if (error instanceof TableFault) return refuse(error.fault, error.line);
    return refuse({ zh: '文件已损坏，无法读取。请重新保存后再试。', en: 'The file is damaged and cannot be read. Please save it again.' });
  }
}
