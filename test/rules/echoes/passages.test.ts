/** Owns what is a repeated passage, row by row. `⟦…⟧` marks the findings of the first draft. */
import { describe, it } from 'vitest';
import { check, copy, lead } from './passage-rows.ts';
import type { Row } from './passage-rows.ts';
import { wordsFrom } from './support.ts';

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
  ...[
    ['67个', '1个'],
    ['5.6个', '21.0个'],
    ['2024个', '2041个'],
  ].map(([one = '', other = '']): Row => {
    const said = (number: string): string => `去年全县新建标准化农村卫生室${number}，群众看病更加方便。`;
    return {
      name: `numbers that differ are no exact copy: ${one}, ${other}`,
      drafts: [`${lead}⟦${said(one)}⟧\n路要修好。\n⟦${said(other)}⟧`],
      kind: 'near',
    };
  }),
  {
    name: 'a sentence over and over begins where a sentence does, not where the one before ends like it',
    drafts: [`${lead}先排查隐患。${`⟦${copy}⟧`.repeat(3)}`],
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

describe('repeated passages', () => {
  for (const row of found) it(`finds: ${row.name}`, () => check(row));
});
