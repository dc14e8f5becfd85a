/** Owns what is a repeated passage and what is not, row by row. `⟦…⟧` marks the findings of the first draft. */
import { describe, expect, it } from 'vitest';
import { repeatedPassage } from '../../../server/src/core/rules/repeated-passage/meta.ts';
import { repeatedPhrase } from '../../../server/src/core/rules/repeated-phrase/meta.ts';
import type { Options } from '../../../server/src/core/rules/rule.ts';
import { editDraft } from '../../../server/src/core/text/draft.ts';
import { noWords } from '../../../server/src/core/words.ts';
import type { Words } from '../../../server/src/core/words.ts';
import { draftOf, echoesOf, read, wordsFrom } from './support.ts';

interface Row {
  readonly name: string;
  /** The first is marked. */
  readonly drafts: readonly string[];
  /** The messages, where they matter. */
  readonly says?: readonly string[];
  readonly kind?: 'exact' | 'near';
  readonly why?: string;
  readonly words?: Words;
  readonly options?: Options;
}

function check({ drafts, says, kind, why, words = noWords, options = {} }: Row): void {
  const [marked = '', ...others] = drafts;
  const text = marked.replace(/[⟦⟧]/gu, '');
  const texts: Record<string, string> = { 'file:///稿子甲.txt': text };
  others.forEach((other, index) => {
    texts[`file:///稿子${'乙丙丁戊'[index] ?? ''}.txt`] = other;
  });
  const echoes = echoesOf(texts, options, {}, words);
  const findings = echoes.findings('file:///稿子甲.txt').filter((finding) => finding.rule === 'repeated-passage');
  let now = text;
  for (const { start, end } of [...findings].reverse()) now = `${now.slice(0, start)}⟦${now.slice(start, end)}⟧${now.slice(end)}`;
  expect(now).toBe(marked);
  if (kind !== undefined) expect(new Set(findings.map((finding) => finding.kind))).toEqual(new Set([kind]));
  if (says !== undefined) expect(findings.map((finding) => read(finding.message))).toEqual(says);
  if (why !== undefined) {
    const reasons = echoes.whyNot('file:///稿子甲.txt', { start: 0, end: text.length });
    expect(reasons.map(({ reason }) => reason)).toContain(why);
  }
}

const copy = '要把防汛备汛作为当前头等大事，逐村逐户排查隐患。';
const lead = '工作会讲话\n同志们：\n';

