// The names a draft uses: ⟦what a name is⟧, without the words that stand around it.
import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../server/src/core/completion/names.ts';

const rows: readonly string[] = [
  // Where an organisation's name begins.
  '我代表⟦雁溪县人民政府⟧，向大家表示感谢',
  '请⟦雁溪县教育局⟧牵头',
  '在市委和⟦市人民政府⟧的领导下',
  '⟦市交通运输局⟧、⟦雁溪县公安局⟧联合',
  '对口帮扶的⟦东江市人民政府⟧',
  '到⟦市中心医院⟧调研',
  '同时⟦泽川农商银行⟧放贷',
  '位于⟦泽川经济开发区⟧',
  '落户⟦泽川经济开发区⟧的',
  '经⟦县人民政府⟧同意',
  '报⟦市人民政府⟧批准',
  '特邀⟦江东理工大学⟧',
  '携手⟦江东理工大学⟧',
  '牵头单位⟦县卫生健康局⟧',
  '等县直部门和⟦雁溪农商银行⟧',
  // 和, 向, 通 are joints, and characters of place names.
  '⟦和平县人民政府⟧',
  '与⟦和平县人民政府⟧签约',
  '⟦和田市人民政府⟧',
  '在⟦向阳镇中心小学⟧',
  '⟦通州区人民政府⟧',
  '⟦和政县人民政府⟧',
  '县委和⟦政府办公室⟧印发',
  '和⟦龙头科技集团⟧签约',
  '向⟦日照市人民政府⟧学习',
  // What is counted or of a kind is no name.
  '各级人民法院',
  '新增上市有限公司',
  '把握好县级公立医院改革',
  // What is not known yet is no name.
  '某某县人民政府',
  'X县人民政府办公室',
  // People and documents.
  '⟦李建国局长⟧',
  '学习《⟦关于推进项目建设的意见⟧》',
  '副县长',
];

describe('the names of a draft', () => {
  it.each(rows)('%s', (row) => {
    const marked = [...row.matchAll(/⟦([^⟧]+)⟧/gu)].map(([, name]) => name);
    const found = namesOf(row.replace(/[⟦⟧]/gu, ''));
    expect(found.map(({ text }) => text)).toEqual(marked);
  });
});
