/** Owns spreadsheets: `.xlsx` and the older `.xls`, as Excel and WPS write them. */
import { read } from '@e965/xlsx';
import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { TableFault, TableMeter, rowOf, tooMany } from './sheet.ts';
import type { Cell, Row, Sheet, TableLimits } from './sheet.ts';
import { guardZip } from './zip.ts';

const empty: Cell = { text: '' };

/** Reads a spreadsheet. Throws a TableFault, or what the library throws on a damaged file. */
export function readSpreadsheet(bytes: Uint8Array, limits: TableLimits): Sheet[] {
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
  // The older format, and the envelope of a file with a password.
  const compound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (!packed && !compound)
    throw new TableFault({
      zh: '不是 Excel 文件（可能只是改了扩展名）。请在 Excel 或 WPS 中另存为 .xlsx。',
      en: 'Not an Excel file (perhaps only named like one). Please save it as .xlsx in Excel or WPS.',
    });
  if (packed) guardZip(bytes, limits.unfolded);
  const book = open(bytes, limits);
  if (book.SheetNames.length > limits.sheets) throw tooMany(`${limits.sheets} 张工作表`, `${limits.sheets} sheets`);
  const meter = new TableMeter(limits);
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet ? [{ name, rows: rowsOf(sheet, meter, limits) }] : [];
  });
}

function open(bytes: Uint8Array, limits: TableLimits): ReturnType<typeof read> {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      // One more than is taken, so that a sheet that is too long is known.
      sheetRows: limits.rows + 1,
    });
  } catch (error) {
    if (/password|(?<!ZIP )encrypt/i.test(String(error)))
      throw new TableFault({
        zh: '文件有打开密码。请在 Excel 或 WPS 中去掉密码，另存后再用。',
        en: 'The file has a password. Please remove it in Excel or WPS and save the file again.',
      });
    throw error;
  }
}

function rowsOf(sheet: WorkSheet, meter: TableMeter, limits: TableLimits): Row[] {
  const grid = ((sheet as { '!data'?: (CellObject[] | undefined)[] })['!data'] ?? []).map((cells) =>
    cells ? Array.from(cells.slice(0, limits.columns + 1), toCell) : undefined,
  );
  for (const range of sheet['!merges'] ?? []) spread(range, grid, limits.columns);
  const rows: Row[] = [];
  grid.forEach((cells, index) => {
    const row =
      cells &&
      rowOf(
        index + 1,
        Array.from(cells, (cell) => cell ?? empty),
      );
    if (!row) return;
    rows.push(row);
    meter.row(rows.length, row.cells.length);
  });
  return rows;
}

function toCell(cell: CellObject | undefined): Cell {
  if (!cell) return empty;
  const shown = cell.w ?? (cell.v === undefined ? '' : String(cell.v));
  const text = shown.replace(/[\s\u3000]+/g, ' ').trim();
  return cell.t === 'n' && typeof cell.v === 'number' ? { text, number: cell.v } : { text };
}

/** What stands in the first cell of a merged stretch stands in all of it. */
function spread(range: Range, grid: (Cell[] | undefined)[], columns: number): void {
  const value = grid[range.s.r]?.[range.s.c];
  if (!value || value.text === '') return;
  for (let row = range.s.r; row <= range.e.r && row < grid.length; row += 1) {
    const cells = (grid[row] ??= []);
    for (let column = range.s.c; column <= range.e.c && column < columns; column += 1) cells[column] = value;
  }
}
