/** Every form of placeholder, before every kind of unit, with every width and blank: found, with its exact span and kind. */
import { describe, it } from 'vitest';
import { check } from '../../support/holes.ts';

const marks = [
  'X',
  'XX',
  'XXX',
  'x',
  'xx',
  'Ｘ',
  'ＸＸ',
  '×',
  '××',
  'X.X',
  'XX.X',
  'ＸＸ．Ｘ',
  '**',
  '****',
  '*.*',
  '＊＊',
  '____',
  '__',
  '＿＿',
  '○○',
  '〇〇',
  'OO',
  '□□',
  '●●',
  '△△',
  '某',
  '某某',
  '？？',
  '……',
  '##',
];

/** A frame holds `@` where the slot stands; the kind is what the frame makes of it. */
const frames: readonly [string, string][] = [
  ['全年完成固定资产投资@亿元，好于预期。', 'money'],
  ['争取上级资金@万元。', 'money'],
  ['规上工业增加值同比增长@%，', 'percent'],
  ['比上年提高@个百分点。', 'percent'],
];
const countFrames: readonly [string, string][] = [
  ['全县新增市场主体@户。', 'number'],
  ['新建改建农村公路@公里，', 'number'],
  ['累计培训基层干部@人次。', 'number'],
  ['排查整治隐患@处；', 'number'],
  ['粮食总产达到@万吨。', 'number'],
];

describe('marks before units', () => {
  const rows = marks.flatMap((token) => frames.map(([frame, kind]) => [frame.replace('@', `⟦${token}|${kind}⟧`)] as const));
  it.each(rows)('%s', (row) => check(row));
});

describe('marks before measure words', () => {
  const rows = marks
    .filter((token) => !token.startsWith('某'))
    .flatMap((token) => countFrames.map(([frame, kind]) => [frame.replace('@', `⟦${token}|${kind}⟧`)] as const));
  it.each(rows)('%s', (row) => check(row));
});

describe('blanks around a mark', () => {
  const rows = ['X', 'XX', 'Ｘ', '××', '**', '____', '○○'].flatMap((token) =>
    [
      [`完成投资 ⟦${token}|money⟧亿元。`],
      [`完成投资⟦${token}|money⟧ 亿元。`],
      [`完成投资 ⟦${token}|money⟧ 亿元。`],
      [`完成投资　⟦${token}|money⟧　亿元。`],
    ].map((row) => row as [string]),
  );
  it.each(rows)('%s', (row) => check(row));
});

