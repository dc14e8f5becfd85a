/** Rows: what the numbering rule finds, and what it leaves alone. */
import { describe, expect, it } from 'vitest';
import { check, fixed, findingsIn, draftOf } from './check.ts';

const body = '这一段讲具体怎么做，谁来做，什么时候做完。';
/** Heads with a line of text under each. */
function heads(...marks: readonly string[]): string {
  return marks.map((mark) => `${mark}\n${body}\n`).join('');
}

const found: readonly (readonly [string, string])[] = [
  ['skipped 一、', heads('一、抓项目', '二、抓作风', '⟦四、|gap⟧抓落实', '五、抓考核')],
  ['skipped （一）', `一、工作安排\n${heads('（一）修路', '⟦（三）|gap⟧引水', '（四）通电')}二、工作要求\n${body}\n`],
  ['skipped 1.', `一、工作安排\n${heads('1.修路', '2.引水', '⟦4.|gap⟧通电')}`],
  ['skipped （1）', `一、工作安排\n${heads('（1）修路', '⟦（3）|gap⟧引水')}`],
  ['skipped ①', `要做到：①早谋划；②早动手；⟦④|gap⟧早见效。\n`],
  ['skipped 一是 in one paragraph', '要做到：一是任务清；二是时限清；⟦四是|gap⟧责任清。\n'],
  ['skipped 一要', '各单位一要早动员；二要细排查；⟦四要|gap⟧严督查。\n'],
  ['skipped 一是 by paragraphs', `要做到：\n一是任务要清。${body}\n二是时限要清。${body}\n⟦四是|gap⟧责任要清。${body}\n`],
  ['skipped 第三', `希望大家：第一，多读书；第二，多走路；⟦第四，|gap⟧多思考。\n`],
  [
    'skipped 第三 by paragraphs',
    `我提三条希望。\n${heads('第一，多读书。', '第二，多走路。', '⟦第四，|gap⟧多思考。')}`.replace('三条希望', '几条希望'),
  ],
  ['skipped 其二', '理由有这些。其一，时机已到；⟦其三，|gap⟧人心所向。\n'],
  ['two slips in one row are two findings', heads('一、甲方面', '⟦三、|gap⟧乙方面', '⟦五、|gap⟧丙方面')],
  ['late start', `一、工作安排\n${heads('⟦（二）|gap⟧修路', '（三）引水')}`],
  ['late start of a single head', `一、工作安排\n${heads('⟦（二）|gap⟧修路')}二、工作要求\n${body}\n`],
  ['late start of a list', '要做到：⟦二是|gap⟧任务清；三是时限清；四是责任清。\n'],
  ['repeated 二、', heads('一、抓项目', '二、抓作风', '⟦二、|repeat⟧抓落实', '三、抓考核')],
  ['repeated 一、', heads('一、抓项目', '⟦一、|repeat⟧抓作风', '二、抓落实')],
  ['repeated 二是', '要做到：一是任务清；二是时限清；⟦二是|repeat⟧责任清；三是奖惩清。\n'],
  ['repeated 一是', '要做到：一是任务清；⟦一是|repeat⟧时限清；二是责任清。\n'],
  ['1 for 3', `一、工作安排\n${heads('1.修路', '2.引水', '⟦1.|repeat⟧通电', '4.建桥')}`],
  ['out of order', heads('一、抓项目', '⟦三、|gap⟧抓作风', '二、抓落实', '四、抓考核')],
  ['single wrong number', heads('一、抓项目', '二、抓作风', '⟦五、|gap⟧抓落实', '四、抓考核')],
  ['（三） among 一、', heads('一、抓项目', '二、抓作风', '⟦（三）|level⟧抓落实', '四、抓考核')],
  ['三、 among （一）', `一、工作安排\n${heads('（一）修路', '（二）引水', '⟦三、|level⟧通电', '（四）建桥')}二、工作要求\n${body}\n`],
  ['（一） under 1.', `一、工作安排\n1.修路\n⟦（一）|level⟧主干道\n（二）背街小巷\n2.引水\n（一）水源\n（二）管网\n`],
  ['1、 for 1.', `一、工作安排\n${heads('⟦1、|level⟧修路', '2、引水', '3、通电')}`],
  ['one 2、 among 1.', `一、工作安排\n${heads('1.修路', '⟦2、|level⟧引水', '3.通电')}`],
  ['顿号 after （一）', `一、工作安排\n${heads('⟦（一）、|level⟧修路', '（二）、引水')}`],
  ['一. for 一、', heads('⟦一.|level⟧抓项目', '二.抓作风')],
  ['1 是 for 一是', '要做到：⟦1 是|level⟧任务清；2 是时限清；3 是责任清。\n'],
  ['首先 then 其二', '原因有两点。首先，准备不够早；⟦其二，|level⟧协调不够顺。\n'],
  ['首先 then 第二', '原因有两点。首先，准备不够早；⟦第二，|level⟧协调不够顺。\n'],
  ['其一 then 其次', '原因有两点。其一，准备不够早；⟦其次，|level⟧协调不够顺。\n'],
  ['第一 then 其二', '原因有两点。第一，准备不够早；⟦其二，|level⟧协调不够顺。\n'],
  ['lone （一）', `一、工作安排\n${heads('⟦（一）|gap⟧修路')}二、工作要求\n${body}\n`],
  ['three announced, two given', `下面，我讲⟦三点意见|count⟧。\n${heads('一、抓项目', '二、抓作风')}`],
  ['three announced, one given', `根据安排，我讲⟦三个方面|count⟧。\n${heads('一、抓项目')}`],
  ['three announced, four given', `下面，我强调⟦三点|count⟧：\n${heads('一、抓项目', '二、抓作风', '三、抓落实', '四、抓考核')}`],
  [
    'announced in a section',
    `一、工作安排\n今年重点抓好以下⟦四个方面|count⟧工作：\n${heads('（一）修路', '（二）引水')}二、工作要求\n${body}\n`,
  ],
  ['announced in digits', `一、工作安排\n重点抓好以下⟦4 个方面|count⟧工作。\n${heads('（一）修路', '（二）引水')}`],
  ['announced list in the same paragraph', '主要有⟦三个原因|count⟧：一是准备不够早；二是协调不够顺。\n'],
  ['announced behind 做到', '要做到⟦三个到位|count⟧：一是思想认识到位，二是组织领导到位。\n'],
  ['a range of counts is none', '分三至四个方面：一是思想认识到位，二是组织领导到位。\n'],
  ['announced by paragraphs of 一是', `我提⟦三点希望|count⟧。\n一是希望早动手。${body}\n二是希望勤动脑。${body}\n谢谢大家！\n`],
  ['a gap explains the count', `我强调四个方面。\n${heads('一、甲', '二、乙', '⟦四、|gap⟧丙')}`],
  ['a repeat does not hide the count', `我强调⟦三个方面|count⟧。\n${heads('一、甲', '二、乙', '⟦二、|repeat⟧丙', '三、丁')}`],
  ['a kept count with a wrong last number', `我强调三个方面。\n${heads('一、甲', '二、乙', '⟦四、|gap⟧丙')}`],
  ['unclosed quotation', `大家常说⟦“|gap⟧早起三光，晚起三慌。干工作也是一样，要抢在前头。\n${body}\n`],
  ['opening mark for the closing one', `要把⟦“|gap⟧早“字放在前面，把“实”字贯穿始终，一步一步往前走。\n`],
  ['cut-off last line', `一、抓项目\n${body}\n二、抓作风\n各单位要把作风建设摆在突出位置，持续整治文山会海，⟦让干部有更多时间|gap⟧`],
  ['cut-off inside a quotation', `一、抓项目\n${body}\n二、抓作风\n各单位要把作风建设摆在突出位置，叫响“⟦马上就办真抓|gap⟧`],
  ['announced with 共有', '今天的会议共有⟦四项议程|count⟧：一是听取通报；二是安排工作；三是请王县长讲话。\n'],
  ['announced for the speech', `我今天主要讲⟦四个部分|count⟧。\n${heads('一、甲', '二、乙', '三、丙')}`],
  ['announced as work', `下半年要重点做好⟦四个方面|count⟧的工作。\n${heads('（一）修路', '（二）引水', '（三）通电')}`],
  ['announced before a comma', '今天主要是⟦三个内容|count⟧，一是总结工作，二是部署任务。\n'],
  ['announced by the way it is told', `我从⟦三个方面|count⟧汇报我镇的做法。\n${heads('第一，修路。', '第二，引水。')}`],
  ['announced in a heading', `一、突出⟦三项重点|count⟧工作，确保完成任务\n${heads('（一）修路', '（二）引水')}二、工作要求\n${body}\n`],
  ['announced after what was done', `这些年的实践给了我们⟦三点启示|count⟧：\n——必须靠群众。\n——必须抓长远。\n`],
  ['announced in quotation marks', '要做到“⟦四早|count⟧”：一是早谋划；二是早部署；三是早落实。\n'],
  ['a list of 1. in one paragraph', '要办好⟦四件实事|count⟧：1.修路三十公里；2.建桥两座；3.安灯八百盏。\n'],
  ['首先 without a comma', '会议议程有⟦三项|count⟧：首先由局长通报；其次由镇长发言；再次请县长讲话；最后请书记总结。\n'],
  ['第一个问题', '同大家交流⟦两个问题|count⟧。第一个问题，为什么出发。第二个问题，到哪里去。第三个问题，靠什么走到。\n'],
  ['skipped 第二点', '我有几点感受。第一点，路好走了。⟦第三点，|gap⟧人好找了。\n'],
  ['parts of a catchword', '做到“⟦五个始终|count⟧”：始终把方向摆正；始终把群众放在心上；始终把项目抓在手上；始终把纪律挺在前面。\n'],
  ['parts of a catchword behind 即', '干部要做到“⟦四个带头|count⟧”，即带头学习、带头服务、带头清廉。\n'],
  ['parts of a catchword in sentences', '我们坚持“⟦三个不变|count⟧”：不变的是初心。不变的是作风。\n'],
  ['parts that end alike', '处理好⟦四大关系|count⟧：当前与长远的关系，城市与乡村的关系，速度与质量的关系。\n'],
  ['counted with a verb', '要算好⟦四笔账|count⟧：一算耕地账，二算收入账，三算生态账。\n'],
  ['skipped 二靠', '群众富不富，一靠政策，⟦三靠|gap⟧勤劳，四靠本事。\n'],
  ['parts that hold the word', '就是“⟦五个新|count⟧”：发展有了新速度，改革有了新进展，城乡有了新面貌，民生有了新改善。\n'],
  ['a quoted word alone', '这⟦三个“关键|count⟧”：关键在人、关键在钱。\n'],
  ['首先 then 其二 then 再次', '首先，感谢大家。⟦其二，|level⟧介绍情况。再次，谈谈打算。\n'],
  ['第一 then 其次 then 第三', '第一，要认真学。⟦其次，|level⟧要对照做。第三，要带头干。\n'],
  ['二。 for 二、', heads('一、甲', '⟦二。|level⟧乙', '三、丙')],
  ['1， for 1.', `一、工作安排\n${heads('⟦1，|level⟧修路', '2，引水')}`],
  ['unclosed bracket', `各村报送清单⟦（|gap⟧含电子版，由专人汇总。\n${body}\n`],
  ['unclosed title mark', `落实⟦《|gap⟧整治方案的要求，件件有回音。\n${body}\n`],
  [
    'numbering in each of two speeches',
    `第一篇：在甲会议上的讲话\n同志们：\n${heads('一、抓项目', '二、抓作风')}谢谢大家！\n第二篇：在乙会议上的讲话\n同志们：\n${heads('一、抓项目', '⟦三、|gap⟧抓作风')}`,
  ],
];

