/** Owns brackets that stand to be filled in: 【】［］[] （） {} {{}} ${} <> 《》“” with a description, an instruction or nothing inside. */
import { askedFor } from './asked.ts';
import { classify } from './classify.ts';
import { compoundAt, demandsFigure, isBoundary, leftOf, neighbourAt, skipBlanks } from './grammar.ts';
import type { Neighbour } from './grammar.ts';
import { tightened } from '../../text/tight.ts';
import type { Certainty, Kind, Slot } from './slot.ts';

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
  round(text, folded, slots);
  fields(folded, slots);
  empty(text, slots);
  return slots;
}

function slotOf(start: number, end: number, kind: Kind, certainty: Certainty = 'likely', removable = false): Slot {
  return { start, end, kind, family: 'brackets', certainty, tail: { start: end, end }, ...(removable && { removable }) };
}

function square(text: string, open: string, close: string, limit: number, slots: Slot[]): void {
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, start + 1)) {
    const length = text.slice(start, start + limit).indexOf(close) + 1;
    const end = start + length;
    if (length === 0 || text.slice(start + 1, end).includes(open)) continue;
    const inner = tightened(text.slice(start + 1, end - 1).trim());
    const kind = squareKind(text, start, end, inner, open);
    if (kind) slots.push(slotOf(start, end, kind, 'likely', kind === 'note' && valueBefore(text, start)));
  }
}

