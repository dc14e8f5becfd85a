/** Owns what findings keep while the text around them moves: their words and, where nothing moved, the findings themselves. */
import { describe, expect, it } from 'vitest';
import { createEchoes } from '../../../server/src/core/echoes/index.ts';
import { editDraft } from '../../../server/src/core/text/draft.ts';
import { noWords } from '../../../server/src/core/words.ts';
import { draftOf, echoesOf } from './support.ts';

const copied = '各镇街要对照清单一项一项过，过不了关的不能放行。';
const chained = '机关干部带头走进社区入户登记。\n志愿者队伍冒雨清理了二十条沟渠。';
const text = `工作会讲话\n同志们：\n先说一件事。\n${copied}\n我们我们再说第二件事。\n${chained}\n${copied}\n又说一件事。\n${chained}\n到此为止。`;

describe('an edit', () => {
  for (const [name, at, insert, moves] of [
    ['before all findings', text.indexOf('先说'), '首', 'all'],
    ['behind all findings', text.indexOf('到此'), '就', 'none'],
    ['between them', text.indexOf('又说'), '再', 'some'],
  ] as const)
    it(`${name} leaves their words the same objects`, () => {
      const echoes = createEchoes({ words: noWords, options: { passage: {}, phrase: {} } });
      const draft = draftOf('one', text);
      echoes.put(draft);
      const before = echoes.findings('one');
      echoes.put(editDraft(draft, 2, [{ start: at, end: at, text: insert }]));
      const now = echoes.findings('one');
      expect(now.map(({ kind }) => kind)).toEqual(before.map(({ kind }) => kind));
      for (const [index, { message, related = [] }] of before.entries()) {
        expect(now[index]?.message).toBe(message);
        for (const [place, { message: words }] of related.entries()) expect(now[index]?.related?.[place]?.message).toBe(words);
      }
      const starts = (list: typeof now): number[] => list.map(({ start }) => start);
      const moved = starts(now).filter((start, index) => start !== starts(before)[index]).length;
      expect({ all: now.length, none: 0, some: Math.min(moved, now.length - 1) || -1 }[moves]).toBe(moved);
      if (moves === 'none') expect(now).toBe(before);
    });
});

describe('what is left of longer copies', () => {
  // Nine characters, of which numbers count twice: all that the two have in common but for chance.
  const left = '5个6场7天8里9';
  const texts = {
    a: `工作会讲话\n同志们：\n先看村里的天气，${left}，种一下再说吧。`,
    b: `工作会讲话\n同志们：\n再问镇上的路况，${left}，种两排果树好。`,
    c: `工作会讲话\n同志们：\n然后到水库边上看一看大坝，${left.slice(0, -1)}，改一改再报上来，大家辛苦。`,
  };

  it('is found in a third draft when it is typed there, and gone when it is deleted', () => {
    const echoes = echoesOf(texts);
    const copies = (): unknown[] => ['a', 'b'].map((uri) => echoes.findings(uri).map(({ message }) => message.args['copies']));
    expect(copies()).toEqual([[2], [2]]);
    const at = texts.c.indexOf('里，') + 1;
    const typed = editDraft(draftOf('c', texts.c), 2, [{ start: at, end: at, text: '9' }]);
    expect([...echoes.put(typed)].sort()).toEqual(['a', 'b']);
    expect(copies()).toEqual([[3], [3]]);
    expect([...echoes.put(editDraft(typed, 3, [{ start: at, end: at + 1, text: '' }]))].sort()).toEqual(['a', 'b']);
    expect(copies()).toEqual([[2], [2]]);
  });
});

describe('the place that a message names', () => {
  it.each([
    ['a character comes before it', '会', '会上'],
    ['a character goes before it', '会场', '会'],
  ])('is told where editors do not break the line that we break, and %s', (_, was, now) => {
    const own = `会上的讲话\n同志们：\n先说这${was}。\u2028${copied}`;
    const other = `会上的讲话\n同志们：\n${copied}`;
    const echoes = echoesOf({ own, other });
    echoes.findings('other');
    const at = own.indexOf(`${was}。`);
    const next = editDraft(draftOf('own', own), 2, [{ start: at, end: at + was.length, text: now }]);
    expect(echoes.put(next)).toContain('other');
    const [place] = echoes.findings('other')[0]?.related ?? [];
    expect(next.text.slice(place?.start, place?.end)).toBe(copied);
  });

  it('is named anew when its section is called otherwise, though so many drafts say the same that it is not listed', () => {
    const others = Object.fromEntries(
      Array.from({ length: 90 }, (_, index) => [`a${String(index)}`, `会上的讲话\n同志们：\n${copied}\n到${String(index)}为止。`]),
    );
    const own = `会上的讲话\n同志们：\n一、先抓清单\n${copied}\n二、再抓落实\n${copied}`;
    const echoes = echoesOf({ ...others, z: own });
    const said = (): unknown[] => echoes.findings('z').map(({ message, related = [] }) => [message.args['section'], related.length]);
    expect(said()).toEqual([
      ['二、', 5],
      ['一、', 5],
    ]);
    const at = own.indexOf('二、');
    echoes.put(editDraft(draftOf('z', own), 2, [{ start: at, end: at + 1, text: '三' }]));
    expect(said()).toEqual([
      ['三、', 5],
      ['一、', 5],
    ]);
  });
});
