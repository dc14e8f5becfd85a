/** Owns the stretches in which no mark is a slot, in plain text too: addresses, file names, code, formulas. */
import type { Mask } from '../../text/mask.ts';
import { overlaps } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';

/**
 * | matches                                   | does not match      |
 * |-------------------------------------------|---------------------|
 * | https://x.example/XX_plan.html, www.xx.cn | XX亿元              |
 * | name@office.example                       | @XX                 |
 * | 报告_v2.docx, xxx.xlsx, *.csv             | 第X.X节             |
 * | `XX` (code between backticks)             | ‘XX’                |
 * | 仿宋_GB2312, snake_case, r*min-1          | 投资__亿元          |
 */
const shielded = [
  /(?:https?|ftp|file):\/\/[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+/gi,
  /www\.[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /[\w\u4e00-\u9fff（）()*.+-]*\.(?:docx?|xlsx?|pptx?|pdf|csv|txt|md|html?|json|ya?ml|png|jpe?g|gif|zip|rar|wps|et|mp[34]|js|ts|py|exe)(?![A-Za-z0-9])/gi,
  /`[^`\n]+`/g,
  /[\u4e00-\u9fff]*_[A-Za-z][A-Za-z0-9]*/g,
  /[A-Za-z][A-Za-z0-9]*_+[A-Za-z0-9][A-Za-z0-9_]*/g,
  /[A-Za-z]\*[A-Za-z0-9]+(?:-\d+)?|[A-Za-z]\*(?![*\u4e00-\u9fff])/g,
];

/** Fields of templates are slots whatever name stands in them. */
const field = /\{\{[^{}]*\}\}|\$?\{[^{}]*\}|%[(（]\w+[)）]s/g;

/** A stub of an address or a telephone number is itself a slot (`XXX@XXX.com`), so it is not shielded. */
const stub = /^[Xx*]{2,}@|@[Xx*]{2,}\./;

/** The shielded stretches of a paragraph: what the markup hides, and what is an address, a file name or code anyway. */
export function shieldsOf(text: string, masks: readonly Mask[]): Span[] {
  const shields: Span[] = masks.filter((mask) => mask.kind !== 'emphasis');
  if (!/[`_@./*]/.test(text)) return shields;
  const fields = /[{%]/.test(text)
    ? [...text.matchAll(field)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
    : [];
  for (const pattern of shielded) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!stub.test(match[0]) && !fields.some((inside) => inside.start <= span.start && span.end <= inside.end)) shields.push(span);
    }
  }
  return shields;
}

/** Whether a stretch touches a shield. */
export function isShielded(shields: readonly Span[], span: Span): boolean {
  return shields.some(
    (shield) => overlaps(shield, span) || (span.start === span.end && shield.start <= span.start && span.end <= shield.end),
  );
}
