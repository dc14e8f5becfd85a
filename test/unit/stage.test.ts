/** The stage: 字数, figures read aloud, pauses, speaking time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  againstTarget,
  countText,
  gapDetail,
  gapText,
  lengthText,
  measure,
  measureDraft,
  MeasureCache,
  paceOf,
  rangeAround,
  readAloud,
  secondsOf,
  spokenOf,
  timeText,
} from '../../server/src/core/stage/index.ts';
import { latinSyllables, wholeNumber } from '../../server/src/core/stage/aloud.ts';
import { createDraft } from '../../server/src/core/text/draft.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { outlineOf } from '../../server/src/core/text/sections/index.ts';

function draftOf(text: string): Draft {
  return createDraft({ uri: 'test:draft', version: 1, format: 'plain', text });
}

describe('字数 as Word counts', () => {
  // text, 字数, 字符数（不计空格）, 字符数（计空格）, Han alone
  const rows: readonly (readonly [string, number, number, number, number])[] = [
    ['', 0, 0, 0, 0],
    ['同志们', 3, 3, 3, 3],
    ['同志们：', 4, 4, 4, 3],
    ['增长12.5%，', 4, 8, 8, 2],
    ['GDP增长', 3, 5, 5, 2],
    ['hello world', 2, 10, 11, 0],
    ['第 1 项', 3, 3, 5, 2],
    ['“十五五”规划', 7, 7, 7, 5],
    ['——坚持', 4, 4, 4, 2],
    ['……', 2, 2, 2, 0],
    ['甲\n乙\r\n丙', 3, 3, 3, 3],
    ['　　同志们', 3, 3, 5, 3],
    ['（1）修路', 5, 5, 5, 2],
    ['1.修路', 3, 4, 4, 2],
    ['𠮷野家', 3, 3, 3, 3],
    ['한국', 2, 2, 2, 0],
    ['3×4', 3, 3, 3, 0],
  ];
  it.each(rows)('%s', (text, words, characters, charactersWithBlanks, han) => {
    expect(countText(text)).toEqual({ words, characters, charactersWithBlanks, han });
  });
});

describe('figures read aloud', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['12.5%', '百分之十二点五'],
    ['100%', '百分之一百'],
    ['3‰', '千分之三'],
    ['5%—6%', '百分之五到百分之六'],
    ['5～6%', '百分之五到百分之六'],
    ['2026年', '二零二六年'],
    ['2000年', '二零零零年'],
    ['2021—2025年', '二零二一到二零二五年'],
    ['2026年1月6日', '二零二六年一月六日'],
    ['2026-01-06', '二零二六年一月六日'],
    ['3000年历史', '三千年历史'],
    ['2000多年', '二千多年'],
    ['0', '零'],
    ['10人', '十人'],
    ['110人', '一百一十人'],
    ['1002', '一千零二'],
    ['1020', '一千零二十'],
    ['10000', '一万'],
    ['10010', '一万零一十'],
    ['50375万元', '五万零三百七十五万元'],
    ['100000000', '一亿'],
    ['100050000', '一亿零五万'],
    ['3.85亿元', '三点八五亿元'],
    ['10.08', '十点零八'],
    ['0.5', '零点五'],
    ['1,234,567', '一百二十三万四千五百六十七'],
    ['12345.6', '一万二千三百四十五点六'],
    ['1—5月', '一到五月'],
    ['1/3', '三分之一'],
    ['9:30', '九点三十分'],
    ['09:05', '九点零五分'],
    ['9:00', '九点整'],
    ['12345热线', '一二三四五热线'],
    ['13800138000', '一三八零零一三八零零零'],
    ['8个平台', '八个平台'],
    ['007', '零零七'],
    ['２６℃', '二十六摄氏度'],
    ['12km', '十二公里'],
    ['第15号', '第十五号'],
    ['没有数字', '没有数字'],
  ];
  it.each(rows)('%s', (text, said) => {
    expect(readAloud(text)).toBe(said);
  });
  it('an endless figure is read digit by digit', () => {
    expect(wholeNumber('1'.repeat(30))).toBe('一'.repeat(30));
  });
  it.each([
    ['GDP', 3],
    ['WTO', 5],
    ['App', 1],
    ['internet', 3],
    ['G', 1],
  ])('%s', (word, syllables) => {
    expect(latinSyllables(word)).toBe(syllables);
  });
});

describe('the table of figures read aloud in docs/stage.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/stage.md'), 'utf8');
  const sources = new Set([...page.matchAll(/^- \*\*\[(?<name>\S+)\]\*\*/gmu)].map((match) => match.groups?.['name']));
  const rows = [...page.matchAll(/^\| (?<written>[^|]+) \| (?<said>\p{Script=Han}+) \| (?<source>\S+) \|$/gmu)].map(
    ({ groups }) => [groups?.['written'] ?? '', groups?.['said'] ?? '', groups?.['source'] ?? ''] as const,
  );
  it('has its rows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(48);
  });
  it.each(rows)('%s is %s (%s)', (written, said, source) => {
    expect(readAloud(written)).toBe(said);
    expect(sources).toContain(source);
  });
});

