/** Owns ellipses that stand for a missing thing: ……万元, 在……领导下, 项目有：……。 A real ellipsis stays silent. */
import { compoundAt, countsSomething, demandsFigure, isBoundary, leftOf, neighbourAt, skipBlanks } from './grammar.ts';
import type { Certainty, Kind, Slot } from './slot.ts';

const run = /…+|\.{3,}|。{3,}/g;

/** Prepositions and verbs that cannot stand without an object, and what may follow the missing object. */
const opens = /(?:在|对|为|以|从|自|向|将|把|由|关于|围绕|根据|按照|通过|依托|经|与|和|受|代表|聚焦|紧扣|以及|坚持以|是)$/u;
const closes =
  /^(?:的?(?:坚强|正确)?领导下|的?支持下|的?帮助下|的?指导下|的|上|中|下|等|为|进行|方面|工作|同志|精神|指导|抓手|重点|目标|主线|契机|牵引|引领|会议|活动|问题|通知|意见|至|到|开始|委托|研究|同意|批准)/u;
const listHead = /(?:有|是|包括|如下|例如|比如|分别为|主要有|项目有|名单|为|如|即|等)[:：]?$|[:：]$/u;
const numbered =
  /^(?:\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、是要]|\d{1,2}[.、．]|第[一二三四五六七八九十][，、,]?|——))$/u;
/** The mark of an item of a list that runs on in one paragraph, with nothing behind it. */
const item =
  /(?:^|[。；;：:，])\s*(?:[一二三四五六七八九十][是要]|首先|其次|再次|最后|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑩]|[1-9]\d?[.、．]|[一二三四五六七八九十]{1,2}、)[，,]?$/u;
const personAct = /^(?:兼?任|担任|宣读|主持(?!人)|讲话|致辞|发言)/u;
/** No word begins so, but a unit does; at the end measure words, which begin words too. */
const unitBehind =
  /^(?:(?:[多余]?(?:万亿|[十百千]?[万亿]))?[美欧日港]?元|%|‰|个百分点|[多余]?(?:万亿|[十百千]?[万亿])[多余]?(?:[人户吨亩件个家名头只]|千瓦|[平立]方米)|平方(?:米|公里)|公里|[万亿](?=[，。；])|月|年|日|[个家项处户名件](?![性别体案]))/u;

/** The slots written as an ellipsis in one text whose width is folded. */
export function dotSlots(text: string): Slot[] {
  if (!/…|\.{3}|。{3}/.test(text)) return [];
  const slots: Slot[] = [];
  for (const match of text.matchAll(run)) {
    const start = match.index;
    const end = start + match[0].length;
    const found = read(text, start, end);
    if (found) slots.push({ start, end, family: 'dots', tail: { start: end, end }, ...found });
  }
  return slots;
}