const found: readonly Row[] = [
  {
    name: 'a sentence twice in one draft',
    drafts: [`${lead}⟦${copy}⟧汛期只剩二十天。\n道路养护要跟上。⟦${copy}⟧`],
    says: ['与第 2 段重复 22 字', '与第 1 段重复 22 字'],
    kind: 'exact',
  },
  {
    name: 'names the section',
    drafts: [`${lead}一、防汛\n（一）排查\n⟦${copy}⟧\n二、道路\n养护要跟上。\n⟦${copy}⟧`],
    says: ['与“二、”第 2 段重复 22 字', '与“一、（一）”第 1 段重复 22 字'],
  },
  {
    name: 'in another draft',
    drafts: [`${lead}⟦${copy}⟧`, `动员会讲话\n同志们：\n一、任务\n先说说天气。${copy}`],
    says: ['与《稿子乙》“一、”第 1 段重复 22 字'],
  },
  {
    name: 'three places are one group',
    drafts: [`${lead}⟦${copy}⟧桥下要有人守。\n⟦${copy}⟧河边要有人巡。`, `${lead}先看天气。\n${copy}再看水位。`],
    says: ['与第 2 段重复 22 字（共 3 处）', '与第 1 段重复 22 字（共 3 处）'],
  },
  {
    name: 'blanks, width and marks hide nothing',
    drafts: [
      `${lead}⟦要把 防汛备汛，作为当前头等大事、逐村逐户排查ＡＢ区隐患⟧！\n说别的。`,
      `${lead}先说一句。${copy.replace('隐患', 'AB区隐患')}`,
    ],
  },
  {
    name: 'a line break in mid-sentence hides nothing',
    drafts: [`${lead}各镇先开会，⟦要把防汛备汛作为当前头等\n大事，逐村逐户排查隐患。⟧`, `${lead}再说一句。${copy}`],
  },
  {
    name: 'the same number written otherwise',
    drafts: [
      `${lead}⟦全年新建高标准农田１,200亩，清淤沟渠四十条⟧，群众满意。`,
      `${lead}去年说过，全年新建高标准农田1200亩，清淤沟渠四十条。`,
    ],
    kind: 'exact',
  },
  {
    name: 'a rest of a few characters beyond a clause is left out',
    drafts: [`${lead}⟦${copy}⟧各级都要动起来。`, `${lead}${copy}各部门分头去办。`],
  },
  {
    name: 'never in the middle of a word',
    drafts: [`${lead}镇里决定⟦把三号泵站的值守人员名单逐一张贴到⟧村口。`, `${lead}我们也要把三号泵站的值守人员名单逐一张贴到村委会。`],
    words: wordsFrom([
      ['决定', 'v'],
      ['村口', 'n'],
      ['村委会', 'n'],
    ]),
  },
  {
    name: 'numbers differ',
    drafts: [
      `${lead}⟦全年完成农田水利投资23.2亿元，新修沟渠46条，受益群众明显增加。⟧`,
      `${lead}先看一组数。全年完成农田水利投资21.7亿元，新修沟渠46条，受益群众明显增加。`,
    ],
    kind: 'near',
    says: ['与《稿子乙》第 1 段几乎相同，仅数字不同：21.7 → 23.2'],
  },
  {
    name: 'a slot against a number',
    drafts: [
      `${lead}⟦全年完成农田水利投资X亿元，新修沟渠若干条，受益群众明显增加。⟧`,
      `${lead}先看一组数。全年完成农田水利投资21.7亿元，新修沟渠若干条，受益群众明显增加。`,
    ],
    says: ['与《稿子乙》第 1 段几乎相同，仅数字不同：21.7 → X'],
  },
  {
    name: 'a few words differ',
    drafts: [
      `${lead}⟦各镇街要对照清单逐条过筛子，过不了关的一律不准上报。⟧`,
      `${lead}会上定了。各镇街要对照台账逐条过筛子，过不了关的一律不许上报。`,
    ],
    kind: 'near',
    says: ['与《稿子乙》第 1 段几乎相同，2 处不同：台账 → 清单；许 → 准'],
  },
  {
    name: 'a near copy and the exact ones beside it are one',
    drafts: [
      `${lead}⟦今年雨水来得早，上游三座水库都在高水位运行。全镇安排值守人员86名，分成四个班轮换。物资点的砂袋和编织袋已经清点入库。⟧`,
      `${lead}说说去年。今年雨水来得早，上游三座水库都在高水位运行。全镇安排值守人员92名，分成四个班轮换。物资点的砂袋和编织袋已经清点入库。`,
    ],
    kind: 'near',
  },
  {
    name: 'a short clause at an end, where one place stops and the other makes a pause',
    drafts: [
      `${lead}先看天气。⟦值守人员名单逐一张贴，谁带班、谁值守、几点交接⟧。\n散会。`,
      `${lead}值守人员名单逐一张贴，谁带班、谁值守、几点交接、谁签字都要写明。`,
    ],
  },
  {
    name: 'a word said three times over marks keeps its marks',
    drafts: [
      `${lead}⟦有的村开一次大会，来的全是白头发。这四条⟧。\n散会。`,
      `${lead}先说一句。有的村开一次大会，来的全是白头发。这四条，条条说的是实情。`,
    ],
  },
  {
    name: 'a sentence about titles',
    drafts: [
      `${lead}⟦镇里印发了《山洪灾害群测群防预案》，修订了《水库调度规程》。⟧\n散会。`,
      `${lead}先说一句。镇里印发了《山洪灾害群测群防预案》，修订了《水库调度规程》。`,
    ],
  },
  {
    name: 'a clause with a quoted name behind other words in the other place',
    drafts: [
      `${lead}⟦推广“党支部+合作社+农户”模式，完善利益联结机制⟧。\n散会。`,
      `${lead}先说一句。各镇要推广“党支部+合作社+农户”模式，完善利益联结机制，这是重点。`,
    ],
    kind: 'exact',
  },
  {
    name: 'a clause with a title, and a rest without one',
    drafts: [
      `${lead}同时，⟦修订《柳河镇防汛预案》和《值班制度》，每月底看一次进度。⟧\n散会。`,
      `${lead}先说一句。要修订《柳河镇防汛预案》和《值班制度》，每月底看一次进度。`,
    ],
  },
  {
    name: 'the first sentence of a paragraph, among others that begin with the same few words',
    drafts: [
      `${lead}⟦各位乡亲，大堤守住只是万里长征走完了第一步。⟧\n各位乡亲，秋粮还在地里。\n⟦各位乡亲，大堤守住只是万里长征走完了第一步。⟧后面还有修路架桥的硬仗要打。`,
    ],
  },
  {
    name: 'paragraphs copied together are one passage',
    drafts: [
      `${lead}先说天气。\n⟦${copy}\n今年雨水来得早，上游三座水库都在高水位运行。\n物资点的砂袋和编织袋已经清点入库，随时可以调运。⟧\n散会。`,
      `${lead}${copy}\n今年雨水来得早，上游三座水库都在高水位运行。\n物资点的砂袋和编织袋已经清点入库，随时可以调运。\n下面说别的。`,
    ],
    says: ['与《稿子乙》第 1 段重复 64 字'],
    kind: 'exact',
  },
  {
    name: 'paragraphs copied together within one draft',
    drafts: [
      `${lead}⟦${copy}\n今年雨水来得早，上游三座水库都在高水位运行。⟧\n先说到这里。\n⟦${copy}\n今年雨水来得早，上游三座水库都在高水位运行。⟧\n散会。`,
    ],
    says: ['与第 4 段重复 42 字', '与第 1 段重复 42 字'],
  },
  {
    name: 'paragraphs that stand together here and apart there are two passages',
    drafts: [
      `${lead}⟦${copy}⟧\n⟦今年雨水来得早，上游三座水库都在高水位运行。⟧\n散会。`,
      `${lead}${copy}\n中间隔着一段。\n今年雨水来得早，上游三座水库都在高水位运行。\n完。`,
    ],
  },
  {
    name: 'paragraphs that go on there are not one passage',
    drafts: [
      `${lead}⟦${copy}⟧\n⟦今年雨水来得早，上游三座水库都在高水位运行。⟧\n散会。`,
      `${lead}${copy}各镇街分头去办。\n今年雨水来得早，上游三座水库都在高水位运行。\n完。`,
    ],
  },
];

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