describe('what there is to say', () => {
  const rows: readonly (readonly [string, number, number])[] = [
    ['同志们', 3, 0],
    ['同志们：', 3, 0.2],
    ['增长12.5%。', 9, 0.4],
    ['GDP增长', 5, 0],
    ['一、甲', 2, 0],
    ['甲，乙；丙。', 3, 0.8],
    ['谢谢！（掌声）', 2, 4.4],
    ['（颁奖，音乐起）', 0, 3],
    ['（长时间热烈鼓掌）', 0, 4],
    ['', 0, 0],
  ];
  it.each(rows)('%s', (text, syllables, pause) => {
    const spoken = spokenOf(text);
    expect(spoken.syllables).toBe(syllables);
    expect(spoken.pause).toBeCloseTo(pause, 6);
  });
  it('applause is counted every time', () => {
    expect([1, 2, 3].map(() => spokenOf('（掌声）').pause)).toEqual([4, 4, 4]);
  });
  it('a slot counts as its expected length', () => {
    expect(spokenOf('投资X亿元', [{ start: 2, end: 3, kind: 'money' }]).syllables).toBe(7);
    expect(spokenOf('增长XX.X%', [{ start: 2, end: 6, kind: 'percent' }]).syllables).toBe(9);
    expect(spokenOf('投资亿元', [{ start: 2, end: 2, kind: 'blank' }]).syllables).toBe(7);
    expect(spokenOf('（待核实）完成', [{ start: 0, end: 5, kind: 'note' }]).syllables).toBe(2);
  });
});

describe('speaking time', () => {
  it.each([
    [1260, '约 18–24 分钟'],
    [600, '约 9–11 分钟'],
    [90, '约 80–100 秒'],
    [0, '约 0 秒'],
    [10, '约 10 秒'],
    [9, '约 10 秒'],
    [1, '不到 10 秒'],
    [8, '不到 10 秒'],
    [3000, '约 43–57 分钟'],
  ])('%i seconds', (seconds, text) => {
    expect(timeText(rangeAround(seconds)).zh).toBe(text);
  });
  it('a slower pace takes longer', () => {
    const spoken = spokenOf('甲'.repeat(200));
    expect([160, 200, 240].map((pace) => secondsOf(spoken, pace))).toEqual([75, 60, 50]);
  });
  it.each([
    [600, 10, { state: 'fits', seconds: 0, characters: 0 }],
    [650, 10, { state: 'fits', seconds: 50, characters: 170 }],
    [900, 10, { state: 'over', seconds: 300, characters: 1000 }],
    [300, 10, { state: 'short', seconds: 300, characters: 1000 }],
  ])('%i seconds for %i minutes', (seconds, minutes, gap) => {
    expect(againstTarget(seconds, minutes, 200)).toEqual(gap);
  });
});

