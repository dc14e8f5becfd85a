/** The figure rule finds what cannot be right: row by row, the place and the kind marked. */
import { describe, it } from 'vitest';
import { check } from './check.ts';

describe('direction', () => {
  it.each([
    ['外贸进出口⟦增长-3.5%|direction⟧。'],
    ['外贸进出口同比⟦下降-2%|direction⟧，其他指标正常。'],
    ['工业投资⟦增长了-12.3%|direction⟧。'],
    ['全社会用电量⟦增长－３％|direction⟧。'],
    ['财政收入⟦增加-3亿元|direction⟧。'],
    ['失业率⟦上升−0.2个百分点|direction⟧。'],
    ['财政收入由120亿元增加到⟦100亿元|direction⟧。'],
    ['失业率由4.2%下降到⟦5.1%|direction⟧。'],
    ['能耗从0.52吨降至⟦0.61吨|direction⟧。'],
  ])('%s', (source) => check(source));
});

describe('arithmetic of change', () => {
  it.each([
    ['财政收入由100亿元增加到120亿元，增长⟦15%|arithmetic⟧。'],
    ['财政收入从100亿元提高到120亿元，增长⟦25%|arithmetic⟧。'],
    ['固定资产投资由50.2亿元增长到61.1亿元，增长⟦31.7%|arithmetic⟧。'],
    ['粮食产量由41万吨下降到39万吨，下降⟦9%|arithmetic⟧。'],
    ['常住人口城镇化率由52%提高到55%，提高⟦5个百分点|arithmetic⟧。'],
    ['财政收入由100亿元增加到120亿元，增加⟦30亿元|arithmetic⟧。'],
    ['税收收入完成12亿元，增加2亿元，增长⟦35%|arithmetic⟧。'],
    ['居民储蓄存款余额由一百亿元增加到一百二十亿元，增长⟦百分之十五|arithmetic⟧。'],
    ['财政收入由１００亿元增加到１２０亿元，增长⟦１５％|arithmetic⟧。'],
    ['财政收入由9800万元增加到1.2亿元，增长⟦42%|arithmetic⟧。'],
  ])('%s', (source) => check(source));
});

describe('totals and parts', () => {
  it.each([
    ['完成投资⟦100亿元|arithmetic⟧，其中工业投资60亿元、农业投资30亿元、服务业投资20亿元。'],
    ['全年接待游客⟦52万人次|arithmetic⟧，其中上半年20万人次、下半年35万人次。'],
    ['常住人口⟦52万人|arithmetic⟧，其中城镇30万人，农村25万人。'],
    ['完成投资20亿元，其中工业投资⟦35亿元|arithmetic⟧。'],
    ['夏粮12万吨，秋粮30万吨，合计⟦45万吨|arithmetic⟧。'],
    ['税收收入8.2亿元，非税收入3.1亿元，共计⟦12.3亿元|arithmetic⟧。'],
    ['三次产业结构调整为⟦10:45:55|arithmetic⟧。'],
    ['三次产业比重由12:48:40优化为⟦10.2:48.3:46.5|arithmetic⟧。'],
    ['工业、农业、服务业分别占45%、30%、⟦35%|arithmetic⟧。'],
    ['安排资金⟦3亿2000万元|arithmetic⟧，其中中央资金20000万元、省级资金10000万元、市级资金5000万元。'],
  ])('%s', (source) => check(source));
});