const silent: readonly (readonly [string, string])[] = [
  ['all levels', `一、甲\n（一）乙\n1.丙\n（1）丁\n${body}\n（2）戊\n${body}\n2.己\n${body}\n（二）庚\n${body}\n二、辛\n${body}\n`],
  ['一、 then 1.', `一、甲\n${heads('1.修路', '2.引水')}二、乙\n${heads('1.通电', '2.建桥')}`],
  ['一、 then （1）', `一、甲\n${heads('（1）修路', '（2）引水')}二、乙\n${body}\n`],
  ['1. counted on through two parents', `一、甲\n${heads('1.修路', '2.引水')}二、乙\n${heads('3.通电', '4.建桥')}`],
  ['an excerpt', heads('三、抓落实', '四、抓考核')],
  [
    'two speeches',
    `在甲会议上的讲话\n同志们：\n${heads('一、抓项目', '二、抓作风')}谢谢大家！\n在乙会议上的讲话\n同志们：\n${heads('一、抓项目', '二、抓作风')}`,
  ],
  ['two outlines', heads('一、甲', '二、乙', '三、丙', '一、丁', '二、戊')],
  ['quoted numbering', '材料里写着“一是早谋划，二是早动手，四是早见效”，第三条被抄漏了。\n'],
  ['referred numbering', '请对照《管理办法》第二条、第四条和第（六）项的规定执行，按照一、三季度的进度来安排。\n'],
  ['the same words twice', '做人要做到一是一、二是二，说话算数，不打折扣，不讲价钱。\n'],
  ['nested lists', '要做到：一是抓早，一要早谋划，二要早动手；二是抓实，一要摸实情，二要办实事；三是抓细。\n'],
  ['nested lists of one style', `一是抓早。要求有两条：一是早谋划；二是早动手。\n二是抓实。${body}\n三是抓细。${body}\n`],
  ['第一 as a rank', '全县财政收入增速排在全市第一，投资增速第三，消费增速第五。\n'],
  ['三要素', '产业发展讲究天时、地利、人和，三要素缺一不可，大家都要记在心里。\n'],
  ['二等奖', '今天表彰的有一、二、三等奖共四十八名，二等奖最多，三等奖其次。\n'],
  ['decimals', `一、甲\n2.5亿元的项目已经落地，1.2亿元的项目正在谈，明年再看。\n二、乙\n${body}\n`],
  ['an amount at the start of a line', `同志们：\n3个项目已经开工，8个项目正在审批，年底见分晓。\n5.6万亩良田喜获丰收。\n`],
  ['首先 其次 最后', '首先，要认清形势；其次，要找准办法；最后，要抓好落实。\n'],
  ['首先 alone', '首先，我代表县委向大家表示感谢！今天的会议很重要。\n'],
  ['一方面', '一方面要抓发展，另一方面要保安全，两手都要硬。\n'],
  ['announced and kept', `下面，我讲三点意见。\n${heads('一、甲', '二、乙', '三、丙')}`],
  [
    'announced and kept with parts inside',
    `下面，我讲两点意见。\n一、甲\n${heads('（一）修路', '（二）引水', '（三）通电')}二、乙\n${body}\n`,
  ],
  ['a count that announces nothing', `去年我讲过三个问题，今天不再重复。\n${heads('一、甲', '二、乙')}`],
  ['a count by someone else', `市委提出了五项要求。\n${heads('一、甲', '二、乙')}`],
  ['以上三点', `以上三点，请大家认真抓好。\n${heads('一、甲', '二、乙')}`],
  ['announced, not numbered', `下面，我讲三点意见。\n${body}\n${body}\n${body}\n`],
  ['count and list of another kind', `今天到会的有三个方面的同志。\n${heads('一、甲', '二、乙')}`],
  ['quotation over paragraphs', `信里写道：\n“孩子们很想念你。\n“盼你早日回来。”\n${body}\n`],
  ['quotation inside a quotation', `他说：“大家常讲‘早起三光’，就是这个理。”大家都笑了。\n`],
  ['name and date at the end', `${body}\n县委书记　周明远\n2026年1月6日\n`],
  ['date by both calendars at the end', `${body}\n周明远\n二〇二六年一月六日，农历冬月十八\n`],
  ['long date by both calendars at the end', `${body}\n二〇二六年一月十六日（星期五，农历乙巳年冬月二十八）\n`],
  ['date with the day of the week at the end', `${body}\n2026年1月6日（星期二，农历冬月十八）\n`],
  ['attachment at the end', `${body}\n附件：1.任务分工表，各单位领取；2.进度表\n`],
  ['attachments on lines of their own', `${heads('1.甲', '2.乙', '3.丙')}附件：1.任务分工表\n　　　2.进度表\n　　　3.联络表\n县防办\n`],
  ['attachments behind one head', `${heads('1.甲')}会议材料：1．任务分工表；\n2．进度表；\n3．联络表。\n`],
  ['a list that begins within a paragraph', `${heads('1.甲', '2.乙', '3.丙')}会后抓紧办：1.报名单。\n2.报方案。\n`],
  ['heading at the end', `一、甲\n${body}\n二、乙方面的工作`],
  ['stray lines', `一、甲\n?\n${body}\n- 4 -\n二、乙\n第5页\n${body}\n三、丙\n${body}\n`],
  [
    'line broken in mid-sentence before a number',
    `一、甲\n今年要抓好项目建设，全年完成投资\n二十三亿元，同比增长百分之八。\n二、乙\n${body}\n`,
  ],
  ['一年来 as a heading', `一、一年来的工作\n${body}\n二、二〇二六年的任务\n${body}\n`],
  ['half-width brackets', `一、甲\n${heads('(一)修路', '(二)引水')}`],
  ['CR LF', `一、甲\r\n${body}\r\n二、乙\r\n${body}\r\n`],
  ['a count by someone else, without 了', `市委提出五项要求。\n${heads('一、甲', '二、乙')}`],
  ['a quotation closed two paragraphs on', `信里写道：“孩子们很想念你。\n家里一切都好，不用挂念。\n盼你早日回来。”\n${body}\n`],
  ['a list of 1. before （一）', `一、甲\n1.修路\n2.引水\n（一）通电\n${body}\n（二）建桥\n${body}\n二、乙\n${body}\n`],
  [
    'three questions, each in its paragraph',
    `我讲三个问题。\n第一个问题，为什么抓。有两点：一是群众盼；二是时间紧。\n第二个问题，抓什么。${body}\n第三个问题，怎么抓。${body}\n`,
  ],
  [
    'questions with ordinals inside',
    `我讲两个问题。\n第一个问题，抓什么。\n第一，修路。\n第二，引水。\n第二个问题，怎么抓。\n第一，靠人。\n第二，靠章。\n`,
  ],
  ['counts of which one is kept', '全部十五项任务分三类：一是修路类；二是引水类；三是通电类。\n'],
  ['a catchword that is only named', '落实“六个始终”要求，始终把群众放在心上，始终把责任扛在肩上。\n'],
  ['a catchword kept clause by clause', '做到“四个始终”：始终正、始终稳；始终实、始终廉。\n'],
  ['a catchword whose list is open', '做到“五个带头”，即带头学习、带头服务、带头清廉等。\n'],
  ['a catchword with parts of two shapes', '实行“三清一改”：清垃圾、清污水、清残垣，改习惯。\n'],
  ['parts that share their word', '处理好三个关系：当前与长远、城市与乡村、速度与质量的关系。\n'],
  ['第二项议程 after 首先', '首先，请局长通报情况。\n第二项议程，请镇长发言。\n第三项议程，请县长讲话。\n'],
  ['首先 and then other words', '会议有三项议程。首先，请局长通报。\n第二项议程，请镇长发言。第三项议程，请县长讲话。\n'],
  ['一看 alone', '一看大家气色都好；二话不说，咱们直接谈事。\n'],
  ['a past count', `去年我们抓了三项重点工作。\n${heads('一、甲', '二、乙')}`],
  ['a heading with a count that is no list', `一、五项工作进入全市前列\n${heads('（一）修路', '（二）引水')}二、乙\n${body}\n`],
  ['brackets over paragraphs', `（说明：本稿供讨论。\n${body}）\n`],
  ['numbers with half a bracket', `1）修路。${body}\n2）引水。${body}\n`],
  ['periods and decimals behind a stop', '投资分两块：2.5亿元修路，1.8亿元引水。进度如下：一季度3.2公里。\n'],
  ['empty', ''],
  ['one line', '同志们：'],
];

