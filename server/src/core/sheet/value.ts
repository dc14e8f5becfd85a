/** Owns reading what a person wrote into a row of the sheet: one text for each part, or why it cannot be taken. Nothing is converted or guessed. */
import { foldWidth } from '../text/width.ts';
import type { SheetRow } from './rows.ts';
import { speaker } from './rows.ts';

/** Why a value is not taken. `unit`: it names another unit than the text; `parts`: it does not have the parts of the row. */
export type ValueFault = 'empty' | 'number' | 'unit' | 'parts' | 'lines' | 'placeholder' | 'error';

/** What a value says. */
export type ReadValue =
  | {
      readonly ok: true;
      /** One text for each part of the row; absent for a note that is to be taken out. */
      readonly texts?: readonly string[];
      /** The unit that stood behind the number and stands in the text already. */
      readonly unit?: string;
    }
  | { readonly ok: false; readonly fault: ValueFault };

const figureKinds: readonly string[] = ['number', 'money', 'percent', 'ordinal', 'date'];
const prose: readonly string[] = ['content', 'list', 'note'];

/** Said of a note: what it asks for is done. */
const settled =
  /^(?:已核实?|已核对|核实无误|无误|属实|准确|正确|确认|已确认|是|对|删|删除|删去|[√✓✔]|ok|yes|done|checked|delete)[。.！!]?$/iu;
const excelErrors = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/iu;
/** Not known yet, in the words and signs of those who have to fill in. */
const unknown =
  /^(?:[Xx×*_＿…○□△▁?？\s/\\.\-—–－]+|【?(?:待[定核补填]\S{0,3}|暂无(?:数据)?|无数据|未知|不详|tbd|todo|n\/?a|none|null|nil)】?)$/iu;

const numeral = '[0-9〇零一二两三四五六七八九十百千万亿]';
const about = '(?:约|近|超过?|逾|不到|不足|将近|接近|[+－−-])?';
const oneNumber = `${about}${numeral}+(?:[,，][0-9]{3})*(?:\\.[0-9]+)?[余多几]?`;
const number = new RegExp(`^${oneNumber}(?:(?:[—–~～-]+|至|到)${oneNumber})?$`, 'u');
const startsAsNumber = new RegExp(`^${about}${numeral}`, 'u');

/** Reads the text of a cell for a row. */
export function readValue(cell: string, row: SheetRow): ReadValue {
  const text = cell.trim();
  if (text === '') return { ok: false, fault: 'empty' };
  if (excelErrors.test(text)) return { ok: false, fault: 'error' };
  const [first] = row.parts;
  const kind = speaker(row)?.kind ?? '';
  if (first?.about.removable && settled.test(text)) return { ok: true };
  if (unknown.test(text)) return { ok: false, fault: 'placeholder' };
  if (/[\r\n\u2028\u2029]/.test(text) && !(row.parts.length === 1 && prose.includes(kind))) return { ok: false, fault: 'lines' };
  if (row.parts.length > 1) return readParts(text, row);
  const { figure = false, tail = '' } = first?.about ?? {};
  if (figure || figureKinds.includes(kind)) return readFigure(text, tail);
  if (tail === '' || kind === 'content') return { ok: true, texts: [text] };
  // 王小明同志 before 同志, 青山区 before 区: what stands in the text already is not put there twice.
  return text.endsWith(tail) && text.length > tail.length
    ? { ok: true, texts: [text.slice(0, -tail.length).trimEnd()], unit: tail }
    : { ok: true, texts: [text] };
}

/** Whether a text is a number as speeches write them: 23.2, 1,200, 二十三, 约30, 200余, 3—5; width does not matter. */
export function isNumber(text: string): boolean {
  return number.test(plain(text));
}

function readFigure(text: string, tail: string): ReadValue {
  const folded = foldWidth(text);
  const unit = unitAtEnd(folded, tail);
  const rest = unit === '' ? folded : folded.slice(0, -unit.length).trimEnd();
  if (isNumber(rest)) return { ok: true, texts: [rest.replace(/\s+/gu, '')], ...(unit !== '' && { unit }) };
  return { ok: false, fault: startsAsNumber.test(plain(rest)) ? 'unit' : 'number' };
}

/** The start of what stands behind the hole, as far as the value ends with it: 亿元 of 23.2亿元. */
function unitAtEnd(text: string, tail: string): string {
  const folded = foldWidth(tail);
  return folded !== '' && text.endsWith(folded) && text.length > folded.length ? text.slice(-folded.length) : '';
}

/** 2026年3月5日 for the parts of 20XX年X月X日; also 2026-3-5, as spreadsheets write dates. */
function readParts(text: string, row: SheetRow): ReadValue {
  const tail = row.parts.at(-1)?.about.tail ?? '';
  const folded = foldWidth(text);
  const texts = splitBy(folded, row.between, foldWidth(tail)) ?? datePartsOf(folded, row);
  if (!texts) return { ok: false, fault: 'parts' };
  return texts.some((part) => unknown.test(part)) ? { ok: false, fault: 'placeholder' } : { ok: true, texts };
}

function splitBy(text: string, between: readonly string[], tail: string): string[] | undefined {
  const rest = squeeze(text);
  const texts: string[] = [];
  let at = 0;
  for (const words of between) {
    const wanted = squeeze(foldWidth(words));
    if (wanted === '') return undefined;
    const found = rest.indexOf(wanted, at + 1);
    if (found < 0) return undefined;
    texts.push(rest.slice(at, found));
    at = found + wanted.length;
  }
  const last = rest.slice(at);
  const end = squeeze(tail);
  texts.push(end !== '' && last.endsWith(end) ? last.slice(0, -end.length) : last);
  return texts.every((part) => part !== '' && part.length <= longestPart) ? texts : undefined;
}

const longestPart = 40;

/** Year, month and day by the words behind them; the numbers of the parts that the row has. */
function datePartsOf(text: string, row: SheetRow): string[] | undefined {
  const match = /^(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})(?: 0{1,2}:00(?::00)?)?$/u.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match;
  const tails = [...row.between.map((words) => squeeze(words)), row.parts.at(-1)?.about.tail ?? ''];
  const texts = tails.map((tail) =>
    tail.startsWith('年') ? year : tail.startsWith('月') ? month : /^[日号]/u.test(tail) ? day : undefined,
  );
  return texts.every((part) => part !== undefined)
    ? texts.map((part, index) => (index === 0 && year === part ? part : String(Number(part))))
    : undefined;
}

function plain(text: string): string {
  return squeeze(foldWidth(text));
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