function squareKind(text: string, start: number, end: number, inner: string, open: string): Kind | undefined {
  if (inner === '') return open === '〔' && /^\s*[\dXx×*_]*\s*号/.test(text.slice(end)) ? 'blank' : undefined;
  if (/^[\d,，、\-—–~～.\s]+$/.test(inner) || (/^\^|^[xX ]$/.test(inner) && open === '[' && text.slice(0, start).trim().endsWith('-')))
    return undefined;
  if (/^[Xx×*_○\d.]+$/.test(inner)) {
    if (!/[Xx×*_○]/.test(inner)) return undefined;
    if (open === '〔' || /^\s*(?:第?[\dXx×*_○]*\s*号)/u.test(text.slice(end))) return undefined; // the year of a document number
    return classify(text, start, end).kind;
  }
  if (open === '〔') return undefined;
  const opensSentence =
    start === 0 || /(?:[。！？!?\n]|(?:^|[：:。！？\n])[“‘])\s*$/u.test(leftOf(text, start)) || text.slice(0, start).trim() === '';
  const before = leftOf(text, start).trimEnd();
  const rest = text.slice(end).trim();
  const alone = before === '' && /^[。；]?$/u.test(rest);
  const heads = /[，；]$/u.test(before) && /^\p{Script=Han}/u.test(rest) && !/^[在前后于由的为]/u.test(rest);
  if (label.test(inner) && (opensSentence || heads)) return undefined;
  // A short noun on a line of its own heads what follows: 【结束语】.
  if (alone && inner.length <= 4 && !asksOpenly.test(inner) && !/姓名|单位|日期|名称|署名|落款|签名/u.test(inner)) return undefined;
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

const asksOpenly = /此处|这里|插入|填写|填入|请|待|[Xx×]{2,}|简述|概述|写明|讲清|列举|可根据|结合|\d+字|如有|可选/u;

/** A short noun in brackets before running text heads it (`【读法说明】“/”为短停`); before a tail or a particle it is a slot. */
function headsText(inner: string, text: string, end: number): boolean {
  if (inner.length > 6 || asksOpenly.test(inner)) return false;
  const next = text[end] ?? '';
  if (/[的、，和与及在是将]/u.test(next) || /[：:]/u.test(next)) return false;
  const near = neighbourAt(text, end);
  if (near && near.source !== 'topic' && !compoundAt(text, end)) return false;
  return /[\p{Script=Han}\d“"《]/u.test(next) && !/姓名|名称|全称|单位|地名|县名|市名|区名|职务|日期|金额|数量/u.test(inner);
}

/** Round brackets hold most of what is no slot, so the whole inside has to be of a form that asks. */
const roundForms: readonly [RegExp, Kind][] = [
  [
    /^(?:数[据字值]|金额|名单|人数|时间|地点|内容|情况|姓名|单位|文号|日期|比例|具体\S{0,6}|最终\S{0,6}|成文日期|\S{1,10})?(?:尚?待|有待|需|仍需|请|须)(?:\S{0,12}?)(?:核[实准定对]?|补充?|确[认定]|定|填写?|完善|更新|审定|提供|落实|报送|再核|商定|明确|查)(?:[，,；;].{0,20})?[。]?$/u,
    'note',
  ],
  [/^(?:拟定|暂定|暂缺|暂无|未定|待定|空缺|缺|空|略|同上|从略|以下略|下略)(?:[，,；;、]\S{0,20})?[。]?$/u, 'note'],
  [/^待\S{1,14}(?:定|核|补|确认|提供|报|审|填|议|后补|更新)[。]?$/u, 'note'],
  [/^\S{1,12}(?:补充|提供|核实|填报|填写)[。]?$/u, 'note'],
  [/^\p{Script=Han}{1,6}内容$|^(?:引文|引语|诗句|金句|名言)$/u, 'content'],
  [/^\S{1,9}(?:局|办|处|科|厅|委|部|室|组|队|所|中心|部门|单位|同志)提供\S{0,6}$|^\S{1,6}另[拟附定]$/u, 'note'],
  [/^\p{Script=Han}{0,6}(?:姓名|名字)$/u, 'name'],
  [/^\p{Script=Han}{0,4}(?:地点|地址|场所)$/u, 'place'],
  [/^\p{Script=Han}{0,4}(?:时间|日期|年份|时限|期限)$/u, 'date'],
  [/^\p{Script=Han}{0,4}(?:分数|得分|次数|人数|户数|数量|个数|天数|页数|数额|数值)$/u, 'number'],
  [/^\p{Script=Han}{0,4}(?:科室|处室|站所)$/u, 'organization'],
  [/^某[项个位类]\p{Script=Han}{2,10}$/u, 'content'],
  [/^(?:说明|介绍|概述|简述|阐述|列举|分析)\S{2,40}$/u, 'content'],
  [/^\S{0,16}在此(?:说明|补充|填写|列出)[。]?$/u, 'content'],
  [/^请\S{0,10}(?:结合|根据)\S{1,20}(?:补充|撰写|填写)\S{0,8}[。]?$/u, 'content'],
  [/^请\S{1,16}(?:核[对实定]|确认|补充|提供|审定|把关|填报|补全|修改)\S{0,8}[。]?$/u, 'note'],
  [/^\S{1,14}(?:确认|核[实定对]|审定|批准|商定|研究)后(?:再?定稿?|填写?|补充?|再填|确定|更新)[。]?$/u, 'note'],
  [/^\S{0,10}(?:核一下|再核|核对一下|查一下|补一下|再确认|再核实|核实一下|确认一下)\S{0,8}[。]?$/u, 'note'],
  [/^(?:金额|数[据字值]|人数|时间|日期|名单|比例|地点|内容)[，,]\S{0,16}(?:商定|核[定实]|确定|提供|补充|待定|为准|定)[。]?$/u, 'note'],
  [/^\S{0,10}可(?:根据|结合|视|按)\S{1,16}(?:增删|调整|选用|取舍|修改|展开|补充)[。]?$/u, 'content'],
  // （此处应有掌声）, （这里只讲现象） ask for nothing.
  [
    /^(?:此处|这里|此段|本段)(?:请|需要?|可以?|应当?|拟|待|要|最好)?(?:再|适当|简要|重点|视情)?(?:插入|[填补加写列举引放略空留待用替改增删]|介绍|说明|描述|阐述|概[括述]|简述|展开|结合|根据|省略|汇报|讲(?![的得过到])|点名|由|视|按)\S{0,40}$/u,
    'content',
  ],
  [/^\S{0,8}(?:根据|结合|按照?)\S{1,16}(?:填写|填报|填入|撰写|补充)[。]?$/u, 'content'],
  [/^(?:请|需|可)?(?:在此)?(?:填写|插入|填入|补充|写明|简述|概述|说明|列举|介绍|描述|结合|根据实际)\S{0,40}$/u, 'content'],
  [/^(?:具体|相关|有关|主要|实际|详细|其他)?(?:内容|措施|举措|事例|案例|做法|情况|成绩|问题|任务|要求)(?:略|待补)?$/u, 'content'],
  [/^(?:责任|牵头|配合|主办|承办|协办|帮扶|联系|包联|挂钩|主管|实施)(?:单位|部门|机关|企业)$/u, 'organization'],
  [/^(?:责任人|负责人|联系人|承办人|经办人|牵头人|主持人|发言人|汇报人)$/u, 'name'],
  [/^(?:资金|经费|数据|材料)?(?:来源|渠道)$/u, 'content'],
  [/^[二三四五]选[一二三][：:].{1,40}$/u, 'content'],
  [/^(?:责任|牵头|包联|联系|分管|主要|挂钩|有关|市|县|区|镇)?领导$/u, 'name'],
  [/^(?:社区|路段|道路|村|镇|乡镇|街道|小区|园区|片区|景区|河流|地块|县区|县市区)(?:名称|名)$/u, 'place'],
  [/^(?:企业|公司|学校|医院|单位|部门|机构|协会|合作社|集团)(?:名称|名)$/u, 'organization'],
  [/^\p{Script=Han}{1,6}(?:名称|全称)$/u, 'content'],
  [
    /^(?:单位|部门|机构|公司|企业|学校|上级机关|主办单位|承办单位|发文机关|机关|单位部门|组织|本单位)(?:全称|名称|简称|名)?$/u,
    'organization',
  ],
  [
    /^(?:领导|本人|讲话人|发言人|报告人|主持人|主要领导|分管领导|嘉宾|人员?)?(?:姓名|职务姓名|职务|姓名职务|职务和姓名|名字|职务、姓名|姓名、职务)$/u,
    'name',
  ],
  [/^(?:会议|活动|举办|召开|具体)?(?:地点|地名|地区|场所|会场)(?:名称)?$/u, 'place'],
  [/^(?:会议|活动|召开|具体|成文|举办)?(?:时间|日期|年份|年月日|年月|月份)$/u, 'date'],
  [/^(?:具体|准确|最新|相关|有关)?(?:数量|数据|数字|人数|数额|数值|户数)$/u, 'number'],
  [/^(?:具体)?(?:金额|数额|资金额|投资额)$/u, 'money'],
  [/^(?:具体)?(?:比例|百分比|增幅|占比|增速)$/u, 'percent'],
  [/^(?:发文字号|文号|文件号|字号)$/u, 'document-number'],
  [/^(?:会议|活动|项目|文件|工程|课题)?(?:名称|标题|题目|主题|全称)$/u, 'content'],
  [/^(?:TBD|TODO|N\/A|[?？]{1,5})$/iu, 'note'],
  [/^(?:届次|届数)$/u, 'ordinal'],
];

const tableHead = /(?:单位|计量单位)$/u;

function round(text: string, folded: string, slots: Slot[]): void {
  for (const match of folded.matchAll(/[（(]([^（）()\n]{1,60})[）)]/g)) {
    const inner = tightened(match[1]?.trim() ?? '');
    const start = match.index;
    const end = start + match[0].length;
    if (/^[Xx×*_○]+(?:\.[Xx×*_]+)?$/.test(inner)) {
      const reading = classify(folded, start, end);
      if (reading.evidence === 'strong' && reading.tail.end > reading.tail.start) slots.push(slotOf(start, end, reading.kind));
      continue;
    }
    if (!han.test(inner) && !/^(?:TBD|TODO|N\/A|[?？]+)$/i.test(inner)) continue;
    if (/^待[^，。]{0,12}(?:后|时|再|之后)/u.test(inner) && !/(?:补|核|填|定)[。]?$/u.test(inner)) continue;
    if (
      tableHead.test(leftOf(text, start)) ||
      (/^(?:单位|注|说明|图|表|来源|资料来源|下同|以下简称|简称|详见|见|参见|附)[:：]?/u.test(inner) &&
        !/^单位(?:名称|全称)?$/u.test(inner))
    )
      continue;
    const kind = roundForms.find(([pattern]) => pattern.test(inner))?.[1];
    if (!kind || !roundFits(text, start, kind, inner)) continue;
    slots.push(slotOf(start, end, kind, 'likely', kind === 'note' && valueBefore(text, start)));
  }
}

/** `（略）` and `（具体内容）` are slots anywhere; a bare noun in brackets must not explain the word before it (`全员（单位）`). */
function roundFits(text: string, start: number, kind: Kind, inner: string): boolean {
  if (kind === 'note') return !/^(?:补充|提供|核实)$/u.test(inner) || inner.length > 2;
  if (['组织', '机关', '企业', '学校', '公司', '部门', '单位', '职务', '人员', '问题', '任务', '情况', '做法', '要求'].includes(inner)) {
    const before = leftOf(text, start).trimEnd();
    return before === '' || /[在由向对和与是为的，。：；、]$/u.test(before);
  }
  return true;
}

/** Fields of templates: {{name}} ${name} {部门} %(name)s <请填写>. */
function fields(folded: string, slots: Slot[]): void {
  const put = (start: number, length: number, inner: string): void => {
    const end = start + length;
    const near = neighbourAt(folded, skipBlanks(folded, end, 2));
    const byUnit = near && ['money', 'percent', 'measure', 'classifier', 'date'].includes(near.source) ? near.kind : undefined;
    const asked = askedFor(inner);
    const kind = asked !== undefined && asked !== 'content' ? asked : (byUnit ?? asked ?? near?.kind ?? 'content');
    slots.push(slotOf(start, end, kind, 'sure'));
  };
  for (const match of folded.matchAll(/\{\{\s*([^{}\n]{1,60}?)\s*\}\}|\$\{\s*(?:\d+:)?([^{}\n]{1,60}?)\s*\}|%[(（]([A-Za-z_]\w*)[)）]s/g)) {
    put(match.index, match[0].length, match[1] ?? match[2] ?? match[3] ?? '');
  }
  for (const match of folded.matchAll(/(?<![{$])\{\s*([^{}\n]{1,30}?)\s*\}(?!\})/g)) {
    const inner = match[1] ?? '';
    if (!han.test(inner) && /[\\\w}^]/.test(folded[match.index - 1] ?? '')) continue; // a formula
    if (/^[\d,.，、\s]+$/.test(inner) || /[:：;；=]/.test(inner)) continue;
    put(match.index, match[0].length, inner);
  }
  for (const match of folded.matchAll(/<\s*([^<>\n/!]{1,40}?)\s*>/g)) {
    const inner = match[1] ?? '';
    if (!han.test(inner) || /[Xx×*]{2,}/.test(inner)) continue;
    const asked = askedFor(inner);
    if (asked && !/(?:通知|意见|办法|方案|规定|条例|报告|决定|纲要|规划|讲话)$/u.test(inner)) put(match.index, match[0].length, inner);
  }
}

/** Somebody is told to choose. */
const chooses = /(?:勾选?|选[择填]?|打钩|涂黑?|√)(?:[^，。；]{0,4}|\[[^\]]{1,4}\]或?)$/u;
const mention = /(?:书名号|引号|括号|标点|符号|标号|方括号|圆括号|六角括号|双引号|单引号)[^，。；]{0,4}$/u;

