/** The outline: sections, items, title block, closing, places, roles. */
import { describe, expect, it } from 'vitest';
import { createDraft } from '../../server/src/core/text/draft.ts';
import type { Draft, Format } from '../../server/src/core/text/draft.ts';
import { outlineOf, paragraphRole, placeAt, roleOf } from '../../server/src/core/text/sections/index.ts';
import type { Section } from '../../server/src/core/text/sections/index.ts';
import { guiseOf } from '../../server/src/core/text/sections/guise.ts';
import { hanNumeral, readNumeral } from '../../server/src/core/text/sections/numerals.ts';

function draftOf(text: string, format: Format = 'plain'): Draft {
  return createDraft({ uri: 'test:draft', version: 1, format, text });
}

/** The tree of sections as lines: indent, mark, title; … where text follows in the same paragraph. */
function tree(text: string, format: Format = 'plain'): string[] {
  const lines: string[] = [];
  const walk = (sections: readonly Section[], depth: number): void => {
    for (const section of sections) {
      lines.push(`${'  '.repeat(depth)}${section.marker}|${section.title}${section.kind === 'heading' && section.runIn ? '…' : ''}`);
      walk(section.children, depth + 1);
    }
  };
  walk(outlineOf(draftOf(text, format)).sections, 0);
  return lines;
}

/** What stands around the sections. */
function frame(text: string, format: Format = 'plain'): Record<string, string>[] {
  return outlineOf(draftOf(text, format)).speeches.map((speech) => {
    const parts: Record<string, string> = {};
    for (const key of ['title', 'speaker', 'date', 'salutation', 'closing'] as const) {
      const span = speech[key];
      if (span) parts[key] = text.slice(span.start, span.end);
    }
    return parts;
  });
}

const body = '这一段讲具体怎么做，谁来做，什么时候做完。';

describe('tree of sections', () => {
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'four levels',
      `一、甲\n（一）乙\n1.丙\n（1）丁\n${body}\n二、戊\n${body}`,
      ['一、|甲', '  （一）|乙', '    1.|丙', '      （1）|丁', '二、|戊'],
    ],
    ['levels left out', `一、甲\n1.乙\n2.丙\n二、丁\n（1）戊\n`, ['一、|甲', '  1.|乙', '  2.|丙', '二、|丁', '  （1）|戊']],
    ['run-in heading', `（一）多办实事促增收。${body}\n`, ['（一）|多办实事促增收…']],
    ['run-in heading without text behind', '（一）多办实事促增收。\n', ['（一）|多办实事促增收']],
    ['heading with a colon', `一、甲：\n${body}`, ['一、|甲']],
    ['list inside a paragraph', '要做到：一是早谋划，抢在前头；二是早动手；三是早见效。', ['一是|早谋划', '二是|早动手', '三是|早见效']],
    ['list by paragraphs', `一、甲\n一是早谋划。${body}\n二是早动手。${body}\n`, ['一、|甲', '  一是|早谋划', '  二是|早动手']],
    ['list in a list', '一是抓早，一要早谋划，二要早动手；二是抓实。', ['一是|抓早', '  一要|早谋划', '  二要|早动手', '二是|抓实']],
    ['first mark without a stop', '各单位一要早动员；二要细排查。', ['一要|早动员', '二要|细排查']],
    ['one item is no list', `一是早谋划。${body}`, []],
    ['dashes', `——坚持实干为先。${body}\n——坚持群众为本。${body}\n`, ['——|坚持实干为先', '——|坚持群众为本']],
    ['ordinals over 1.', `第一，甲。${body}\n1.乙。${body}\n第二，丙。${body}\n`, ['第一，|甲…', '  1.|乙…', '第二，|丙…']],
    ['ordinals under 一、', `一、甲\n第一，乙。${body}\n第二，丙。${body}\n`, ['一、|甲', '  第一，|乙…', '  第二，|丙…']],
    ['ordinals in one paragraph', '第一，甲；第二，乙。', ['第一，|甲', '第二，|乙']],
    ['首先 其次 最后', '首先，甲；其次，乙；最后，丙。', ['首先，|甲', '其次，|乙', '最后，|丙']],
    ['circled', '要做到①甲；②乙；③丙。', ['①|甲', '②|乙', '③|丙']],
    ['chapters', `第一部分　甲\n一、乙\n${body}\n第二部分　丙\n一、丁\n`, ['第一部分|甲', '  一、|乙', '第二部分|丙', '  一、|丁']],
    ['half-width and full-width marks', `(一)甲\n１．乙\n1)丙\n`, ['(一)|甲', '  １．|乙', '    1)|丙']],
    ['quoted items are none', '他写道“一是早谋划，二是早动手”，大家都记住了。', []],
    ['junk lines', `一、甲\n?\n${body}\n- 12 -\n二、乙\n`, ['一、|甲', '二、|乙']],
    ['page number before words', `一、甲\n大家要按照\n 4要求抓好落实，一步一步往前走。\n二、乙\n`, ['一、|甲', '二、|乙']],
    [
      'line broken behind a run-in heading',
      `（一）多办实事促增收。要把全县的重点项目建设，一个一个抓\n到位、抓出成效来。\n（二）多办好事促和谐。${body}\n`,
      ['（一）|多办实事促增收…', '（二）|多办好事促和谐…'],
    ],
    ['not a heading', `2.5亿元已经到位。\n3个项目开工。\n二、三季度的任务更重。\n（2026年）\n三要素缺一不可。`, []],
    [
      'numbers behind a number',
      `一、二季度工作回顾\n二、二季度的工作要抓紧，一步也不能松。\n三、二季度之后怎么办，大家议一议。\n`,
      ['一、|二季度工作回顾', '二、|二季度的工作要抓紧，一步也不能松', '三、|二季度之后怎么办，大家议一议'],
    ],
    ['numbers in a row', `一、二季度，大家都很辛苦。\n二、三产业，占了七成。\n`, []],
    ['一年来 and 二〇二六年', `一、一年来的工作\n二、二〇二六年的任务\n`, ['一、|一年来的工作', '二、|二〇二六年的任务']],
    ['year behind a number', `1.2026年的目标\n${body}`, ['1.|2026年的目标']],
    ['nothing', '', []],
  ];
  it.each(rows)('%s', (_name, text, expected) => {
    expect(tree(`开头先说一句话，后面再说正题。\n${text}`)).toEqual(expected);
  });

  it('Markdown headings with and without numbers', () => {
    const text = `# 在会上的讲话\n\n## 一、甲\n\n### （一）乙\n\n**1.丙**\n\n## 小结\n\n- 丁\n\n\`\`\`\n一、代码\n\`\`\`\n`;
    expect(tree(text, 'markdown').filter((line) => !line.includes('代码'))).toEqual(['一、|甲', '  （一）|乙', '    1.|丙', '|小结']);
  });

  it('what the markup hides opens nothing', () => {
    const text = '# 讲话\n\n```\n一、代码\n```\n\n一、甲\n';
    const start = text.indexOf('```');
    const view = { masks: [{ kind: 'hidden' as const, start, end: text.lastIndexOf('```') + 3 }] };
    const draft = createDraft({ uri: 'test:draft', version: 1, format: 'markdown', text, markup: { read: () => view } });
    expect(outlineOf(draft).sections.map((section) => section.title)).toEqual(['甲']);
  });
});

