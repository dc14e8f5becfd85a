/**
 * Owns slots where nothing stands before a unit: 完成亿元, 同比增长%, 投资  亿元, 提交提案件. What is left is a unit that cannot
 * open a figure. Dates and sessions without their figures are the business of `empty-dates.ts`.
 */
import {
  alternatives,
  compoundAt,
  countsSomething,
  demandsFigure,
  isBoundary,
  leftOf,
  matchAt,
  neighbourAt,
  personBefore,
  skipBlanksBack,
  wordAt,
} from './grammar.ts';
import { anniversaryGaps, dateGaps, nameGaps, sessionGaps } from './empty-dates.ts';
import type { Gap } from './empty-dates.ts';
import { countsPeople, forPen, isHeadOfLine, isIndent, isSpread, isTableHead, weak } from './layout.ts';
import * as lexicon from './lexicon.ts';
import { lostCounts } from './lost-counts.ts';
import { overlaps } from '../../text/span.ts';
import type { Certainty, Slot } from './slot.ts';

const han = /\p{Script=Han}/u;

/** Units that say money, a rate or a size by themselves. */
const strong = new RegExp(
  `(?:万亿|亿|万)?(?:元|美元|欧元|港元|日元|块钱)|[%‰]|个百分点|(?:万亿|亿|万)?(?:${alternatives([...lexicon.measures.filter((word) => word.length > 1 && !/^年/.test(word)), '吨', '亩', '人次'])})|(?:万|亿)(?:人|户|件|家|头|只|株|棵|斤|公斤|册|份|尾|羽|例|台|套|平方)`,
  'y',
);
/** Words that end in a measure word: 文件, 大家, 单位. In front of these nothing is missing. */
const endsInMeasure: Readonly<Record<string, string>> = {
  个: '每几逐各一两整这那哪某单多半首末高',
  家: '到在国大专管企作画老回全公居画商当农独持各各商科行史赢厂商世书',
  项: '事专选款奖立强弱逐各单每分同多要缺等',
  处: '好深办用坏到长相短益难之各四共妙随去害归住事何参高居惩查事集重明要论',
  户: '农专用客落千万帐账门商入逐每各住租大过开散贫住上到村困难业贷定',
  名: '排报全姓第著命知实签提有无闻书出更一冠点具署题驰同匿莫功除罪成真假化笔艺乳用网人地校片站改原学俗别村县路街品药',
  件: '文条案事软硬零邮证信构附部稿组急要元备物快来配各每逐此证原抄课散',
  条: '链一线面教信各每逐萧头苗柳布便枝饰',
  所: '待场研究派出厕诊交易会哨住居律税队事务站处死各院',
  场: '市现立广农林牧工机赛战磁剧操考球商一在会菜登入退上下到各每专全中收气',
  次: '位等座亩层档批多一再每首屡依其初名逐班频人数席场车户历本上下此各今几两轮前剂架艘家件台条趟例',
  台: '平舞出阳站讲电柜后前上下补拆搭灶展窗擂看操月烽晒总总各一每型鱼',
  套: '配成整手外圈封老一各每全客',
  辆: '车一每',
  座: '讲一每在落举满入',
  起: '一引发兴崛掀撑树奋唤再想提做谈燃升立建从说抓拉扛缘激多每各带担',
  人: '到个每客带工本他别众老新主党前后动感敌法证商候仁行领育用引选树为让催负责惹惊喜大小成年轻青古今亲有无家病犯爱情夫世诗伟名贵军专证媒猎富穷残疾外国企投资当证联系第一责任继承代言主持经办责投经人手文匠养老证',
  批: '有审一每报首大多成逐分各第呈',
  篇: '开名一首每各长诗',
  份: '身月股省年一每缘备辈充部成名人',
  张: '紧主扩慌夸开铺声伸一每伸乖更印',
  位: '单岗地学泊床车座各席到定职方全首部首诸货工错缺就品税价站点第排即在越王档每一三多复本篇吨水相有',
  株: '植一守每',
  棵: '一每',
  天: '今明昨当春夏秋冬每白蓝聊全改一整前后西半航露上满先升漫',
  亩: '每公一',
  米: '大小玉厘毫稻一每虾平方立纳',
  吨: '每一',
  期: '长短中近日定学假同工早周时分后前初逾到本一按限年过延首末孕汛暑星任届预每各双刊升',
  门: '部专热开上出入大家校部冷把分一入南北东西登窍后澳厦海对进竹车城',
  节: '环情细春季调章关枝礼时气过佳音小末脱每一中秋端午国庆重阳劳动',
  头: '带龙牵源抓码镜里外回街口心年开劲势点念苗矛矿接到巨低埋抬前后木石一寡人村案田床个老',
  只: '一每船两',
  分: '部成充十百学得满评积高低平加扣减本过缘水身职福处区划均瓜几秒时',
  部: '全干内外局西东中南北一司支县区乡镇市委党组宣统总俱机基分每下上腹各本肝肺',
  间: '时期空房民中车夜晚世期人乡区瞬其之此年田夜坊一每林云洗城陌',
  栋: '一每梁汗国家志',
  万: '千百十几上数近过超逾',
  亿: '千百十几上数近过超逾万个来把',
};

