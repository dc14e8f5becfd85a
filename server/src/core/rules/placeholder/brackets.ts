/** Owns brackets that stand to be filled in: 【】［］[] （） {} {{}} ${} <> 《》“” with a description, an instruction or nothing inside. */
import { askedFor } from './asked.ts';
import { classify } from './classify.ts';
import { compoundAt, demandsFigure, isBoundary, leftOf, neighbourAt, skipBlanks } from './grammar.ts';
import type { Neighbour } from './grammar.ts';
import { bracketSlot, roundSlots, valueBefore } from './round.ts';
import { tightened } from '../../text/tight.ts';
import type { Kind, Slot } from './slot.ts';

const han = /\p{Script=Han}/u;

/** Heads that label what follows them: closed set, at the start of a line or sentence. */
const label =
  /^(?:文种|结构|时间|地点|人物|主持|主持人|记录|记录人|出席|出席人员|参会人员|列席|议题|议程|标题|正文|开头|结尾|开场|导语|背景|案例|案例[一二三四五六七八九十\d]+|点评|评析|摘要|关键词|编者按|按语|提示|注意|注|说明|要点|内容提要|内容|目的|意义|依据|范围|要求|措施|亮点|问题|原因|对策|建议|启示|释义|出处|来源|观点|数据|链接|延伸阅读|金句|范文|例文|模板|参考|思路|框架|解析|答案|例句?\d*|网民留言|群众留言|群众反映|部门回复|办理结果|记者手记|现场|镜头|画外音|旁白|掌声|板块.*|环节.*|第.{1,3}[部环]分?节?|议程[一二三四五六七八九十\d]|禁止|允许|必填|选填|可选|重要|紧急|通知|公告|日程|主题|新华社|.{2,8}(?:记者|讯|电|网|报|日报|时报|通讯员).*)$/u;

const pairs: readonly [string, string, number][] = [
  ['【', '】', 160],
  ['[', ']', 60],
  ['〔', '〕', 24],
  ['［', '］', 60],
];

/** The slots in brackets in one text. `folded` is the same text with its width folded. */
export function bracketSlots(text: string, folded: string): Slot[] {
  const slots: Slot[] = [];
  for (const [open, close, limit] of pairs) square(text, open, close, limit, slots);
  slots.push(...roundSlots(text, folded));
  fields(folded, slots);
  empty(text, slots);
  return slots;
}

function square(text: string, open: string, close: string, limit: number, slots: Slot[]): void {
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, start + 1)) {
    const length = text.slice(start, start + limit).indexOf(close) + 1;
    const end = start + length;
    if (length === 0 || text.slice(start + 1, end).includes(open)) continue;
    const inner = tightened(text.slice(start + 1, end - 1).trim());
    const kind = squareKind(text, start, end, inner, open);
    if (kind) slots.push(bracketSlot(start, end, kind, 'likely', kind === 'note' && valueBefore(text, start)));
  }
}