describe('forms with a grammar of their own', () => {
  it.each([
    // dates and years
    ['会议定于⟦20XX|date⟧年⟦X|date⟧月⟦X|date⟧日召开。'],
    ['到⟦202X|date⟧年底全部建成。'],
    ['⟦20××|date⟧年度工作总结。'],
    ['⟦20*|date⟧年以来，全县上下团结奋斗。'],
    ['⟦二〇XX|date⟧年⟦X|date⟧月'],
    ['2023年⟦xx|date⟧月⟦xx|date⟧日'],
    ['于2026年7月⟦X|date⟧日前完成。'],
    ['⟦____|date⟧年⟦__|date⟧月⟦__|date⟧日'],
    ['每月⟦X|date⟧日前报送。'],
    ['1—⟦X|date⟧月，全县外贸进出口额⟦X|money⟧亿元。'],
    ['会议于本周⟦X|date⟧召开。'],
    ['《⟦20XX|date⟧-⟦20XX|date⟧年规划》'],
    ['力争三分之⟦X|percent⟧的村达标。'],
    ['增幅 ⟦X|percent⟧ 城区排名第 ⟦X|ordinal⟧。'],
    ['增速⟦XX|percent⟧全市排第⟦X|ordinal⟧。'],
    ['投资增幅居⟦X|place⟧县前列。'],
    ['坚守⟦XX|number⟧多年，'],
    ['会期定在⟦XX：XX|date⟧。'],
    ['结构由⟦XX|number⟧:⟦XX|number⟧:⟦XX|number⟧调整为⟦X|number⟧:⟦XX|number⟧:⟦X|number⟧。'],
    ['完成投资46,⟦XX|money⟧万元，受益45,⟦XXX|number⟧户。'],
    ['⟦某|date⟧年⟦某|date⟧月⟦某|date⟧日'],
    ['结算价⟦XX,XXX|money⟧元，应付⟦X,XXX,XXX.XX|money⟧元，实收1,⟦XXX|money⟧元，⟦XX|content⟧,⟦XXX|name⟧等同志在场。'],
    // formats of dates, ranks of winds, N that is no name
    ['⟦YYYY|date⟧年⟦MM|date⟧月⟦DD|date⟧日'],
    ['最大阵风⟦X|number⟧级，'],
    ['建成N+1机制，另有⟦X|number⟧个项目。'],
    ['合同编号：⟦XX-XXXX-XX|content⟧。'],
    ['尊敬的⟦X|name⟧总、⟦X|name⟧主任：'],
    ['法定代表人⟦XXX|name⟧。'],
    // signs that stand for other signs
    ['到位资金⟦∗∗|money⟧亿元，增长⟦﹡|percent⟧%。'],
    ['生产总值增长⟦—|percent⟧%，财政收入达到⟦–|money⟧亿元，投资⟦#|money⟧亿元。'],
    // what stands close to letters and signs
    ['实现GDP⟦XX|money⟧亿元，同比+⟦X.X|percent⟧%。'],
    ['铺设线路⟦XX|number⟧km，电压⟦XXX|number⟧kV，水位⟦XX.X|number⟧m，装机⟦X|number⟧万kW，面积⟦**|number⟧km²。'],
    // no chromosomes, and no path
    ['病历146,⟦XX|content⟧，'],
    ['讲稿在D:\\稿件，投资⟦XX|money⟧亿元。'],
    // spans of time are numbers
    ['经过⟦X|number⟧年发展，产业链条更加完整。'],
    ['隆重庆祝建县⟦XX|number⟧周年。'],
    // sessions, ordinals
    ['深入学习党的⟦X|ordinal⟧届⟦X|ordinal⟧中全会精神。'],
    ['落实县委⟦X|ordinal⟧届⟦X|ordinal⟧次全会部署。'],
    ['二十届⟦X|ordinal⟧中全会'],
    ['总量位居全市第⟦X|ordinal⟧。'],
    ['第十⟦X|ordinal⟧届，第二十⟦X|ordinal⟧次会议'],
    ['第⟦N|ordinal⟧届油茶文化节'],
    // document numbers
    ['根据⟦X|document-number⟧政发〔⟦20XX|document-number⟧〕⟦X|document-number⟧号文件。'],
    ['云政办发〔2026〕⟦XX|document-number⟧号'],
    ['⟦○|document-number⟧府〔2026〕⟦○|document-number⟧号'],
    // places, organisations, people
    ['⟦XX|place⟧市⟦XX|place⟧县⟦XX|place⟧镇党委政府高度重视。'],
    ['中共⟦**|place⟧县委、⟦**|place⟧县人民政府'],
    ['由⟦XX|organization⟧局牵头落实。'],
    ['⟦XXX|organization⟧公司投资兴建。'],
    ['请县委书记⟦XXX|name⟧同志讲话。'],
    ['⟦×|name⟧书记作了重要讲话。'],
    ['刚才，李⟦XX|name⟧同志作了汇报。'],
    ['刚才，刘⟦XX|name⟧、谭⟦××|name⟧先后发言。'],
    ['以⟦____|name⟧同志为核心'],
    // topics
    ['推动⟦XX|content⟧工作再上新台阶。'],
    ['为全市大局作出了⟦XX|content⟧贡献。'],
    ['印发《⟦XXX|content⟧办法》。'],
    // rows and ranges
    ['增长⟦X|percent⟧%至⟦X|percent⟧%，'],
    ['⟦XX|name⟧、⟦XX|name⟧、⟦XX|name⟧等同志参加。'],
    // addresses
    ['联系邮箱：⟦XXX@XXX.com|content⟧。'],
    ['联系电话：⟦138XXXXXXXX|number⟧。'],
    ['联系电话：⟦1XXXXXXXXXX|number⟧。'],
  ])('%s', (row) => check(row));
});

