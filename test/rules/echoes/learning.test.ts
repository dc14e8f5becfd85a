/** Owns what words change once they are known, and what markup hides. */
import { describe, expect, it } from 'vitest';
import { createEchoes } from '../../../server/src/core/echoes/index.ts';
import { normalize } from '../../../server/src/core/echoes/normal/normal.ts';
import { proposeDoubled } from '../../../server/src/core/rules/repeated-phrase/doubled.ts';
import { createDraft } from '../../../server/src/core/text/draft.ts';
import type { Mask } from '../../../server/src/core/text/mask.ts';
import type { Word } from '../../../server/src/core/words.ts';
import { draftOf, echoesOf, told, wordsFrom } from './support.ts';

const head = '工作会讲话\n同志们：\n';

describe('words that come later', () => {
  const a = `${head}会上说了，把三号泵站的值守人员名单逐一张贴到村口。`;
  const b = `${head}先看水位。请大家把三号泵站的值守人员名单逐一张贴到村委会。`;
  const cut = wordsFrom([
    ['村口', 'n'],
    ['村委会', 'n'],
  ]);

  it('sharpen the ends of copies in every draft that holds one', () => {
    let known = false;
    const words = { of: (text: string): readonly Word[] | undefined => (known ? cut.of(text) : undefined) };
    const echoes = createEchoes({ words, options: { passage: {}, phrase: {} } });
    echoes.put(draftOf('a', a));
    echoes.put(draftOf('b', b));
    expect(told(echoes, 'a', a)).toEqual(['exact: 把三号泵站的值守人员名单逐一张贴到村']);
    expect(echoes.wants()).toHaveLength(2);
    expect([...echoes.learn()]).toEqual([]);
    known = true;
    expect([...echoes.learn()].sort()).toEqual(['a', 'b']);
    expect(told(echoes, 'a', a)).toEqual(['exact: 把三号泵站的值守人员名单逐一张贴到']);
    expect(told(echoes, 'b', b)).toEqual(['exact: 把三号泵站的值守人员名单逐一张贴到']);
    expect(echoes.wants()).toEqual([]);
    expect([...echoes.learn()]).toEqual([]);
  });

  it('give what they would have given at once', () => {
    let known = false;
    const words = { of: (text: string): readonly Word[] | undefined => (known ? cut.of(text) : undefined) };
    const late = createEchoes({ words, options: { passage: {}, phrase: {} } });
    for (const [uri, text] of [
      ['a', a],
      ['b', b],
    ] as const)
      late.put(draftOf(uri, text));
    known = true;
    late.learn();
    const early = echoesOf({ a, b }, {}, {}, cut);
    for (const uri of ['a', 'b']) expect(late.findings(uri)).toEqual(early.findings(uri));
  });

  it('are taken in where drafts that came together have begun to be judged without them', () => {
    let known = false;
    const words = { of: (text: string): readonly Word[] | undefined => (known ? cut.of(text) : undefined) };
    const late = createEchoes({ words, options: { passage: {}, phrase: {} } });
    late.putAll([draftOf('a', a), draftOf('b', b)]);
    expect(late.tellAhead('a', 0)).toBe(false);
    expect(late.settle(1)).toBe(false);
    known = true;
    expect([...late.learn()].sort()).toEqual(['a', 'b']);
    const early = echoesOf({ a, b }, {}, {}, cut);
    for (const uri of ['a', 'b']) expect(late.findings(uri)).toEqual(early.findings(uri));
  });

  it('decide on doubled words', () => {
    const text = `${head}研讨会会期三天。`;
    const echoes = echoesOf(
      { text },
      {},
      {},
      wordsFrom([
        ['研讨会', 'n'],
        ['会期', 'n'],
      ]),
    );
    expect(echoes.findings('text')).toEqual([]);
    expect(proposeDoubled('研讨会会期').map(({ start, end }) => [start, end])).toEqual([[2, 4]]);
  });
});

describe('settings', () => {
  it('change what is found, and tell which drafts are concerned', () => {
    const copy = '要把防汛备汛作为当前头等大事';
    const a = `${head}甲镇先讲。${copy}。`;
    const echoes = echoesOf({ a, b: `${head}乙镇先讲。${copy}。`, c: `${head}丙镇没有话。` });
    expect(told(echoes, 'a', a)).toHaveLength(1);
    expect([...echoes.configure({ passage: { minimumLength: 20 }, phrase: {} })].sort()).toEqual(['a', 'b']);
    expect(told(echoes, 'a', a)).toEqual([]);
    expect(echoes.whyNot('a', { start: 0, end: a.length }).some(({ reason }) => reason === 'too-short')).toBe(true);
  });
});

describe('markup', () => {
  const copy = '要把防汛备汛作为当前头等大事，逐村逐户排查隐患。';
  /** A reader that hides what stands between back quotes and takes `*` for marks. */
  const markup = {
    read(text: string): { readonly masks: readonly Mask[] } {
      const masks: Mask[] = [...text.matchAll(/`[^`]*`|\*+/gu)].map((found) => ({
        kind: found[0].startsWith('`') ? ('hidden' as const) : ('mark' as const),
        start: found.index,
        end: found.index + found[0].length,
      }));
      return { masks };
    },
  };

  it('hides code and does not count its own marks', () => {
    const texts = {
      code: `${head}看代码：\`${copy}\`完。`,
      bold: `${head}先说。**${copy.slice(0, 9)}**${copy.slice(9)}`,
      plain: `${head}再说。${copy}`,
    };
    const echoes = echoesOf({});
    for (const [uri, text] of Object.entries(texts)) echoes.put(createDraft({ uri, version: 1, format: 'markdown', text, markup }));
    expect(told(echoes, 'code', texts.code)).toEqual([]);
    expect(told(echoes, 'bold', texts.bold)).toEqual([`exact: ${copy.slice(0, 9)}**${copy.slice(9)}`]);
    expect(told(echoes, 'plain', texts.plain)).toEqual([`exact: ${copy}`]);
  });
});

describe('the normal form', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['ＡＢＣ，１２．５％', 'abc 12.5%'],
    ['1,200亩', '1200 亩'],
    ['完成XX亿元', '完成____亿元'],
    ['20XX年', '××××年'],
    ['要 抓、实', '要抓实。'],
    ['报告报告报告报告', '报告'],
  ];
  it.each(rows)('is the same for %s and %s', (a, b) => {
    expect([...normalize(a, []).codes]).toEqual([...normalize(b, []).codes]);
  });

  const others: readonly (readonly [string, string])[] = [
    ['增长12%', '增长13%'],
    ['甲方', '乙方'],
    ['X光', '光'],
    ['〇年', 'X年'],
    ['SpaceX', 'Space'],
  ];
  it.each(others)('tells %s from %s', (a, b) => {
    expect([...normalize(a, []).codes]).not.toEqual([...normalize(b, []).codes]);
  });
});