describe('words for lengths', () => {
  it.each([
    [0, '0 字'],
    [999, '999 字'],
    [1234, '1\u202f234 字'],
    [1234567, '1\u202f234\u202f567 字'],
  ])('%i characters', (words, text) => {
    expect(lengthText(words).zh).toBe(text);
  });
  it.each([
    [0, '0 characters'],
    [1, '1 character'],
    [1001, '1\u202f001 characters'],
  ])('%i in English', (words, text) => {
    expect(lengthText(words).en).toBe(text);
  });
  it.each([
    [600, 10, '时长合适', '与目标 10 分钟相符'],
    [900, 10, '超 5 分钟', '比目标 10 分钟长约 5 分钟，可删约 1\u202f000 字'],
    [1140, 20, '时长合适', '与目标 20 分钟相符'],
    [300, 10, '差 5 分钟', '比目标 10 分钟短约 5 分钟，可增约 1\u202f000 字'],
    [215, 3, '超 40 秒', '比目标 3 分钟长约 40 秒，可删约 120 字'],
  ])('%i seconds for %i minutes', (seconds, minutes, text, detail) => {
    const gap = againstTarget(seconds, minutes, 200);
    expect([gapText(gap).zh, gapDetail(gap, minutes).zh]).toEqual([text, detail]);
  });
  it.each([
    ['slow', 160],
    ['middle', 200],
    ['fast', 240],
    [180, 180],
    ['toString', 200],
  ])('pace %s', (given, pace) => {
    expect(paceOf(given)).toBe(pace);
  });
});

describe('measures', () => {
  const text = '在会上的讲话\n（2026年1月6日）\n同志们：\n今天讲两点。\n一、甲方面\n要早谋划，完成投资\n?\n二、乙方面\n要早动手。\n';
  const draft = draftOf(text);
  const outline = outlineOf(draft);
  it('nobody says the title block and stray lines', () => {
    const { spoken, counts } = measureDraft(draft, outline);
    expect(spoken.syllables).toBe('同志们今天讲两点一甲方面要早谋划完成投资二乙方面要早动手'.length);
    expect(counts.words).toBe(countText(text).words);
  });
  it('a section', () => {
    const section = outline.sections[1];
    if (!section) throw new Error('no section');
    expect(measure(draft, outline, section).spoken.syllables).toBe('二乙方面要早动手'.length);
  });
  it('a selection inside a paragraph', () => {
    const start = text.indexOf('早谋划');
    const part = measure(draft, outline, { start, end: start + 3 });
    expect(part.counts.words).toBe(3);
    expect(part.spoken.syllables).toBe(3);
  });
  it('slots of the draft', () => {
    const start = text.indexOf('投资') + 2;
    const more = measureDraft(draft, outline, [{ start, end: start, kind: 'blank' }]).spoken.syllables;
    expect(more - measureDraft(draft, outline).spoken.syllables).toBe(3);
  });
  it('the parts add up to the whole, with and without memory', () => {
    const cache = new MeasureCache();
    const whole = measureDraft(draft, outline, [], cache);
    expect(measureDraft(draft, outline, [], cache)).toEqual(whole);
    expect(measureDraft(draft, outline)).toEqual(whole);
    const middle = text.indexOf('一、');
    const left = measure(draft, outline, { start: 0, end: middle });
    const right = measure(draft, outline, { start: middle, end: text.length });
    expect(left.counts.words + right.counts.words).toBe(whole.counts.words);
    expect(left.spoken.syllables + right.spoken.syllables).toBe(whole.spoken.syllables);
  });
  it('what is remembered of a paragraph holds for its holes only', () => {
    const cache = new MeasureCache();
    const start = text.indexOf('投资') + 2;
    const slots = [{ start, end: start, kind: 'money' }];
    for (const own of [[], slots, [], slots]) expect(measureDraft(draft, outline, own, cache)).toEqual(measureDraft(draft, outline, own));
    const [paragraph] = draft.paragraphs;
    if (!paragraph) throw new Error('no paragraph');
    expect(cache.of(paragraph, [])).toBe(cache.of(paragraph, []));
  });
  it('a line broken in mid-sentence is said as one', () => {
    const broken = draftOf('今年全县的固定资产投资，预计可以达到三百\n二十亿元，比去年要多。\n');
    expect(measureDraft(broken, outlineOf(broken)).spoken.syllables).toBe(
      spokenOf('今年全县的固定资产投资，预计可以达到三百二十亿元，比去年要多。').syllables,
    );
  });
});