describe('brackets to be filled in', () => {
  it.each([
    ['在⟦【会议名称】|content⟧上的讲话'],
    ['下面请⟦【领导姓名】|name⟧作报告。'],
    ['会议共有⟦【X】|number⟧项议程。'],
    ['全年实现税收⟦【金额】|money⟧亿元。'],
    ['这一做法在全省推广。⟦【此处插入典型案例，约200字】|content⟧'],
    ['财政收入增长⟦【待补】|note⟧。'],
    ['感谢⟦[XXX领导姓名]|name⟧的关心支持。'],
    ['由⟦[单位名称]|organization⟧负责实施。'],
    ['建成高标准农田⟦［填写］|number⟧万亩。'],
    ['会议在⟦【请填写地点】|place⟧召开。'],
    ['由⟦【填写单位名称】|organization⟧承办。'],
    ['定于⟦【请注明时间】|date⟧报到。'],
    ['有请⟦【输入姓名】|name⟧讲话。'],
    ['⟦（此处填写主要成绩。）|content⟧'],
    ['⟦（这里请再补充两个案例）|content⟧⟦（此处可结合实际展开）|content⟧⟦（此段由宣传部起草）|content⟧'],
    ['⟦（以下内容根据各单位实际情况填写）|content⟧'],
    ['由⟦（责任单位）|organization⟧牵头。'],
    ['请⟦（分管领导）|name⟧讲话，由⟦（主持人）|name⟧宣布，⟦（结合本单位实际）|content⟧⟦（结合数据谈变化）|content⟧'],
    ['新增就业3200人⟦（待人社局核定）|note⟧。'],
    ['预算安排⟦（略，待财政局提供）|note⟧。'],
    ['⟦{{单位}}|organization⟧的同志们：'],
    ['请⟦${姓名}|name⟧同志发言。'],
    ['⟦{{county}}|place⟧县委高度重视。'],
    ['邀请⟦{{country}}|place⟧、⟦{{countyName}}|place⟧的嘉宾，分⟦{{country_count}}|number⟧批，定于⟦{{timestamp}}|date⟧到会。'],
    ['由⟦{{unit_name}}|organization⟧的⟦{{leader_name}}|name⟧讲话。'],
    ['确定⟦[ ]|blank⟧个项目，'],
    ['完成税收⟦[ ]|blank⟧亿元，引进⟦［］|blank⟧个项目。'],
    ['会议时间：⟦{会议日期}|date⟧。'],
    ['拨付资金⟦<金额>|money⟧元。'],
    ['⟦${1:单位}|organization⟧要抓好落实。'],
    ['营业收入⟦[X]|money⟧亿元，净利润⟦[Z]|money⟧万元，增长⟦[Y]|percent⟧%。'],
    ['请登记，建成⟦[ ]|blank⟧个园区，引进⟦[ ]|blank⟧家企业。'],
    [
      '由⟦{{strategy}}|content⟧指导，⟦{{account}}|content⟧经办，⟦{{corporate}}|content⟧主办，⟦{{update}}|content⟧发布，⟦{{yearly}}|content⟧通报。',
    ],
    [
      '在⟦{{meeting_name}}|content⟧上，⟦{{company_name}}|organization⟧的⟦{{speakers}}|name⟧介绍⟦{{growth_rate}}|percent⟧，见⟦{{fill_date}}|date⟧的⟦{{unit_price}}|money⟧。',
    ],
    ['认真贯彻《⟦|blank⟧》精神。'],
    // quoted, and not spoken of as written
    ['唱响“⟦XX|content⟧”的地方品牌，用“⟦××|content⟧”精神鼓舞人，开展“⟦XX|content⟧”“⟦XXX|content⟧”活动。'],
    ['以“⟦【主题】|content⟧”为主题'],
    ['写好“⟦XX|content⟧”答卷，擦亮“⟦××|content⟧”名片。成为文化符号的“⟦XX|content⟧”精神，我们不能忘。'],
    ['日期：⟦[YYYY年MM月DD日]|date⟧'],
    ['写作大赛以“⟦XX|content⟧”为主题。'],
    ['学校开设字母课，打造“⟦××|content⟧”品牌。'],
    ['按照模板里的要求，我们创建了“⟦XX|content⟧”品牌。'],
    ['宣传周以“⟦××|content⟧”为主题，教群众设置强口令、保护密码。'],
    ['“⟦XX|content⟧”式的服务赢得群众点赞，“⟦××|content⟧”形式多样的活动开展了⟦X|number⟧场。'],
    ['全市建成“⟦××|content⟧”样式街区⟦X|number⟧个。'],
    ['不要用“⟦XX|content⟧”口号代替行动，禁止使用“⟦XX|content⟧”牌农药。'],
    ['严格按照国标标明“⟦××|content⟧”产地。'],
    ['开展“⟦XX|content⟧”，没有改变初心。'],
    ['⟦XX|organization⟧局（匿名举报电话）公布。'],
    ['会议强调引号问题，请⟦（　）|blank⟧局长讲话。'],
    ['开展“⟦XX|content⟧”专项行动，抓获嫌疑人刘某等⟦X|number⟧人。'],
    ['⟦XX|place⟧县李某某同志说，要把受贿案件作为教材。'],
    ['车牌⟦XX|number⟧辆，皖北⟦X|place⟧县'],
  ])('%s', (row) => check(row));
});

