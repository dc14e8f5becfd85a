/** What completion proposes, where it is called for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfferSource } from '../../../server/src/core/completion/index.ts';
import { keyOf } from '../../../server/src/core/completion/keys.ts';
import { ask, draftOf, proposeAt, snippets } from './ask.ts';

const labels = (marked: string, format?: 'plain' | 'markdown'): readonly string[] =>
  ask(marked, true, format).map((proposal) => proposal.label);

/** The first that is proposed, with what it replaces. */
function check(marked: string, label: string, replaced: string, format: 'plain' | 'markdown' = 'plain'): void {
  const [first] = ask(marked, true, format);
  const at = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  expect(first?.label).toBe(label);
  expect(text.slice(at - (first?.typed ?? 0), at + (first?.swallows ?? 0))).toBe(replaced);
}

describe('a snippet', () => {
  it.each([
    ['同志们：\nxingshi‸', '形势', 'xingshi'],
    ['同志们：\nxs‸', '形势', 'xs'],
    ['同志们：\nsituation‸', '形势', 'situation'],
    ['同志们：\n形势‸', '形势', '形势'],
    ['同志们：\n　　形势‸', '形势', '形势'],
    ['XS‸', '形势', 'XS'],
    ['xingsh‸', '形势', 'xingsh'],
    ['xshi‸', '形势', 'xshi'],
    ['今年要认清xs‸', '形势', 'xs'],
    ['今年，xs‸，', '形势', 'xs'],
    ['二、xingshi‸', '形势', 'xingshi'],
    ['一是抓早；二是形势‸', '形势', '形势'],
    ['抓早抓小。形势‸', '形势', '形势'],
    ['achievements-ind‸', '成绩产业', 'achievements-ind'],
    ['zdrw‸', '重点任务', 'zdrw'],
    ['# 讲话\n\n## 形势\n\nxs‸', '形势', 'xs', 'markdown'],
    ['- 形势‸', '形势', '形势', 'markdown'],
  ] as const)('%s', check);

  it.each(snippets.map((snippet) => [snippet.name, snippet] as const))(
    '%s is found by each of its prefixes, alone on a line',
    (name, snippet) => {
      const initials = snippet.keys.pinyin.map((syllable) => syllable[0]).join('');
      for (const prefix of [name, snippet.keys.pinyin.join(''), initials, snippet.keys.english]) {
        const found = ask(`同志们：\n\n${prefix}‸`, false).find((proposal) => proposal.label === name);
        expect(found).toMatchObject({ typed: prefix.length, filter: prefix });
      }
    },
  );

  it('is filtered by what continues what was typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...snippets), fc.nat(3), fc.integer({ min: 2, max: 40 }), (snippet, kind, length) => {
        const initials = snippet.keys.pinyin.map((syllable) => syllable[0]).join('');
        const prefix = [snippet.name, snippet.keys.pinyin.join(''), initials, snippet.keys.english][kind] ?? '';
        const typed = prefix.slice(0, length).replace(/-$/, '');
        const found = ask(`同志们：\n\n${typed}‸`).find((proposal) => proposal.label === snippet.name);
        expect(found?.filter.startsWith(typed)).toBe(true);
        expect(found?.typed).toBe(typed.length);
      }),
    );
  });

  it.each([
    ['xs', 'xs'],
    ['x', 'xingshi'],
    ['xi', 'xingshi'],
    ['xsh', 'xsh'],
    ['xingshi', 'xingshi'],
    ['xingshix', undefined],
    ['s', 'situation'],
    ['sx', undefined],
    ['xis', 'xis'],
  ])('%s is read as %s', (letters, key) => {
    expect(keyOf({ han: '形势', pinyin: ['xing', 'shi'], english: 'situation' }, letters)).toBe(key);
  });
});

const report = `雁溪县政府工作报告

各位代表：

现在，我代表县人民政府，向大会报告工作，请予审议。

一、过去一年工作回顾

一年来，全县上下取得了新的成绩。

‸

二、今年工作任务

今年要抓好重点项目。
`;

