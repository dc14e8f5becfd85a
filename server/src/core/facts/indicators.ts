/** Owns the names of indicators: which phrase names one, which names mean the same, and which say too little to be compared. */
import { foldWidth } from '../text/width.ts';

/** Names that mean the same, the full name first. What is not here is the same only if a fact sheet's 别名 says so. */
const synonyms: readonly (readonly string[])[] = [
  ['地区生产总值', 'GDP', '生产总值', '地区GDP', '地区生产总值GDP', 'GDP总量', '经济总量', '地区生产总值总量'],
  ['人均地区生产总值', '人均GDP', '人均生产总值'],
  ['一般公共预算收入', '地方一般公共预算收入', '一般公共预算总收入口径收入', '一般预算收入'],
  ['一般公共预算支出', '地方一般公共预算支出'],
  ['社会消费品零售总额', '社消零总额', '社零总额', '社消零', '社零', '社会消费品零售额', '全社会消费品零售总额'],
  ['规模以上工业增加值', '规上工业增加值', '规模工业增加值', '规模以上工业企业增加值'],
  ['规模以上工业总产值', '规上工业总产值', '规模以上工业产值', '规上工业产值'],
  ['规模以上工业企业', '规上工业企业', '规上企业', '规模以上企业'],
  ['固定资产投资', '固投', '固定资产投资额', '固定资产投资总额'],
  ['城镇居民人均可支配收入', '城镇常住居民人均可支配收入', '城镇居民可支配收入', '城镇居民收入', '城镇人均可支配收入'],
  ['农村居民人均可支配收入', '农村常住居民人均可支配收入', '农民人均可支配收入', '农村居民可支配收入', '农村居民收入'],
  ['农民人均纯收入', '农村居民人均纯收入'],
  ['居民人均可支配收入', '全体居民人均可支配收入', '全体常住居民人均可支配收入', '城乡居民人均可支配收入'],
  ['进出口总额', '外贸进出口总额', '外贸进出口总值', '进出口总值', '外贸进出口', '货物进出口总额', '外贸进出口额', '对外贸易进出口总额'],
  ['实际利用外资', '实际使用外资', '实际利用外资额', '实际使用外资额', '利用外资'],
  ['第一产业增加值', '一产增加值'],
  ['第二产业增加值', '二产增加值'],
  ['第三产业增加值', '三产增加值'],
  ['粮食总产量', '粮食产量', '粮食总产', '粮食产量总量'],
  ['存款余额', '金融机构存款余额', '各项存款余额', '金融机构各项存款余额', '金融机构本外币存款余额', '本外币各项存款余额'],
  ['贷款余额', '金融机构贷款余额', '各项贷款余额', '金融机构各项贷款余额', '金融机构本外币贷款余额', '本外币各项贷款余额'],
  ['城镇新增就业', '城镇新增就业人数', '新增城镇就业', '新增城镇就业人数', '城镇新增就业人员'],
  ['城镇登记失业率', '登记失业率'],
  ['城镇调查失业率', '调查失业率'],
  ['居民消费价格指数', 'CPI', '居民消费价格'],
  ['优良天数比例', '空气质量优良天数比例', '空气优良天数比例', '空气质量优良天数比率', '空气优良率', '空气质量优良率'],
  ['单位地区生产总值能耗', '单位GDP能耗', '万元GDP能耗', '万元地区生产总值能耗', '单位生产总值能耗'],
  ['全社会用电量', '全社会用电总量'],
  ['常住人口', '常住人口总量', '常住人口数'],
  ['税收收入', '税收', '各项税收', '税收总额'],
  ['研发经费投入强度', 'R&D经费投入强度', '研发投入强度', 'R&D投入强度'],
];

/** What a name becomes before it is compared. */
function plain(name: string): string {
  return foldWidth(name)
    .replace(/[\s\u3000“”"'‘’《》*#_.·、,，:：]/gu, '')
    .replace(/（[^）]*）/gu, '')
    .replace(/gdp/giu, 'GDP')
    .replace(/规上/gu, '规模以上')
    .replace(/^(?:完成|实现|全部|主要)/u, '')
    .replace(/人均生产总值/u, '人均地区生产总值');
}

const canonical: ReadonlyMap<string, string> = new Map(
  synonyms.flatMap((names) => names.map((name): [string, string] => [plain(name), plain(names[0] ?? name)])),
);

/** The key of a name: two names with the same key mean the same indicator. */
export function indicatorKey(name: string): string {
  const bare = plain(name);
  return canonical.get(bare) ?? bare;
}

/** Whether a name is one that the product knows by itself. */
export function isKnownIndicator(key: string): boolean {
  return canonical.has(key);
}

/** How names of statistics end. */
const heads =
  /(?:总值|增加值|产值|收入|支出|总额|零售额|销售额|交易额|成交额|进出口额?|出口额?|进口额?|投资额?|产量|总产|面积|率|人数|人口|余额|存款|贷款|税收|GDP|用电量|能耗|保有量|吞吐量|客运量|货运量|排放量|利润|利税|外资|就业|比重|比例|指数|游客|里程|强度|债务|存栏|出栏|主体|企业|总量|工资|规模)$/u;

/** Names that every project and every firm has: two of them need not speak of the same thing. */
const generic =
  /^(?:全部|其|该|每|各|户|年|月|日|总|新增|人均|平均|实际|完成|累计|计划|项目|工程|企业|公司|园区|产业|农业|工业|主营|主营业务|营业|销售|经营|实现|重点|综合|直接|经济|集体|村集体|经营性|固定|基地|种植|养殖|示范|建筑|占地|建设|总建筑|流转|农户|群众|贫困户|职工|户均|年均|年度|当年|单位|资金|设备|技术|线上|网络|电商|旅游|带动|参与|受益|服务|活动|培训|参训|专项|财政|中央|省级|市级|上级|争取|产品|产业园|续建|新建|在建|总投|亿元以上|在地|其他|协议|签约|合同|意向|规范管理|占地)*(?:总值|增加值|产值|收入|支出|总额|销售额|交易额|成交额|出口额?|进口额?|投资额?|产量|总产|面积|率|人数|人口|余额|存款|贷款|利润|利税|就业|比重|比例|游客|里程|强度|债务|存栏|出栏|主体|企业|总量|工资|规模)?$/u;

/** Whether a name is one that every project and every firm has, which says nothing of what it is a figure of. */
export function saysLittle(key: string): boolean {
  return generic.test(key);
}

/** Whether a name says enough to be compared wherever it stands: the name of a statistic, not `总投资` of some project. */
export function isComparable(key: string): boolean {
  if (canonical.has(key)) return true;
  return key.length >= 4 && key.length <= 16 && heads.test(key) && !generic.test(key) && /^\p{Script=Han}+$/u.test(key);
}

/** Whether real and nominal change differ, so that value and rate need not agree: the rate is at constant prices. */
export function isAtConstantPrices(key: string): boolean {
  return /生产总值|增加值|总产值|GDP|产值$/u.test(key);
}
