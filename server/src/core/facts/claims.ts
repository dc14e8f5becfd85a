/**
 * Owns claims: what each figure of a paragraph says, of which indicator, place and time, as fact, estimate or plan. What a
 * reader could not tell either stays open and is compared with nothing.
 */
import type { Span } from '../text/span.ts';
import type { Figure } from './figures.ts';
import { indicatorKey, isAtConstantPrices, isComparable, isKnownIndicator } from './indicators.ts';
import { noPeriod, periodsIn } from './periods.ts';
import type { Period, PlacedPeriod } from './periods.ts';
import { modeOf, namesEntity, opensTargets, placeBefore, readLead, readName } from './phrases.ts';
import type { Lead, Measure } from './phrases.ts';

/** What one figure says. Offsets count from the start of the text that was read. */
export interface Claim {
  readonly figure: Figure;
  /** The indicator as it is written, without verbs, place and time; empty where it is not said. */
  readonly name: string;
  /** The same in one form for all names of it. */
  readonly key: string;
  readonly measure: Measure;
  readonly direction: 1 | 0 | -1;
  /** The word of direction before the figure, where there is one. */
  readonly verb: Span | undefined;
  readonly variant: string;
  readonly period: Period;
  /** `县` for 全县 and 我县, the name of a place where one is named, `@…` for some firm or park, empty where nothing is said. */
  readonly scope: string;
  readonly mode: 'actual' | 'estimate' | 'plan';
  /** Where a change starts: 由100亿元. */
  readonly base: boolean;
  /** The stretch between full stops or semicolons that it stands in. */
  readonly sentence: Span;
  /** Where the sentence between full stops starts. */
  readonly full: number;
}

/** What is carried from figure to figure. */
interface State {
  year: string;
  part: string;
  /** Where a stretch of time was named last, not its last day; -1 before any. */
  stretchAt: number;
  span: string;
  name: string;
  /** The last name whose value has been given: what follows without a name of its own is something else. */
  valued: string;
  names: readonly string[];
  scope: string;
  targets: boolean;
}

/** How far back a sentence is read for what it says of its figures, in characters. */
const farBack = 300;

/** How many figures back a name may have been said before. */
const near = 24;

const stop = /[。！？!?；;\n]/u;
const clauseStop = /[，,：:。；;！？!?\n]/u;
const joint = /^ ?(?:、|，|,|和|与|及|以及) ?$/u;

/** The claims of a paragraph; `figures` are those of the same text, in order. Never throws. */
export function claimsIn(text: string, figures: readonly Figure[]): Claim[] {
  const claims: Claim[] = [];
  if (figures.length === 0) return claims;
  const periods = periodsIn(text);
  const state: State = { year: '', part: '', stretchAt: -1, span: '', name: '', valued: '', names: [], scope: '', targets: false };
  let nextPeriod = 0;
  let sentence: Span = { start: 0, end: 0 };
  let full = 0;
  for (let index = 0; index < figures.length; index += 1) {
    const figure = figures[index] as Figure;
    if (figure.start >= sentence.end) {
      sentence = sentenceAt(text, figure.start);
      const before = full;
      full = fullStart(text, sentence.start, full);
      Object.assign(state, { name: '', valued: '', names: [], span: '' });
      if (full !== before) state.scope = '';
    }
    for (; (periods[nextPeriod]?.end ?? Infinity) <= figure.start; nextPeriod += 1)
      takePeriod(state, periods[nextPeriod] as PlacedPeriod, Math.max(sentence.start, figures[index - 1]?.end ?? 0), sentence);
    const said = text.slice(Math.max(full, figure.start - farBack), figure.start);
    if (opensTargets.test(said)) state.targets = true;
    const from = leadStart(text, figures[index - 1], figure, sentence.start);
    const leadText = text.slice(from, figure.start);
    const shared = leadText.lastIndexOf('分别');
    const mode = state.targets ? 'plan' : modeOf(said);
    const common = { sentence, full, mode, period: periodOf(state) } as const;
    if (shared >= 0) {
      const group = figuresTogether(text, figures, index);
      const names = namesOf(leadText.slice(0, shared), state, group.length);
      const lead = readLead(leadText.slice(shared + 2));
      const before = readLead(leadText.slice(0, shared));
      const variant = lead.variant || before.variant;
      group.forEach((member, at) => {
        const name = names[at] ?? '';
        const whole: Lead = { ...lead, variant, measure: name === '' ? 'other' : before.measure === 'share' ? 'share' : lead.measure };
        claims.push(claimOf(member, name, whole, state.scope, from + shared + 2, common));
      });
      index += group.length - 1;
      continue;
    }
    const lead = readLead(leadText);
    const { name, scope } = readName(lead.rest);
    if (scope !== undefined) state.scope = scope;
    const own = lead.measure === 'share' ? lead.rest : name;
    const subject = own === '' ? state.name : own;
    const isPart =
      said.includes('其中') &&
      claims.slice(-near).some((claim) => claim.full === full && claim.name === subject && claim.measure === 'value');
    const again =
      lead.measure === 'value' && ((own === '' && subject === state.valued && !/[年月]|季度/u.test(leadText)) || (own !== '' && isPart));
    const beforeName = text.slice(Math.max(full, from - farBack), from) + leadText.slice(0, Math.max(0, leadText.lastIndexOf(own)));
    const place = state.scope === '' && namesEntity(beforeName) ? `@${String(full)}` : state.scope;
    claims.push(claimOf(figure, subject, again ? { ...lead, measure: 'other' } : lead, place, from, common));
    if (lead.measure === 'value' || lead.measure === 'rate') state.name = subject;
    if (lead.measure === 'value' && !lead.base && !figure.rough) state.valued = subject;
  }
  return claims;
}

