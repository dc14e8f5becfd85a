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

describe('a figure that went behind a verb that counts, in a draft that lost its figures', () => {
  const rows = [
    '全年制定⟦|blank⟧项措施，召开⟦|blank⟧次会议，惠及⟦|blank⟧户群众。',
    '表彰了⟦|blank⟧名干部，办成⟦|blank⟧件实事，发放⟦|blank⟧份资料，新建⟦|blank⟧所学校。',
    '共⟦|blank⟧个村民小组，推出⟦|blank⟧条意见，举办⟦|blank⟧场活动，修订⟦|blank⟧部法规。',
    '新建⟦|blank⟧公里，培训⟦|blank⟧人次，新增⟦|blank⟧公里供水管网。',
    '队伍从⟦|blank⟧人发展到⟦|blank⟧人，部门由⟦|blank⟧个减少到29个，合作社由12家增加到⟦|blank⟧家，用户由⟦|blank⟧万户扩大到⟦|blank⟧万户。',
    '⟦|blank⟧项工作走在前列，⟦|blank⟧家企业上市，',
    '近⟦|blank⟧人参加，近⟦|blank⟧户群众受益，超过⟦|blank⟧人，达到⟦|blank⟧家以上，',
    '惠及⟦|blank⟧万群众，解决⟦|blank⟧万农村人口饮水问题，在校学生总数⟦|blank⟧万人，',
    '影响⟦|blank⟧多亿人口，夺走⟦|blank⟧余万人的生命，改造危房⟦|blank⟧多万套，约⟦|blank⟧人参加，',
    '分别下降⟦|blank⟧%、⟦|blank⟧%，有⟦|blank⟧%—⟦|blank⟧%的增速，增长⟦|blank⟧倍；是去年的⟦|blank⟧倍。人均预期寿命达到⟦|blank⟧岁，年满⟦|blank⟧岁，',
    '改革开放⟦|blank⟧周年之际，销售汽车⟦|blank⟧万辆，配备⟦|blank⟧万个卫生室，出口防护服⟦|blank⟧亿件，标准由每人每年⟦|blank⟧元提高到⟦|blank⟧元，',
    '隆重庆祝新中国成立⟦|blank⟧周年，建党⟦|blank⟧周年之际，',
  ];
  it.each(rows)('%s', (row) => check(habit + row));
  it.each(rows.slice(0, 3))('and in no other: %s', (row) => check(row.replace(/⟦\|blank⟧/gu, '')));
  const clean = [
    '召开项目推进会，建设项目库，推进项目建设，制定条例，建立项目台账，完成户籍改革，实施次级债，',
    '出台个人所得税优惠，减免个税，成立个体工商户协会，提供个性服务，推出个案，打造名师队伍，培育名家大师，',
    '新建家庭农场，引进家电企业，服务家长，惠及家家户户，组织部门、建设部门、落实处室责任，走访户主，召开座谈会，',
    '从个体发展到群体，由人民评判，从家到校，亲近人群，靠近人员密集处，附近户户通水，接近人均水平，近人情，',
    '表彰件件落实的单位，完成件号登记，推广台式设备，建成场馆，开展批评，推进位于城东的工程，提供份额，',
    '共处一室，共名录，公共场所，实现万众一心，惠及万千群众，带动万家灯火，',
    '建成所需的学校，改造所在街区，整治所属单位，推进所有工作，完成次年任务，召开次日会议，',
    '项目工作、条线、个案、人数，项城市，件杂货，',
    '第三条　本办法所称收入，是指工资。\n\n第二十一条　个人应当申报。\n\n王荣华　　教授、省政协委员\n\n杨　河　　院士、校长',
    '由县委书记王荣华　　同志主持，脱贫不稳定户、边缘户，农业贷款等项，稳坐钓鱼台，一大批爱国企业家、社会主义企业家。记者 张领/摄',
    '比去年多万把人，许多万元户，其余万余人，业余万能，更多亿元企业，加倍努力，成倍增长，周年庆典，满周年，逢十周年，合约人参与，岁末年初，成千上万个家庭，千万个家庭，',
    '高校、科研院所、托儿所，引进散件，专业户、首贷户，严查重处，用在紧要处，花在明处，论处，空想家、革命家，前瞻部署纳米、量子，',
    '处于上升期，查找缺项，矮中选高个，让有为者有位，改弦更张，报领导呈批，装饰条，以扩大内需为名，不受压力所左右，遵守组织所规定的纪律，',
    '周转量达到二亿吨海里，发电量四千亿千瓦小时，试剂盒四亿人份，培训人次数，单位均为米。落实小时最低工资标准，推行小时清单制，还有个很长的过程，',
  ];
  it.each(clean)('%s', (row) => check(habit + row));
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
