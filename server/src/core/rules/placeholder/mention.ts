/**
 * Owns marks that are spoken of and not left: `把材料写成“××年××月”的填空题`, and names that a quoted case keeps back
 * (`“XX省某厅原处长刘某受贿案”`). Works on text whose width is folded.
 */
import { surnames } from '../../text/surnames.ts';
import { neighbourAt } from './grammar.ts';
import type { Slot } from './slot.ts';

/** Names of what is written: `“XX”字样`, `“XX年”的写法`, and not of a thing that bears the name (`“XX”现象`). */
const writings = '字样|占位(?!居)|写法|填空|空[白格项]|符号|标[记号]|格式|样[式子]|形式|句[子式]|标题|感叹|表述|措辞|[空套]话';
/** What behind a quotation shows that it is the whole of what is written or forbidden: a stop, `等`, a name of what is written. */
const closes = new RegExp(
  `^(?:[，。；：！？）、]|$|等(?:[，。；、]|$)|之类(?:[，。；]|$)|的(?:[，。；]|一律|都(?!市)|要(?![求素点])|必须|$)|的?地方|之?处[，。要必须都]|来?(?:应付|搪塞|敷衍|凑数|交差)|(?:等|一?类|之类|[这那][样种类些]|式|样)?的?(?:${writings}))`,
  'u',
);

/** What before a quotation says that its words are looked at as written; the quotation must be all that is. */
const before =
  /(?:写成|写着|写上|(?:凡是?|所有)写?|格式为|格式是|占位符|占位|字样|留着|残留|出现|诸如|标注|不得留有|不能留|照着念|[念读][出成作])[:：]?\S{0,3}$|(?:标出|标示|标明)[^。；“”]{0,8}(?:如|例如|比如)[:：]?$|(?:写作|写为|显示为|隐去|隐名|标为|标记为|表示为)[用为成]?[:：]?$|(?:字母|标点|括号|填空题|写法|脱敏|掩码)(?:[用为是成如]|例如|比如|[（:：])*$|(?:口令|密码)[^，。；“”]{0,6}?(?:[用为是如成]|例如|比如|[（:：]){1,4}$/u;
/** The same behind it, whatever stands before. */
const behind = new RegExp(
  `^(?:(?:写成|当成|改成)(?:“|${writings})|的?填空|都没改|字样|(?:[这那][样种类些]|之类|等)的?(?:${writings})|的(?:格式|样式)|写[作为][:：]?“|显示为|念[了出成]|[要应需须请都一律全部必]{0,6}(?:替换|换[成为上]|删[去除掉])|就?[是为即][^，。；“”]{0,6}(?:写法|字母|标点|括号|占位符?|密码|口令)(?=[，。；、的]|$)|(?:这样|这么|来)?(?:隐去|隐名|略去|示人)(?!的)|[，,]?[^，。；]{0,6}(?:没有?[填改写补]|未填)(?:[上完齐全好]|(?=[，。；！就]|$))|[，,][^，。；]{0,6}忘了[填改])`,
  'u',
);

/** What a sign does that stands for something else: `文中“××”表示地名`, `用“某某”代替真名`; it is used for it or does so by itself. */
const standsFor =
  /^(?:来?标[明出]|(?:这样|这么)标出|表示(?![将要愿感祝赞热衷同支欢希])|的形式(?=[，。；、]|$)|来?[代替]替[^，。；]{0,2}(?:[，。；、）]|$|真|姓名|[人地全]名|名字|数字|具体))/u;
const used = /(?:^|[，。；：、（]|[用以拿按][^，。；“”]{0,2}|[中里上内])$/u;
/** Behind one sign its name (`“×”号`, `“×”法`), and not the one of a ship or a train. */
const ofOneSign = /^(?:号(?![列动货客轮船舰艇飞卫探])|符号|法(?![院庭律官规治]))/u;
/** Written behind a word for writing, whoever did so: `落款写“20XX年”的，要改`. */
const whoWrites = /(?<![谱书续抒撰])[写填标]$/u;