function claimOf(
  figure: Figure,
  name: string,
  lead: Lead,
  scope: string,
  leadStart: number,
  common: Pick<Claim, 'sentence' | 'full' | 'mode' | 'period'>,
): Claim {
  const placed = isKnownIndicator(indicatorKey(name)) ? undefined : placeBefore(name);
  const inside = placed && isComparable(indicatorKey(placed.name)) ? placed : undefined;
  const bare = inside?.name ?? name;
  const isRate = lead.measure === 'rate' && figure.unit.family !== 'percent';
  return {
    figure,
    name: bare,
    key: indicatorKey(bare),
    // 增加3亿元 and 提高2个百分点 are changes, but no rates.
    measure: isRate ? 'other' : lead.measure,
    direction: lead.direction,
    verb: lead.verb.end > lead.verb.start ? { start: leadStart + lead.verb.start, end: leadStart + lead.verb.end } : undefined,
    variant: /不变|可比|实际/u.test(lead.variant) && isAtConstantPrices(indicatorKey(bare)) ? '' : lead.variant,
    scope: inside?.place ?? scope,
    base: lead.base,
    ...common,
  };
}

function periodOf(state: State): Period {
  if (state.span !== '') return { year: state.span, part: '' };
  return state.year === '' && state.part === '' ? noPeriod : { year: state.year, part: state.part };
}

/** `since` is where the figure before ends, or the sentence starts: 上半年累计完成 is the half year, 上半年完成3亿元，累计完成5亿元 is not. */
function takePeriod(state: State, period: PlacedPeriod, since: number, sentence: Span): void {
  if (period.span !== undefined) {
    if (period.start >= sentence.start && !(period.span === '累计' && state.stretchAt >= since)) state.span = period.span;
    return;
  }
  if (period.year !== undefined) {
    state.year = period.year;
    state.part = '';
  }
  if (period.part !== undefined) state.part = period.part;
  state.stretchAt = period.isDay === true ? -1 : period.start;
  // A year that is named behind a span speaks for itself.
  if (period.start >= sentence.start) state.span = '';
}

function sentenceAt(text: string, at: number): Span {
  let start = at;
  while (start > 0 && !stop.test(text[start - 1] as string)) start -= 1;
  let end = at;
  while (end < text.length && !stop.test(text[end] as string)) end += 1;
  return { start, end };
}

/** Where the sentence between full stops starts, semicolons left in; `known` is where an earlier one started. */
function fullStart(text: string, at: number, known: number): number {
  let start = at;
  while (start > known && !/[。！？!?\n]/u.test(text[start - 1] as string)) start -= 1;
  return start;
}

function leadStart(text: string, previous: Figure | undefined, figure: Figure, sentenceStart: number): number {
  const floor = Math.max(sentenceStart, previous && previous.end <= figure.start ? previous.end : sentenceStart);
  let from = figure.start;
  while (from > floor && !clauseStop.test(text[from - 1] as string)) from -= 1;
  // 、 behind a figure goes on with a list.
  return previous?.end === from && /[、]/u.test(text[from] ?? '') ? from + 1 : from;
}

/** The figures of one list, joined by commas and 和, from `index` on. */
function figuresTogether(text: string, figures: readonly Figure[], index: number): Figure[] {
  const group = [figures[index] as Figure];
  for (let at = index + 1; at < figures.length; at += 1) {
    const last = group.at(-1) as Figure;
    const next = figures[at] as Figure;
    if (next.unit.family !== last.unit.family || !joint.test(text.slice(last.end, next.start))) break;
    group.push(next);
  }
  return group;
}

/** As many names as there are figures, from the words before 分别 or from the list before; none if the numbers differ. */
function namesOf(before: string, state: State, count: number): readonly string[] {
  const lead = readLead(before);
  const { scope } = readName(lead.rest);
  if (scope !== undefined) state.scope = scope;
  const items = lead.rest.split(/[、和与及]|以及/u).filter((item) => item.trim() !== '');
  if (items.length >= 2) state.names = completed(items.map((item) => readName(item).name));
  else if (readName(readLead(`${before}增长`).rest).name !== '') state.names = [];
  return state.names.length === count ? state.names : [];
}

/** 城镇、农村居民人均可支配收入: what the last name ends with belongs to all of them. */
function completed(names: readonly string[]): string[] {
  const last = names.at(-1) ?? '';
  const industry = /^第?三(产业.*)$/u.exec(last)?.[1];
  return names.map((name, index) => {
    if (industry !== undefined && /^第?[一二三](?:产业.*)?$/u.test(name)) return `第${name.replace(/^第?(.).*$/u, '$1')}${industry}`;
    if (index === names.length - 1 || isComparable(indicatorKey(name))) return name;
    for (let cut = 1; cut < last.length - 1; cut += 1) {
      const whole = name + last.slice(cut);
      if (isKnownIndicator(indicatorKey(whole))) return whole;
    }
    return name;
  });
}
