/** Owns what a draft says around its claims: the year it speaks of, what its headings say of time and plans, its level and places. */
import { periodsIn } from '../../facts/periods.ts';
import type { Period } from '../../facts/periods.ts';
import type { Draft } from '../../text/draft.ts';
import type { Section } from '../../text/sections/index.ts';
import type { Span } from '../../text/span.ts';
import { tightened } from '../../text/tight.ts';
import type { Placed } from './placed.ts';

const plansHeading = /目标|任务|安排|部署|打算|思路|计划|下一步|明年|今后|要求|举措|规划|奋斗|重点/u;
const levels = /(?:全|我)(国|省|市|县|区|州|旗|盟|镇|乡)/gu;
const placeName = /(?<!\p{Script=Han}{6})\p{Script=Han}{1,4}?(?:自治区|自治州|开发区|高新区|新区|省|市|县|区|镇|乡)/gu;
/** The most paragraphs that a title block has: no other names the places of a draft. */
export const front = 4;

/** What the headings over a paragraph say of its claims. */
export interface Said {
  /** Whether what stands under them is still to come. */
  readonly plans: boolean;
  /** The period that the nearest heading names. */
  readonly period: Period;
}

/** Under no heading that says anything. */
export const nothingSaid: Said = { plans: false, period: { year: '', part: '' } };

/** Whether two places have the same said over them. */
export function sameSaid(a: Said, b: Said): boolean {
  return a === b || (a.plans === b.plans && a.period.year === b.period.year && a.period.part === b.period.part);
}

/** So many titles are remembered at most. */
const mostTitles = 5000;

/** Reads headings; each title is read once. */
export class Headings {
  readonly #titles = new Map<string, { readonly plans: boolean; readonly period: Period | undefined }>();

  /** What stands over each of `count` paragraphs. */
  over(sections: readonly Section[], count: number): readonly Said[] {
    const said = new Array<Said>(count).fill(nothingSaid);
    this.#fill(said, sections, nothingSaid);
    return said;
  }

  /** Whether two titles say the same of what stands under them. */
  saysTheSame(a: string, b: string): boolean {
    if (a === b) return true;
    const [one, other] = [this.#read(a), this.#read(b)];
    return one.plans === other.plans && one.period?.year === other.period?.year && one.period?.part === other.period?.part;
  }

  #fill(said: Said[], sections: readonly Section[], around: Said): void {
    for (const section of sections) {
      if (section.kind !== 'heading') continue;
      const own = this.#read(section.title);
      const under = own.plans || own.period ? { plans: own.plans || around.plans, period: own.period ?? around.period } : around;
      if (under !== nothingSaid) said.fill(under, section.firstParagraph, section.lastParagraph + 1);
      this.#fill(said, section.children, under);
    }
  }

  #read(title: string): { readonly plans: boolean; readonly period: Period | undefined } {
    let known = this.#titles.get(title);
    if (known === undefined) {
      known = { plans: plansHeading.test(title), period: periodOf(title) };
      if (this.#titles.size >= mostTitles) this.#titles.clear();
      this.#titles.set(title, known);
    }
    return known;
  }
}

function periodOf(title: string): Period | undefined {
  const found = periodsIn(tightened(title));
  const [first] = found;
  return first && found.length === 1 && first.span === undefined ? { year: first.year ?? '', part: first.part ?? '' } : undefined;
}

/** The year of a date in a draft. */
export function yearOf(date: Span | undefined, draft: Draft): number | undefined {
  const text = date && /(?:19|20)\d\d(?=年)/u.exec(tightened(draft.text.slice(date.start, date.end)))?.[0];
  return text === undefined ? undefined : Number(text);
}

/** The level that a draft speaks for: which of 全县, 全市 … it says most. */
export function levelOf(claims: readonly Placed[]): string {
  const counts = new Map<string, number>();
  for (const { claim } of claims) if (claim.scope.length === 1) counts.set(claim.scope, (counts.get(claim.scope) ?? 0) + 1);
  counts.delete('国');
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** The text in which a draft names its places: paragraphs at the start without a full stop. */
export function frontOf(draft: Draft): string {
  const first = draft.paragraphs.slice(0, front);
  const body = first.findIndex(({ text }) => /[。；！？]/u.test(text));
  return first
    .slice(0, body < 0 ? front : body)
    .map((paragraph) => paragraph.text.slice(0, 80))
    .join('\n');
}

/** The places that a title block names. */
export function placesOf(text: string): string[] {
  return [...new Set([...text.replace(levels, '\n').matchAll(placeName)].map(([name]) => name))];
}