function read(text: string, start: number, end: number): { kind: Kind; certainty: Certainty } | undefined {
  const before = leftOf(text, start).trimEnd();
  const after = text.slice(skipBlanks(text, end, 2));
  // A leader of dots in a table of contents: words, dots, a page number.
  if (/^\s*\d{1,3}\s*$/.test(after)) return undefined;
  const unit = unitBehind.exec(after);
  if (unit && !compoundAt(text, skipBlanks(text, end, 2)) && /[\p{Script=Han}—~～-]$/u.test(before) && !/[，。；、]$/u.test(before)) {
    const near = neighbourAt(text, skipBlanks(text, end, 2));
    const certain =
      demandsFigure(text, start) ||
      !/^[月年日个家项处户名件]/u.test(after) ||
      /[从至到自在]$/u.test(before) ||
      countsSomething(text, near?.start ?? end);
    if (certain) return { kind: near?.kind ?? 'number', certainty: 'sure' };
  }
  // 他沉默了：“……”: nothing was said.
  if (/[“‘]$/u.test(before) && /^[”’]/u.test(after))
    return /(?:沉默|无言|不语|语塞|哽咽)[^。！？]{0,8}[“‘]$/u.test(before) ? undefined : { kind: 'content', certainty: 'likely' };
  if (/“$/u.test(before) && /^\p{Script=Han}{0,5}(?:个人|集体|单位|称号|项目|工程|奖|家庭|基地)”/u.test(after))
    return { kind: 'content', certainty: 'habit' };
  if (/《(?:关于)?[^》]{0,4}$/u.test(before) && /^[^《]{0,20}》/u.test(after)) return { kind: 'content', certainty: 'likely' };
  if (/[“”‘’"]$/u.test(before) || /^[“”‘’"]/u.test(after)) return undefined;
  if (numbered.test(before) && /^[。；;]?$/u.test(after.trim())) return { kind: 'content', certainty: 'likely' };
  if (item.test(before) && /^(?:[。；;，]|$)/u.test(after)) return { kind: 'content', certainty: 'likely' };
  if (/[:：]$/u.test(before) && /^(?:[。；;]|$)/u.test(after)) {
    return listHead.test(before) ? { kind: 'list', certainty: 'likely' } : undefined;
  }
  if (demandsFigure(text, start) && /(?:达到|完成|实现|增长|下降|达|为)$/u.test(before) && /^[，。；]/u.test(after))
    return { kind: 'number', certainty: 'likely' };
  if (personAct.test(after) && /[由请]$/u.test(before)) return { kind: 'name', certainty: 'likely' };
  // 刚才，……同志作了发言
  if (
    /(?:^|[。；，])(?:刚才|下面|接下来|现在|今天|首先)，?$/u.test(before) &&
    /^(?:同志(?!们)|局长|书记|[县市区]长|主任|先生|女士)/u.test(after)
  )
    return { kind: 'name', certainty: 'likely' };
  const counted = neighbourAt(text, skipBlanks(text, end, 1));
  if (
    counted &&
    ['classifier', 'measure'].includes(counted.source) &&
    !compoundAt(text, counted.start) &&
    (isBoundary(text, counted.end) || counted.source === 'measure') &&
    /[\p{Script=Han}、]$/u.test(before)
  ) {
    return { kind: 'number', certainty: 'likely' };
  }
  if (/^(?:年|月)[ ]?(?:…|\.{3})|^日(?:前|召|至|到|[，。])/u.test(after)) return { kind: 'date', certainty: 'habit' };
  if (/第$/u.test(before)) return { kind: 'ordinal', certainty: 'likely' };
  if (/^[年月日](?:[到至，建]|底|前|完|投)/u.test(after) && /[，、。到至争从拟于在]$/u.test(before))
    return { kind: 'date', certainty: 'habit' };
  const tail = neighbourAt(text, skipBlanks(text, end, 1));
  if (
    tail &&
    !compoundAt(text, tail.start) &&
    ['organization', 'place', 'title'].includes(tail.source) &&
    /(?:\p{Script=Han})$/u.test(before)
  )
    return { kind: tail.kind, certainty: 'habit' };
  if (/^的(?:关键|重要|决胜|攻坚|特殊)/u.test(after) && /[于在]$/u.test(before)) return { kind: 'content', certainty: 'likely' };
  if (/^等/u.test(after) && /(?:支持|包括|有|如|推动|鼓励)$/u.test(before)) return { kind: 'list', certainty: 'habit' };
  // 取得了……的成绩: a verb that is done, and the noun that was to be told more of.
  if (
    /(?:取得|[作做]出|提出|形成|制定|出台|收到|发挥|积累|创造|探索出?|印发|签订|开展)了?$/u.test(before) &&
    /^的\p{Script=Han}{2}/u.test(after)
  )
    return { kind: 'content', certainty: 'likely' };
  if (opens.test(before) && closes.test(after)) return { kind: 'content', certainty: 'likely' };
  if (/(?:^|[，。；])(?:为|根据|按照|经)$/u.test(before) && /^[，,]/u.test(after)) return { kind: 'content', certainty: 'likely' };
  return undefined;
}