/** 各位企业家, 优秀企业家: who is spoken of; behind a verb 企业 is counted (关停企业__家). */
const isWho =
  '(?:^|[，。；：、！（“]|[位名些的大女老届和与及是向对让给请]|优秀|民营|青年|年轻|知名|著名|杰出|全体|本土|返乡|创业|女性|爱国|主义)企业家';

/** The same in whole words, where the character before ends other words, too. */
const endsWhole = new RegExp(`(?:${alternatives(lexicon.wholeWords)}|[这那哪该此其].|万元户|${isWho})$`, 'u');

/** What makes the unit a word of its own: 亿元村, 万元以上. */
const unitGoesOn =
  /^(?:以上|级|村|镇|乡|户|桩|碑|企业|项目|大关|产业|俱乐部|车间|店|楼|税收|园区|以下|田|大单|工程|大县|强县|城|时代|工资|最低工资|清单|数(?![一二三四五六七八九十百千]))/u;
/** Figures in characters before the unit: 数亿元, 几个百分点, 近万元. */
const figureBefore =
  /(?:[一二三四五六七八九十百千万亿零〇两几多余半逾近双整每若\d０-９.．Xx×*_○〇□●△…?？~～+＋NＮ某#〕】」}>]|若干|(?<![总人户件次])数|(?<![传订名清账保菜运货])单|(?<!突)破|(?<![超不])过|(?<![高])超)$/u;
const figuresAbout = /(?:上|(?<![完达建形])成|好|(?<![总人户件次])数)$/u;

const strongVerb = new RegExp(
  `(?:${alternatives(['完成', '达到', '实现', '新增', '仅有', '共有', '只有', '累计', '新建', '建成', '引进', '签约', '实施', '开工', '竣工', '投产', '排查', '整治', '化解', '改造', '培育', '查处', '立案', '举办', '召开', '走访', '接待', '受理', '办结', '招聘', '培训', '发放', '出动', '惠及', '帮扶', '救助', '选派', '处理', '处分', '问责', '增加', '减少', '安排', '总数达', '达', '净增', '共', '合计', '总计', '缩短', '提前'])})(?:了|到|至|为)?$`,
  'u',
);
const needsObject = /(?:^|[，。；：、！？（\p{Script=Han}])(?:由|请|在|向|于|经|关于|代表|欢迎|感谢|邀请|根据|按照)$/u;
const followsObject =
  /^(?:同志|先生|女士|书记|市长|县长|区长|主任|局长|主持|作(?:报告|讲话|动员|总结|发言)|讲话|致辞|发言|宣读|牵头|负责|承办|主办|召开|举行|举办|开幕|年|会议|的(?:领导|支持|委托|要求|规定|通知|意见|决定|方案|办法|批复|报告|函)|表示|市|县|区|镇|乡|村|局|公司|集团|单位)/u;
const pointVerb =
  /(?:提高|提升|上升|增长|下降|回落|降低|高|低|快|慢|加快|扩大|缩小|高出|收窄|增加|减少|水平|平均|比上年|同期|[高低快]于全[国省市县区])(?:了|约|近)?$/u;

/** The slots without a mark in one text whose width is folded. */
export function emptySlots(text: string): Slot[] {
  if (isTableHead(text)) return [];
  const left = forPen(text);
  const gaps = [
    ...dateGaps(text),
    ...anniversaryGaps(text),
    ...sessionGaps(text),
    ...nameGaps(text),
    ...unitGaps(text),
    ...spaceGaps(text),
    ...lostCounts(text),
  ]
    .filter((gap) => !left.some((span) => overlaps(span, gap)) && !isHeadOfLine(text, gap.start, gap.end))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const slots: Slot[] = [];
  for (const { start, end, tail, certainty } of gaps) {
    const last = slots.at(-1);
    if (last && start <= last.end) continue;
    slots.push({ start, end, kind: 'blank', family: 'nothing', certainty, tail: { start: end, end: tail } });
  }
  return slots;
}

/** 通讯员 张华, 由 张建国 同志主持: a surname that is a measure word, too, with the name behind it. */
function namesPerson(text: string, start: number, at: number): boolean {
  return (
    /(?:[由请和与及员者长师记任席生]|[:：、])$/u.test(leftOf(text, start)) &&
    /^[张项米万]\p{Script=Han}{1,2}(?:[ \t\u3000，。、；）/]|$|同志|先生|女士)/u.test(text.slice(at, at + 6))
  );
}

function unitGaps(text: string): Gap[] {
  const gaps: Gap[] = [];
  /** Doubtful ones that a blank and a stop stand around. */
  const doubtful: Gap[] = [];
  for (const match of text.matchAll(
    /[万亿元美欧港日%‰个平公立吨亩人延千兆户家项处名件条所场次台套辆座起批篇份张位株棵天期门节头只部间栋分小分学课工海厘毫标车班米块度]/g,
  )) {
    const at = match.index;
    const start = skipBlanksBack(text, at, 40);
    if (start === 0 || isIndent(text, start, at) || isSpread(text, start, at) || /单位(?:[均都]?为|是)$/u.test(leftOf(text, start)))
      continue;
    const left = text[start - 1] as string;
    // A unit right behind its figure, as nearly all are.
    if (start === at && !han.test(left) && !/[，。；：、！？]/.test(left)) continue;
    const unit = matchAt(strong, text, at)?.[0];
    const certainty = unit === undefined ? weakGap(text, start, at, left) : strongGap(text, start, at, left, unit);
    if (!certainty) continue;
    const tail = at + (unit ?? matchAt(weak, text, at)?.[0] ?? '').length;
    const gap: Gap = { start, end: at, tail, certainty };
    const stands =
      certainty === 'habit' &&
      start < at &&
      isBoundary(text, tail) &&
      han.test(left) &&
      !endsInMeasure[text.slice(at, tail)]?.includes(left);
    (stands ? doubtful : gaps).push(gap);
  }
  // 发放传单 份，张贴标语 条: one blank may be a slip, several in a row are gaps.
  return [...gaps, ...doubtful.map((gap): Gap => (doubtful.length > 1 ? { ...gap, certainty: 'likely' } : gap))];
}

function strongGap(text: string, start: number, at: number, left: string, unit: string): Certainty | undefined {
  const rest = text.slice(at + unit.length);
  const gap = at - start;
  if (/[个家台方]/.test(left) && gap === 0) return undefined;
  if (gap === 0 && ((/^[公海]里$/.test(unit) && /[吨人车]/.test(left)) || (unit === '小时' && left === '瓦'))) return undefined; // 吨公里
  // 据统计，%的群众满意
  const share = unit === '%' && /^的?\p{Script=Han}/u.test(rest) && /[，：]/.test(left);
  if (!han.test(left) && !share && !(gap > 0 && /[”》）)，：、]/.test(left)) && !(unit.length > 1 && /[、]/.test(left))) return undefined;
  const before = text.slice(Math.max(0, start - 12), start);
  if (figureBefore.test(before) || (gap === 0 && figuresAbout.test(before))) return undefined;
  if (unit === '%' || unit === '‰') return /^[\dA-Za-z(]/.test(rest) || /(?:单位|百分号|符号)[:：]?$/u.test(before) ? undefined : 'sure';
  if (unitGoesOn.test(rest)) return undefined;
  const asked = demandsFigure(text, start);
  const stops = isBoundary(text, at + unit.length);
  const wide = gap >= 2 || text.slice(start, at).includes('\u3000');
  if (wide) return asked || unit.length > 1 || stops ? 'sure' : 'habit';
  if (unit === '个百分点') return pointVerb.test(before) ? 'sure' : 'habit';
  if (/^(?:元|米|吨|亩|度|日元)$/.test(unit) && !stops && gap === 0) return undefined;
  if (gap === 1) return asked || (stops && unit.length > 1) ? 'sure' : 'habit';
  if (compoundAt(text, at) || endsInMeasure[unit]?.includes(left)) return undefined;
  if (/(?:突破|超过|达)$/u.test(before) && /^[万亿]/.test(unit)) return 'habit';
  const goesOn = stops || /^(?:同比|增长|左右|以内|的|用于|和|与|到位|占|以上|提高到|增加到|下降)/u.test(rest);
  if (asked && goesOn) return 'sure';
  return unit.length > 1 && goesOn && !/^(?:元|万|亿)$/.test(unit) && !/^公里|^小时|^分钟|^工作日|^个月|^周年|^年|^车辆/u.test(unit)
    ? 'habit'
    : asked || /^(?:小时|分钟|工作日|个月|公里)/u.test(unit)
      ? 'habit'
      : undefined;
}

function weakGap(text: string, start: number, at: number, left: string): Certainty | undefined {
  const word = matchAt(weak, text, at)?.[0];
  const isWhole =
    start === at && (left === word || endsInMeasure[word ?? '']?.includes(left) || endsWhole.test(text.slice(Math.max(0, at - 6), at + 1)));
  if (word === undefined || isWhole || compoundAt(text, at) || begins(text, at)) return undefined;
  const gap = at - start;
  if (gap > 0 && namesPerson(text, start, at)) return undefined;
  const before = text.slice(Math.max(0, start - 8), start);
  // 为外力所左右, 以扶贫为名
  if ((word === '所' && text.startsWith('左右', at + 1)) || (word === '名' && /以[^，。；]{1,12}为$/u.test(leftOf(text, start))))
    return undefined;
  const stops = isBoundary(text, at + word.length) || /^(?:以[内上下]|左右)/u.test(text.slice(at + word.length));
  const opensClause = /[，。；：、！？]/.test(left);
  if (figureBefore.test(before) || (figuresAbout.test(before) && gap === 0)) return undefined;
  if (gap === 0) {
    if (opensClause) return /[位个名处]/.test(word) && countsSomething(text, at) ? 'habit' : undefined;
    if (!han.test(left)) return undefined;
    if (stops && /(?:仅有|共有|新增|达到|共计|累计达)$/u.test(before)) return 'sure';
    if (inRow(text, at, word)) return undefined;
    if (stops && strongVerb.test(before) && !/[人家所场起处条份批篇名]/.test(word)) return 'sure';
    if (stops) return /[起天门期人头部间节场分]/.test(word) && !demandsFigure(text, start) ? undefined : 'habit';
    return /(?:不少于|至少|约|共|已|的|会在|但|还有|排名靠后的|[短减缩延压]\S?[至到]|增加到|提高到)$/u.test(before) &&
      /[个条名家所位项]/.test(word) &&
      countsSomething(text, at)
      ? 'habit'
      : undefined;
  }
  if (!han.test(left) && !opensClause) return undefined;
  const asked = strongVerb.test(before) || demandsFigure(text, start);
  const wide = gap >= 2 || text.slice(start, at).includes('\u3000');
  if (wide) return asked || (han.test(left) && (stops || countsPeople(text, at))) ? 'sure' : 'habit';
  if (asked && stops) return 'sure';
  // One blank in a word (文 件) is a slip.
  if (!asked && endsInMeasure[word]?.includes(left)) return undefined;
  return stops || asked || han.test(text[at + word.length] ?? '') ? 'habit' : undefined;
}

/** 低保户、五保户、受益人、责任人: short words side by side that end alike, and not both a verb that counts (立案件、办结件). */
function inRow(text: string, at: number, unit: string): boolean {
  const end = at + unit.length;
  const asked = demandsFigure(text, at);
  const alike = (item: string | undefined): boolean =>
    item !== undefined && item.endsWith(unit) && item.length > unit.length && !(asked && demandsFigure(item, item.length - unit.length));
  return (
    alike(/[，。；：、]?(\p{Script=Han}{2,5})、\p{Script=Han}{0,4}$/u.exec(text.slice(Math.max(0, at - 12), at))?.[1]) ||
    alike(/^、(\p{Script=Han}{2,5})(?=[，。；、]|$)/u.exec(text.slice(end, end + 8))?.[1])
  );
}

/** A longer word of another kind starts here: 项目, 门票. */
function begins(text: string, at: number): boolean {
  const word = wordAt(text, at);
  return word !== undefined && word.end - at > 1 && word.source !== 'measure' && word.source !== 'classifier';
}

/** Wide blanks inside a sentence before a tail, a title or a stop: `在　　县`, `　　　同志`, `低　　；`. Only by habit. */
function spaceGaps(text: string): Gap[] {
  const gaps: Gap[] = [];
  for (const match of text.matchAll(/[ \t\u00a0]{2,}|[ \t\u00a0]*\u3000[ \t\u00a0\u3000]*/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start === 0 || end >= text.length || isIndent(text, start, end)) continue;
    if (lacksObject(text, start, end)) {
      gaps.push({ start, end, tail: end, certainty: 'likely' });
      continue;
    }
    if (isSpread(text, start, end)) continue;
    const left = text[start - 1] as string;
    const next = neighbourAt(text, end);
    if (next?.source === 'classifier' && (personBefore(text, start) || namesPerson(text, start, end))) continue;
    const fits = next && !compoundAt(text, end) && !text.startsWith('日前', end) && (next.source !== 'topic' || /[《“]/.test(left));
    if (fits && (han.test(left) || /[，。；：、（“《]/.test(left))) gaps.push({ start, end, tail: next.end, certainty: 'habit' });
    else if (text[end] === '分' && /[，。；]/.test(text[end + 1] ?? '')) gaps.push({ start, end, tail: end + 1, certainty: 'habit' });
    else if (/[，。；]/.test(text[end] ?? '') && /(?:低|高|为|达|约|是|至|到)$/u.test(leftOf(text, start)))
      gaps.push({ start, end, tail: end, certainty: 'habit' });
    else if (/[。，；]/.test(left) && han.test(text[end] ?? '') && next) gaps.push({ start, end, tail: next.end, certainty: 'habit' });
  }
  return gaps;
}

/** 由    同志主持, 在    召开: a word that needs an object, a wide gap, and what would follow the object. */
function lacksObject(text: string, start: number, end: number): boolean {
  const wide = end - start > 2 || (end - start === 2 && text.slice(start, end).includes('\u3000'));
  if (!wide) return false;
  const left = leftOf(text, start);
  // 参加会议的有    、    等同志: names in a row.
  if (
    /(?:的有|[有为][:：]|[ \t\u3000]、)$/u.test(left) &&
    /^(?:、[ \t\u3000]{2}|等(?:同志|领导|\p{Script=Han}{0,4}[单部企公]))/u.test(text.slice(end, end + 8))
  )
    return true;
  return needsObject.test(left) && followsObject.test(text.slice(end, end + 6));
}
