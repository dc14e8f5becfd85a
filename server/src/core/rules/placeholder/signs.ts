/**
 * Owns what nobody marks with as a rule, and what is a slot because a figure is asked for and its unit follows at once:
 * 完成@亿元, 增长～%, 完成A亿元, 完成00亿元. Works on text whose width is folded.
 */
import { classify } from './classify.ts';
import { demandsFigure, leftOf } from './grammar.ts';
import type { Slot } from './slot.ts';

const unit = ' ?(?:(?:万亿|亿|万)?[美欧港日]?元|个百分点|%)';
/** What noughts may stand before besides: 新增就业00万人. */
const counted = ' ?[多余]?[万亿]{0,2}[多余]?(?:[美欧港日]?元|人次?|户|个(?!性)|家|项|件|名|辆|台|套|吨|亩|公里|平方米)';
/** A stroke alone parts a quantity from its unit in the head of a table (增速/%), so only where the sentence goes on. */
const run = new RegExp(
  `(?<=\\p{Script=Han})(?:[@&$~^]{1,4}|\\|{1,4}(?!${unit} ?\\|)|/(?=${unit}[，。；])|[A-MO-WYZ]{1,2}(?![A-Za-z])|0{2,4}(?:\\.0{1,2})?)(?=${unit})|(?<=\\p{Script=Han})0{2,4}(?=${counted})`,
  'gu',
);
/** Nothing is nought billions. */
const noughts = /^0{2,4} ?[多余]?(?:[万亿]{1,2}[美欧港日]?[元人]|%)/;
/** A letter of a case that is supposed stands for itself. */
const supposes = /(?:若|(?<![建开创增铺架])设|假[设定如使]|已知|令|(?<![书登])记|方案)/u;

/** The slots written with odd signs. */
export function signSlots(text: string): Slot[] {
  if (!/[@&$~^|/A-Z]|00/.test(text)) return [];
  const slots: Slot[] = [];
  for (const match of text.matchAll(run)) {
    const start = match.index;
    const end = start + match[0].length;
    const letter = /^[A-Z]/.test(match[0]);
    if ((!demandsFigure(text, start) && !noughts.test(text.slice(start, end + 6))) || (letter && supposes.test(leftOf(text, start))))
      continue;
    const { kind, tail } = classify(text, start, end);
    slots.push({ start, end, kind, family: letter ? 'letters' : 'dots', certainty: 'likely', tail });
  }
  return slots;
}
