/** Owns what findings keep while the text around them moves: their words and, where nothing moved, the findings themselves. */
import { describe, expect, it } from 'vitest';
import { createEchoes } from '../../../server/src/core/echoes/index.ts';
import { editDraft } from '../../../server/src/core/text/draft.ts';
import { noWords } from '../../../server/src/core/words.ts';
import { draftOf } from './support.ts';

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
