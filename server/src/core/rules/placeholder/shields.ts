/** Owns the stretches in which no mark is a slot, in plain text too: addresses, file names, code, formulas. */
import type { Mask } from '../../text/mask.ts';
import { bySpan, overlaps } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';

/**
 * | matches                                   | does not match      |
 * |-------------------------------------------|---------------------|
 * | https://x.example/XX_plan.html, www.xx.cn | XX亿元              |
 * | D:\讲稿\XX                                 | 注:XX               |
 * | name@office.example                       | @XX                 |
 * | 报告_v2.docx, xxx.xlsx, *.csv             | 第X.X节             |
 * | `XX` (code between backticks)             | ‘XX’                |
 * | 仿宋_GB2312, snake_case, r*min-1          | 投资__亿元          |
 *
 * Each with a sign that it cannot do without.
 */
const shielded: readonly (readonly [sign: string, pattern: RegExp])[] = [
  [':', /(?:https?|ftp|file):\/\/[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+/gi],
  [':', /(?<![A-Za-z\d])[A-Za-z]:\\[^\s\u3000-\u303f\uff00-\uffef]+/g],
  ['www', /www\.[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+/gi],
  ['@', /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/g],
  [
    '.',
    /[\w\u4e00-\u9fff（）()*+-]{0,40}(?<=[\w\u4e00-\u9fff）)*+-])\.(?:docx?|xlsx?|pptx?|pdf|csv|txt|md|html?|json|ya?ml|png|jpe?g|gif|zip|rar|wps|et|mp[34]|js|ts|py|exe)(?![A-Za-z0-9])/gi,
  ],
  ['`', /`[^`\n]+`/g],
  ['_', /[\u4e00-\u9fff]{0,12}_[A-Za-z][A-Za-z0-9]{0,40}/g],
  ['_', /(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]{0,40}_{1,9}[A-Za-z0-9][A-Za-z0-9_]{0,40}/g],
  ['*', /[A-Za-z]\*[A-Za-z0-9]+(?:-\d+)?|[A-Za-z]\*(?![*\u4e00-\u9fff])/g],
];

/** A number plate with figures hidden: 皖A·3××29. */
const plate = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-Z][·•・ ]?(?=\d*[X×*])[A-Z\d×*]{5,6}(?![A-Za-z\d×*])/g;

/** The number of a card with its middle hidden: 6222 **** **** 1234. */
const card = /(?<!\d)\d{3,6}[ -](?:\*{2,6}[ -]){1,3}\d{3,4}(?!\d)/g;

/** Fields of templates are slots whatever name stands in them. */
const field = /\{\{[^{}]*\}\}|\$?\{[^{}]*\}|%[(（]\w+[)）]s/g;

/** A stub of an address or a telephone number is itself a slot (`XXX@XXX.com`), so it is not shielded. */
const stub = /^[Xx*]{2,}@|@[Xx*]{2,}\.|^(?:https?:\/\/)?www\.[Xx*]{2,20}\.[A-Za-z.]+$/;

/** Where no mark of a paragraph is a slot. */
export interface Shields {
  /** Code, addresses, file names: sorted, not overlapping. */
  readonly hidden: readonly Span[];
  /** Marks of the markup itself: sorted. Stars of an emphasis may be slots all the same. */
  readonly marks: readonly Span[];
}

/** The shields of a paragraph: what the markup hides, and what is an address, a file name or code anyway. */
export function shieldsOf(text: string, masks: readonly Mask[]): Shields {
  const hidden: Span[] = masks.filter((mask) => mask.kind === 'hidden');
  const marks = masks.filter((mask) => mask.kind === 'mark');
  if (/[`_@./*\\]/.test(text)) hidden.push(...addresses(text));
  if (/[A-Z]/.test(text)) hidden.push(...spansOf(text, plate));
  if (text.includes('**')) hidden.push(...spansOf(text, card));
  return { hidden: merged(hidden), marks };
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function addresses(text: string): Span[] {
  const lower = text.toLowerCase();
  const fields = merged(/[{%]/.test(text) ? spansOf(text, field) : []);
  return shielded
    .flatMap(([sign, pattern]) => (lower.includes(sign) ? spansOf(text, pattern) : []))
    .filter((span) => !stub.test(text.slice(span.start, span.end)) && !touches(fields, span));
}

function merged(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.sort(bySpan)) {
    const last = result.at(-1);
    if (last && span.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

/** Whether a stretch touches one of some stretches that are sorted and do not overlap. */
function touches(spans: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span).end <= span.start) low = middle + 1;
    else high = middle;
  }
  const next = spans[low];
  return next !== undefined && (overlaps(next, span) || (span.start === span.end && next.start <= span.start && span.end <= next.end));
}

/** Whether a stretch may be no slot. `own` is set for signs that an emphasis is made of: those were judged with their pair. */
export function isShielded(shields: Shields, span: Span, own: boolean): boolean {
  return touches(shields.hidden, span) || (!own && touches(shields.marks, span));
}
