/** Owns the comparison with the fact sheets: a figure that none of the rows it can mean bears out. */
import { digitsFor, entriesFor } from '../../facts/book.ts';
import type { Book } from '../../facts/book.ts';
import { differ } from '../../facts/numbers.ts';
import { periodText } from '../../facts/periods.ts';
import type { Entry, Quantity } from '../../facts/sheets.ts';
import type { Words } from '../../words.ts';
import type { Finding } from '../finding.ts';
import type { Edit } from '../../text/span.ts';
import { signed } from './conflict.ts';
import type { Placed } from './placed.ts';
import type { DraftReading } from './standing.ts';
import { isExact } from './slip.ts';

/** One way to take the sheet's value. */
export interface Taking {
  readonly entry: Entry;
  /** The digits that are written. */
  readonly digits: string;
  /** The value in the sheet's own unit, where the text has another one. */
  readonly original: string | undefined;
  /** The value as it will read: `23.20亿元`, `下降3.5%`. */
  readonly value: string;
  readonly place: string;
  readonly edits: readonly Edit[];
}

/** The finding of one claim that the sheets contradict, or none. */
export function mismatchOf(placed: Placed, reading: DraftReading, book: Book, words: Words): Finding | undefined {
  const { claim } = placed;
  if (claim.mode !== 'actual' || !isExact(claim)) return undefined;
  const entries = entriesFor(claim, book, reading, words);
  if (entries.length === 0 || !surelyMeant(claim.period.year, entries)) return undefined;
  const own = signed(claim);
  const quantities = entries.map((entry) => quantityOf(entry, claim.measure));
  if (quantities.some((quantity) => quantity && !differ(own, quantity.amount))) return undefined;
  const takings = entries.flatMap((entry) => takingOf(placed, reading, entry) ?? []);
  const [first] = takings;
  if (!first) return undefined;
  return {
    rule: 'figure',
    kind: 'mismatch',
    severity: 'warning',
    start: placed.start,
    end: placed.end,
    message: {
      id: 'mismatch',
      args: {
        name: `“${claim.name}”`,
        period: periodText(entries[0]?.period ?? claim.period) || '—',
        text: placed.text,
        value: first.value,
        place: first.place,
      },
    },
    detail: takings,
  };
}

/** Where a text does not say which year, only a sheet of one period can contradict it; a sheet that says no year is this year's. */
function surelyMeant(year: string, entries: readonly Entry[]): boolean {
  if (/^\d{4}$/.test(year)) return true;
  if (year !== '' && !(year === '今年' && entries.every(({ period }) => period.year === ''))) return false;
  return new Set(entries.map(({ period }) => periodText(period))).size === 1;
}

function quantityOf(entry: Entry, measure: string): Quantity | undefined {
  return measure === 'rate' ? entry.rate : entry.value;
}

/** Where an entry stands, for people: `指标数据.xlsx：地区生产总值，2025年`. */
export function entryPlace(entry: Entry): string {
  const period = periodText(entry.period);
  return `${entry.file}：${entry.region}${entry.name}${period === '' ? '' : `，${period}`}`;
}

/** Writes the value of an entry into the place of a figure, its verb turned where the direction is another one. */
export function takingOf({ claim, start, end, text }: Placed, { draft }: DraftReading, entry: Entry): Taking | undefined {
  const quantity = quantityOf(entry, claim.measure);
  const digits = quantity && digitsFor(quantity, claim.figure);
  if (quantity === undefined || digits === undefined) return undefined;
  const { figure, verb, direction } = claim;
  const from = verb ? start - (figure.start - verb.start) : start;
  // A line break inside moves what stands behind it: nothing is offered there.
  if (end - start !== figure.end - figure.start || /[\r\n]/.test(draft.text.slice(from, end))) return undefined;
  const bare = digits.replace(/^-/, '');
  const numberStart = start + figure.number.start - figure.start;
  // 3亿2000万 and 百分之五 are written anew as a whole; behind plain digits the unit stays as it is.
  const plain =
    figure.amount === undefined ||
    (/^[-−﹣－]?[\d０-９.．,，]+$/u.test(text.slice(figure.number.start - figure.start, figure.number.end - figure.start)) &&
      !/亿.*\d/u.test(text));
  const unit = `${figure.magnitude}${figure.unit.name}`;
  const number: Edit = plain
    ? { start: numberStart, end: numberStart + figure.number.end - figure.number.start, text: bare }
    : { start, end, text: `${bare}${unit}` };
  const same = quantity.magnitude === figure.magnitude && quantity.unit.name === figure.unit.name;
  const original = same ? undefined : `${quantity.digits}${quantity.magnitude}${quantity.unit.name}`;
  const common = { entry, place: entryPlace(entry), original } as const;
  const asGiven: Taking = { ...common, digits, value: `${digits}${unit}`, edits: [{ ...number, text: number.text.replace(bare, digits) }] };
  if (claim.measure !== 'rate') return asGiven;
  const fell = digits.startsWith('-');
  if (fell === direction < 0) return { ...common, digits: bare, value: `${bare}${unit}`, edits: [number] };
  if (!verb) return asGiven;
  const word = fell ? '下降' : '增长';
  // One edit, so that nobody can take the figure without its word.
  const between = draft.text.slice(from + verb.end - verb.start, number.start);
  const turned: Edit = { start: from, end: number.end, text: word + between + number.text };
  return { ...common, digits: word + bare, value: `${word}${bare}${unit}`, edits: [turned] };
}