describe('the part that is being written comes first', () => {
  const sections = (marked: string): readonly string[] =>
    ask(marked).flatMap((proposal) => (proposal.kind === 'section' ? [proposal.role ?? ''] : []));

  it('in the achievements of a report', () => {
    const roles = sections(report);
    const count = snippets.filter((snippet) => snippet.role === 'achievements').length;
    expect(roles.slice(0, count)).toEqual(Array.from({ length: count }, () => 'achievements'));
    expect(ask(report).find((proposal) => proposal.kind === 'section')).toMatchObject({ why: { zh: '正写这一部分' } });
  });

  it('in the tasks', () => expect(sections(report.replace('‸', '').replace('重点项目。\n', '重点项目。\n\n‸'))[0]).toBe('tasks'));

  it('among those that the same letters call', () => {
    expect(labels(report.replace('‸', 'cj‸'))[0]).toBe('成绩');
    expect(labels('一、存在的问题\n\n这些问题要正视。\n\ncj‸')[0]).toBe('差距');
  });

  it('in the parts that follow, and those before it last', () => {
    const roles = [...new Set(sections(report))];
    expect(roles.indexOf('problems')).toBeLessThan(roles.indexOf('tasks'));
    expect(roles.indexOf('tasks')).toBeLessThan(roles.indexOf('greeting'));
  });

  it('with whole speeches at the very beginning and nowhere else', () => {
    expect(ask('‸')[0]?.kind).toBe('skeleton');
    expect(labels('‸')).toContain('成绩');
    expect(labels(report)).not.toContain('主持词');
    expect(labels('dybs‸')[0]).toBe('动员部署');
  });

  it('indented as the paragraph is', () => {
    expect(ask('　　anli‸').length).toBe(0);
    const several = ask('　　zcc‸')[0];
    expect(several?.label).toBe('主持词');
    const points = snippets.find((snippet) => snippet.role !== undefined && snippet.body.includes('\n'));
    const put = ask(`同志们：\n　　${points?.keys.pinyin.join('')}‸`).find((proposal) => proposal.label === points?.name);
    expect(put?.text.split('\n').filter((line, at) => at > 0 && line !== '' && !line.startsWith('　　'))).toEqual([]);
  });
});

describe('the next mark of a list', () => {
  it.each([
    ['要做到：一是抓早；‸', '二是', ''],
    ['要做到：一是抓早。‸', '二是', ''],
    ['一是抓早；二‸', '二是', '二'],
    ['一是抓早；er‸', '二是', 'er'],
    ['一是抓早；es‸', '二是', 'es'],
    ['一要抓早；‸', '二要', ''],
    ['首先，要抓早；‸', '其次，', ''],
    ['首先，要抓早；其次，要抓小；‸', '再次，', ''],
    ['第一，抓早；‸', '第二，', ''],
    ['其一，抓早；其‸', '其二，', '其'],
    ['九是抓早；‸', '十是', ''],
    ['一是抓早。二是抓小。‸', '三是', ''],
    ['　　一是抓早；\n　　‸', '二是', ''],
    ['（一）抓产业。要抓实。\n\n‸', '（二）', ''],
    ['（一）抓产业。要抓实。\n\n（‸', '（二）', '（'],
    ['（一）抓产业。要抓实。\n\n（‸）', '（二）', '（）'],
    ['一、提高认识\n\n要学。\n\n‸', '二、', ''],
    ['一、提高认识\n‸', '（一）', ''],
    ['（一）抓产业\n‸', '1.', ''],
    ['1.摸清底数。\n‸', '2.', ''],
    ['（1）摸清底数。\n‸', '（2）', ''],
    ['——坚持实干。\n‸', '——', ''],
    ['## 一、提高认识\n\n要学。\n\n‸', '## 二、', '', 'markdown'],
    ['## 一、提高认识\n\n要学。\n\n## ‸', '二、', '', 'markdown'],
  ] as const)('%s', check);

  it('comes with those of the headings around it', () => {
    expect(labels('一、提高认识\n（一）抓产业。要抓实。\n‸').slice(0, 2)).toEqual(['（二）', '二、']);
  });

  it('keeps the indentation of the last one', () => {
    expect(ask('　　（一）抓产业。要抓实。\n‸')[0]?.text).toBe('　　（二）');
    expect(ask('　　（一）抓产业。要抓实。\n　　‸')[0]?.text).toBe('（二）');
  });

  it.each(['十年来，成绩很大；‸', '今年以来，成绩很大。‸', '一是抓早，‸', '二、‸'])('none: %s', (text) => {
    expect(ask(text)).toEqual([]);
  });
});

