/** Owns what makes a file a speech, and how the editor behaves in one: words, pairs, what Enter writes. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectFile } from '../support/grammar.ts';

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly indent: string; readonly appendText: string };
}

interface Configuration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly brackets: readonly (readonly [string, string])[];
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly surroundingPairs: readonly (readonly [string, string])[];
  readonly onEnterRules: readonly EnterRule[];
  readonly comments?: unknown;
}

interface Contributes {
  readonly languages: readonly {
    readonly id: string;
    readonly extensions: readonly string[];
    readonly filenamePatterns: readonly string[];
    readonly firstLine: string;
    readonly configuration: string;
    readonly icon: { readonly light: string; readonly dark: string };
  }[];
  readonly grammars: readonly {
    readonly scopeName: string;
    readonly path: string;
    readonly injectTo?: readonly string[];
    readonly tokenTypes?: Readonly<Record<string, string>>;
  }[];
  readonly snippets: readonly { readonly language: string; readonly path: string }[];
  readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const { contributes } = JSON.parse(await projectFile('package.json')) as { readonly contributes: Contributes };
const configuration = JSON.parse(await projectFile('syntaxes/language-configuration.json')) as Configuration;
const speech = contributes.languages.find((language) => language.id === 'speech');

describe('the language', () => {
  it('points at files that are there', () => {
    const files = [
      speech?.configuration,
      speech?.icon.light,
      speech?.icon.dark,
      ...contributes.grammars.map((grammar) => grammar.path),
      ...contributes.snippets.map((snippets) => snippets.path),
    ];
    expect(files.filter((file) => file === undefined || !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual([]);
  });

  it.each([
    ['全市工作会讲话.txt', true],
    ['讲话稿（送审）.txt', true],
    ['2026年政府工作报告 终稿.txt', true],
    ['开幕致辞.txt', true],
    ['主持词2.txt', true],
    ['发言.speech', true],
    ['a.jianggao', true],
    ['会议纪要.txt', false],
    ['readme.txt', false],
    ['工作报告.md', false],
  ])('takes %s: %s', (name, taken) => {
    const byPattern = speech?.filenamePatterns.some((pattern) =>
      new RegExp(
        `^${pattern
          .split('*')
          .map((part) => part.replaceAll('.', '\\.'))
          .join('.*')}$`,
        'u',
      ).test(name),
    );
    const byExtension = speech?.extensions.some((extension) => name.endsWith(extension));
    expect(byPattern === true || byExtension === true).toBe(taken);
  });

  it.each([
    ['在全市教育大会上的讲话', true],
    ['\uFEFF政府工作报告', true],
    ['项目建设现场会主持词', true],
    ['同志们：', true],
    ['　　尊敬的各位领导、各位来宾：', true],
    ['各位代表：', true],
    ['购物清单', false],
    ['他在会上的讲话被整理成三页纸，我读了两遍', false],
    ['# Readme', false],
    ['尊敬的各位来宾：这是一封信的开头，后面还有话', false],
  ])('knows a speech by the first line %j: %s', (line, known) => {
    expect(new RegExp(speech?.firstLine ?? '(?!)').test(line)).toBe(known);
  });

  it('marks no full-width mark as a doubtful character, and wraps lines', () => {
    expect(contributes.configurationDefaults['[speech]']).toMatchObject({
      'editor.unicodeHighlight.ambiguousCharacters': false,
      'editor.unicodeHighlight.invisibleCharacters': false,
      'editor.unicodeHighlight.nonBasicASCII': false,
      'editor.wordWrap': 'on',
    });
  });

  it('lets brackets match and suggestions come inside quotations', () => {
    const grammar = contributes.grammars.find(({ scopeName }) => scopeName === 'text.speech');
    expect(grammar?.tokenTypes).toEqual({ 'string.quoted': 'other', 'comment.block.stage': 'other' });
  });

  it('knows no comments, and closes what it opens', () => {
    expect(configuration.comments).toBeUndefined();
    for (const { open, close } of configuration.autoClosingPairs) expect(configuration.brackets).toContainEqual([open, close]);
    expect(configuration.surroundingPairs).toEqual(expect.arrayContaining([...configuration.brackets]));
  });
});

describe('words', () => {
  it.each([
    ['推动形势xs', '推动形势', 'xs'],
    ['增长12.5%，达到X.X亿元', '增长', '12.5', '达到', 'X.X', '亿元'],
    ['******区“十四五”', '******', '区', '十四五'],
    ['SUV、1＋X、二〇二六年', 'SUV', '1', 'X', '二〇二六年'],
  ])('%s', (text, ...words) => {
    const { pattern, flags } = configuration.wordPattern;
    expect(text.match(new RegExp(pattern, `${flags}g`))).toEqual(words);
  });
});

describe('Enter at the end of a line', () => {
  it.each([
    ['（一）抓产业。要抓实。', '（二）'],
    ['　　（九）抓民生！', '　　（十）'],
    ['（十）抓党建。', '（十一）'],
    ['（十二）抓党建。', undefined],
    ['（一）抓产业', undefined],
    ['　　（一）抓产业', '　　'],
    ['一、提高认识。要学。', '二、'],
    ['一、提高认识', undefined],
    ['　　一是稳增长；', '　　二是'],
    ['三要抓细；', '四要'],
    ['三是惠民生。', undefined],
    ['1.摸清底数。', '2.'],
    ['（3）逐级上报；', '（4）'],
    ['1.5亿元到账', undefined],
    ['——坚持实干；', '——'],
    ['　　——坚持实干。', '　　——'],
    ['　　一般的段落，', '　　'],
    ['一般的段落。', undefined],
  ])('%s → %j', (line, appended) => {
    const rule = configuration.onEnterRules.find(
      ({ beforeText, afterText }) => new RegExp(beforeText).test(line) && (afterText === undefined || new RegExp(afterText).test('')),
    );
    expect(rule?.action.appendText).toBe(appended);
  });

  it('adds no number in the middle of a line', () => {
    const rule = configuration.onEnterRules.find(
      ({ beforeText, afterText }) =>
        new RegExp(beforeText).test('　　（一）抓产业。') && (afterText === undefined || new RegExp(afterText).test('要抓实。')),
    );
    expect(rule?.action.appendText).toBe('　　');
  });
});
