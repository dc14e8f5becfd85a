/** The name of what is missing, with words and without. */
import { describe, expect, it } from 'vitest';
import { indicatorBefore } from '../../../server/src/core/rules/placeholder/indicator.ts';
import { parseMarked } from '../../support/marked.ts';
import { wordsFrom } from '../echoes/support.ts';

const words = wordsFrom([
  ['全县', 'n'],
  ['项目', 'n'],
  ['完工', 'v'],
  ['参会', 'v'],
  ['率', 'v'],
  ['入学率', 'n'],
  ['巩固', 'v'],
  ['达到', 'v'],
  ['实现', 'v'],
  ['税收', 'n'],
  ['群众', 'n'],
  ['满意', 'v'],
  ['满意度', 'n'],
  ['测评', 'vn'],
  ['率为', 'x'],
  ['率均', 'x'],
  ['项目', 'n'],
  ['品牌', 'n'],
  ['期间', 'n'],
  ['年工资', 'n'],
  ['可达', 'x'],
  ['最高', 'a'],
  ['全力', 'n'],
  ['保障', 'v'],
  ['万元', 'm'],
  ['雁溪', 'nr'],
  ['县', 'zg'],
  ['第', 'm'],
  ['我', 'r'],
  ['以上', 'f'],
  ['PM2', 'eng'],
  ['下降', 'v'],
]);

function check(marked: string, name: string): void {
  const { text, slots } = parseMarked(marked);
  const at = slots[0]?.start ?? NaN;
  expect(indicatorBefore(text, at, words.of(text))).toBe(name);
}

describe('what is missing is called', () => {
  it.each([
    ['项目完工率⟦XX⟧%', '项目完工率'],
    ['全县参会率达到⟦XX⟧%', '参会率'],
    ['入学率XX%，巩固率⟦XX⟧%', '巩固率'],
    ['实现税收⟦X⟧万元', '税收'],
    ['全县测评满意度⟦XX⟧%', '测评满意度'],
    ['项目复工率为⟦XX⟧%', '项目复工率'],
    ['完工率均达到⟦XX⟧%', '完工率'],
    ['年工资X万元，最高可达⟦XX⟧万元', '年工资'],
    ['签约项目X个，⟦X⟧个已开工', '项目'],
    ['征收房屋X户，⟦X⟧平方米', '征收房屋'],
    ['——在雁溪县第⟦X⟧届人民代表大会上', '雁溪县'],
    ['我县第⟦X⟧届人民代表大会', ''],
    ['新签约亿元以上项目⟦X⟧个', '亿元以上项目'],
    ['引进X亿元以上项目⟦X⟧个', '项目'],
    ['项目X个，其中⟦X⟧亿元以上项目X个', ''],
    ['项目X个，⟦X⟧亿元项目X个', ''],
    ['PM2.5下降⟦XX⟧%', 'PM2.5'],
    ['2025年税收⟦X⟧万元', '税收'],
    // The thing that is counted follows its number.
    ['向群众发放税收X万元，为⟦XX⟧户城镇家庭减负', ''],
    ['期间为⟦X⟧户农村家庭减负', ''],
    ['打造品牌X个，带动⟦X⟧家公司', ''],
    ['实现项目清零，⟦X⟧条线索查结', ''],
    ['实现项目清零，⟦XX⟧平方米的大厅建成', ''],
    ['全力保障⟦XX⟧户企业', ''],
    ['建设厂房X万平方米，已有⟦X⟧家企业入驻', ''],
    ['这里群众勤劳，全县⟦X⟧万人民安居', ''],
    // Nothing but a verb: a wrong name is worse than none.
    ['达到⟦XX⟧%', ''],
  ])('%s: %s', check);
  it('the same without words', () => {
    expect(indicatorBefore('——在雁溪县第X届人民代表大会上', 6, undefined)).toBe('雁溪县');
  });
});