describe('two values of one indicator', () => {
  it.each([
    ['去年全县共有持证残疾人⟦2350人|conflict⟧。\n\n去年全县持证残疾人⟦2530人|conflict⟧。'],
    ['2025年，全县粮食总产量达到⟦41.7万吨|conflict⟧。\n回顾2025年，全县粮食总产量达到⟦47.1万吨|conflict⟧，再创新高。'],
    ['全市实现地区生产总值⟦1250亿元|conflict⟧，同比增长6%。\n过去的成绩来之不易。\n全市GDP达到⟦1280亿元|conflict⟧，迈上新台阶。'],
    ['去年，规上工业增加值增长⟦8.2%|conflict⟧。\n去年，全县规模以上工业增加值同比增长⟦6.2%|conflict⟧。'],
    ['上半年，一般公共预算收入完成⟦23.85亿元|conflict⟧。\n上半年，我县一般公共预算收入完成⟦23850万元|conflict⟧。'],
    ['2025年，社零总额增长⟦3%|conflict⟧。\n2025年，社会消费品零售总额下降⟦3%|conflict⟧。'],
    ['2025年，固定资产投资完成61.1亿元。\n2025年，固定资产投资完成61.1亿元，增长5%。\n2025年，固定资产投资完成⟦66.1亿元|conflict⟧。'],
    ['二〇二五年，城镇新增就业⟦一万二千人|conflict⟧。\n2025年，新增城镇就业⟦１.３万人|conflict⟧。'],
    ['上半年，城镇、农村居民人均可支配收入分别达到18230元和⟦9120元|conflict⟧。\n上半年，农村居民人均可支配收入⟦9210元|conflict⟧。'],
  ])('%s', (source) => check(source));

  it.each([
    [['2025年，全县粮食总产量⟦41.7万吨|conflict⟧。', '2025年，粮食产量达到⟦42.7万吨|conflict⟧。']],
    [['2025年，全县一般公共预算收入增长⟦5%|conflict⟧。', '今天的会议很重要。', '一、2025年工作回顾\n一般公共预算收入增长⟦7%|conflict⟧。']],
  ])('across drafts: %j', (sources) => check(sources));

  it('across drafts only while that is wanted', () =>
    check(['2025年，全县粮食总产量41.7万吨。', '2025年，粮食产量达到42.7万吨。'], { across: false }));
  it('arithmetic only while that is wanted', () => check('财政收入由100亿元增加到120亿元，增长15%。', { arithmetic: false }));
});

describe('doublings', () => {
  it.each([
    ['旅游收入由上年的10亿元增加到20亿元，实现⟦翻两番|arithmetic⟧。'],
    ['地区生产总值五年⟦翻一番|arithmetic⟧，由2020年的100亿元增加到2025年的160亿元。'],
    ['电商交易额由3.2亿元增长到5.1亿元，⟦翻了一番|arithmetic⟧。'],
    ['企业数由120家增加到170家，顺利实现⟦翻番|arithmetic⟧。'],
    // 翻一番 is twice, 翻两番 four times; what is nearly that, or a plan, is called so.
    ['旅游收入由10亿元增加到20亿元，翻了一番。'],
    ['旅游收入由10亿元增加到39.5亿元，翻两番。'],
    ['旅游收入由10亿元增加到23亿元，翻了一番多。'],
    ['旅游收入由10亿元增加到19.6亿元，实现翻番。'],
    ['旅游收入由10亿元增加到15亿元，力争三年翻一番。'],
    ['旅游收入由10亿元增加到15亿元，接近翻番。'],
    // Something else doubled.
    ['旅游收入由10亿元增加到15亿元，游客人数翻了一番。'],
    ['农民收入翻了一番，旅游收入由10亿元增加到15亿元。'],
    ['旅游收入由10亿元增加到15亿元，实现三年⟦翻番|arithmetic⟧。'],
  ])('%s', (source) => check(source));
});

describe('gains, plans and the parts of a year', () => {
  it.each([
    ['新增高新技术企业⟦12家|arithmetic⟧，总数由35家增至48家。'],
    ['净增规上企业⟦12家|arithmetic⟧，总数由35家增加到46家。'],
    ['新增高新技术企业12家，总数由35家增至46家。'],
    ['净增规上企业12家，总数由35家增加到47家。'],
    ['今年计划新建学校8所，实际建成6所，完成计划的⟦85%|arithmetic⟧。'],
    ['今年计划新建学校8所，实际建成6所，完成计划的75%。'],
    ['今年计划新建学校8所，累计建成6所，完成投资占计划的85%。'],
    ['上半年完成税收6.2亿元，下半年完成税收7.1亿元，全年完成税收⟦14.3亿元|arithmetic⟧。'],
    ['上半年完成税收6.2亿元，下半年完成税收7.1亿元，全年完成税收13.3亿元。'],
    ['上半年贷款余额62亿元，下半年贷款余额71亿元，全年贷款余额71亿元。'],
    ['上半年完成税收6.2亿元，下半年力争完成税收7.1亿元，全年完成税收目标14.3亿元。'],
  ])('%s', (source) => check(source));
});
