/** Owns round brackets that stand to be filled in: （待核实） （具体内容） （此处填写成绩）. */
import { classify } from './classify.ts';
import { leftOf, personBefore } from './grammar.ts';
import { tightened } from '../../text/tight.ts';
import type { Certainty, Kind, Slot } from './slot.ts';

const han = /\p{Script=Han}/u;

/** The slot of a bracket `[start, end)` with its marks. */
export function bracketSlot(start: number, end: number, kind: Kind, certainty: Certainty = 'likely', removable = false): Slot {
  return { start, end, kind, family: 'brackets', certainty, tail: { start: end, end }, ...(removable && { removable }) };
}

/** Round brackets hold most of what is no slot, so the whole inside has to be of a form that asks. */
const roundForms: readonly [RegExp, Kind][] = [
  [
    /^(?:数[据字值]|金额|名单|人数|时间|地点|内容|情况|姓名|单位|文号|日期|比例|具体\S{0,6}|最终\S{0,6}|成文日期|\S{1,10})?(?:尚?待|有待|需|仍需|请|须)(?:\S{0,12}?)(?:核[实准定对]?|补充?|确[认定]|定|填写?|完善|更新|审定|提供|落实|报送|再核|商定|明确|查)(?:[，,；;].{0,20})?[。]?$/u,
    'note',
  ],
  [/^(?:拟定|暂定名?|暂用名|暂缺|暂无|未定|待定|空缺|缺|空|略|同上|从略|以下略|下略)(?:[，,；;、]\S{0,20})?[。]?$/u, 'note'],
  [/^待\S{1,14}(?:定稿?|核|补|确认|提供|报|审|填|议|后补|更新)[。]?$/u, 'note'],
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
  [/^\S{0,10}请\S{0,10}(?:结合|根据|按照?)\S{1,20}(?:补充|撰写|填写|修改|调整|替换|[增删]减)\S{0,8}[。]?$/u, 'content'],
  [/^请\S{1,16}(?:核[对实定]|确认|补充|提供|审定|把关|填报|补全|修改)\S{0,8}[。]?$/u, 'note'],
  [/^\S{1,14}(?:确认|核[实定对]|审定|批准|商定|研究)后(?:再?定稿?|填写?|补充?|再填|确定|更新)[。]?$/u, 'note'],
  [/^\S{0,10}(?:核一下|再核|核对一下|查一下|补一下|再确认|再核实|核实一下|确认一下)\S{0,8}[。]?$/u, 'note'],
  [/^(?:金额|数[据字值]|人数|时间|日期|名单|比例|地点|内容)[，,]\S{0,16}(?:商定|核[定实]|确定|提供|补充|待定|为准|定)[。]?$/u, 'note'],
  [/^\S{0,10}可(?:根据|结合|视|按)\S{1,16}(?:[增删]减|增删|调整|选用|取舍|修改|替换|展开|补充|填写|举例|发挥|细化|充实)[。]?$/u, 'content'],
  // （此处应有掌声）, （这里只讲现象） ask for nothing.
  [
    /^(?:此处|这里|此段|本段)(?:请|需要?|可以?|应当?|拟|待|要|最好)?(?:再|适当|简要|重点|视情)?(?:插入|[填补加写列举引放略空留待用替改增删]|介绍|说明|描述|阐述|概[括述]|简述|展开|结合|根据|省略|汇报|讲(?![的得过到])|点名|由|视|按)\S{0,40}$/u,
    'content',
  ],
  [/^\S{0,8}(?:根据|结合|按照?)\S{1,16}(?:填写|填报|填入|撰写|补充)[。]?$/u, 'content'],
  [/^(?:请|需|可)?(?:在此)?(?:填写|插入|填入|补充|写明|简述|概述|说明|列举|介绍|描述|根据实际)\S{0,40}$/u, 'content'],
  [
    /^(?:请|需|可)?结合\S{0,30}(?:(?:实际|情况|[案事]例|数据)$|(?:写|填|补充|展开|阐述|说明|谈|讲|列举|发挥|介绍|表述)\S{0,4}$)/u,
    'content',
  ],
  [/^(?:具体|相关|有关|主要|实际|详细|其他)?(?:内容|措施|举措|事例|案例|做法|情况|成绩|问题|任务|要求)(?:略|待补)?$/u, 'content'],
  [/^(?:未核实?|未确认|存疑|待查|待商[榷议])[。]?$/u, 'note'],
  [/^(?:以下|以上|此处|后面|中间)省略\S{0,8}[。]?$/u, 'content'],
  [/^(?:领导|嘉宾|与会|参会|出席|列席|获奖|表彰|参加)\p{Script=Han}{0,4}名单$/u, 'name'],
  [/^(?:人名|称谓|称呼|尊称|领导称[谓呼]|落款|署名)$/u, 'name'],
  [/^(?:[省市县区镇乡村]名|某{1,2}[省市县区镇乡村])$/u, 'place'],
  [/^(?:可|再|需|这里|此处)?(?:展开|举例)(?:讲|说|谈|说明|阐述|一下)?$|^(?:再|需)?[加补]上?(?:数据|数字|例子|[案事]例|内容)$/u, 'content'],
  [/^(?:(?:数[据字量]|单位|时间|地点|名称|姓名|人数|金额|日期|比例|职务)|哪[年月天]|几[月号日])[?？]{1,3}$/u, 'note'],
  [/^(?:先进)?典型(?:人物|案例|事例|事迹|经验|做法)$/u, 'content'],
  [/^(?:责任|牵头|配合|主办|承办|协办|帮扶|联系|包联|挂钩|主管|实施)(?:单位|部门|机关|企业)$/u, 'organization'],
  [/^(?:责任人|负责人|联系人|承办人|经办人|牵头人|主持人|发言人|汇报人)$/u, 'name'],
  [/^(?:资金|经费|数据|材料)?(?:来源|渠道)$/u, 'content'],
  [/^[二三四五]选[一二三][：:].{1,40}$/u, 'content'],
  [/^(?:责任|牵头|包联|联系|分管|主要|挂钩|有关|市|县|区|镇)?领导$/u, 'name'],
  [/^(?:社区|路段|道路|村|镇|乡镇|街道|小区|园区|片区|景区|河流|地块|县区|县市区)(?:名称|名)$/u, 'place'],
  [/^(?:企业|公司|学校|医院|单位|部门|机构|协会|合作社|集团)(?:名称|名)$/u, 'organization'],
  [/^请?(?!原|曾用|旧|新|规范|标准|法定|学术|统一)\p{Script=Han}{1,6}(?:名称|全称)$/u, 'content'],
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

/** What begins or ends like a form, and tells a reader something: whence a picture comes, what time it is, what a paper is called, who has to agree. */
const asksNothing =
  /^(?:北京|当地|格林尼治)时间$|^(?:必?须|需要?|应当?)经(?!费)\S{1,10}(?:确认|审定)$|^[必选自](?:修|学)内容$|^(?:照片|图片|资料|素材|视频|[供配]图)(?:应急|[供响对]应|[^待请需须应]){0,8}提供(?:[，,；;。]\S{0,12})?$|^请(?:各[单部乡镇位参有]|与会|参会|在座)\S{0,16}(?:报送|落实|填写|明确)$|^(?:各|与会|参会|在座)\S{1,6}[请可](?:根据|结合|视|按照?)\S{1,16}(?:填写|调整|细化)$|^请(?:主持人|大家|各位|全体|工作人员|礼仪|代表)(?!\S{0,3}(?:姓名|名字|名称|全称|职务)$)|(?:说明|指出|强调)的是|^补充(?:规定|通知|协议|意见|合同|条款|医疗|保险|养老|耕地)|^插入[语曲]|^(?:说明|介绍|概述|描述|分析|列举)(?:[会信书性式]|报告|完|结束)/u;

/** `注：` before what a writer is told (数据需核实), and not before what a reader is (数据由统计局提供). */
const toWriter = /^(?:备?注|说明|提示)[:：](?=\S{0,12}(?:待|需(?![要求])|请?(?:补充|核实|填写|插入|修改|替换)))/u;

const tableHead = /(?:单位|计量单位)$/u;

/** The slots in round brackets in one text. `folded` is the same text with its width folded. */
export function roundSlots(text: string, folded: string): Slot[] {
  const slots: Slot[] = [];
  for (const match of folded.matchAll(/[（(]([^（）()\n]{1,60})[）)]/g)) {
    const inner = tightened(match[1]?.trim() ?? '').replace(toWriter, '');
    const start = match.index;
    const end = start + match[0].length;
    if (/^[Xx×*_○]+(?:\.[Xx×*_]+)?$/.test(inner)) {
      const reading = classify(folded, start, end);
      if (reading.evidence === 'strong' && reading.tail.end > reading.tail.start) slots.push(bracketSlot(start, end, reading.kind));
      continue;
    }
    if (!han.test(inner) && !/^(?:TBD|TODO|N\/A|[?？]+)$/i.test(inner)) continue;
    if (/^待[^，。]{0,12}(?:后|时|再|之后)/u.test(inner) && !/(?:补|核|填|定)[。]?$/u.test(inner)) continue;
    if (
      tableHead.test(leftOf(text, start)) ||
      (/^(?:单位|注|说明|[图表](?![片格])|来源|资料来源|下同|以下简称|简称|详见|见|参见|附)[:：]?/u.test(inner) &&
        !/^单位(?:名称|全称)?$/u.test(inner))
    )
      continue;
    const kind = roundForms.find(([pattern]) => pattern.test(inner))?.[1];
    if (!kind || asksNothing.test(inner) || !roundFits(text, start, kind, inner)) continue;
    slots.push(bracketSlot(start, end, kind, 'likely', kind === 'note' && valueBefore(text, start)));
  }
  return slots;
}

/** What a noun in brackets may stand behind without explaining it. */
const opensNoun = /(?:[在由请向对和与是为的以如把像有出到入进往访祝愿赴至从自，。：；、]|代表|感谢|欢迎|邀请|根据|按照)$/u;

/** `（略）` and `（具体内容）` are slots anywhere; a bare noun in brackets must not explain the word before it (`全员（单位）`). */
function roundFits(text: string, start: number, kind: Kind, inner: string): boolean {
  // 副主任（空缺）, 副组长：（空缺）: nobody holds the office.
  if (inner === '空缺') return !personBefore(text, start) && !/(?:岗位|职位|席位|名额|长|主任)$/u.test(leftOf(text, start).trimEnd());
  if (kind === 'note') return !/^(?:补充|提供|核实)$/u.test(inner) || inner.length > 2;
  const before = leftOf(text, start).trimEnd();
  // （主持人）各位来宾: who says what follows.
  if (kind === 'name' && before === '' && /^(?:主持|发言|汇报|报告|讲话)人$/u.test(inner)) return false;
  // 黄河（地名）、: what the word before is.
  if (inner === '地名') return before === '' || opensNoun.test(before) || !/[）)][，。；、]/u.test(text.slice(start + 2, start + 6));
  if (/领导$|名单$|^(?:先进)?典型|^[省市县区镇乡村人]名$|称[谓呼]|^[尊落署某](?!项|个|位|类)/u.test(inner))
    return before === '' || opensNoun.test(before);
  if (
    [
      '组织',
      '机关',
      '机构',
      '地区',
      '企业',
      '学校',
      '公司',
      '部门',
      '单位',
      '职务',
      '人员',
      '问题',
      '任务',
      '情况',
      '做法',
      '要求',
    ].includes(inner)
  ) {
    return before === '' || opensNoun.test(before);
  }
  return true;
}

/** Whether the thing a note speaks of stands right before it: then taking the note out is the answer. */
export function valueBefore(text: string, start: number): boolean {
  return (
    /[\d%％元个家项人户名次年月日处件亩吨\p{Script=Han}”》）]$/u.test(leftOf(text, start).trimEnd()) &&
    !/[Xx×*_…]\s*\S{0,3}$/u.test(text.slice(Math.max(0, start - 4), start))
  );
}
