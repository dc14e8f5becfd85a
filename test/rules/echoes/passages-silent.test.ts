/** Owns what is no repeated passage though it stands twice, row by row. `⟦…⟧` marks the findings of the first draft. */
import { describe, it } from 'vitest';
import { check, copy, lead } from './passage-rows.ts';
import type { Row } from './passage-rows.ts';
import { wordsFrom } from './support.ts';

const silent: readonly Row[] = [
  {
    name: 'too short',
    drafts: [`${lead}这条道路的养护一定要抓紧，桥下有人守。\n这条道路的养护一定要抓紧，河边有人巡。`],
    why: 'too-short',
  },
  {
    name: 'a set phrase',
    drafts: [`${lead}我们以习近平新时代中国特色社会主义思想为指导抓防汛。\n全镇以习近平新时代中国特色社会主义思想为指导抓生产。`],
    why: 'set-phrase',
  },
  {
    name: 'set phrases in a row',
    drafts: [
      `${lead}要增强“四个意识”、坚定“四个自信”、做到“两个维护”，把汛情盯紧。\n支部要增强“四个意识”、坚定“四个自信”、做到“两个维护”，带好队伍。`,
    ],
    why: 'set-phrase',
  },
  {
    name: 'a title in book marks',
    drafts: [`${lead}按照《山洪灾害群测群防预案编制技术导则》办理。\n对照《山洪灾害群测群防预案编制技术导则》自查。`],
    why: 'name',
  },
  {
    name: 'an organisation, as the words say',
    drafts: [`${lead}青田河流域水利工程管理委员会负责调度。\n请青田河流域水利工程管理委员会派人。`],
    words: wordsFrom([['青田河流域水利工程管理委员会', 'nt']]),
    why: 'name',
  },
  {
    name: 'salutations',
    drafts: [
      `庆典致辞\n尊敬的各位领导、各位来宾，女士们、先生们：\n大家上午好！欢迎来到小城。`,
      `开幕致辞\n尊敬的各位领导、各位来宾，女士们、先生们：\n大家上午好！秋天来了。`,
    ],
  },
  {
    name: 'closings',
    drafts: [
      `${lead}防汛要紧。\n最后，祝各位领导、各位来宾身体健康、工作顺利、万事如意！`,
      `${lead}生产要紧。\n祝各位领导、各位来宾身体健康、工作顺利、万事如意！`,
    ],
  },
  ...[
    ['现在，我宣布：青田县第十二届全民健身运动会开幕！', '现在，我宣布：青田县第十二届全民健身运动会胜利闭幕！'],
    ['下面，请县委副书记、县长徐立同志作动员讲话。', '好。下面，请县委副书记、县长徐立同志作动员讲话，大家欢迎。'],
    ['让我们以热烈的掌声欢迎张县长作总结讲话！', '让我们以热烈的掌声欢迎张县长作动员讲话！'],
    ['现在进行大会第二项议程，请镇长程光同志通报情况。', '现在进行大会第三项议程，请镇长程光同志通报情况。'],
    ['在此，我代表县人民政府，向全县干部群众表示衷心的感谢！', '最后，我代表县人民政府，向全县干部群众表示衷心的感谢！'],
    ['下面，我就做好今年的防汛工作讲三点意见。', '下面，我就做好今年的防汛工作讲四点意见。'],
  ].map(([here = '', there = '']) => ({
    name: `a formula of meetings: ${here.slice(0, 8)}`,
    drafts: [`${lead}${here}\n雨季快到了。`, `${lead}先看天气。\n${there}\n散会。`],
    why: 'ceremony',
  })),
  {
    name: 'a ceremony that two lead, prize by prize',
    drafts: [
      `${lead}（女）接下来，让我们认识第二位获奖者。他护林三十年。\n（颁奖）\n鼓声响起。\n灯光转暗。\n（女）接下来，让我们认识第三位获奖者。她送货进山。`,
    ],
    why: 'ceremony',
  },
  {
    name: 'names and offices in a row',
    drafts: [
      `${lead}参加的有县委书记王建国同志，县长李大同同志，各乡镇和部门的负责人。`,
      `${lead}到场的还有县委书记王建国同志，县长李大同同志，来自三家企业的代表。`,
    ],
    words: wordsFrom([
      ['王建国', 'nr'],
      ['李大同', 'nr'],
    ]),
  },
  {
    name: 'the title said again',
    drafts: ['在全市山洪灾害防治工作推进会上的讲话\n同志们：\n今天召开全市山洪灾害防治工作推进会，是要定几件事。'],
  },
  {
    name: 'the same title over two drafts',
    drafts: ['在全市山洪灾害防治工作推进会上的讲话\n同志们：\n先说进度。', '在全市山洪灾害防治工作推进会上的讲话\n同志们：\n再说问题。'],
  },
  { name: 'the same text open twice', drafts: [`${lead}${copy}\n道路养护要跟上。`, `${lead}${copy}\n\n道路养护要跟上。`] },
  {
    name: 'paragraphs in parallel',
    drafts: [
      `${lead}在这次汛情应急处置过程中，党员干部冲在前头，三天三夜没有合眼，把两千名群众转移到安全地带。\n在这次汛情应急处置过程中，企业主动捐款捐物，十几家工厂腾出车间安置，食堂昼夜开火。\n在这次汛情应急处置过程中，青年志愿者顶着大雨搬运砂袋，硬是在半夜前堵住了东堤的缺口。`,
    ],
    why: 'parallelism',
  },
  {
    name: 'sentences in parallel',
    drafts: [
      `${lead}没有干部群众的并肩作战，就守不住这道大堤，也保不住身后的村庄。没有干部群众的并肩作战，就抢不回倒伏的庄稼，秋粮产量无从谈起。没有干部群众的并肩作战，就修不好冲断的公路，外面的物资一时半刻运不进来。`,
    ],
  },
  {
    name: 'a statistical list',
    drafts: [
      `${lead}粮食总产量完成23.2万吨，比上年同期增长6.1%；蔬菜总产量完成61.1万吨，比上年同期增长21.7%；水果总产量完成62.3万吨，比上年同期增长14.5%。`,
    ],
  },
  {
    name: 'another indicator in the same words',
    drafts: [
      `${lead}去年全县城镇居民家庭人均旅游支出达到2046元，在全省十六个地市中排名第3位。`,
      `${lead}说说农村。去年全县农村居民家庭人均旅游支出达到955元，在全省十六个地市中排名第6位。`,
    ],
  },
  {
    name: 'an announced quotation',
    drafts: [
      `${lead}防汛的关键在于把人转移出来。\n堤要修，库要清。如前所述，防汛的关键在于把人转移出来。`.replace(
        '防汛的关键在于',
        '防汛工作的关键环节在于及时',
      ),
    ],
  },
  {
    name: 'a saying that is called back',
    drafts: [
      `${lead}老支书说，九十九户算九十九户，一百户才算全。\n水退了。每当想偷懒，耳边就响起那句话：九十九户算九十九户，一百户才算全。`,
    ],
  },
  {
    name: 'an address on the web and a mailbox',
    drafts: [`${lead}网站是 qingtian-shuili.example.cn，随时看。\n投诉写信到 tousu@qingtian-shuili.example.cn 就行。`],
  },
  {
    name: 'what is counted, in other numbers and with a word more',
    drafts: [
      `${lead}新建口袋公园16个、绿道23公里，增设停车位1200个。\n路要通。`,
      `${lead}先看天气。新建口袋公园22处、绿道38公里，市民开窗见绿。\n灯要亮。`,
    ],
  },
  {
    name: 'allowed by the workspace',
    drafts: [`${lead}⟦⟧${copy}先这样。\n再说一遍，${copy}`.replace('⟦⟧', '')],
    options: { allowed: ['要把防汛备汛作为当前头等大事，逐村逐户排查隐患'] },
  },
  {
    name: 'near copies switched off',
    drafts: [`${lead}全年投资23.2亿元，新修沟渠不少。`, `${lead}看数。全年投资21.7亿元，新修沟渠不少。`],
    options: { near: false },
  },
];

describe('repeated passages', () => {
  for (const row of silent) it(`is silent on: ${row.name}`, () => check(row));
});