describe('the examples of the rules', () => {
  for (const rule of [repeatedPassage, repeatedPhrase])
    for (const { bad, good } of rule.examples)
      it(`${rule.id}: ${good.slice(0, 12)}…`, () => {
        const marked = (text: string): string => {
          let now = text;
          const findings = echoesOf({ text }).findings('text');
          for (const { start, end } of [...findings].reverse()) now = `${now.slice(0, start)}⟦${now.slice(start, end)}⟧${now.slice(end)}`;
          return now;
        };
        expect(marked(bad.replace(/[⟦⟧]/gu, ''))).toBe(bad);
        expect(marked(good)).toBe(good);
      });
});

describe('repeated passages', () => {
  for (const row of found) it(`finds: ${row.name}`, () => check(row));
  for (const row of silent) it(`is silent on: ${row.name}`, () => check(row));

  it('tells of all other places of a chain and of its parts', () => {
    const [one, two] = [copy, '今年雨水来得早，上游三座水库都在高水位运行。'];
    const texts = { a: `${lead}${one}\n${two}\n散会。`, b: `${lead}先看天气。\n${one}\n${two}\n完。`, c: `${lead}只有一句。${one}` };
    const echoes = echoesOf(texts);
    const places = (uri: 'a' | 'b' | 'c'): string[][] =>
      echoes
        .findings(uri)
        .map(({ related = [] }) =>
          related.map((item) => `${item.uri} ${texts[item.uri as 'a'].slice(item.start, item.end)} ${item.message?.id ?? ''}`),
        );
    expect(places('a')).toEqual([[`b ${one}\n${two} at-draft`, `c ${one} part-draft`]]);
    expect(places('b')).toEqual([[`a ${one}\n${two} at-draft`, `c ${one} part-draft`]]);
    expect(places('c')).toEqual([[`a ${one} at-draft`, `b ${one} at-draft`]]);
  });

  it('tells of a copy in the same draft that lies within a longer one elsewhere', () => {
    const [one, two] = [copy, '今年雨水来得早，上游三座水库都在高水位运行。'];
    const texts = { a: `${lead}${one}${two}\n下面说别的。${one}`, b: `${lead}先看天气。${one}${two}` };
    const [first] = echoesOf(texts).findings('a');
    expect(first && texts.a.slice(first.start, first.end)).toBe(one + two);
    expect(
      first?.related?.map((item) => `${item.uri} ${item.message?.id ?? ''} ${texts[item.uri as 'a'].slice(item.start, item.end)}`),
    ).toEqual([`b at-draft ${one}${two}`, `a part-place ${one}`]);
  });

  it('tells a draft when a chain elsewhere is broken', () => {
    const two = '今年雨水来得早，上游三座水库都在高水位运行。';
    const echoes = echoesOf({ a: `${lead}${copy}\n${two}\n散会。`, b: `${lead}${copy}\n${two}\n完。` });
    expect(echoes.findings('a')).toHaveLength(1);
    expect([...echoes.put(draftOf('b', `${lead}${copy}各镇街分头去办。\n${two}\n完。`, 2))].sort()).toEqual(['a', 'b']);
    expect(echoes.findings('a')).toHaveLength(2);
    expect([...echoes.put(draftOf('b', `${lead}${copy}\n${two}\n完。`, 3))].sort()).toEqual(['a', 'b']);
    expect(echoes.findings('a')).toHaveLength(1);
  });

  it('lists the other places in one order, whatever was opened first', () => {
    const texts = ['甲', '乙', '丙'].map((name) => [`file:///${name}.txt`, `${lead}${name}镇先讲。${copy}${name}镇讲完。`] as const);
    const lists = [texts, [...texts].reverse()].map((order) => {
      const echoes = echoesOf(Object.fromEntries(order));
      return texts.map(([uri]) => echoes.findings(uri));
    });
    expect(lists[0]).toEqual(lists[1]);
    expect(lists[0]?.[1]?.[0]?.related?.map((item) => item.uri)).toEqual(['file:///丙.txt', 'file:///甲.txt']);
  });

  it('follows an edit in another draft and its closing', () => {
    const echoes = echoesOf({ a: `${lead}${copy}甲。`, b: `${lead}${copy}乙。` });
    expect(echoes.findings('a')).toHaveLength(1);
    expect([...echoes.put(draftOf('b', `${lead}改掉了。乙。`, 2))].sort()).toEqual(['a', 'b']);
    expect(echoes.findings('a')).toHaveLength(0);
    expect([...echoes.put(draftOf('b', `${lead}${copy}乙。`, 3))].sort()).toEqual(['a', 'b']);
    expect([...echoes.remove('b')]).toEqual(['a']);
    expect(echoes.findings('a')).toHaveLength(0);
  });

  it('sees parallelism come and go with the paragraphs between', () => {
    const shared = '在这次汛情应急处置过程中，';
    const members = [
      '党员干部冲在前头，三天三夜没有合眼，',
      '企业主动捐款捐物，十几家工厂腾出车间，',
      '青年志愿者顶着大雨搬运砂袋，半夜堵住缺口，',
    ].map((rest, index) => `${shared}${rest}第${String(index)}支队伍立了功，老乡们记在心里。`);
    const between = Array.from({ length: 5 }, (_, index) => `${'河道山塘泵站堤防闸门'.slice(2 * index, 2 * index + 2)}的事另外说。`);
    const together = `${lead}${members.join('\n')}`;
    const apart = `${lead}${[members[0], ...between, members[1], ...between, members[2]].join('\n')}`;
    const echoes = echoesOf({ text: together });
    const count = (): number => echoes.findings('text').filter((finding) => finding.rule === 'repeated-passage').length;
    expect(count()).toBe(0);
    let draft = draftOf('text', together);
    for (const [index, paragraph] of members.slice(0, 2).entries()) {
      const end = draft.text.indexOf(paragraph) + paragraph.length;
      draft = editDraft(draft, index + 2, [{ start: end, end, text: `\n${between.join('\n')}` }]);
      echoes.put(draft);
    }
    expect(draft.text).toBe(apart);
    expect(count()).toBe(3);
    echoes.put(draftOf('text', together, 9));
    expect(count()).toBe(0);
  });

  it('counts what many drafts share once they come together', () => {
    const echoes = echoesOf({});
    const drafts = Array.from({ length: 12 }, (_, index) => draftOf(`d${String(index)}`, `${lead}第${String(index)}镇。${copy}`));
    expect(echoes.putAll(drafts).size).toBe(12);
    const [finding] = echoes.findings('d3');
    expect(finding && read(finding.message)).toBe('与《d0》第 1 段重复 22 字（共 12 处）');
    expect(finding?.related).toHaveLength(11);
  });
});
