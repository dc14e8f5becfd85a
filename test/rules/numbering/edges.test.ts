/** The edges of what the numbering rule finds: each row is one condition of it, just met or just not. */
import { describe, expect, it } from 'vitest';
import { check, fixed } from './check.ts';

const body = '这一段讲具体怎么做，谁来做，什么时候做完。';
/** Heads with a line of text under each. */
function heads(...marks: readonly string[]): string {
  return marks.map((mark) => `${mark}\n${body}\n`).join('');
}

const found: readonly (readonly [string, string])[] = [
  ['这 far before a count', `这次会议上我讲⟦三点意见|count⟧。\n${heads('一、甲', '二、乙')}`],
  ['过 far before a count', `看过材料之后我再讲⟦三点意见|count⟧。\n${heads('一、甲', '二、乙')}`],
  ['a verb behind the count and its object', `我从⟦三个方面|count⟧把情况向大家汇报。\n${heads('第一，修路。', '第二，引水。')}`],
  ['a catchword whose list stands below', `要做到“⟦四个到位|count⟧”：\n一是思想到位。\n二是组织到位。\n三是责任到位。\n`],
  [
    'a catchword whose list stands below, a blank behind the colon',
    `要做到“⟦四个到位|count⟧”：　\n一是思想到位。\n二是组织到位。\n三是责任到位。\n`,
  ],
  ['a catchword at the end of a paragraph without a stop', `做到“⟦三个始终|count⟧”：始终把方向摆正，始终把群众放在心上\n\n${body}\n`],
  ['a catchword whose word comes again in the next sentence', `做到“⟦四个始终|count⟧”：始终正、始终稳、始终实。这件事要始终抓在手上。\n`],
  [
    'a page number between a count and its list',
    `下半年要重点做好⟦四个方面|count⟧的工作。\n- 4 -\n${heads('（一）修路', '（二）引水', '（三）通电')}`,
  ],
  [
    'a list before the count is not meant',
    `先说三件小事：一是甲；二是乙；三是丙。\n下面，我讲⟦三点意见|count⟧。\n${heads('一、甲', '二、乙')}`,
  ],
  ['首先 and 其次 for three', `原因有⟦三点|count⟧：首先，准备不够早；其次，协调不够顺。\n`],
  ['two items that begin with 二是', `要做到：⟦二是|gap⟧任务清；三是时限清。\n`],
  [
    'cut off before a page number',
    `一、抓项目\n${body}\n二、抓作风\n各单位要把作风建设摆在突出位置，持续整治文山会海，⟦让干部有更多时间|gap⟧\n- 4 -\n`,
  ],
  ['cut off before marks of emphasis', `${body}\n各单位要把作风建设摆在突出位置，持续整治文山会海，⟦让干部有更多时间|gap⟧**`],
  ['cut off in a line of fifteen characters', `${body}\n大家一起把事办好，⟦办到群众心里|gap⟧`],
  ['cut off behind a mark between names', `${body}\n参加会议的有县委书记周明远、⟦县长李长河、|gap⟧`],
  ['cut off behind a colon', `${body}\n各单位要把作风建设摆在突出位置，⟦做到以下几点：|gap⟧`],
  ['cut off behind a comma', `${body}\n各单位要把作风建设摆在突出位置，⟦持续整治文山会海，|gap⟧`],
  [
    'cut off, told without half of a rare character',
    `${body}\n各单位都要把作风摆在前面，学习老字号𠮷⟦祥饭店的做法并且一直坚持下去决不放松手|gap⟧`,
  ],
  ['（三） between 一、 and 四、', heads('一、甲', '⟦（三）|gap⟧乙', '⟦四、|gap⟧丙')],
  ['（三） among 一、 where the next does not go on', heads('一、甲', '二、乙', '⟦（三）|gap⟧丙', '⟦五、|gap⟧丁')],
  ['每 far before a count', `每个同志都要听我讲⟦三点意见|count⟧。\n${heads('一、甲', '二、乙')}`],
  ['一下 between verb and count', `最后我再强调一下⟦三点意见|count⟧。\n${heads('一、甲', '二、乙')}`],
  ['以下 four characters before a count', `大家记住以下工作上的⟦三点要求|count⟧。\n${heads('一、甲', '二、乙')}`],
  ['分 alone as what is to come', `今天的会分⟦三个部分|count⟧。\n一是甲事。\n二是乙事。\n`],
  ['a quotation in the clause', `围绕“双招”工作我讲⟦三点意见|count⟧。\n${heads('一、甲', '二、乙')}`],
  ['a colon of half width', `主要有⟦三个原因|count⟧: 一是准备不够早；二是协调不够顺。\n`],
  ['a blank between figure and measure', `我讲⟦3 点意见|count⟧。\n${body}\n${heads('一、甲', '二、乙')}`],
  ['从 three characters before a count', `我从工作上⟦三个方面|count⟧汇报我镇的好典型。\n${heads('第一，修路。', '第二，引水。')}`],
  ['从三方面', `我从⟦三方面|count⟧汇报我镇的好典型。\n${heads('第一，修路。', '第二，引水。')}`],
  ['从三大方面', `我从⟦三大方面|count⟧汇报我镇的好典型。\n${heads('第一，修路。', '第二，引水。')}`],
  ['从三个层面', `我从⟦三个层面|count⟧汇报我镇的好典型。\n${heads('第一，修路。', '第二，引水。')}`],
  ['从 3 个方面', `我从⟦3 个方面|count⟧汇报我镇的好典型。\n${heads('第一，修路。', '第二，引水。')}`],
  ['从 with words behind the verb', `从⟦三个方面|count⟧汇报工作的好典型，请领导指正。\n${heads('第一，修路。', '第二，引水。')}`],
  ['a list before the count in its paragraph', `一是抓路；二是抓水。主要有⟦三个原因|count⟧：一是准备不够早；二是协调不够顺。\n`],
  [
    'a list three paragraphs on in a section',
    `一、工作\n我讲⟦三点意见|count⟧。\n${body}\n${body}\n${heads('（一）修路', '（二）引水')}二、要求\n${body}\n`,
  ],
  [
    'a list by paragraphs before the count is not meant',
    `一是甲事。\n二是乙事。\n三是丙事。\n下面，我讲⟦三点意见|count⟧。\n${heads('一、甲', '二、乙')}`,
  ],
  [
    'an open quotation and a cut-off end',
    `大家常说⟦“|gap⟧早起三光，晚起三慌。干工作也是一样。\n${body}\n各单位要把作风建设摆在突出位置，⟦持续整治文山会海问题|gap⟧`,
  ],
  [
    'lists in each of two speeches',
    `在甲会议上的讲话\n同志们：\n要做到：一是甲；⟦三是|gap⟧乙。\n谢谢大家！\n在乙会议上的讲话\n同志们：\n要做到：一是甲；⟦三是|gap⟧乙。\n`,
  ],
  ['三、 behind a title', `在会上的讲话\n${heads('⟦三、|gap⟧抓落实', '四、抓考核')}`],
  ['三、 behind a salutation', `同志们：\n${heads('⟦三、|gap⟧抓落实', '四、抓考核')}`],
  ['首先 其次 then 其三', `首先，早谋划；其次，早动手；⟦其三，|level⟧早见效。\n`],
  ['首先 then 其二 其三 其四', `首先，早谋划；⟦其二，|level⟧早动手；其三，早见效；其四，早收尾。\n`],
  ['首先 then 其二 then 第三', `首先，早谋划；⟦其二，|level⟧早动手；⟦第三，|level⟧早见效。\n`],
  ['首先 and 其二 two paragraphs on', `首先，早谋划。\n${body}\n⟦其二，|level⟧早见效。\n`],
  ['parts of which the last is none', `做到“⟦四个始终|count⟧”：始终正、始终稳、始终实、大家好。\n`],
  ['two parts that end alike', `处理好⟦三大关系|count⟧：当前与长远的关系，城市与乡村的关系。\n`],
  ['three parts that hold the word', `就是“⟦四个新|count⟧”：发展有了新速度，改革有了新进展，民生有了新改善。\n`],
  ['parts in quotation marks', `做到“⟦四个带头|count⟧”：“带头学习”、“带头服务”、“带头清廉”。\n`],
];

