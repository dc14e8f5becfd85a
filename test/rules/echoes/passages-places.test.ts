/** Owns what is told of repeated passages together: their other places, chains, and what an edit changes for others. */
import { describe, expect, it } from 'vitest';
import { repeatedPassage } from '../../../server/src/core/rules/repeated-passage/meta.ts';
import { repeatedPhrase } from '../../../server/src/core/rules/repeated-phrase/meta.ts';
import { editDraft } from '../../../server/src/core/text/draft.ts';
import { copy, lead } from './passage-rows.ts';
import { draftOf, echoesOf, read } from './support.ts';

describe('the examples of the rules', () => {
  for (const rule of [repeatedPassage, repeatedPhrase])
    for (const { bad, good } of rule.examples)
      it(`${rule.id}: ${good.slice(0, 12)}…`, () => {
        const marked = (text: string): string => {
          let now = text;
          const findings = echoesOf({ text }).findings('text');
          for (const { start, end } of [...findings].reverse()) now = `${now.slice(0, start)}⟦${now.slice(start, end)}⟧${now.slice(end)}`;
          return now;
        };
        expect(marked(bad.replace(/[⟦⟧]/gu, ''))).toBe(bad);
        expect(marked(good)).toBe(good);
      });
});

describe('repeated passages', () => {
  it('tells of all other places of a chain and of its parts', () => {
    const [one, two] = [copy, '今年雨水来得早，上游三座水库都在高水位运行。'];
    const texts = { a: `${lead}${one}\n${two}\n散会。`, b: `${lead}先看天气。\n${one}\n${two}\n完。`, c: `${lead}只有一句。${one}` };
    const echoes = echoesOf(texts);
    const places = (uri: 'a' | 'b' | 'c'): string[][] =>
      echoes
        .findings(uri)
        .map(({ related = [] }) =>
          related.map((item) => `${item.uri} ${texts[item.uri as 'a'].slice(item.start, item.end)} ${item.message?.id ?? ''}`),
        );
    expect(places('a')).toEqual([[`b ${one}\n${two} at-draft`, `c ${one} part-draft`]]);
    expect(places('b')).toEqual([[`a ${one}\n${two} at-draft`, `c ${one} part-draft`]]);
    expect(places('c')).toEqual([[`a ${one} at-draft`, `b ${one} at-draft`]]);
  });

  it('tells of a copy in the same draft that lies within a longer one elsewhere', () => {
    const [one, two] = [copy, '今年雨水来得早，上游三座水库都在高水位运行。'];
    const texts = { a: `${lead}${one}${two}\n下面说别的。${one}`, b: `${lead}先看天气。${one}${two}` };
    const [first] = echoesOf(texts).findings('a');
    expect(first && texts.a.slice(first.start, first.end)).toBe(one + two);
    expect(
      first?.related?.map((item) => `${item.uri} ${item.message?.id ?? ''} ${texts[item.uri as 'a'].slice(item.start, item.end)}`),
    ).toEqual([`b at-draft ${one}${two}`, `a part-place ${one}`]);
  });

  it('tells a draft when a chain elsewhere is broken', () => {
    const two = '今年雨水来得早，上游三座水库都在高水位运行。';
    const echoes = echoesOf({ a: `${lead}${copy}\n${two}\n散会。`, b: `${lead}${copy}\n${two}\n完。` });
    expect(echoes.findings('a')).toHaveLength(1);
    expect([...echoes.put(draftOf('b', `${lead}${copy}各镇街分头去办。\n${two}\n完。`, 2))].sort()).toEqual(['a', 'b']);
    expect(echoes.findings('a')).toHaveLength(2);
    expect([...echoes.put(draftOf('b', `${lead}${copy}\n${two}\n完。`, 3))].sort()).toEqual(['a', 'b']);
    expect(echoes.findings('a')).toHaveLength(1);
  });

  it('tells a draft when a part that it names stands on another line', () => {
    const two = '今年雨水来得早，上游三座水库都在高水位运行。';
    const b = `${lead}先看天气。\n只有一句。${copy}`;
    const echoes = echoesOf({ a: `${lead}${copy}\n${two}\n散会。`, b, c: `${lead}开会。\n${copy}\n${two}` });
    const part = (): number | undefined => echoes.findings('a')[0]?.related?.find(({ message }) => message?.id === 'part-draft')?.start;
    const before = part() ?? NaN;
    expect([...echoes.put(draftOf('b', b.replace('先看天气。\n', '先看天气。\n再看路。\n'), 2))].sort()).toEqual(['a', 'b', 'c']);
    expect(part()).toBe(before + 5);
  });

  it('ends behind a rare character and not within it', () => {
    const text = (word: string, end: string): string => `${lead}新增就业的有青年、残疾人、退役军人和${word}的农民工，共计一百四十人${end}`;
    const [a, b] = [text('返乡', '𠮷'), text('回乡', '。')];
    const [finding] = echoesOf({ a, b }).findings('a');
    expect(finding && a.slice(finding.start, finding.end)).toBe(a.slice(lead.length));
    expect(finding?.message.args['differences']).toBe('回 → 返；∅ → 𠮷');
  });

  it('lists the other places in one order, whatever was opened first', () => {
    const texts = ['甲', '乙', '丙'].map((name) => [`file:///${name}.txt`, `${lead}${name}镇先讲。${copy}${name}镇讲完。`] as const);
    const lists = [texts, [...texts].reverse()].map((order) => {
      const echoes = echoesOf(Object.fromEntries(order));
      return texts.map(([uri]) => echoes.findings(uri));
    });
    expect(lists[0]).toEqual(lists[1]);
    expect(lists[0]?.[1]?.[0]?.related?.map((item) => item.uri)).toEqual(['file:///丙.txt', 'file:///甲.txt']);
  });

  it('follows an edit in another draft and its closing', () => {
    const echoes = echoesOf({ a: `${lead}${copy}甲。`, b: `${lead}${copy}乙。` });
    expect(echoes.findings('a')).toHaveLength(1);
    expect([...echoes.put(draftOf('b', `${lead}改掉了。乙。`, 2))].sort()).toEqual(['a', 'b']);
    expect(echoes.findings('a')).toHaveLength(0);
    expect([...echoes.put(draftOf('b', `${lead}${copy}乙。`, 3))].sort()).toEqual(['a', 'b']);
    expect([...echoes.remove('b')]).toEqual(['a']);
    expect(echoes.findings('a')).toHaveLength(0);
  });

  it('sees parallelism come and go with the paragraphs between', () => {
    const shared = '在这次汛情应急处置过程中，';
    const members = [
      '党员干部冲在前头，三天三夜没有合眼，',
      '企业主动捐款捐物，十几家工厂腾出车间，',
      '青年志愿者顶着大雨搬运砂袋，半夜堵住缺口，',
    ].map((rest, index) => `${shared}${rest}第${String(index)}支队伍立了功，老乡们记在心里。`);
    const between = Array.from({ length: 5 }, (_, index) => `${'河道山塘泵站堤防闸门'.slice(2 * index, 2 * index + 2)}的事另外说。`);
    const together = `${lead}${members.join('\n')}`;
    const apart = `${lead}${[members[0], ...between, members[1], ...between, members[2]].join('\n')}`;
    const echoes = echoesOf({ text: together });
    const count = (): number => echoes.findings('text').filter((finding) => finding.rule === 'repeated-passage').length;
    expect(count()).toBe(0);
    let draft = draftOf('text', together);
    for (const [index, paragraph] of members.slice(0, 2).entries()) {
      const end = draft.text.indexOf(paragraph) + paragraph.length;
      draft = editDraft(draft, index + 2, [{ start: end, end, text: `\n${between.join('\n')}` }]);
      echoes.put(draft);
    }
    expect(draft.text).toBe(apart);
    expect(count()).toBe(3);
    echoes.put(draftOf('text', together, 9));
    expect(count()).toBe(0);
  });

  it('counts what many drafts share once they come together', () => {
    const echoes = echoesOf({});
    const drafts = Array.from({ length: 12 }, (_, index) => draftOf(`d${String(index)}`, `${lead}第${String(index)}镇。${copy}`));
    expect(echoes.putAll(drafts).size).toBe(12);
    const [finding] = echoes.findings('d3');
    expect(finding && read(finding.message)).toBe('与《d0》第 1 段重复 22 字（共 12 处）');
    expect(finding?.related).toHaveLength(11);
  });
});