/** Brackets and marks with nothing inside: （） 《》 “” 【】. */
function empty(text: string, slots: Slot[]): void {
  for (const match of text.matchAll(/《[ \u3000]*》|“[ \u3000]*”|「[ \u3000]*」/g)) {
    if (
      mention.test(leftOf(text, match.index)) ||
      (/^[、和与及或]?[“《（]/u.test(text.slice(match.index + match[0].length)) && match[0].length === 2)
    )
      continue;
    slots.push(slotOf(match.index + 1, match.index + match[0].length - 1, 'blank'));
  }
  for (const match of text.matchAll(/(?<=\p{Script=Han})(?:\[[ \u3000]+\]|［[ \u3000]*］)/gu)) {
    const end = match.index + match[0].length;
    const unit = neighbourAt(text, skipBlanks(text, end, 2));
    if (
      unit &&
      ['money', 'percent', 'measure', 'classifier'].includes(unit.source) &&
      !compoundAt(text, unit.start) &&
      counts(text, match.index, unit)
    )
      slots.push(slotOf(match.index, end, 'blank'));
  }
  for (const match of text.matchAll(/（[ \u3000]*）|【[ \u3000]*】|(?<=\p{Script=Han})\([ \u3000]*\)/gu)) {
    const listed = /^、?[“《（【〔[]/u.test(text.slice(match.index + match[0].length)) || /[）】〕\]]、$/u.test(leftOf(text, match.index));
    if (listed) continue;
    const quoted = /[“‘]$/u.test(leftOf(text, match.index)) && /^[”’]/u.test(text.slice(match.index + match[0].length));
    if (quoted || mention.test(leftOf(text, match.index))) continue;
    if (isAnswerBox(text, match.index, match.index + match[0].length)) continue;
    slots.push(slotOf(match.index, match.index + match[0].length, 'blank'));
  }
}

