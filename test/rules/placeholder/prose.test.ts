/** Sentences of ordinary speeches and papers in which nothing is missing: silent alone, with blanks between Chinese and figures, and in a draft full of slots. */
import { checkQuiet } from '../../support/quiet.ts';

const prose = [
  // suppositions, formulas, silence
  '若A市有x家企业，B市企业是A市的两倍，',
  '假设A村有X户，平均每户两亩地。',
  '推行公司×农户×村集体的模式，党建×治理×服务',
  '他沉默了：“……”',
  // offices that nobody holds, questions with their answers
  '办公室主任（空缺）、副主任张明，',
  '组长：李明；副组长：空缺',
  '编制员额12名，副校长（空缺）。',
  '下列说法正确的是（　）。A．稳中求进　B．急于求成',
  // tables
  '序号　姓名　单位　职务　户数',
  '指标　投资额　占比/%',
  // round brackets that tell a reader something
  '（照片由本人提供）（图片由县档案馆提供）',
  '（请代表签到）（请主持人掌握时间）',
  '柑橘新品种（原名称）选育',
  '作风建设通报（典型案例）',
  // dashes between words
  '单位—家，两点一线；学校—社区—家庭',
  // marks of Markdown in plain text
  '***同心同德***、***团结奋斗***，**张华**同志和**李明**同志受表彰。',
  '**强调：**要抓好落实，项目名称**：**城南水厂',
  '[点击这里](https://example.cn/xx?id=1)查看全文。',
  '==重点提示==，条件为a==b，c!=d。',
  // brackets of books, prompts that a program goes on with
  '〔唐〕李白《静夜思》，〔注〕本表不含飞地，国发〔2024〕17号',
  '点击此处查看详情，请输入验证码后登录。',
  '请输入身份证号码，按#号键结束。',
  '【案例1】精准治理。【领导力】培训班开班。【补充规定】自发布之日起施行。',
  '（举例说明如下）（条幅徐徐展开）',
  '沿G40高速、S206省道布局',
  // questions
  '增长了没有？百姓说了算。',
  '达到了吗？5%都没达到。降低多少？10%还是20%？',
  '还有谁？名单念完了吗？为什么是他？位卑未敢忘忧国。',
  // letters and signs that are what they say
  '新能源汽车产销两旺，Model Y、ID.4 X等车型占据市场。',
  '他的代号叫“X”，网名是“X”，',
  '经济学上的“X效率”说的是组织内部的效率。',
  '完成A轮融资，占B座一层，增长A面，约A、B两家公司洽谈。',
  '若甲城收入为A元、乙城为B元，方案A%',
  '面值00元起，尾数00元',
  '增速/%　占比/%　金额/万元',
  '投资<10亿元的项目，增速>5%的企业。',
  '话题#开学时间#登上热搜，#家乡变化#阅读量破亿。',
  '待定球、待补岗，我的todo已清零。',
  // products of words and of sizes
  '面积=长×宽，周长=2×（长+宽），',
  '展厅长20米×宽15米，层高4.5米。',
  '## 一、肯定成绩，坚定信心',
  '第　二　部　分',
  '登第、落第、门第  观念',
  // words that end in a measure word
  '各位企业家、民营企业家，新时代的企业家，希望广大企业家坚守实业。',
  '低保户、五保户、监测户，信访件、督办件、提案件，司法所、供电所，服务台、工作台，受益人、责任人。',
  '补短板、强弱项，获评优秀等次，万元户、亿元村，多补台、不拆台，吨公里、公里桩。',
  '让创新者有其位、实干者有其名。',
  // round brackets and labels
  '黄河（地名）、长江（地名），',
  '（注：参会人员请提前10分钟入场）（注：以上数据由县统计局提供）',
  '（请各单位于3月5日前报送）（请与会同志认真填写）',
  '（照片由宣传部提供，摄影：周立新）',
  '【网址】www.example.cn',
  '关注【官方网站】，打开【电话本】，（）内填写数字。',
  // marks and what they are called
  '“”内的文字为引文，“”中填写书名。',
  '那是某年来不及细想的事。',
  // heads and labels in brackets
  '【数字经济】',
  '【数字政府】',
  '【查】深入细致查，不留死角。',
  '【补】补短板、强弱项。突出【核】字。',
  '〔待遇篇〕提高基层待遇。',
  '（照片由市应急管理局提供）（图片由供应商提供，特此致谢）',
  '（各地可结合实际细化）（各单位请按照附件要求填写）（参会单位请根据会议通知调整）',
  // a sum that has its figure, questions before a sum
  '先定一个小目标：一个亿，两个亿，三个亿。',
  '一年增加十来亿，三年就是几个亿。',
  '企业为什么愿意来？亿元投资为什么能落地？',
  '机遇在哪里？万亿元市场就在眼前。',
  // the row of a table
  '地区生产总值|亿元|356.2',
  '|固定资产投资增长|%|8.1|',
];

checkQuiet(prose);
