/**
 * Owns tables in YAML. A list of entries is a sheet, an entry's keys are the columns:
 *
 *     - 指标: 地区生产总值
 *       数值: 23.20
 *       单位: 亿元
 *
 * So is a map from names to entries or plain values (`地区生产总值: 23.20亿元`); a map of such lists holds several sheets.
 */
import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { TableFault, TableMeter, rowOf } from './sheet.ts';
import type { Cell, Row, Sheet, TableLimits } from './sheet.ts';
import { decodeTable } from './text.ts';

/** The columns of a map from names to values. */
const nameColumn = '指标';
const valueColumn = '数值';

interface Entry {
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
}

/** Reads a YAML file. Every sheet begins with a row of the columns' names. Throws a TableFault. */
export function readYaml(bytes: Uint8Array, limits: TableLimits, name: string): Sheet[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(decodeTable(bytes), { lineCounter, strict: true, uniqueKeys: true });
  const lineOf = (node: unknown): number => lineCounter.linePos((node as Node | undefined)?.range?.[0] ?? 0).line;
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    // The library says so of brackets in brackets without end.
    if (error.message.includes('call stack'))
      throw new TableFault({ zh: '嵌套过深，无法读取。', en: 'It is nested too deeply to be read.' }, line);
    const what = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? error.code;
    throw new TableFault({ zh: `第 ${line} 行不是有效的 YAML：${what}`, en: `Line ${line} is not valid YAML: ${what}` }, line);
  }
  const meter = new TableMeter(limits);
  const root = document.contents;
  const sheets: { name: string; entries: Entry[] }[] = [];
  if (isSeq(root)) sheets.push({ name, entries: listed(root, lineOf) });
  else if (isMap(root)) {
    const own: Pair[] = [];
    for (const pair of root.items as Pair[]) {
      if (isSeq(pair.value) && pair.value.items.some(isMap)) sheets.push({ name: textOf(pair.key), entries: listed(pair.value, lineOf) });
      else own.push(pair);
    }
    if (own.length > 0) sheets.unshift({ name, entries: own.map((pair) => named(pair, lineOf)) });
  } else if (root !== null)
    throw new TableFault({ zh: '内容应是列表或键值。', en: 'The content should be a list or keys with values.' }, 1);
  return sheets.map(({ name: sheet, entries }) => ({ name: sheet, rows: toRows(entries, meter) }));
}

function listed(list: YAMLSeq, lineOf: (node: unknown) => number): Entry[] {
  return list.items.map((item) => {
    if (!isMap(item)) {
      const line = lineOf(item);
      throw new TableFault({ zh: `第 ${line} 行应是键值。`, en: `Line ${line} should be keys with values.` }, line);
    }
    return { line: lineOf(item), values: valuesOf(item) };
  });
}

function named({ key, value }: Pair, lineOf: (node: unknown) => number): Entry {
  const name = textOf(key);
  const values = isMap(value) ? valuesOf(value) : new Map([[valueColumn, textOf(value)]]);
  return { line: lineOf(key), values: new Map([[nameColumn, name], ...values]) };
}

function valuesOf(map: YAMLMap): Map<string, string> {
  return new Map((map.items as Pair[]).map(({ key, value }) => [textOf(key), textOf(value)]));
}

/** As it was written (`23.20`, not `23.2`); a list is joined. What is nested deeper is no value. */
function textOf(node: unknown): string {
  if (isScalar(node)) return (node.value === null ? '' : (node.source ?? String(node.value))).trim();
  if (isSeq(node)) return node.items.filter(isScalar).map(textOf).join('、');
  return '';
}

function toRows(entries: readonly Entry[], meter: TableMeter): Row[] {
  const columns = [...new Set(entries.flatMap(({ values }) => [...values.keys()]))];
  const head: Row = { number: entries[0]?.line ?? 1, cells: columns.map((text): Cell => ({ text })) };
  const rows = entries.flatMap(
    ({ line, values }) =>
      rowOf(
        line,
        columns.map((column) => ({ text: values.get(column) ?? '' })),
      ) ?? [],
  );
  if (rows.length === 0) return [];
  const all = [head, ...rows];
  all.forEach(({ cells }, index) => meter.row(index + 1, cells.length));
  return all;
}
