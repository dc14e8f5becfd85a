/** What looks like a placeholder and is none stays silent, also in a draft that is full of real ones. */
import { describe, expect, it } from 'vitest';
import { withBlanks } from '../../support/blanks.ts';
import { draftOf, holesIn, mark } from '../../support/holes.ts';

const lookAlikes = [
  // letters that mean themselves
  '医院新添一台X光机。',
  '全院配备X射线诊断设备。',
  'XX染色体异常筛查',
  '“联系企业N对1，1对1服务”',
  'X波段雷达',
  '完成染色体核型分析（46,XX和46,XY）310例，47,XXY两例。',
  '核型为47,XXX，',
  'X字形路口改造',
  '备份在D:\\XX\\讲稿，',
  '这里补充说明两点。',
  '此处补充一点，请大家注意。',
  '此处列出的问题必须整改。',
  '此处补充的是去年数据。',
  '我在此处插入典型案例。',
  '沿X轴方向布置',
  '一款X型支架',
  'X级影片',
  '学校推行1+X证书制度。',
  '实施“1+X”工程',
  '深化“党建+X”行动',
  '构建N+X机制',
  '落实X+1模式',
  '“5G+X”应用场景不断拓展。',
  'SUV销量大增',
  '发放N95口罩',
  '国产C919首飞',
  'SpaceX公司',
  '他用iPhone X拍下照片',
  '采购Find X5手机',
  'PX项目',
  'XML格式文件',
  'XRD检测',
  'CX-5车型',
  'X-37B飞行器',
  '3.6米XXL号',
  'O2O模式',
  'OPPO公司',
  'CEO峰会',
  'OA系统',
  '执行24小时值班',
  '7×24小时服务',
  '3×4米的展板',
  '10米×10米的样方',
  '8×8×8的方阵',
  '尺寸为12.8m×12.8m',
  '1.45×10^4',
  '设收入为x',
  '当x>y时成立',
  '第X章 总则\n第V章 附则',
  // years and figures in characters
  '二〇二五年工作要点',
  '二○二六年三月',
  '一〇五国道',
  '一九九〇年代',
  '百分之九十以上',
  '数亿元产值',
  '上百万元',
  '近万元',
  '几个百分点',
  '亿元以上项目',
  '亿元村',
  '突破亿元大关',
  '增长率',
  '占比较高',
  // 某
  '某些干部作风漂浮。',
  '某种程度上讲',
  '某个环节',
  '某一天',
  '某项工作',
  '某方面能力',
  '某人某事',
  '某时某地',
  '张某犯受贿罪',
  '李某某被开除党籍',
  '村民王某说',
  // words with 待, 略 and the like
  '这项工作有待加强。',
  '问题亟待解决。',
  '全体将士严阵以待',
  '待条件成熟后实施',
  '对标战略部署',
  '不可忽略',
  '简略说明',
  '招待所',
  '热情接待',
  '期待大家',
  // brackets that are complete
  '【文种】讲话稿',
  '【网民留言】小区停车难，希望解决。',
  '【时间】2026年3月8日',
  '（试行）',
  '（征求意见稿）',
  '（2025年3月8日）',
  '（以下简称“两区”）',
  '（掌声）',
  '（单位：万元）',
  '国发〔2024〕17号',
  '文献[1]指出',
  '[禁止]吸烟',
  '（扩大）会议',
  // real ellipses
  '职称评审、人才公寓、子女入学……样样都有着落。',
  '他说：“困难是有的……但办法总比困难多。”',
  '歌声、笑声、掌声……汇成一片。',
  '他在日记里写道：“那年是1998……”',
  '从1.2到3.4……一路攀升。',
  // signs
  '签名：________',
  '负责人签字________',
  '主要负责同志签字（盖章）：________',
  '单位盖章________',
  '审核：　　　　记录：',
  '□是　□否',
  '同意[ ]　反对[ ]',
  '登记[ ]名单',
  '请勾选[ ]人口普查[ ]经济普查',
  '请在方框内打√：建成[ ]名城[ ]老城',
  '选择[ ]个人[ ]集体',
  // numbers of services, and a dash before a word
  '以10639xxxx开头的短信',
  '目标只有一个——家家富裕',
  '单价：—元/吨',
  '3#楼、2#元件',
  '价格用#号标出',
  'CO浓度',
  'N+X机制',
  '采用XkmY算法',
  '○ 第一项',
  '● 要点一',
  '仿宋_GB2312',
  'snake_case命名',
  '报告_v2.docx',
  '*.csv文件',
  'a*b',
  '5*8',
  '详见附件*\n*注：含税',
  '联系 office@example.org',
  'https://example.org/a_XX_b',
  'xxx.xlsx',
  '汇  报  提  纲',
  '时　间：2026年3月',
  '　　同志们：',
  '目录……………………3',
  // the unit is a word of its own
  '新增人口',
  '完成人民群众所盼',
  '实现家门口就业',
  '建成一批好项目',
  '到年底完成',
  '为人民服务',
  '达到家喻户晓',
  '件件有着落',
  '个个当先锋',
  '把握重点',
  '实现  家电下乡',
  '全县共有  元素丰富',
  '第一时间',
  '第二次创业',
  '提高站位',
  '占地面积大',
  '工商银行云溪支行',
  'XX/XY型性别决定',
  '密码是****，请妥善保管',
  '把“××年××月××日”写成填空题',
  '增长极',
  '把建设成效巩固好',
];

describe('alone', () => {
  it.each(lookAlikes)('%s', (text) => {
    expect(mark(text, holesIn(draftOf(text)), true)).toBe(text);
  });
});

describe('with blanks between Chinese and figures', () => {
  it.each(lookAlikes.map(withBlanks))('%s', (text) => {
    expect(mark(text, holesIn(draftOf(text)), true)).toBe(text);
  });
});

describe('in a draft with a habit of its own', () => {
  const habit = '完成投资X亿元，增长XX%，新增就业****人，建成____个项目，惠及○○户，受益某万元，产值完成亿元，同比增长%。\n\n';
  // A lone sign that only the habit makes a slot may be one here: those are left out.
  const doubtful = new Set(['某个环节', '某项工作', 'X级影片', '一款X型支架', '第X章 总则\n第V章 附则']);
  it.each(lookAlikes.filter((text) => !doubtful.has(text)))('%s', (text) => {
    const holes = holesIn(draftOf(habit + text)).filter((hole) => hole.start >= habit.length);
    expect(
      mark(
        text,
        holes.map((hole) => ({ ...hole, start: hole.start - habit.length, end: hole.end - habit.length })),
        true,
      ),
    ).toBe(text);
  });
});
