/** Slots without a mark: blanks, or nothing at all, before a unit, in a date, in the place of a name. */
import { describe, it } from 'vitest';
import { check } from '../../support/holes.ts';

describe('nothing at all', () => {
  it.each([
    ['全县生产总值完成⟦|blank⟧亿元，同比增长⟦|blank⟧%，'],
    ['比全省平均水平高⟦|blank⟧个百分点。'],
    ['投资⟦  |blank⟧亿元，增长⟦ |blank⟧%。'],
    ['造林⟦　　　　|blank⟧万亩。'],
    ['共有⟦  |blank⟧名代表参加。'],
    ['仅有⟦  |blank⟧名同志参加。'],
    ['新增⟦  |blank⟧名教师参加。'],
    ['全年立案⟦  |blank⟧件，办结⟦|blank⟧件。'],
    ['此次活动接待⟦  |blank⟧名代表。'],
    ['本次大会接待⟦  |blank⟧家企业参展。'],
    ['今年是我校建校⟦  |blank⟧周年。'],
    ['大桥长⟦  |blank⟧米、宽⟦  |blank⟧米、高⟦　|blank⟧米。'],
    ['共发放传单⟦ |blank⟧份，张贴标语⟦ |blank⟧条，悬挂横幅⟦ |blank⟧件。'],
    ['发放传单⟦ |blank⟧份，张贴标语⟦ |blank⟧条。'],
    ['会议由⟦    |blank⟧同志主持，请⟦　　|blank⟧作报告，定于周五在⟦    |blank⟧召开。'],
    ['关于⟦    |blank⟧年工作的讲话'],
    ['根据《关于⟦   |blank⟧的通知》办理。'],
    ['参加会议的有⟦   |blank⟧、⟦   |blank⟧、⟦   |blank⟧等同志。'],
    ['力争⟦  |blank⟧年底建成，到⟦　|blank⟧年底见效。'],
    ['成文日期：⟦　　|blank⟧年⟦　　|blank⟧月⟦　　|blank⟧日'],
    ['签字仪式于⟦  |blank⟧年⟦  |blank⟧月⟦  |blank⟧日举行。'],
    ['数据截至⟦  |blank⟧日，报送截至⟦　|blank⟧日。'],
    ['今年全县共发放⟦  |blank⟧张奖券，受益⟦  |blank⟧户。'],
    ['其中男⟦  |blank⟧人、女⟦  |blank⟧人，'],
    ['水利灌溉面积⟦    |blank⟧平方公里'],
    ['2026年⟦ |blank⟧月⟦ |blank⟧日'],
    ['2026年⟦|blank⟧月⟦|blank⟧日'],
    ['截至⟦|blank⟧年⟦|blank⟧月⟦|blank⟧日，'],
    ['第⟦ |blank⟧次全体会议'],
    ['会议定于⟦|blank⟧月⟦|blank⟧日召开。'],
    ['深入学习党的⟦|blank⟧大精神。'],
    ['县第⟦|blank⟧届人民代表大会'],
    ['努力把⟦|blank⟧建设成为宜居宜业的现代化新城。'],
    ['在⟦|blank⟧的产业体系中，制造业占比最高。'],
  ])('%s', (row) => check(row));
});

/** Doubtful gaps count in a draft that is sure to have lost its figures. */
const habit = '产值完成⟦|blank⟧亿元，同比增长⟦|blank⟧%。\n\n';

describe('nothing before a measure word, in a draft that lost its figures', () => {
  it.each([
    ['提出的⟦|blank⟧条建议、确定的⟦|blank⟧个项目，'],
    ['今天，⟦|blank⟧名干部到岗，'],
    ['新认定的⟦|blank⟧家企业和已开工的⟦|blank⟧所学校'],
  ])('%s', (row) => check(habit + row));
  it.each([
    ['我们的家乡、我们的家人和孩子的家长，'],
    ['今天，名列前茅的是名校，位居其次的是名企，个人和个体户也在内，处在前列。'],
    ['他的个人事迹、我们的名胜、共同的位次、合同的条文，所到之处，'],
    ['科学家、教育家、艺术家和电视台，这项、那次、这位、该所，'],
    ['交汇处、代表处，落到实处，不远处，任务不分主次。'],
    ['活动以一年为期，报送复印件，坐在主席台，个个都行，处处、条条，'],
  ])('%s', (row) => check(habit + row));
});

describe('days and hours that were left out', () => {
  const rows = [
    '县应急局要于⟦  |blank⟧月⟦  |blank⟧日前完成预案修订。',
    '各镇于⟦　|blank⟧月⟦　|blank⟧日之前报送名单。',
    '请各单位在本月⟦  |blank⟧日前反馈意见。',
    '全会定于本月⟦ |blank⟧日召开。',
    '动员大会定于⟦  |blank⟧日上午召开。',
    '数据截至⟦　|blank⟧日。',
    '会议于3月5日上午⟦  |blank⟧时⟦  |blank⟧分开始。',
    '请于当日下午⟦  |blank⟧点前入场。',
    '会议于3月5日9时⟦  |blank⟧分准时召开。',
  ];
  it.each(rows)('%s', (row) => check(row));
  const clean = [
    '会议于 3 月 5 日上午 9 时 30 分开始。',
    '12 月 日均客流超过两千人。',
    '本月 日常工作照旧。',
    '会议于 日内瓦召开。',
    '会议于  日内瓦召开。',
    '28日 时任县长到任。',
    '下午 点名之后，各组分头行动。',
    '上午9时 分两组讨论。',
    '上午 时间安排如下。',
    '由于 日前降雨，工期顺延。',
    '公告已于 日前发布。',
    '由于  日前连降暴雨，工期顺延。',
  ];
  it.each(clean)('%s', (row) => check(row));
});