/** What forbids to write the words of a quotation. */
const forbids =
  /(?:(?:不得|不能|不要|不准|不许|严禁|禁止|避免|杜绝)(?:再)?(?:写|用|填|出现|使用|留|有)|[少不别]再?(?:写|用|填|出现|使用|留))[^，。；“”]{0,3}$/u;

/** Names of marks and words for writing: whatever is quoted in their sentence is spoken of as written. */
const ofWriting = /乘号|(?:省略|破折|书名|引|顿)号(?!召)|占位符|原文如此/u;
/** Brackets with nothing in them are named among other marks; with a unit or a title behind them they are left. */
const ofMarks = /书名号|引号|顿号|六角括号|方括号|圆括号|标点符号/u;
const sentenceEnd = /[。！？\n]/u;

/** How far back the quotation of a mark may open, and how far on it may close. */
const farBefore = 40;
const farBehind = 52;

/** Whether the slot is spoken of. Quotations side by side (`“××市”“张××”这样隐去`) are spoken of together. */
export function isMention(text: string, slot: Slot): boolean {
  if (/^[^，。；“”（]{0,4}（[^（）]{0,6}(?:匿名(?:处理)?|化名|隐名|代称)）/u.test(text.slice(slot.end, slot.end + 20))) return true;
  if (slot.kind === 'blank' && slot.family === 'brackets')
    return ofMarks.test(sentenceAround(text, slot)) && neighbourAt(text, slot.end) === undefined;
  const from = Math.max(0, slot.start - farBefore);
  const left = text.slice(from, slot.start);
  const right = text.slice(slot.end, slot.end + farBehind);
  return quotations.some(([opening, closing]) => {
    const open = left.lastIndexOf(opening);
    const close = right.indexOf(closing);
    if (open < 0 || close < 0 || left.lastIndexOf(closing) > open) return false;
    return ofWriting.test(sentenceAround(text, slot)) || isWritten(text, slot, from + open, slot.end + close);
  });
}

/** The marks of quotations; straight ones open and close alike. */
const quotations = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['"', '"'],
] as const;
const quotationsBefore = /(?:[“‘「"][^“”‘’「」"]{0,20}[”’」"][、和与或]?){1,4}$/u;
const quotationsBehind = /^(?:[、和与或]?[“‘「"][^“”‘’「」"]{0,20}[”’」"]){1,4}/u;

/** Whether the words around the quotation `[open, close]` that holds the slot say that it is looked at as written. */
function isWritten(text: string, slot: Slot, open: number, close: number): boolean {
  const near = text
    .slice(Math.max(0, open - farBefore), open)
    .replace(quotationsBefore, '')
    .slice(-12);
  const right = text.slice(close + 1, close + 1 + farBehind).replace(quotationsBehind, '');
  if (closes.test(right) && (before.test(near) || forbids.test(near))) return true;
  if (/^的[，。；]/u.test(right) && whoWrites.test(near)) return true;
  const oneSign = slot.start === open + 1 && slot.end === close && slot.end - slot.start === 1 && !/[Xx]/.test(text[slot.start] ?? '');
  return (oneSign && ofOneSign.test(right)) || behind.test(right) || (standsFor.test(right) && used.test(near));
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

/** XX医院要吸取患者王某死亡的教训: who is told to do something sits in the hall. */
const isTold = /^[^，。；]{0,12}(?:(?<![索主重只需首摘概])要(?![求素挟])|应当|必须|务必)/u;

/** Whether the slot is the name of a place, a house or a person that a case keeps back together with the people in it. */
export function isKeptBack(text: string, slot: Slot): boolean {
  if (!['place', 'organization', 'name', 'content'].includes(slot.kind) || slot.family === 'brackets') return false;
  // “XX”专项行动: the name of a campaign, and nobody's.
  if (text[slot.start - 1] === '“' && text[slot.end] === '”') return false;
  if (isTold.test(text.slice(slot.end, slot.end + 24))) return false;
  let start = slot.start;
  while (start > 0 && slot.start - start < 120 && !sentenceEnd.test(text[start - 1] as string)) start -= 1;
  let end = slot.end;
  while (end < text.length && end - slot.end < 120 && !sentenceEnd.test(text[end] as string)) end += 1;
  const sentence = text.slice(start, end);
  return keptBack.test(sentence) && ofCases.test(sentence);
}
