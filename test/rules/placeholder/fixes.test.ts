/** Answers to holes: what each leaves behind, and that none damages a text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaceholderRule } from '../../../server/src/core/rules/placeholder/index.ts';
import type { Fix } from '../../../server/src/core/rules/rule.ts';
import { applyEdits } from '../../../server/src/core/text/span.ts';
import { draftOf, holesIn } from '../../support/holes.ts';
import { parseMarked } from '../../support/marked.ts';

const rule = createPlaceholderRule();
const context = { year: 2026 };

/** The answers to the hole that is marked (the first marked one), and the text. */
function answers(marked: string): { text: string; fixes: Fix[] } {
  const { text, slots } = parseMarked(marked);
  const draft = draftOf(text);
  const holes = holesIn(draft);
  const hole = holes.find((candidate) => candidate.start === slots[0]?.start && candidate.end === slots[0].end);
  if (!hole) throw new Error(`no hole where the row marks one: ${marked}`);
  return { text, fixes: rule.fixes?.(hole, holes, draft, context) ?? [] };
}

/** Fills every stretch of a fix with one value, as a person would who types it. */
const filled = (text: string, fix: Fix | undefined, value: string): string =>
  applyEdits(
    text,
    (fix?.edits ?? []).map((edit) => ({ ...edit, text: value })),
  );
const named = (fixes: Fix[], id: string): Fix | undefined => fixes.find((fix) => fix.title.id === id);

describe('fill puts the value close to its unit', () => {
  it.each([
    ['完成投资⟦XX⟧ 亿元。', '23.2', '完成投资23.2亿元。'],
    ['完成投资 ⟦XX⟧ 亿元。', '23.2', '完成投资23.2亿元。'],
    ['完成投资⟦  ⟧亿元。', '23.2', '完成投资23.2亿元。'],
    ['完成投资⟦⟧亿元。', '23.2', '完成投资23.2亿元。'],
    ['同比增长 ⟦X.X⟧ %。', '5.6', '同比增长5.6%。'],
    ['请⟦【领导姓名】⟧讲话。', '王某某', '请王某某讲话。'],
    ['认真贯彻《⟦⟧》精神。', '条例', '认真贯彻《条例》精神。'],
    ['　　⟦**⟧县地处山区。', '云溪', '　　云溪县地处山区。'],
    ['第⟦ ⟧次全体会议', '三', '第三次全体会议'],
  ])('%s', (marked, value, expected) => {
    const { text, fixes } = answers(marked);
    expect(filled(text, named(fixes, 'fill') ?? named(fixes, 'fillGroup'), value)).toBe(expected);
  });
});

describe('a group is filled in order', () => {
  it('gives one stretch for every part of a date', () => {
    const { text, fixes } = answers('会议定于⟦20XX⟧年X月X日召开。');
    const fix = named(fixes, 'fillGroup');
    expect(fix?.edits.map((edit) => text.slice(edit.start, edit.end))).toEqual(['20XX', 'X', 'X']);
  });
});

describe('remove is not offered where it bares another hole', () => {
  it.each([
    '完成投资⟦（待核实）⟧亿元。',
    '同志们：\n完成投资X亿元。\n\n完成投资⟦（待核实）⟧亿元，**县出席。\n\n同比增长XX%。\n',
    '同志们：\n第一段没有待填处。\n第二段也没有。\n同比增长⟦（待核实）⟧%。',
  ])('%s', (marked) => {
    expect(named(answers(marked).fixes, 'remove')).toBeUndefined();
  });
});

