/**
 * Owns the indicators that speeches give figures of, each with its unit and a slot for every figure. The names are those of
 * the yearly statistical bulletins; data only.
 */
import type { Offer } from './offer.ts';

/** Name, pinyin, an English word, what follows the name, and the unit. */
type Line = readonly [han: string, pinyin: string, english: string, figures: string, unit: string];

const growth = '增长${2:X}%';
const money = `达到\${1:X}亿元，${growth}`;
const grows = '增长${1:X}%';
const yuan = `达到\${1:X}元，${growth}`;
const rate = '达到${1:X}%，提高${2:X}个百分点';

const lines: readonly Line[] = [
  ['地区生产总值', 'di qu sheng chan zong zhi', 'gdp', money, '亿元'],
  ['人均地区生产总值', 'ren jun di qu sheng chan zong zhi', 'gdp-per-head', `达到\${1:X}万元，${growth}`, '万元'],
  ['第一产业增加值', 'di yi chan ye zeng jia zhi', 'primary-industry', money, '亿元'],
  ['第二产业增加值', 'di er chan ye zeng jia zhi', 'secondary-industry', money, '亿元'],
  ['第三产业增加值', 'di san chan ye zeng jia zhi', 'tertiary-industry', money, '亿元'],
  ['规模以上工业增加值', 'gui mo yi shang gong ye zeng jia zhi', 'industrial-output', grows, '%'],
  ['规模以上工业企业', 'gui mo yi shang gong ye qi ye', 'industrial-firms', '达到${1:X}家，净增${2:X}家', '家'],
  ['战略性新兴产业增加值', 'zhan lve xing xin xing chan ye zeng jia zhi', 'emerging-industry', grows, '%'],
  ['数字经济核心产业增加值', 'shu zi jing ji he xin chan ye zeng jia zhi', 'digital-economy', money, '亿元'],
  ['建筑业总产值', 'jian zhu ye zong chan zhi', 'construction', money, '亿元'],
  ['一般公共预算收入', 'yi ban gong gong yu suan shou ru', 'revenue', money, '亿元'],
  ['一般公共预算支出', 'yi ban gong gong yu suan zhi chu', 'expenditure', money, '亿元'],
  ['税收收入', 'shui shou shou ru', 'tax', money, '亿元'],
  ['税收占一般公共预算收入比重', 'shui shou zhan yi ban gong gong yu suan shou ru bi zhong', 'tax-share', rate, '%'],
  ['固定资产投资', 'gu ding zi chan tou zi', 'fixed-investment', grows, '%'],
  ['工业投资', 'gong ye tou zi', 'industrial-investment', grows, '%'],
  ['民间投资', 'min jian tou zi', 'private-investment', grows, '%'],
  ['房地产开发投资', 'fang di chan kai fa tou zi', 'property-investment', money, '亿元'],
  ['社会消费品零售总额', 'she hui xiao fei pin ling shou zong e', 'retail', money, '亿元'],
  ['网络零售额', 'wang luo ling shou e', 'online-retail', money, '亿元'],
  ['货物进出口总额', 'huo wu jin chu kou zong e', 'trade', money, '亿元'],
  ['外贸进出口总额', 'wai mao jin chu kou zong e', 'foreign-trade', money, '亿元'],
  ['实际使用外资', 'shi ji shi yong wai zi', 'foreign-capital', `达到\${1:X}万美元，${growth}`, '万美元'],
  ['招商引资到位资金', 'zhao shang yin zi dao wei zi jin', 'funds-attracted', money, '亿元'],
  ['金融机构本外币存款余额', 'jin rong ji gou ben wai bi cun kuan yu e', 'deposits', money, '亿元'],
  ['金融机构本外币贷款余额', 'jin rong ji gou ben wai bi dai kuan yu e', 'loans', money, '亿元'],
  ['全社会研发经费投入强度', 'quan she hui yan fa jing fei tou ru qiang du', 'research-intensity', rate, '%'],
  ['技术合同成交额', 'ji shu he tong cheng jiao e', 'technology-contracts', money, '亿元'],
  ['居民人均可支配收入', 'ju min ren jun ke zhi pei shou ru', 'income', yuan, '元'],
  ['城镇居民人均可支配收入', 'cheng zhen ju min ren jun ke zhi pei shou ru', 'urban-income', yuan, '元'],
  ['农村居民人均可支配收入', 'nong cun ju min ren jun ke zhi pei shou ru', 'rural-income', yuan, '元'],
  ['居民消费价格', 'ju min xiao fei jia ge', 'consumer-prices', '上涨${1:X}%', '%'],
  ['城镇新增就业', 'cheng zhen xin zeng jiu ye', 'new-jobs', '${1:X}人，完成年度任务的${2:X}%', '人'],
  ['城镇调查失业率', 'cheng zhen diao cha shi ye lv', 'unemployment', '控制在${1:X}%以内', '%'],
  ['粮食总产量', 'liang shi zong chan liang', 'grain', `达到\${1:X}万吨，${growth}`, '万吨'],
  ['常住人口城镇化率', 'chang zhu ren kou cheng zhen hua lv', 'urbanisation', rate, '%'],
  ['森林覆盖率', 'sen lin fu gai lv', 'forest', rate, '%'],
  ['空气质量优良天数比例', 'kong qi zhi liang you liang tian shu bi li', 'air-quality', rate, '%'],
  ['国省考断面水质优良比例', 'guo sheng kao duan mian shui zhi you liang bi li', 'water-quality', rate, '%'],
  ['单位地区生产总值能耗', 'dan wei di qu sheng chan zong zhi neng hao', 'energy-use', '下降${1:X}%', '%'],
  ['民生支出', 'min sheng zhi chu', 'livelihood-spending', '${1:X}亿元，占一般公共预算支出的${2:X}%', '亿元'],
  ['生产安全事故起数', 'sheng chan an quan shi gu qi shu', 'accidents', '下降${1:X}%', '%'],
];

/** Every indicator, as it may be offered. */
export const indicatorOffers: readonly Offer[] = lines.map(([han, pinyin, english, figures, unit]) => ({
  kind: 'indicator',
  label: han,
  keys: { han, pinyin: pinyin.split(' '), english },
  text: han + figures,
  isSnippet: true,
  note: { zh: `指标，单位：${unit}`, en: `indicator, in ${unit}` },
}));
