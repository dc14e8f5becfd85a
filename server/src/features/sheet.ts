/** Owns the data-request sheet as clients see it: bytes out, bytes in, and what a filled sheet would do. */
import type { Connection } from 'vscode-languageserver';
import { rangeOf } from '../convert/positions.ts';
import type { Wording } from '../convert/wording.ts';
import type { Desk } from '../core/engine/desk.ts';
import { listHoles } from '../core/holes/index.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import { cellsOf, columns, proposals, readTable, sheetRows } from '../core/sheet/index.ts';
import type { ImportFault, Proposal } from '../core/sheet/index.ts';
import type { Draft } from '../core/text/draft.ts';
import type { Outline } from '../core/text/sections/index.ts';
import type { Snapshot } from '../documents/store.ts';
import { exportSheetMethod, importSheetMethod } from '../protocol.ts';
import type { ExportSheetParams, ExportSheetResult, ImportSheetParams, ImportSheetResult, PlainProposal } from '../protocol.ts';
import { writeSheet } from '../sheets/write.ts';
import { readWorkbook } from '../tables/read.ts';

/** What is asked about: a draft with its findings up to date. */
export interface SheetDraft {
  readonly snapshot: Snapshot & { readonly draft: Draft };
  readonly outline: Outline;
  readonly desk: Desk;
  readonly wording: Wording;
}

/** Answers the requests about the sheet. `draftOf` gives an open draft that is checked. */
export function connectSheet(connection: Connection, draftOf: (uri: string) => SheetDraft | undefined): void {
  connection.onRequest(exportSheetMethod, async ({ textDocument, format }: ExportSheetParams): Promise<ExportSheetResult> => {
    const draft = draftOf(textDocument.uri);
    return draft ? exportSheet(draft, format) : { rows: -1 };
  });
  connection.onRequest(importSheetMethod, ({ textDocument, name, content }: ImportSheetParams) =>
    importSheet(() => draftOf(textDocument.uri), name, content),
  );
}

const sheetTitle: Bilingual = { zh: '待填清单', en: 'To fill in' };

/** The holes of a draft as a file. */
async function exportSheet(given: SheetDraft, format: 'xlsx' | 'csv'): Promise<ExportSheetResult> {
  const { snapshot, wording } = given;
  const rows = sheetRows(snapshot.draft, holesOf(given));
  if (rows.length === 0) return { rows: 0 };
  const pick = (text: Bilingual): string => wording.pick(text);
  const bytes = await writeSheet(format, {
    name: pick(sheetTitle),
    columns: columns.map(({ id, name, width }) => ({
      name: pick(name),
      width,
      hidden: id === 'key',
      open: id === 'value' || id === 'department',
    })),
    rows: cellsOf(rows, pick, (rule, kind) => wording.kind(rule, kind)),
  });
  return { rows: rows.length, content: Buffer.from(bytes).toString('base64') };
}

const notOurs: Bilingual = {
  zh: '表里没有“数值”栏，或者没有“句子”“定位”栏，认不出哪一行填哪一处。请用导出的待填清单填写。',
  en: 'The table has no column Value, or neither Sentence nor Key: which row fills which hole cannot be told. Please fill in the exported sheet.',
};

/** What a filled sheet would do to a draft as it stands when the file has been read. */
async function importSheet(given: () => SheetDraft | undefined, name: string, content: string): Promise<ImportSheetResult> {
  const book = await readWorkbook(name, Buffer.from(content, 'base64'));
  // Reading takes its time: the draft may have changed or gone meanwhile.
  const now = given();
  if (!now) return { version: -1, rows: [] };
  const { snapshot, wording } = now;
  const { version, draft } = snapshot;
  if (!book.ok) return { version, fault: wording.pick(book.fault), rows: [] };
  const tables = book.sheets.flatMap(
    ({ rows }) => readTable(rows.map(({ number, cells }) => ({ number, cells: cells.map(({ text }) => text) }))) ?? [],
  );
  if (tables.length === 0) return { version, fault: wording.pick(notOurs), rows: [] };
  return { version, rows: proposals(draft, holesOf(now), tables).map((proposal) => toPlain(proposal, snapshot, wording)) };
}

function holesOf({ snapshot, outline, desk }: SheetDraft): ReturnType<typeof listHoles> {
  return listHoles(snapshot.draft, outline, desk.findings(snapshot.uri));
}

const faults: Readonly<Record<ImportFault, Bilingual>> = {
  empty: { zh: '未填', en: 'nothing filled in' },
  gone: { zh: '讲稿中已没有这一处', en: 'no longer in the draft' },
  changed: { zh: '所在的句子已改动', en: 'its sentence has changed' },
  filled: { zh: '讲稿中已填', en: 'filled in already' },
  ambiguous: { zh: '讲稿中有几处一样，分不清是哪一处', en: 'several places are alike; which one is meant cannot be told' },
  twice: { zh: '另有一行填同一处', en: 'another row fills the same place' },
  nothing: { zh: '看不出填哪一处', en: 'does not say which place it fills' },
  number: { zh: '这里应填数字', en: 'a number belongs there' },
  unit: { zh: '单位与讲稿不同，未作换算', en: 'another unit than in the draft; nothing is converted' },
  parts: { zh: '与讲稿的写法不合（如日期应填到年、月、日）', en: 'does not have the parts that the draft has (a date: year, month, day)' },
  lines: { zh: '内容有换行', en: 'has line breaks' },
  placeholder: { zh: '填的仍是待定内容', en: 'still says that it is not known' },
  error: { zh: '表中此格是错误值', en: 'the cell holds an error value' },
};

function toPlain({ filled, row, result }: Proposal, { lines }: Snapshot, wording: Wording): PlainProposal {
  const indicator = row?.parts[0]?.about.indicator ?? filled.indicator;
  const common = { row: filled.number, indicator, empty: filled.value === '' };
  if (!result.ok) {
    const sentence = row?.sentence ?? filled.sentence;
    return { ...common, before: sentence, after: '', value: filled.value, edits: [], fault: wording.pick(faults[result.fault]) };
  }
  const { texts, unit } = result.value;
  const between = row?.between ?? [];
  const value = texts?.map((text, index) => text + (between[index] ?? '')).join('') ?? '';
  const remark =
    texts === undefined
      ? { zh: '删去备注', en: 'the note is taken out' }
      : unit === undefined
        ? undefined
        : { zh: `讲稿中已有“${unit}”，不重复填`, en: `“${unit}” is in the draft already` };
  return {
    ...common,
    before: row?.before ?? '',
    after: row?.after ?? '',
    value,
    edits: result.edits.map((edit) => ({ range: rangeOf(lines, edit), text: edit.text })),
    ...(remark && { remark: wording.pick(remark) }),
  };
}
