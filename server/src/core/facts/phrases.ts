/** Owns the words around a figure: which say that something changed, which are mere verbs, which name a place or a plan. */

/** What the words between a name and its figure say of the figure. */
export type Measure = 'value' | 'rate' | 'share' | 'other';

/** The words before a figure, taken apart. */
export interface Lead {
  /** What is left when verbs and modifiers are taken off: the name with what stands before it, or nothing. */
  readonly rest: string;
  readonly measure: Measure;
  /** +1 for 增长, −1 for 下降, 0 where neither is said. */
  readonly direction: 1 | 0 | -1;
  /** The word that says the direction, from the start of the lead; empty where there is none. */
  readonly verb: { readonly start: number; readonly end: number };
  /** `名义`, `年均`, what it is compared with if not the year before; two figures with different ones are not compared. */
  readonly variant: string;
  /** Whether the figure is where a change starts: 由100亿元. */
  readonly base: boolean;
}

const up = '增长|增加|上升|提高|提升|上涨|攀升|扩大|增收|增产|净增|多增|(?<=同比|环比)增';
const down = '下降|减少|降低|回落|下滑|缩减|收窄|减产|减收|压减|压降|下跌|负增长|(?<=同比|环比)降';
const hedges = '(?:了|为|约|近|超|超过|达|达到|约为|将近|不到|至少)*';
const change = new RegExp(`(?:(?<up>${up})|(?<down>${down}))${hedges}$`, 'u');
const rateName = new RegExp(
  `的?(?:增长速度|增长率|增速|增幅|涨幅|(?<down>降幅|跌幅|下降幅度))(?:同比)?(?:为|达|达到|是|保持在|稳定在|约|约为|在)*$`,
  'u',
);
const toValue =
  /(?:增加|增长|提高|提升|上升|扩大|上涨|攀升|发展|壮大|下降|降低|减少|压减|回落|缩小|调整|拓展|延长|增|升|降|减)(?:到|至|为)(?:了|约|近)?$/u;
const other =
  /高于|低于|快于|慢于|高出|领先|超出|位居|排名|位列|居(?!民)|第$|差距|相当于|平均每|每(?:万|百|千)?[人户亩天年个]|至少|不少于|节约|节省|每$|(?<!高)标准|补助|奖励|罚款|限额|单价|达标|超过?[^，]{1,8}目标|翻|倍|差$|缺口/u;

const modifiers =
  /(?:要|连续[^，]{1,4}(?:年|季度|月)|[上下]半年|前?[一二三四1-4]个?季度|今年|去年|全年|同比|环比|名义|实际|年均|平均|可比价|按?可比价格?计?算?|按?可比口径|按?不变价格?计?算?|扣除价格因素后?|(?:比|较)[^，]{1,10}?(?:同期|年底|年末|年初|末|底|年|月|季度|期)|与[^，]{1,10}相比|累计|每年|继续|持续|大幅|稳步|快速|已经?|将|仍|均|也|分别|逐年|预计|力争|确保|保持|实现|达到|完成|呈|依然|再|又|连续[^，]{0,4}|双双|共|总共|分别比[^，]{1,6}|的)$/u;
const endVerbs =
  /(?:连续[^，]{1,4}(?:年|季度|月)|[上下]半年|前?[一二三四1-4]个?季度|今年|去年|完成|实现|达到|达|为|是|有|共有|共|已经?|约|近|超|超过|突破|了|到|至|增至|降至|升至|保持在|稳定在|控制在|维持在|分别|预计|力争|确保|累计|总计|合计|共计|仅|均|也|将|可|可望|有望|要|再|又|目前|高达|多达|只|一举|首次|历史性|成功|跃上|迈上|站上|由|从|在|的|：|:|年末|年底|全年|当年|只有|不到|将近|大约|接近|逾)$/u;

const variants =
  /名义|环比|年均|平均|两年|可比|不变价|实际|扣除价格|(?:比|较)(?:年初|上月|上季度|前年|(?:19|20)\d\d年|[^，]{1,6}(?:年前|末|时))/u;

/** Takes the words between the last stop and a figure apart. */
export function readLead(lead: string): Lead {
  const text = lead.trimEnd();
  const none = { start: 0, end: 0 };
  if (/占[^，]*$/u.test(text) && !/占(?:地(?!区)|用|有|领)[^，]*$|占比[^，]{0,4}[由从]$/u.test(text))
    return { rest: trimmed(text, endVerbs), measure: 'share', direction: 0, verb: none, variant: '', base: false };
  const base =
    /(?:由|从)[^，]{0,16}$/u.test(text) && !/(?:增|升|降|减|提高|提升|发展|扩大|上升|下降|减少)[^，]{0,3}(?:到|至|为)/u.test(text);
  if (toValue.test(text)) {
    const match = toValue.exec(text);
    const kept = trimmed(text.slice(0, match?.index ?? 0), modifiers);
    return { rest: /^(?:由|从)/u.test(kept) ? '' : kept, measure: 'value', direction: 0, verb: none, variant: '', base: false };
  }
  const found = rateName.exec(text) ?? change.exec(text);
  if (found) {
    const before = text.slice(0, found.index);
    const offset = found[0].startsWith('的') ? 1 : 0;
    const word = found.groups?.['up'] ?? found.groups?.['down'] ?? '';
    const fell = found.groups?.['down'] !== undefined;
    return {
      rest: trimmed(before, modifiers),
      measure: other.test(before) ? 'other' : 'rate',
      direction: fell ? -1 : 1,
      verb: { start: found.index + offset, end: found.index + offset + word.length },
      variant: variants.exec(before)?.[0] ?? '',
      base: false,
    };
  }
  const measure = other.test(text) || /(?:比(?!例|重|率)|较|超)[^，]{1,12}$/u.test(text) ? 'other' : 'value';
  return {
    rest: base ? text.replace(/(?:由|从)[^，]*$/u, '') : trimmed(text, endVerbs),
    measure,
    direction: 0,
    verb: none,
    variant: '',
    base,
  };
}