describe('title block, salutation, closing', () => {
  it('all of them', () => {
    const text = `在全县会议上的讲话\n（2026年1月6日）\n县委书记　周明远\n同志们：\n${body}\n同志们，让我们一起努力！\n谢谢大家！\n`;
    expect(frame(text)).toEqual([
      {
        title: '在全县会议上的讲话',
        date: '（2026年1月6日）',
        speaker: '县委书记　周明远',
        salutation: '同志们：',
        closing: '同志们，让我们一起努力！\n谢谢大家！',
      },
    ]);
  });
  it('a title on two lines', () => {
    expect(frame(`在全县第一次全体会议\n暨作风建设大会上的讲话\n2026年1月6日\n${body}`)[0]?.['title']).toBe(
      '在全县第一次全体会议\n暨作风建设大会上的讲话',
    );
  });
  it('a title with a second line behind ——', () => {
    expect(frame(`把根扎深\n——在党课上的讲稿\n林晓\n同志们：\n${body}`)[0]).toMatchObject({
      title: '把根扎深\n——在党课上的讲稿',
      speaker: '林晓',
    });
  });
  it('a date with slots', () => {
    expect(frame(`在全县会议上的讲话\n（20XX年X月X日）\n同志们：\n${body}`)[0]?.['date']).toBe('（20XX年X月X日）');
  });
  it.each([
    ['2026年2月17日（星期二，农历正月初一）', 'date'],
    ['（2026年2月17日，农历丙午年正月初一，周二）', 'date'],
    ['二〇二六年二月十六日 农历除夕', 'date'],
    ['2024年9月周边环境整治情况汇报', 'title'],
    ['1998年3月5日周恩来同志诞辰座谈会', undefined],
    ['2026年5月4日周年纪念大会', undefined],
    ['2026年2月农历春节前慰问', undefined],
  ])('a date by the calendars that people name, and by nothing else: %s', (line, guise) => {
    expect(guiseOf(line, 0, undefined)).toBe(guise);
  });
  it('a salutation that text follows', () => {
    expect(frame(`在全县会议上的讲话\n同志们：年初以来，大家都很辛苦。\n`)[0]?.['salutation']).toBe('同志们：');
  });
  it('several speeches in one file', () => {
    const text = `第一篇：讲话\n在甲会上的讲话\n同志们：\n一、甲\n${body}\n谢谢大家！\n第二篇：讲话\n在乙会上的致辞\n各位来宾：\n${body}\n`;
    expect(frame(text).map((item) => item['title'])).toEqual(['在甲会上的讲话', '在乙会上的致辞']);
  });
  it('an address in the middle begins no speech', () => {
    expect(frame(`在全县会议上的讲话\n同志们：\n一、甲\n${body}\n同志们：\n${body}\n二、乙\n${body}\n`)).toHaveLength(1);
  });
  it('an address behind thanks begins one', () => {
    expect(frame(`同志们：\n${body}\n谢谢大家！\n各位来宾：\n${body}\n`)).toHaveLength(2);
  });
  it('verses belong to the closing', () => {
    const closing = '最后，送大家四句话：\n根在泥中深一寸，\n枝向云天高一分。\n谢谢大家！';
    expect(frame(`在党课上的讲稿\n同志们：\n${body}${body}\n${closing}\n`)[0]?.['closing']).toBe(closing);
  });
  it('the closing is no part of the last section', () => {
    const draft = draftOf(`一、甲\n${body}\n同志们，让我们一起努力！\n`);
    const [section] = outlineOf(draft).sections;
    expect(draft.text.slice(section?.start, section?.end)).toBe(`一、甲\n${body}`);
  });
});

