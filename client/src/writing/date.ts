/** Owns reading a date that a person has typed for a title block. Pure: no VS Code here. */
import type { PlainDate } from '../../../server/src/protocol.ts';

const whole = /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/u;
const withoutYear = /^(\d{1,2})[月/.-](\d{1,2})日?$/u;
/** Days of the months; February has its leap day, for a year that is not told. */
const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The date; `none` when nothing is typed, `undefined` if it is no day of the calendar. */
export function dateIn(typed: string): PlainDate | 'none' | undefined {
  const bare = typed.normalize('NFKC').replace(/\s/gu, '');
  if (bare === '') return 'none';
  const full = whole.exec(bare);
  if (full) return dated(Number(full[2]), Number(full[3]), Number(full[1]));
  const short = withoutYear.exec(bare);
  return short ? dated(Number(short[1]), Number(short[2])) : undefined;
}

function dated(month: number, day: number, year?: number): PlainDate | undefined {
  const last = month === 2 && year !== undefined && !isLeap(year) ? 28 : days[month - 1];
  if (last === undefined || day < 1 || day > last) return undefined;
  return { month, day, ...(year !== undefined && { year }) };
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
