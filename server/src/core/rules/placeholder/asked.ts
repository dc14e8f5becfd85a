/** Owns what the words inside a bracket or a field ask for: 领导姓名 a name, meeting_time a date. */
import type { Kind } from './slot.ts';

/** What is not yet known, and what is to be written: these go before any noun. */
const instructions: readonly [RegExp, Kind][] = [
  [
    /由.{1,10}(?:提供|核定|补充|填报)|待.{1,14}(?:核[实定]|补充|确认|提供|审定|填报)|待(?:补|核|定|确|完|填|查|更新|审|报|议|商)|暂缺|暂无|未定|TBD|TODO|N\/A|^[?？]+$|核实后|补充$|^略|^同上$|^缺|^空$/iu,
    'note',
  ],
  [
    /此处|这里|插入|填写|填入|补充|撰写|简述|概述|说明|写明|写清|讲清|列举|阐述|介绍|描述|展开|概括|结合|根据|视情|如有|可选|可根据|要求[:：]|不少于|\d+字|祝福语|结束语|结尾|引文|引语|校训|金句|诗句|升华|收尾|过渡段|增删|\b(?:insert|describe|fill)\b|[\d一二三四五][—\-–~～至到]?[\d一二三四五]?(?:字|句|段|分钟)(?:左右|以内|话)?$/iu,
    'content',
  ],
];

/** What a noun asks for, the first that matches. */
const nouns: readonly [RegExp, Kind][] = [
  [/百分比|比例|增幅|增速|占比|百分数|增长率/u, 'percent'],
  [/金额|投资额|产值|总额|款|亿元|万元|资金|收入/u, 'money'],
  [/文号|发文字号|字号|编号|文件号/u, 'document-number'],
  [/日期|时间|年份|月份|^[年月日时]$|年.?月|时限|期限|周期/u, 'date'],
  [/届次|届数|届别|^届$|次数?序|第几/u, 'ordinal'],
  [/数量|数据|数字|人数|户数|数值|次数|个数|家数|项数|.数$|^数$/u, 'number'],
  [/会议名称|活动名称|项目名称|工程名称|名称.*(?:会议|活动)/u, 'content'],
  [/姓名|负责人|联系人/u, 'name'],
  [/投资方|主办方|承办方|供应商|经销商|甲方|乙方|合作方|建设方|科室|处室/u, 'organization'],
  [/部队|法庭|对象|单位|部门|机关|公司|企业|机构|组织|局|集团|学校/u, 'organization'],
  [/地点|地名|地区|省|市|县|区|乡镇|街道|社区|村|场地|会场/u, 'place'],
  [/姓名|名字|领导|职务|职称|人名|主持人|发言人|汇报人|嘉宾|代表|同志|负责人|讲话人|署名|落款/u, 'name'],
  [
    /(?:网址|邮箱|电话(?:号码)?|手机号码?|联系方式)$|标题|题目|主题|名称|内容|事例|案例|观点|举措|措施|成绩|问题|要点|原因|背景|意义|任务|目标/u,
    'content',
  ],
  [/[Xx×]{2,}|[*_]{2,}|某/u, 'content'],
];

/** Words that names in English are made of. */
const english = new Map<string, Kind>([
  ...kinds('percent', 'rate percent percentage ratio growth'),
  ...kinds('money', 'amount amt money budget price cost investment income revenue gdp'),
  ...kinds('number', 'times score count number num data quantity'),
  ...kinds('date', 'date time datetime year month day deadline timestamp'),
  ...kinds('place', 'city county country town district province village place location venue address'),
  ...kinds('organization', 'dept department org organization organisation company unit agency school enterprise'),
  ...kinds('name', 'contact signer speaker author leader person host guest name'),
  ...kinds('content', 'title topic issue theme content event meeting activity project product document file'),
]);

function kinds(kind: Kind, words: string): [string, Kind][] {
  return words.split(' ').map((word) => [word, kind]);
}

/** What a bracket's words ask for, or `undefined` when they ask for nothing. */
export function askedFor(inner: string): Kind | undefined {
  // `请填写地点` asks for a place: the noun behind the verb says more than the verb.
  const noun = /^请?(?:填写|填入|输入|插入|注明)(.{2,8})$/u.exec(inner)?.[1];
  const named = noun === undefined ? undefined : askedFor(noun);
  return named ?? kindIn(instructions, inner) ?? inEnglish(inner) ?? kindIn(nouns, inner);
}

function kindIn(list: readonly [RegExp, Kind][], inner: string): Kind | undefined {
  return list.find(([pattern]) => pattern.test(inner))?.[1];
}

/** The last word of a name in English says what it is: meeting_time, countryCount. */
function inEnglish(inner: string): Kind | undefined {
  if (!/^[A-Za-z][\w .-]*$/u.test(inner)) return undefined;
  const words = inner
    .replace(/(?<=[a-z])(?=[A-Z])/gu, ' ')
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');
  const known = words.map((word) => english.get(word) ?? english.get(word.replace(/s$/u, '')));
  // unit_name names what stands before: a unit, a meeting.
  const named = words.at(-1) === 'name' ? known.slice(0, -1).findLast((kind) => kind !== undefined) : undefined;
  return named ?? known.findLast((kind) => kind !== undefined);
}