describe('ellipses and words that stand for something missing', () => {
  it.each([
    ['中央建设投资总规模为⟦XX|money⟧亿元，设计能力为⟦XX|number⟧根，'],
    ['生产总值⟦……|money⟧万亿元，累计减税⟦...|money⟧多亿元，进口⟦……|money⟧亿美元，'],
    ['来自⟦……|number⟧个县区的客商，表彰了⟦……|number⟧名干部，出台了⟦...|number⟧项措施，覆盖⟦……|number⟧亿人口。'],
    ['经济效益⟦N|money⟧多万元，'],
    ['城镇新增就业⟦00|number⟧万人，新建⟦00|number⟧个项目，'],
    ['每年达到⟦00|money⟧多亿元，将⟦00|money⟧万亿元纳入直达，为⟦00|percent⟧%的群众，'],
    ['将建立⟦X|number⟧个中非对口机制，发生⟦X|number⟧级强震，'],
    ['已有五个省（区）、⟦【】|blank⟧个县建立了制度，还有⟦（ ）|blank⟧名干部'],
    ['去年新开工的重点项目有：⟦……|list⟧。'],
    ['专项资金⟦……|money⟧万元全部到位。'],
    ['在⟦……|content⟧的坚强领导下，'],
    ['我们取得了⟦……|content⟧的成绩。'],
    ['（一）⟦……|content⟧'],
    ['一要⟦……|content⟧；二要狠抓落实。'],
    ['差距主要在：1.⟦……|content⟧；2.⟦……|content⟧；3.作风不够扎实。'],
    ['要做好三件事。（1）⟦……|content⟧。（2）抓好春耕。（3）⟦……|content⟧。'],
    ['会议时间⟦待定|note⟧。'],
    ['数据⟦待核实|note⟧。'],
    ['牵头单位：⟦待补充|note⟧'],
    ['投资额⟦TBD|note⟧，'],
    ['⟦具体数据由统计局提供|note⟧。'],
    ['⟦此处插入典型案例|content⟧。'],
    ['做法很好。⟦这里请补充民生数据|content⟧'],
    ['　⟦此处插入典型案例|content⟧；  ⟦此处填写成效|content⟧。'],
    ['由李某某通报情况，刑侦支队作补充，请⟦XX|place⟧县作准备。'],
  ])('%s', (row) => check(row));
});

describe('the same bytes in Markdown and in plain text', () => {
  it.each([
    ['第一段。\n\n****\n\n第二段。', '第一段。\n\n⟦****|name⟧\n\n第二段。'],
    ['第一段。\n\n______\n\n第二段。', '第一段。\n\n⟦______|name⟧\n\n第二段。'],
  ])('%j', (markdown, plain) => {
    check(markdown, 'markdown');
    check(plain, 'plain');
  });
  it.each([
    ['要**突出重点**，抓好落实。'],
    ['- [ ] 完成初稿\n- [x] 报送定稿'],
    ['```\nXX亿元\n```'],
    ['行内 `XX亿元` 代码'],
    ['[县政府网站](https://example.org/XX)'],
    ['---\ntitle: XX讲话\ndate: 20XX年X月\n---\n\n正文完整。'],
    ['| 指标 | 数值 |\n|---|---|\n| 产值 | 12.5 |'],
    ['参见脚注[^1]。\n\n[^1]: 统计口径说明。'],
    ['*强调*与***加重***都是排版。'],
    ['* 第一项\n* 第二项'],
  ])('silent in Markdown: %j', (row) => check(row, 'markdown'));
  it.each([
    ['**⟦XX|place⟧县**经济稳中有进，完成投资⟦XX|money⟧亿元。'],
    ['在⟦**|place⟧县⟦**|place⟧乡调研时强调'],
    ['完成投资⟦____|money⟧亿元，增长⟦____|percent⟧%。'],
    ['请⟦[姓名]|name⟧同志发言。'],
    ['请⟦[单位名称]|organization⟧⟦[领导姓名]|name⟧讲话。'],
    ['完成投资⟦\\*\\*|money⟧亿元，增长⟦\\_\\_|percent⟧%。'],
    ['感谢您的支持。\n\n⟦[署名]|name⟧\n⟦[日期]|date⟧'],
    ['完成**⟦X|money⟧**亿元，增长**⟦X.X|percent⟧**%。'],
    ['**⟦XX|place⟧**市抓好落实。'],
    ['一、工作回顾\n\n    全县完成投资⟦X|money⟧亿元，增长较快。'],
    ['| 产值 | ⟦XX|money⟧亿元 |\n|---|---|\n| 增速 | ⟦X.X|percent⟧% |'],
    ['<table><tr><td>⟦XX|number⟧个</td></tr></table>'],
  ])('found in Markdown: %j', (row) => check(row, 'markdown'));
});
