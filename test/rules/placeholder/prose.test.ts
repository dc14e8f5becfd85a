/** Sentences of ordinary speeches and papers in which nothing is missing: silent alone, with blanks between Chinese and figures, and in a draft full of slots. */
import { describe, expect, it } from 'vitest';
import { withBlanks } from '../../support/blanks.ts';
import { draftOf, holesIn, mark } from '../../support/holes.ts';

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
  // marks and what they are called
  '“”内的文字为引文，“”中填写书名。',
  '那是某年来不及细想的事。',
];

describe('alone', () => {
  it.each(prose)('%s', (text) => {
    expect(mark(text, holesIn(draftOf(text)), true)).toBe(text);
  });
});

describe('with blanks between Chinese and figures', () => {
  it.each(prose.map(withBlanks))('%s', (text) => {
    expect(mark(text, holesIn(draftOf(text)), true)).toBe(text);
  });
});

describe('in a draft with a habit of its own', () => {
  const habit =
    '完成投资X亿元，增长XX%，新增就业****人，建成____个项目，惠及○○户，收入达到？？亿元，利润？？万元，受益某万元，产值完成亿元，同比增长%。\n\n';
  it.each(prose)('%s', (text) => {
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