describe('what the draft uses', () => {
  const draft =
    '根据《泽川县营商环境条例》，由县市场监管局会同泽川县人民医院落实。县委书记林志远同志、陈晓禾局长作了部署。《泽川县营商环境条例》要学。投资《XX规划》。\n';

  it.each([
    [`${draft}学习《‸`, '《泽川县营商环境条例》', ''],
    [`${draft}学习《‸》`, '《泽川县营商环境条例》', ''],
    [`${draft}学习《泽川‸》`, '《泽川县营商环境条例》', '泽川'],
    [`${draft}感谢县市‸`, '县市场监管局', '县市'],
    [`${draft}感谢，县市‸`, '县市场监管局', '县市'],
    [`${draft}请泽川县人‸`, '泽川县人民医院', '泽川县人'],
    [`${draft}刚才，林‸`, '林志远同志', '林'],
    [`${draft}刚才陈晓‸`, '陈晓禾局长', '陈晓'],
  ] as const)('%s', (marked, label, replaced) => {
    const at = marked.indexOf('‸');
    const found = ask(marked).find((proposal) => proposal.label === label);
    expect(found && marked.slice(at - found.typed, at)).toBe(replaced);
  });

  it('closes book marks once', () => {
    expect(ask(`${draft}学习《‸`)[0]?.text).toBe('泽川县营商环境条例》');
    expect(ask(`${draft}学习《‸》`)[0]?.text).toBe('泽川县营商环境条例');
  });

  it('says how often, and leaves out what has holes', () => {
    expect(ask(`${draft}学习《‸`)[0]?.why?.zh).toBe('本稿已用2次');
    expect(labels(`${draft}学习《‸`)).toEqual(['《泽川县营商环境条例》']);
  });

  it('does not take what has just been typed for a name to be typed', () => {
    expect(labels('下面请林志远同志‸')).toEqual([]);
    expect(labels('学习《泽川县营商环境条例‸')).toEqual([]);
  });
});

describe('an indicator', () => {
  it.each([
    ['全年地区生产‸', '地区生产总值', '地区生产'],
    ['全年，一般公共‸', '一般公共预算收入', '一般公共'],
    ['实现gdp‸', '地区生产总值', 'gdp'],
    ['全年dqsczz‸', '地区生产总值', 'dqsczz'],
    ['固定‸', '固定资产投资', '固定'],
  ] as const)('%s', check);

  it('comes with its unit and slots', () => {
    expect(ask('全年地区生产‸')[0]).toMatchObject({ text: '地区生产总值达到${1:X}亿元，增长${2:X}%', note: { zh: '指标，单位：亿元' } });
  });
});

describe('another source', () => {
  const sheet: OfferSource = {
    offers: () => [
      {
        kind: 'indicator',
        label: '地区生产总值 1234.5亿元',
        keys: { han: '地区生产总值', pinyin: ['di', 'qu', 'sheng', 'chan', 'zong', 'zhi'], english: 'gdp' },
        text: '地区生产总值1234.5亿元',
        isSnippet: false,
      },
    ],
  };

  it.each(['全年地区生‸', '全年dqsc‸', 'gdp‸'])('answers before our own: %s', (marked) => {
    expect(ask(marked, true, 'plain', [sheet])[0]?.label).toBe('地区生产总值 1234.5亿元');
  });
});

it('never throws, and replaces what stands before the caret on its line', () => {
  const pieces = fc.constantFrom(
    '一是',
    '二',
    '；',
    '。',
    '\n',
    '（一）',
    '《',
    '》',
    'xs',
    'x',
    '形势',
    '地区生产',
    ' ',
    '　',
    '#',
    '——',
    '𠮷',
    '同志',
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 14 }),
      fc.nat(40),
      fc.boolean(),
      fc.constantFrom('plain' as const, 'markdown' as const),
      (parts, at, called, format) => {
        const text = parts.join('');
        const offset = Math.min(at, text.length);
        for (const proposal of proposeAt(draftOf(text, format), offset, called)) {
          const replaced = text.slice(offset - proposal.typed, offset);
          expect(replaced).not.toMatch(/[\r\n]/);
          expect(proposal.filter.toLowerCase().startsWith(replaced.toLowerCase())).toBe(true);
          expect(text.slice(offset, offset + proposal.swallows)).toMatch(/^[）)]?$/u);
        }
      },
    ),
  );
});
