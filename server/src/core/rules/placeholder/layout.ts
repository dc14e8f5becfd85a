/** Owns blanks that are layout and nothing left out: indents, heads that are spread out, heads of columns, dates left for a pen. */
import { compoundAt, demandsFigure, isBoundary, leftOf, matchAt, neighbourAt, opensCounted } from './grammar.ts';
import type { Neighbour } from './grammar.ts';
import { surnames } from '../../text/surnames.ts';
import type { Span } from '../../text/span.ts';

const han = /\p{Script=Han}/u;
const blank = /[ \t\u00a0\u3000]/;

/** Measure words: each ends many words too, so the character before counts. */
export const weak = /[个家项分处户名件条所场次台套辆座起人批篇份张位株棵天亩米吨期门节头只部间栋]|[万亿](?=[，。；、])/y;

/** Units that open no word of their own, so that the gap before them is one whatever follows. */
const measures: ReadonlySet<Neighbour['source']> = new Set(['money', 'percent', 'measure']);

/** 序号　姓名　单位　职务: the heads of columns, and none of them a unit. */
export function isTableHead(text: string): boolean {
  if (!/^\s*\p{Script=Han}{2,6}(?:[ \t\u3000]+\p{Script=Han}{2,6}){2,}\s*$/u.test(text) || /[元点吨里米亩]/u.test(text)) return false;
  // 接待　名代表　慰问　户群众: measure words with what they count.
  return ![...text.matchAll(/(?<=[ \t\u3000])\p{Script=Han}/gu)].some((word) => countsPeople(text, word.index));
}

/** A measure word with what it counts opens at `at`: 名|代表, 户|群众. */
export function countsPeople(text: string, at: number): boolean {
  const unit = matchAt(weak, text, at)?.[0];
  return unit !== undefined && !compoundAt(text, at) && opensCounted(text, at + unit.length);
}

/** 代表签字：　　日期：　　年　　月　　日: the dates beside a signature. */
export function forPen(text: string): readonly Span[] {
  if (!/(?:签[字名章收]|盖章)[^，。；]{0,6}[:：]/u.test(text)) return [];
  return [...text.matchAll(/日 ?期[:：][ \t\u3000]{0,20}年[ \t\u3000]{0,20}月[ \t\u3000]{0,20}日/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Blanks at the start of a line are layout. */
export function isIndent(text: string, start: number, end: number): boolean {
  return end > start && text.slice(0, start).trim() === '';
}

/** `户    人`: both sides are units, each with its own gap. */
function betweenUnits(text: string, start: number, end: number): boolean {
  return matchAt(weak, text, start - 1) !== undefined && matchAt(weak, text, end) !== undefined && isBoundary(text, end + 1);
}

/** Blanks between the characters of a head that is spread out (`汇  报  时  间`), or between two labels of a form. */
export function isSpread(text: string, start: number, end: number): boolean {
  if (end === start) return false;
  // 第　二　部　分
  if (/^\s*\p{Script=Han}(?:[ \t\u3000]+\p{Script=Han}){3,}\s*$/u.test(text)) return true;
  const alone = (at: number, step: number): boolean => {
    const neighbour = text[at + step];
    return neighbour === undefined || blank.test(neighbour);
  };
  const edge = (at: number): boolean =>
    at < 0 || at >= text.length || blank.test(text[at] as string) || /[，。；：、:（）()]/.test(text[at] as string);
  if (
    edge(start - 2) &&
    edge(end + 1) &&
    han.test(text[end] ?? '') &&
    !betweenUnits(text, start, end) &&
    !/[共约为达近仅有增]/.test(text[start - 1] as string) &&
    !(/[长宽高深厚重]/.test(text[start - 1] as string) && /[米吨]/.test(text[end] as string)) &&
    !(/[男女]/.test(text[start - 1] as string) && /[人名]/.test(text[end] as string))
  )
    return true;
  const single = start === 1 ? alone(end, 1) : alone(start - 1, -1);
  if (single && text.slice(0, start).trim().length <= 1 + start / 3 && !/[，。；：、]/.test(text[start - 1] ?? '')) return true;
  if (/^[\p{Script=Han} \t\u3000]{1,6}$/u.test(leftOf(text, start).trim())) {
    const unit = neighbourAt(text, end);
    const counts = unit !== undefined && (isBoundary(text, unit.end) || (measures.has(unit.source) && blank.test(text[unit.end] ?? '')));
    const asked =
      unit !== undefined &&
      !compoundAt(text, end) &&
      (countsPeople(text, end) ||
        /[共仅]有$|新增$/u.test(leftOf(text, start)) ||
        (demandsFigure(text, start) && opensCounted(text, unit.end)));
    return end - start >= 2 && !counts && !asked && !/[在为到约共]$/u.test(leftOf(text, start));
  }
  return /^[\p{Script=Han} \u3000]{1,8}[:：]/u.test(text.slice(end, end + 10));
}

const named = new RegExp(`(?:^\\s*|[记长任员席授士家师人])[${surnames}](?:\\p{Script=Han}{1,2}|[ \\u3000]{1,2}\\p{Script=Han})$`, 'u');

/** 第三条　本办法所称, 王荣华　　教授: what heads a line, and a name, set off from what is said of it. */
export function isHeadOfLine(text: string, start: number, end: number): boolean {
  if (end === start) return false;
  const left = leftOf(text, start);
  if (named.test(left) && neighbourAt(text, end)?.source === 'title') return true;
  return left.length === start && /^\s*第[一二三四五六七八九十百零〇\d]{1,6}[条款章节项]$/u.test(left);
}
