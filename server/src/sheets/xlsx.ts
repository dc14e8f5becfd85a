/** Owns the sheet as a spreadsheet: a bold header that stays in sight, wrapped sentences, the hidden key. */
import writeXlsxFile from 'write-excel-file/node';
import type { CellObject } from 'write-excel-file/node';
import type { SheetTable } from './write.ts';

const headerColor = '#E7EEF7';
const openColor = '#FFF9E5';
const lineColor = '#BFBFBF';
/** As spreadsheets call text that is never made a number or a date of. */
const asText = '@';

/** The bytes of an `.xlsx` file. */
export async function write({ name, columns, rows }: SheetTable): Promise<Uint8Array> {
  const line = { borderColor: lineColor, borderStyle: 'thin', alignVertical: 'center' } as const;
  const header = columns.map((column): CellObject => ({
    ...line,
    value: column.name,
    type: String,
    fontWeight: 'bold',
    backgroundColor: headerColor,
    align: 'center',
  }));
  const body = rows.map((row) =>
    row.map((value, index): CellObject => {
      const column = columns[index];
      if (typeof value === 'number') return { ...line, value, type: Number, align: 'center' };
      const open = column?.open === true && { backgroundColor: openColor };
      // An empty text, not an empty cell: that could not be told to keep what is typed into it as text.
      return { ...line, ...open, value, type: String, wrap: column?.hidden !== true, format: asText };
    }),
  );
  const hidden = new Set(columns.flatMap((column, index) => (column.hidden === true ? [index] : [])));
  const file = writeXlsxFile(
    [header, ...body],
    { sheet: sheetName(name), columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
    {
      features: [
        {
          files: {
            transform: {
              'xl/worksheets/sheet{id}.xml': {
                transformElementAttributes: (tag, attributes, index) =>
                  tag === 'col' && index !== undefined && hidden.has(index) ? { ...attributes, hidden: 1 } : attributes,
              },
            },
          },
        },
      ],
    },
  );
  return new Uint8Array(await file.toBuffer());
}

const longestName = 31;

/** A name that spreadsheets allow. */
function sheetName(name: string): string {
  const allowed = name
    .replace(/[\\/?*[\]:'\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, longestName)
    .replace(/[\ud800-\udbff]$/, '');
  return allowed === '' ? 'Sheet1' : allowed;
}