describe('remove leaves clean punctuation', () => {
  it.each([
    ['受理诉求1200件⟦（待核实）⟧。', '受理诉求1200件。'],
    ['受理诉求1200件⟦（待核实）⟧，办结1180件。', '受理诉求1200件，办结1180件。'],
    ['坚持以⟦____⟧习近平新时代中国特色社会主义思想为指导', '坚持以习近平新时代中国特色社会主义思想为指导'],
    ['增长23.2%，⟦具体数据由统计局提供⟧。', '增长23.2%。'],
    ['增长23.2% ⟦（待统计局核定）⟧；', '增长23.2%；'],
    [
      '完成投资X亿元。\n\n受理诉求1200件⟦（待核实）⟧。\n\n**县出席。\n\n同比增长XX%。\n',
      '完成投资X亿元。\n\n受理诉求1200件。\n\n**县出席。\n\n同比增长XX%。\n',
    ],
    ['各位来宾：\n完成投资X亿元。\n**县出席。\n受理诉求1200件⟦（待核实）⟧。', '各位来宾：\n完成投资X亿元。\n**县出席。\n受理诉求1200件。'],
  ])('%s', (marked, expected) => {
    const { text, fixes } = answers(marked);
    const fix = named(fixes, 'remove');
    expect(fix).toBeDefined();
    expect(applyEdits(text, fix?.edits ?? [])).toBe(expected);
  });
});

describe('choose, where the answers are few', () => {
  it.each([
    ['⟦20XX⟧年工作要点', ['2026', '2025', '2027']],
    ['⟦202X⟧年工作要点', ['2026', '2025', '2027']],
    ['学习党的二十届⟦X⟧中全会精神', ['四', '三', '二', '一']],
    ['为全市大局作出了⟦XX⟧贡献。', ['突出', '积极', '重要']],
    ['完成投资⟦X⟧亿元。', []],
    ['县委⟦X⟧届X次全会', []],
  ])('%s → %j', (marked, values) => {
    const { fixes } = answers(marked);
    expect(fixes.filter((fix) => fix.title.id === 'choose').map((fix) => fix.title.args['value'])).toEqual(values);
  });
});

describe('fill alike only what surely stands for the same', () => {
  it.each([
    ['⟦******⟧区委要抓好，******区政府要落实，******区各部门要配合。', 3],
    ['请⟦XX⟧同志主持，请XX同志讲话。', 2],
    ['县委书记⟦XX⟧同志、县长XX同志出席。', 0],
    ['完成⟦X⟧亿元，到位X亿元。', 0],
    ['近两年，⟦X⟧加快实施战略，X在经济区中地位上升，完成X亿元，增长X%，新增X户。', 0],
    ['⟦XX⟧市支持XX县发展。', 0],
  ])('%s', (marked, count) => {
    const { fixes } = answers(marked);
    expect(named(fixes, 'fillAlike')?.edits.length ?? 0).toBe(count);
  });
});

describe('every answer that needs no typing', () => {
  const pieces = [
    '完成投资',
    'X',
    'XX',
    '20XX',
    '年',
    ' ',
    '亿元',
    '，',
    '。',
    '（待核实）',
    '【待补】',
    '____',
    '习近平总书记',
    '第',
    '届',
    '二十届',
    '中全会',
    '增长',
    '%',
    '《》',
    '……',
    '某',
    '县',
    '同志',
    '待定',
    '\n',
    '，具体数据由统计局提供',
  ];
  it('removes its finding, adds none, and leaves no doubled mark or blank', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), (parts) => {
        const text = parts.join('');
        const draft = draftOf(text);
        const holes = holesIn(draft);
        for (const hole of holes) {
          for (const fix of rule.fixes?.(hole, holes, draft, context) ?? []) {
            for (const edit of fix.edits) {
              expect(edit.start).toBeLessThanOrEqual(edit.end);
              expect(edit.end).toBeLessThanOrEqual(text.length);
            }
            if (fix.action !== 'edit') continue;
            const after = applyEdits(text, fix.edits);
            expect(holesIn(draftOf(after)).length).toBeLessThan(holes.length);
            const doubled = (value: string): number => value.match(/，，|、、|；；|。。(?!。)| {2}/g)?.length ?? 0;
            expect(doubled(after)).toBeLessThanOrEqual(doubled(text));
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