function trimmed(text: string, ends: RegExp): string {
  let rest = text.trim();
  for (let cut = ''; cut !== rest;) {
    cut = rest;
    rest = rest.replace(ends, '').trimEnd();
  }
  return rest;
}

/** The level that 全县, 我市 speak of: `县`, `市`; `国` for the country. */
const scopeWord = /^(?:全|我|本|该|整个)(国|省|市|县|区|州|旗|盟|镇|乡|村|街道|校|院|局|行业|系统)/u;
const place =
  /^(?!地区|城区|市场|县域|县级|市级|镇域|省级|村级|区级|城市|农村|乡村|社区|区域|城镇)(\p{Script=Han}{1,5}?(?:自治区|自治州|新区|开发区|高新区|园区|省|市|县|区|镇|乡|街道|村))(?=\p{Script=Han}{2})/u;
const leadingTime =
  /^(?:(?:截至|截止|到|至)?(?:目前|(?:19|20)\d\d年|二〇..年|今年|去年|上年|明年|本年|年初以来|今年以来|全年|当年|上半年|下半年|前?[一二三四两1-4]个?季度|1[-—－–~至]\d{1,2}月份?|\d{1,2}月(?:份|末|底)?|[末底初])(?:以来|来)?[，,]?)/u;
const connectors =
  /^(?:其中|同时|此外|另外|特别是|尤其是|初步核算|据[^，]{0,6}统计|一是|二是|三是|四是|五是|六是|——|—|·|和|与|及|以及|并|且|而|使|让|把|将|也|又|还|已|共有|现有|共|累计|预计|力争|确保|预期|实现|完成|达到|带动|推动|拉动|促进|保持|主要是?|我们|全年|分别|截至|年底|总的看|[（(“"])/u;
const breaks = /完成(?!额)|实现|达到|带动|推动|拉动|促进|力争|确保|预计|预期|累计|其中|使(?!用)得?|全年|今年|去年|的/u;

/** A name without what stands around it, and the place that it is said of. */
export function readName(rest: string): { readonly name: string; readonly scope: string | undefined } {
  const segments = rest.replace(/完成额/gu, '额').split(breaks);
  let scope: string | undefined;
  for (const segment of segments) scope = scopeOf(segment.replace(leadingTime, '')) ?? scope;
  let name = (segments.findLast((segment) => segment.trim() !== '') ?? '').trim();
  for (let cut = ''; cut !== name;) {
    cut = name;
    name = name.replace(leadingTime, '').trimStart();
    const said = scopeWord.exec(name);
    if (said && !/^全(?:社会|国人大)/u.test(name)) {
      scope = said[1];
      name = name.slice(said[0].length).trimStart();
    }
    name = name.replace(connectors, '').trimStart();
  }
  return { name, scope };
}

function scopeOf(text: string): string | undefined {
  return scopeWord.exec(text.trimStart())?.[1];
}

const entities =
  /集聚区|园区|开发区|高新区|产业园|工业园|示范[区园]|景区|社区|街道|(?<![城乡村])镇(?!域)|(?<![农城])乡(?!村|镇|亲)|(?<![农乡全新])村(?!民|级|庄|振兴|集体|里|容)|公司|集团|(?<!工业|规模以上|规上|家|户|主导|高新技术|科技型中小|国有)企业(?!家)|合作社|基地|学校|医院|项目(?!建设|工作|为王|攻坚|谋划|招引)|工程|平台|产业链|支行|农户/u;

/** Whether words speak of a park, a firm, a village or a project: figures behind them are theirs and not the whole county's. */
export function namesEntity(words: string): boolean {
  // 新建学校3所: what is counted is not of whom the rest is said; nor is 全镇 some town.
  return entities.test(words.replace(/(?:企业|学校|医院|公司|合作社|基地|社区|项目|园区|平台|景区|村)(?=\d)|[全我本](?:镇|乡|村)/gu, ''));
}

/** A name that begins with the name of a place, taken apart; `undefined` when it does not. */
export function placeBefore(name: string): { readonly place: string; readonly name: string } | undefined {
  const match = place.exec(name);
  return match ? { place: match[1] ?? '', name: name.slice(match[0].length) } : undefined;
}

const reached = /(?:超额|圆满|全面|顺利|如期)?(?:完成|实现|好于|高于|超)(?:了)?[^，。；]{0,10}(?:目标|任务|计划|预期)/gu;
const plans =
  /目标|预期|计划(?!生育|单列)|力争|确保|争取|任务|规划|拟|打算|今后|明年|来年|下一?步|下一年|奋斗|要(?:完成|实现|达到|力争|确保|突破|新增|建成|增长|保持|稳定)|控制在|不低于|不超过|到(?:19|20)\d\d年|到[“"]?十|将(?:达|完成|实现|建成|突破|超过|新增)|如果|假如|倘若|比如|例如|可(?:实现|新增|带动|达)|建成后|投产后|达产后|按照/u;
const estimates = /预计|预测|有望|预估|估计/u;

/** Whether a text says that what follows is planned, or only expected. */
export function modeOf(text: string): 'plan' | 'estimate' | 'actual' {
  if (plans.test(text.replace(reached, ''))) return 'plan';
  return estimates.test(text) ? 'estimate' : 'actual';
}

/** Words that open a list of targets, which goes on to the end of its paragraph. */
export const opensTargets = /(?:目标|任务|打算|安排|要求|指标)[^，。；]{0,6}[：:]/u;
