/**
 * Owns marks that are spoken of and not left: `把材料写成“××年××月”的填空题`, and names that a quoted case keeps back
 * (`“XX省某厅原处长刘某受贿案”`). Works on text whose width is folded.
 */
import { surnames } from '../../text/surnames.ts';
import { neighbourAt } from './grammar.ts';
import type { Slot } from './slot.ts';

/** What before a quotation says that its words are looked at as written. */
const before =
  /(?:写成|写着|写上|格式为|格式是|占位符|占位|字样|留着|残留|出现|诸如|标注|不得留有|不能留|照着念)[:：]?\S{0,3}$|(?:标出|标示|标明)[^。；“”]{0,8}(?:如|例如|比如)[:：]?$|(?:写作|写为|显示为|隐去|隐名|标为|标记为|表示为)[用为成]?[:：]?$|(?:字母|标点|括号|填空题|写法|脱敏|掩码)(?:[用为是成如]|例如|比如|[（:：])*$|(?:口令|密码)(?:[用为是如]|例如|比如|[（:：]){1,4}$/u;
/** The same behind it. */
const behind =
  /^(?:写成|当成|改成|填进|的?填空|都没改|字样|这样的(?:占位|空)|之类|的占位|的空白|等占位|没有改(?!变)|标[明出]|表示|来?代替|来?替代|号|这种|符号|写[作为][:：]?“|显示为|[是为即][^，。；“”]{0,6}(?:写法|字母|标点|括号|占位|密码|口令)|(?:这样|这么|来)?(?:隐去|隐名|略去|标出|示人)|的地方(?=[，。、都要必须]|$)|之处(?!”)|的(?:格式|样式|形式(?=[，。；]|$))|[，,][^，。；]{0,6}(?:没有?[填改写补](?!变)|未填|忘了[填改]))/u;

/** What forbids to write the words of a quotation; it must be all that is forbidden (不得使用“XX”牌农药 forbids a thing). */
const forbids = /(?:不得|不能|不要|不准|不许|严禁|禁止|避免|杜绝|少)(?:再)?(?:写|用|填|出现|使用|留|有)[^，。；“”]{0,3}$/u;
const isAll = /^(?:[，。；！？）]|$|[等的式来代替这之])/u;

/** Names of marks and words for writing: whatever is quoted in their sentence is spoken of as written. */
const ofWriting = /乘号|省略号|破折号|占位符|书名号|引号|顿号|原文如此/u;
/** Brackets with nothing in them are named among other marks; with a unit or a title behind them they are left. */
const ofMarks = /书名号|引号|顿号|六角括号|方括号|圆括号|标点符号/u;
const sentenceEnd = /[。！？\n]/u;

/** How far back the quotation of a mark may open, and how far on it may close. */
const farBefore = 40;
const farBehind = 52;

/** Whether the slot is spoken of. Quotations side by side (`“××市”“张××”这样隐去`) are spoken of together. */
export function isMention(text: string, slot: Slot): boolean {
  if (/^[^，。；“”（]{0,4}（[^（）]{0,6}(?:匿名(?:处理)?|化名|隐名|代称)）/u.test(text.slice(slot.end, slot.end + 20))) return true;
  const from = Math.max(0, slot.start - farBefore);
  if (slot.kind === 'blank' && slot.family === 'brackets')
    return ofMarks.test(sentenceAround(text, slot)) && neighbourAt(text, slot.end) === undefined;
  const open = from + text.slice(from, slot.start).lastIndexOf('“');
  if (open < from || text.slice(open, slot.start).includes('”')) return false;
  const rest = text.slice(slot.end, slot.end + farBehind);
  const close = rest.indexOf('”');
  if (close < 0) return false;
  const left = text.slice(Math.max(0, open - farBefore), open).replace(/(?:“[^“”]{0,20}”[、和与或]?){1,4}$/u, '');
  const right = rest.slice(close + 1).replace(/^(?:[、和与或]?“[^“”]{0,20}”){1,4}/u, '');
  if (ofWriting.test(sentenceAround(text, slot))) return true;
  const near = left.slice(-12);
  return before.test(near) || behind.test(right.slice(0, 12)) || (forbids.test(near) && isAll.test(right));
}

/** What stands near the slot in its own sentence. */
function sentenceAround(text: string, slot: Slot): string {
  const left =
    text
      .slice(Math.max(0, slot.start - farBefore), slot.start)
      .split(sentenceEnd)
      .at(-1) ?? '';
  const right = text.slice(slot.end, slot.end + farBehind / 2).split(sentenceEnd)[0] ?? '';
  return left + text.slice(slot.start, slot.end) + right;
}

/** A person whose name is kept back: 刘某, 陈某某; with an office behind it (李某某同志) it is a name to be filled in. */
const keptBack = new RegExp(
  `(?:^|[^\\p{Script=Han}]|[人员长任师户者记民工友和与对向由是女男])[${surnames}]某{1,2}(?![某年月日市县区]|同志|书记|主任|局长)`,
  'u',
);
/** What cases are told with. */
const ofCases =
  /受贿|行贿|收受|贪污|挪用|违纪|违法|犯罪|被告|嫌疑人|判处|判刑|徒刑|刑期|刑事|诈骗|开除|留置|立案|案情|忏悔|酒驾|醉驾|肇事|患者|死亡|遇难|举报|权钱/u;

/** Whether the slot is the name of a place, a house or a person that a case keeps back together with the people in it. */
export function isKeptBack(text: string, slot: Slot): boolean {
  if (!['place', 'organization', 'name', 'content'].includes(slot.kind) || slot.family === 'brackets') return false;
  // “XX”专项行动: the name of a campaign, and nobody's.
  if (text[slot.start - 1] === '“' && text[slot.end] === '”') return false;
  let start = slot.start;
  while (start > 0 && slot.start - start < 120 && !sentenceEnd.test(text[start - 1] as string)) start -= 1;
  let end = slot.end;
  while (end < text.length && end - slot.end < 120 && !sentenceEnd.test(text[end] as string)) end += 1;
  const sentence = text.slice(start, end);
  return keptBack.test(sentence) && ofCases.test(sentence);
}
