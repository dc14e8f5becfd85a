/** Owns periods: which stretch of time a figure speaks of, as far as its text says. */

/** A period as far as it is known; the empty string where nothing is said. */
export interface Period {
  /** `2025`, `今年`, `去年`, `前年`, `明年`; a span of years or `累计` as it is written. */
  readonly year: string;
  /** `上半年`, `1季度`, `1-9月`, `3月`; empty for the whole year or where nothing is said. */
  readonly part: string;
}

/** A period and where it is said. */
export interface PlacedPeriod {
  readonly start: number;
  readonly end: number;
  readonly year?: string;
  readonly part?: string;
  /** Years that are added up: 五年来, “十四五”期间, 累计. It holds for its sentence only. */
  readonly span?: string;
  /** 截至2025年, 6月底: what is said of it may have gathered for years. */
  readonly isDay?: true;
}

export const noPeriod: Period = { year: '', part: '' };

const hanDigits = '〇一二三四五六七八九';
const year = /(?<!\d)(?:(?:19|20)\d\d|二[〇零○][〇零○一二三四五六七八九]{2})(?:年(?:度|全年|末|底)?)/gu;
const relative = /今年|本年度?|年内|去年|上年度?|上一年|前年|明年|来年|下一?年|过去的?一年|一年来/gu;
const parts =
  /(?:前|第)?(?<quarter>[一二三四1-4两])个?季度|(?<half>[上下])半年|1(?:月份?)?[-—–－~～至到](?<until>\d{1,2})月|(?<![\d-])(?<month>\d{1,2})月(?:份|末|底)?(?!\d)|(?<all>全年)/gu;
const spans =
  /(?:过去的?|这|近|最近|前|今后|未来)?(?:[两二三四五六七八九十]+|\d{1,2})年(?:来|间|里|累计|以来|年均)|(?:过去|近|最近|今后|未来)(?:的)?[两二三四五六七八九十]年|[“"]?十[一二三四五]五[”"]?(?:期间|时期|以来|规划|末)?|(?:以来|年均|累计|历年|历史|开工以来|建[省市区县]以来)/gu;
/** What a figure is compared with is not its period: 比去年, 较2020年, 与上年同期相比. */
const bases =
  /(?:比|较|与|同|超|是|为|占|相当于|相比于?)(?:去年|上年|前年|上一年|(?:19|20)\d\d年|[“"]?十[一二三四五]五[”"]?末?|[一二三四五六七八九十两]年前|年初|上季度|上月|同期)(?:全年|同期|底|末|初|度)?(?:相比|的)?|(?:去年|上年)同期/gu;
const titles = /《[^》]*》|“[^”]*(?:规划|计划|行动|工程|目标)[^”]*”/gu;

const numerals: Readonly<Record<string, string>> = { 一: '1', 二: '2', 两: '2', 三: '3', 四: '4' };

/** Every period that a text names, in order, without those that figures are compared with. The text is in half width. */
export function periodsIn(text: string): PlacedPeriod[] {
  if (!/年|季|月|累计|以来|五/u.test(text)) return [];
  const blanked = text.replace(bases, (whole) => ' '.repeat(whole.length)).replace(titles, (whole) => ' '.repeat(whole.length));
  const found: PlacedPeriod[] = [];
  const add = (pattern: RegExp, read: (match: RegExpMatchArray) => Omit<PlacedPeriod, 'start' | 'end'>): void => {
    for (const match of blanked.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const isDay = /[末底]$/u.test(match[0]) || /(?:截止|到|至) ?$/u.test(blanked.slice(Math.max(0, start - 3), start));
      found.push({ start, end, ...read(match), ...(isDay && { isDay }) });
    }
  };
  add(year, ([whole]) => ({ year: yearOf(whole) }));
  add(relative, ([whole]) => ({ year: relativeYear(whole) }));
  add(parts, (match) => ({ part: partOf(match) }));
  add(spans, ([whole]) => ({ span: whole }));
  return found.sort((a, b) => a.start - b.start);
}

function yearOf(text: string): string {
  return text
    .replace(/年.*$/u, '')
    .replace(/[零○]/gu, '〇')
    .replace(/[〇一二三四五六七八九]/gu, (sign) => String(hanDigits.indexOf(sign)));
}

function relativeYear(text: string): string {
  // 一年来 is the year before in a report of January, this year in one of December.
  if (text === '一年来') return '';
  if (/去年|上年|上一年|过去/u.test(text)) return '去年';
  if (text === '前年') return '前年';
  return /明年|来年|下/u.test(text) ? '明年' : '今年';
}

function partOf(match: RegExpMatchArray): string {
  const { quarter, half, until, month } = match.groups ?? {};
  if (half !== undefined) return `${half}半年`;
  if (until !== undefined) return until === '6' ? '上半年' : until === '12' ? '' : `1-${until}月`;
  if (month !== undefined) return `${Number(month)}月`;
  if (quarter === undefined) return '';
  const count = numerals[quarter] ?? quarter;
  if (!match[0].startsWith('前')) return `${count}季度`;
  return count === '2' ? '上半年' : `1-${Number(count) * 3}月`;
}

/** The period as a fact sheet writes it: `2025年`, `2025年上半年`, `2025`, `2025-12`, `202509`. */
export function readPeriod(text: string): Period {
  const bare = text.replace(/\s/gu, '');
  const short = /^((?:19|20)\d\d)(?:[-./年]?(0?[1-9]|1[0-2])月?)?(?:[-./]\d{1,2})?$/u.exec(bare);
  if (short) return { year: short[1] ?? '', part: short[2] === undefined || short[2] === '12' ? '' : `${Number(short[2])}月` };
  let found = noPeriod;
  for (const period of periodsIn(bare)) {
    const span = period.span !== undefined && /年|五/u.test(period.span) ? period.span : undefined;
    found = { year: period.year ?? span ?? found.year, part: period.part ?? found.part };
  }
  return found;
}

/** A relative year made absolute, where the year of the draft is known. */
export function resolved(period: Period, thisYear: number | undefined): Period {
  if (thisYear === undefined) return period;
  const shift = { 前年: -2, 去年: -1, 今年: 0, 明年: 1 }[period.year];
  return shift === undefined ? period : { ...period, year: String(thisYear + shift) };
}

/** A period for people: `2025年上半年`. */
export function periodText({ year: which, part }: Period): string {
  return `${/^\d{4}$/.test(which) ? `${which}年` : which}${part === '' ? '' : part.replace('-', '—')}`;
}