describe('place of an offset', () => {
  const text = `在会上的讲话\n同志们：\n开场第一段。\n开场第二段。\n一、甲\n甲的第一段。\n（一）乙。乙的第一段。\n?\n乙的第二段。\n二、丙\n丙的第一段。\n`;
  const rows: readonly (readonly [string, readonly string[], number, boolean])[] = [
    ['在会上', [], 1, true],
    ['开场第一', [], 1, false],
    ['开场第二', [], 2, false],
    ['一、甲', ['一、'], 1, true],
    ['甲的第一', ['一、'], 1, false],
    ['乙的第一', ['一、', '（一）'], 1, false],
    ['乙的第二', ['一、', '（一）'], 2, false],
    ['丙的第一', ['二、'], 1, false],
  ];
  it.each(rows)('%s', (words, path, paragraph, heading) => {
    const draft = draftOf(text);
    expect(placeAt(outlineOf(draft), draft, text.indexOf(words))).toEqual({ path, paragraph, heading });
  });
  it.each([-5, 10_000])('offset %i outside the text', (offset) => {
    const draft = draftOf(text);
    expect(placeAt(outlineOf(draft), draft, offset).paragraph).toBe(1);
  });
  it('an empty draft', () => {
    const draft = draftOf('');
    expect(placeAt(outlineOf(draft), draft, 0)).toEqual({ path: [], paragraph: 1, heading: false });
  });
});

describe('numerals', () => {
  it('reads back what it writes', () => {
    for (let value = 1; value <= 99; value += 1) expect(readNumeral(hanNumeral(value)), hanNumeral(value)).toBe(value);
  });
  it.each([
    ['十', 10],
    ['两', 2],
    ['二十', 20],
    ['９', 9],
    ['12', 12],
    ['0', undefined],
    ['十十', undefined],
    ['一二', undefined],
    ['', undefined],
  ])('%s', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });
});

describe('roles', () => {
  it.each([
    ['过去一年的工作回顾', '', 'achievements'],
    ['存在的问题和不足', '', 'problems'],
    ['当前面临的形势', '', 'situation'],
    ['提高站位，充分认识重要性', '', 'situation'],
    ['今年工作的指导思想', '', 'guiding-thought'],
    ['主要预期目标', '', 'targets'],
    ['突出重点，抓好今年各项任务', '', 'tasks'],
    ['加强领导，强化保障', '', 'safeguards'],
    ['几点体会', '', 'experience'],
    ['几点希望', '', 'hopes'],
    ['甲', '在肯定成绩的同时，也要清醒地看到，工作中还有不少问题。', 'problems'],
    ['甲', '今年的主要目标是：收入增长百分之六。', 'targets'],
    ['甲', '乙丙丁。', undefined],
  ])('%s %s', (title, words, role) => {
    expect(roleOf(title, words)).toBe(role);
  });
  it.each([
    ['大家上午好！', 'greeting'],
    ['我谨代表县委，向各位来宾表示热烈的欢迎！', 'congratulation'],
    ['最后，预祝大会圆满成功！', 'wishes'],
    ['今天的会议有三项议程：', 'agenda'],
    ['今天，我们召开这次会议，目的是统一思想。', 'opening'],
    ['我坚决拥护组织的决定。', 'pledge'],
    ['一年来，全县上下真抓实干。', 'achievements'],
    ['春天到了。', undefined],
  ])('%s', (text, role) => {
    expect(paragraphRole(text)).toBe(role);
  });
});