function squareKind(text: string, start: number, end: number, inner: string, open: string): Kind | undefined {
  if (open === '[' && /^\((?:https?:|[\w./#])/.test(text.slice(end, end + 8))) return undefined; // a link
  if (inner === '') return open === '〔' && /^\s*[\dXx×*_]*\s*号/.test(text.slice(end)) ? 'blank' : undefined;
  if (/^[\d,，、\-—–~～.\s]+$/.test(inner) || (/^\^|^[xX ]$/.test(inner) && open === '[' && text.slice(0, start).trim().endsWith('-')))
    return undefined;
  if (/^[Xx×*_○\d.]+$/.test(inner)) {
    if (!/[Xx×*_○]/.test(inner)) return undefined;
    if (open === '〔' || /^\s*(?:第?[\dXx×*_○]*\s*号)/u.test(text.slice(end))) return undefined; // the year of a document number
    return classify(text, start, end).kind;
  }
  if (open === '〔' && !/^(?:待(?![遇业])|此处|这里|请|插入|填)|(?:名称|姓名)$/u.test(inner)) return undefined;
  const opensSentence =
    start === 0 || /(?:[。！？!?\n]|(?:^|[：:。！？\n])[“‘])\s*$/u.test(leftOf(text, start)) || text.slice(0, start).trim() === '';
  // 【查】深入细致查, 突出【查】字: the word itself.
  if (/^[补核查]$/u.test(inner) && (opensSentence ? han.test(text[end] ?? '') : text[end] === '字')) return undefined;
  if (open !== '[' && unknown.test(inner)) return 'note';
  const before = leftOf(text, start).trimEnd();
  const rest = text.slice(end).trim();
  const alone = before === '' && /^[。；]?$/u.test(rest);
  const heads = /[，；]$/u.test(before) && /^\p{Script=Han}/u.test(rest) && !/^[在前后于由的为]/u.test(rest);
  if (label.test(inner) && (opensSentence || heads)) return undefined;
  // A short noun on a line of its own heads what follows: 【结束语】.
  if (
    alone &&
    inner.length <= 4 &&
    !asksOpenly.test(inner) &&
    !/姓名|单位|日期|名称|署名|落款|签名|(?:金额|数字|数量)$|(?:领导|嘉宾|代表)[A-Z\d甲乙丙]/u.test(inner)
  )
    return undefined;
  if (open === '【' && opensSentence && !alone && headsText(inner, text, end)) return undefined;
  const asked = askedFor(inner);
  if (inner.length < 3 && chooses.test(leftOf(text, start))) return undefined;
  if (/^(?:更多|关注|微信|公众号|扫码|来源|责任编辑|编辑|作者|原创|转载|广告)/u.test(inner)) return undefined;
  const near = neighbourAt(text, skipBlanks(text, end, 2));
  if (asked) {
    if (asked === 'content' && near && ['money', 'percent', 'measure', 'classifier'].includes(near.source) && inner.length <= 6)
      return near.kind;
    return asked;
  }
  if (onScreen.test(before)) return undefined;
  if (/^[Yy]{2,4}\s?[年/.-]\s?[Mm]{1,2}/u.test(inner)) return 'date';
  // 营收[X]亿元，净利润[Z]万元: a letter as algebra has it.
  if (open === '[' && /^[A-Z]$/.test(inner)) return near && ['money', 'percent', 'measure'].includes(near.source) ? near.kind : undefined;
  if (!han.test(inner))
    return /^[A-Za-z][A-Za-z ]{2,30}$/.test(inner) &&
      /^(?:your|the|insert|enter|add|company|city|county|person|speaker|event|meeting|xx)/iu.test(inner)
      ? 'content'
      : undefined;
  if (/^待/u.test(inner)) return 'note';
  if (opensSentence && !alone) return undefined;
  if (alone) return /^(?:请|需|讲|写|谈|列|抓|围绕|从|分|简要|重点|适当|补)/u.test(inner) && inner.length >= 5 ? 'content' : undefined;
  // In the middle of a sentence nothing else stands in such brackets than what is to be replaced.
  const inSentence = /[\p{Script=Han}，、“《：]$/u.test(before) && inner.length <= 14 && !/[。！？]/u.test(inner);
  if (!inSentence || /[:：]$/u.test(before)) return undefined;
  if (near && near.source !== 'topic') return near.kind === 'number' && near.source === 'classifier' ? 'number' : near.kind;
  return open === '【' || /[的了在]|^\s*[、和与，。！；]/u.test(text.slice(end, end + 2)) ? 'content' : undefined;
}

/** What says alone that something is not known yet: 【略】 【?】 【需核实】. */
const unknown = /^(?:略|空|补|核|查|占位符?|…{1,2}|[?？]{1,3}|需要?(?:核实|补充|确认|完善)\S{0,8}|数据(?:缺失|有误|存疑))$/u;

/** 点击【确定】, 进入[办事指南]: what is to be found on a screen. */
const onScreen = /(?:点击|点选|打开|进入|登录|搜索|扫描|关注)[^，。；]{0,6}$|[】\]][—\-–>]{1,2}$/u;

const asksOpenly = /此处|这里|插入|填写|填入|请|待|[Xx×]{2,}|简述|概述|写明|讲清|列举|可根据|结合|\d+字|如有|可选/u;

/** A short noun in brackets before running text heads it (`【读法说明】“/”为短停`); before a tail or a particle it is a slot. */
function headsText(inner: string, text: string, end: number): boolean {
  if (inner.length > 6 || asksOpenly.test(inner)) return false;
  const next = text[end] ?? '';
  if (/[的、，和与及在是将]/u.test(next) || /[：:]/u.test(next)) return false;
  const near = neighbourAt(text, end);
  if (near && near.source !== 'topic' && !compoundAt(text, end)) return false;
  return (
    /[\p{Script=Han}\dA-Za-z“"《]/u.test(next) &&
    !/姓名|名称|全称|单位|地名|县名|市名|区名|职务|日期|金额|数量|(?:领导|嘉宾|代表)[A-Z\d甲乙丙]/u.test(inner)
  );
}

/** Fields of templates: {{name}} ${name} {部门} %(name)s <请填写>. */
function fields(folded: string, slots: Slot[]): void {
  const put = (start: number, length: number, inner: string): void => {
    const end = start + length;
    const near = neighbourAt(folded, skipBlanks(folded, end, 2));
    const byUnit = near && ['money', 'percent', 'measure', 'classifier', 'date'].includes(near.source) ? near.kind : undefined;
    const asked = askedFor(inner);
    const kind = asked !== undefined && asked !== 'content' ? asked : (byUnit ?? asked ?? near?.kind ?? 'content');
    slots.push(bracketSlot(start, end, kind, 'sure'));
  };
  for (const match of folded.matchAll(/\{\{\s*([^{}\n]{1,60}?)\s*\}\}|\$\{\s*(?:\d+:)?([^{}\n]{1,60}?)\s*\}|%[(（]([A-Za-z_]\w*)[)）]s/g)) {
    put(match.index, match[0].length, match[1] ?? match[2] ?? match[3] ?? '');
  }
  for (const match of folded.matchAll(/(?<![{$])\{\s*([^{}\n]{1,30}?)\s*\}(?!\})/g)) {
    const inner = match[1] ?? '';
    if (!han.test(inner) && /[\\\w}^]/.test(folded[match.index - 1] ?? '')) continue; // a formula
    if (/^[\d,.，、\s]+$/.test(inner) || /[:：;；=|<>∈]/.test(inner)) continue;
    put(match.index, match[0].length, inner);
  }
  // #单位名称#, $姓名$; #主题教育# is a tag.
  for (const match of folded.matchAll(/([#$@%]{1,2})(\p{Script=Han}{2,10})\1/gu)) {
    if (
      /^(?:单位|会议|活动|公司|项目|领导|嘉宾|企业|学校|部门|[省市县区镇村])?(?:名称?|姓名|职务|时间|日期|地点|金额|数[量据值]|人数)$/u.test(
        match[2] ?? '',
      )
    )
      put(match.index, match[0].length, match[2] ?? '');
  }
  for (const match of folded.matchAll(/<%=?\s*([\w.]{1,40})\s*%>/g)) put(match.index, match[0].length, match[1] ?? '');
  for (const match of folded.matchAll(/<\s*([^<>\n/!]{1,40}?)\s*>/g)) {
    const inner = match[1] ?? '';
    if (!han.test(inner) || /[Xx×*]{2,}|^[\d.=]/.test(inner)) continue;
    const asked = askedFor(inner);
    if (asked && !/(?:通知|意见|办法|方案|规定|条例|报告|决定|纲要|规划|讲话)$/u.test(inner)) put(match.index, match[0].length, inner);
  }
}

/** Somebody is told to choose. */
const chooses = /(?:勾选?|选[择填]?|打钩|涂黑?|√)(?:[^，。；]{0,4}|\[[^\]]{1,4}\]或?)$/u;
const mention = /(?:书名号|引号|括号|标点|符号|标号|方括号|圆括号|六角括号|双引号|单引号)[^，。；]{0,4}$/u;

/** `“”内的文字`, `《》中填写`: what stands between the marks, and no longer name that begins so (`“”中学`). */
const insideMarks = /^(?:[内里]|中间?)(?:的?[字词文内话句语]|[填写要应须，。；、])/u;

/** Brackets and marks with nothing inside: （） 《》 “” 【】. */
function empty(text: string, slots: Slot[]): void {
  for (const match of text.matchAll(/《[ \u3000]*》|“[ \u3000]*”|「[ \u3000]*」/g)) {
    if (
      mention.test(leftOf(text, match.index)) ||
      (match[0].length === 2 && insideMarks.test(text.slice(match.index + 2))) ||
      (/^[、和与及或]?[“《（]/u.test(text.slice(match.index + match[0].length)) && match[0].length === 2)
    )
      continue;
    slots.push(bracketSlot(match.index + 1, match.index + match[0].length - 1, 'blank'));
  }
  for (const match of text.matchAll(/(?<=\p{Script=Han})(?:\[[ \u3000]*\]|［[ \u3000]*］|\{[ \u3000]*\}|<[ \u3000]*>|〔[ \u3000]*〕)/gu)) {
    const end = match.index + match[0].length;
    const unit = neighbourAt(text, skipBlanks(text, end, 2));
    if (
      unit &&
      ['money', 'percent', 'measure', 'classifier'].includes(unit.source) &&
      !compoundAt(text, unit.start) &&
      counts(text, match.index, unit)
    )
      slots.push(bracketSlot(match.index, end, 'blank'));
  }
  for (const match of text.matchAll(/（[ \u3000]*）|【[ \u3000]*】|(?<=\p{Script=Han})\([ \u3000]*\)/gu)) {
    const listed = /^、?[“《（【〔[]/u.test(text.slice(match.index + match[0].length)) || /[）】〕\]]、$/u.test(leftOf(text, match.index));
    const counted = neighbourAt(text, skipBlanks(text, match.index + match[0].length, 2));
    if (listed && !(counted?.source === 'classifier' && !compoundAt(text, counted.start))) continue;
    const quoted = /[“‘]$/u.test(leftOf(text, match.index)) && /^[”’]/u.test(text.slice(match.index + match[0].length));
    if (quoted || mention.test(leftOf(text, match.index))) continue;
    if (isAnswerBox(text, match.index, match.index + match[0].length)) continue;
    // 正确的是（　）。A．…　B．…: a question with its answers.
    if (/^[。？?]?\s*(?:[(（]?A[)）.．、]).{1,60}(?:[(（]?B[)）.．、])/u.test(text.slice(match.index + match[0].length, match.index + 80)))
      continue;
    slots.push(bracketSlot(match.index, match.index + match[0].length, 'blank'));
  }
}

/** 写在（　）内, 在（　）里打√: where one is to write is named. */
function isAnswerBox(text: string, start: number, end: number): boolean {
  const left = leftOf(text, start);
  const right = text.slice(end, end + 6);
  return (
    (/(?:写|填|画|打|贴|涂|标)[^，。；]{0,4}[在到入进]$/u.test(left) && /^[内里中]/u.test(right)) ||
    /^[内里中]填写/u.test(right) ||
    (/[在于][^，。；]{0,6}$/u.test(left) && /^[内里中](?:填|写|打|画|勾|选|标|注明)/u.test(right))
  );
}

/** A box to be ticked (`请勾选[ ]人口普查`) has words behind it; a measure word may be the first of them, unless a figure is asked for. */
function counts(text: string, start: number, unit: Neighbour): boolean {
  if (chooses.test(leftOf(text, start))) return false;
  return unit.source !== 'classifier' || text[unit.start] === '个' || demandsFigure(text, start) || isBoundary(text, unit.end);
}