const markdown: readonly (readonly [string, string])[] = [
  ['heads with #', `# 在会上的讲话\n\n## 一、甲\n\n${body}\n\n## ⟦三、|gap⟧乙\n\n${body}\n`],
  ['bold heads', `**一、甲**\n\n${body}\n\n**⟦三、|gap⟧乙**\n\n${body}\n`],
  ['heads without numbers', `# 讲话\n\n## 形势\n\n1. 修路\n2. 引水\n\n## 任务\n\n1. 通电\n2. 建桥\n`],
  ['a list in a list', `## 任务\n\n1. 修路\n   1. 主路\n   2. 支路\n   3. 便道\n2. 引水\n   1. 水源\n3. 通电\n`],
  ['a slip in the inner list', `## 任务\n\n1. 修路\n   1. 主路\n   ⟦3.|gap⟧ 支路\n2. 引水\n`],
  ['a slip in the outer list', `## 任务\n\n1. 修路\n   1. 主路\n   2. 支路\n⟦3.|gap⟧ 引水\n`],
  ['a tab nests', `1. 修路\n\t1. 主路\n\t2. 支路\n2. 引水\n`],
  ['brackets in code and links', `看[清单](list.md)和 \`f(x\`，还有 \`《x\`。\n`],
  ['a table at the end', `## 一、甲\n\n${body}\n\n| 项目，内容 | 时间 |\n|---|---|\n| 修路，引水 | 三月，四月，五月，六月 |\n`],
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

describe('numbering in Markdown', () => {
  it.each(markdown)('%s', (_name, source) => {
    check(source, 'markdown');
  });
});

describe('numbering fixes', () => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['renumber from here', heads('一、甲', '三、乙', '四、丙'), 'fixRenumber', heads('一、甲', '二、乙', '三、丙')],
    ['renumber touches nothing before', '要：一是甲；二是乙；二是丙；三是丁。\n', 'fixRenumber', '要：一是甲；二是乙；三是丙；四是丁。\n'],
    ['renumber keeps the way of writing', heads('（１）甲', '（３）乙'), 'fixRenumber', heads('（１）甲', '（２）乙')],
    [
      'renumber past ten',
      heads(...'一二三四五六七八九'.split('').map((n) => `${n}、甲`), '十一、乙', '十二、丙'),
      'fixRenumber',
      heads(...'一二三四五六七八九'.split('').map((n) => `${n}、甲`), '十、乙', '十一、丙'),
    ],
    ['insert a head', heads('一、甲', '三、乙'), 'fixInsert', `${heads('一、甲')}二、【标题】\n${heads('三、乙')}`],
    ['insert two heads', heads('一、甲', '四、乙'), 'fixInsert', `${heads('一、甲')}二、【标题】\n三、【标题】\n${heads('四、乙')}`],
    ['insert an item', '要：一是甲；三是乙。\n', 'fixInsert', '要：一是甲；二是【内容】；三是乙。\n'],
    ['insert keeps CR LF and indent', '　　一、甲\r\n　　三、乙\r\n', 'fixInsert', '　　一、甲\r\n　　二、【标题】\r\n　　三、乙\r\n'],
    ['correct all marks', `一、甲\n${heads('1、修路', '2、引水')}`, 'fixMarks', `一、甲\n${heads('1.修路', '2.引水')}`],
    ['correct the level', heads('一、甲', '二、乙', '（三）丙', '四、丁'), 'fixMark', heads('一、甲', '二、乙', '三、丙', '四、丁')],
    ['correct 其二', '首先，早谋划；其二，早动手；其三，早见效。\n', 'fixMarks', '首先，早谋划；其次，早动手；最后，早见效。\n'],
    ['correct the count', `我讲三点意见。\n${heads('一、甲', '二、乙')}`, 'fixCount', `我讲两点意见。\n${heads('一、甲', '二、乙')}`],
    ['take the lone number away', `一、甲\n（一）乙\n${body}\n二、丙\n${body}\n`, 'fixUnnumber', `一、甲\n乙\n${body}\n二、丙\n${body}\n`],
  ];
  it.each(rows)('%s', (_name, text, id, after) => {
    expect(fixed(text, id)).toBe(after);
  });

  it('does not offer to insert a great many heads', () => {
    expect(fixed(heads('一、甲', '九、乙'), 'fixInsert')).toBeUndefined();
  });
});

describe('numbering options', () => {
  const text = `下面，我讲三点意见。\n一、甲\n1、修路\n2、引水\n二、乙\n各单位要把作风建设摆在突出位置，持续整治文山会海`;
  const kinds = (options: Record<string, boolean>): string[] => findingsIn(draftOf(text), options).map((item) => item.message.id);
  it('all are on', () => {
    expect(kinds({})).toEqual(['count', 'marks', 'cutOff']);
  });
  it.each([
    ['marks', ['count', 'cutOff']],
    ['counts', ['marks', 'cutOff']],
    ['unfinished', ['count', 'marks']],
  ])('%s can be switched off', (option, left) => {
    expect(kinds({ [option]: false })).toEqual(left);
  });
});