const silent: readonly (readonly [string, string])[] = [
  ['我 in the sentence before', `我来晚了。会上通报四个方面。\n${heads('一、甲', '二、乙')}`],
  ['要 in the clause before', `各镇要加快进度，去年办成三件大事。\n一是修路。\n二是引水。\n`],
  ['这 right before a count', `要抓好这三项工作。\n一是修路。\n二是引水。\n`],
  ['这 two characters before a count', `要抓好这里的三项工作。\n一是修路。\n二是引水。\n`],
  ['what was done before', `要巩固办过的三件实事。\n一是修路。\n二是引水。\n`],
  ['a verb too far behind the count', `我从三个方面把今年以来情况向大家汇报。\n${heads('第一，修路。', '第二，引水。')}`],
  ['a catchword kept sentence part by sentence part', `做到“三个始终”：始终正，始终稳；始终实；始终廉。\n`],
  ['a catchword kept comma by comma', `做到“四个始终”：始终正、始终稳，始终实，始终廉，始终清。\n`],
  [
    'a catchword whose list has no end in sight',
    `做到“三个始终”：始终把方向摆正，始终把群众放在心上，${'大家都说好，'.repeat(110)}就这样办。\n`,
  ],
  ['of two counts before one list the first is kept', `任务分三类、共两项要求：一是修路；二是引水；三是通电。\n`],
  ['no list in the next paragraph', `要重点做好四个方面的工作。\n${body}\n一是修路。\n二是引水。\n`],
  ['two outlines of which one keeps the count', `下面，我讲三点意见。\n${heads('一、甲', '二、乙', '三、丙', '一、丁', '二、戊')}`],
  ['an item without a first', `先定人。\n二是定时间。${body}\n`],
  ['an indented line of fourteen characters', `${body}\n　　大家一起把事办好，办到群众心`],
  ['names at the end', `${body}\n县委书记周明远、县长李长河、县政协主席王大山`],
  ['who signs, after a label', `${body}\n汇报人：周明远，县财政局预算科科长`],
  ['an address after its label', `${body}\n\n网　址：www.example.org，常年开放`],
  ['a date after its label', `${body}\n\n日期：[YYYY年MM月DD日]，报送稿`],
  ['a last line without any mark', `${body}\n各单位要把作风建设摆在突出位置持续整治文山会海`],
  ['a heading with a mark at the end', `一、甲\n${body}\n二、坚持问题导向，把作风建设摆在突出位置`],
  ['（三） counted on through two parents', `一、甲\n${heads('（一）修路', '（二）引水')}二、乙\n${heads('（三）通电')}三、丙\n${body}\n`],
  [
    '3. counted on through two parents',
    `一、工作\n（一）修路\n${heads('1.主路', '2.支路')}（二）引水\n${heads('3.水源')}（三）通电\n${body}\n二、要求\n${body}\n`,
  ],
  ['以上 before what a list is', `三项任务是以上全部内容。\n一是甲。\n二是乙。\n`],
  ['以上 before a count with a colon', `以上三个方面要抓好：一是修路；二是引水。\n`],
  ['约 before a count', `约三项任务：一是修路；二是引水。\n`],
  ['以上 two characters before a count', `以上讲的三个方面要抓好：一是修路；二是引水。\n`],
  ['方面 only in the next sentence', `下面，我讲三种办法。大家从各个方面想一想。\n${heads('一、甲', '二、乙')}`],
  ['汇报 too far before a count', `听取汇报之后接下来大家分头抓好三个方面。\n${body}\n${heads('一、甲', '二、乙')}`],
  ['以下 too far before a count', `以下同志会后留下来领取三项材料。\n${heads('一、甲', '二、乙')}`],
  ['what was said before, and a list further on', `去年讲过三项任务：\n\n${body}\n一是修路。\n二是引水。\n`],
  ['a count of no parts before a comma', `今天到会的有三个乡镇，一是甲镇，二是乙镇。\n`],
  ['other words before the list', `主要有三个方面，都很重要，一是修路，二是引水。\n`],
  ['a heading whose list comes later', `一、突出三项重点工作\n${body}\n${heads('（一）修路', '（二）引水')}二、乙\n${body}\n`],
  ['a verb behind the count without 从', `我用三个方面汇报我镇的好典型。\n${heads('第一，修路。', '第二，引水。')}`],
  ['从 too far before a count', `我从乡镇到村里走访以三个方面汇报我镇的好典型。\n${heads('第一，修路。', '第二，引水。')}`],
  ['从 with nobody who speaks', `从三个方面汇报工作的好典型。\n${heads('第一，修路。', '第二，引水。')}`],
  [
    'a list four paragraphs on in a section',
    `一、工作\n我讲三点意见。\n${body}\n${body}\n${body}\n${heads('（一）修路', '（二）引水')}二、要求\n${body}\n`,
  ],
  ['heads of the next section', `一、工作\n我讲三点意见。\n${body}\n二、要求\n${heads('（一）修路', '（二）引水')}`],
  ['a list inside the next paragraph', `我讲三点意见。\n今天天气好，一是不冷；二是不热。\n`],
  ['a list of the next section', `一、工作\n我讲三点意见。\n二、要求\n一是甲事。\n二是乙事。\n`],
  ['a lone （一） before 一、', `${heads('（一）甲', '一、乙', '二、丙')}`],
  ['首先 and 其三 alone', `首先，早谋划；其三，早见效。\n`],
  ['首先 and 其二 three paragraphs on', `首先，早谋划。\n${body}\n${body}\n其二，早见效。\n`],
  ['parts with another between', `做到“四个始终”：始终正、大家好、始终稳、始终实。\n`],
  ['a bracket and a paper behind the last sentence', `${body}\n让我们携起手来，共同奋斗。《雁溪日报》（2026年3月1日 02版，要闻）`],
  ['whence a last sentence comes', `${body}\n让我们携起手来，共同奋斗！（据雁溪日报社3月1日电，记者采写）`],
  ['一是 said of each of two', `今年集中力量办两件大事：一是修路，把村村连起来；一是引水，把户户通起来。\n`],
  ['一是 said of each of two, before a name with a figure', `基本点是两条，一是坚持四项基本原则，一是实行改革开放。\n`],
  ['a stretch of time', `情节严重的，停业1个月至12个月，有下列情形之一的停业12个月：\n一是修路。\n二是引水。\n`],
  ['two that were named before they were counted', `必须从增加供给和抑制需求两方面采取措施：一要修路；二要引水；三要通电。\n`],
  ['far fewer parts than the catchword says', `做到“六个始终”：始终正、始终稳。\n`],
  ['parts of which one does not end alike', `处理好四大关系：当前与长远的关系，城市与乡村，速度与质量的关系。\n`],
  ['far fewer parts that end alike', `处理好六大关系：当前与长远的关系，城市与乡村的关系。\n`],
  ['two parts that hold the word', `就是“三个新”：发展有了新速度，改革有了新进展。\n`],
];

describe('numbering finds', () => {
  it.each(found)('%s', (_name, source) => {
    check(source);
  });
});

describe('numbering leaves alone', () => {
  it.each(silent)('%s', (_name, source) => {
    check(source);
  });
});

describe('numbering puts an item in', () => {
  it.each([
    ['with the stop before a blank', '要：一是甲， 三是乙。\n', '要：一是甲， 二是【内容】，三是乙。\n'],
    ['with a full stop', '要：一是甲。三是乙。\n', '要：一是甲。二是【内容】。三是乙。\n'],
    ['with a semicolon where there is no stop', '要：一是甲、三是乙。\n', '要：一是甲、二是【内容】；三是乙。\n'],
    ['as a paragraph of its own in Markdown', '## 一、甲\n\n## 三、乙\n', '## 一、甲\n\n## 二、【标题】\n\n## 三、乙\n'],
    [
      'where three are missing',
      heads('一、甲', '五、乙'),
      `${heads('一、甲')}二、【标题】\n三、【标题】\n四、【标题】\n${heads('五、乙')}`,
    ],
  ])('%s', (name, text, after) => {
    expect(fixed(text, 'fixInsert', name.endsWith('Markdown') ? 'markdown' : 'plain')).toBe(after);
  });
});