/** 写在（　）内, 在（　）里打√: where one is to write is named. */
function isAnswerBox(text: string, start: number, end: number): boolean {
  const left = leftOf(text, start);
  const right = text.slice(end, end + 6);
  return (
    (/(?:写|填|画|打|贴|涂|标)[^，。；]{0,4}[在到入进]$/u.test(left) && /^[内里中]/u.test(right)) ||
    (/[在于][^，。；]{0,6}$/u.test(left) && /^[内里中](?:填|写|打|画|勾|选|标|注明)/u.test(right))
  );
}

/** A box to be ticked (`请勾选[ ]人口普查`) has words behind it; a measure word may be the first of them, unless a figure is asked for. */
function counts(text: string, start: number, unit: Neighbour): boolean {
  if (chooses.test(leftOf(text, start))) return false;
  return unit.source !== 'classifier' || text[unit.start] === '个' || demandsFigure(text, start) || isBoundary(text, unit.end);
}

/** Whether the thing a note speaks of stands right before it: then taking the note out is the answer. */
function valueBefore(text: string, start: number): boolean {
  return (
    /[\d%％元个家项人户名次年月日处件亩吨\p{Script=Han}”》）]$/u.test(leftOf(text, start).trimEnd()) &&
    !/[Xx×*_…]\s*\S{0,3}$/u.test(text.slice(Math.max(0, start - 4), start))
  );
}
