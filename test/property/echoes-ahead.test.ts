/** What is found told in steps: some of them, all, or none before something changes, the findings are those of a fresh start. */
import { describe, expect, it } from 'vitest';
import { createEchoes } from '../../server/src/core/echoes/index.ts';
import type { Echoes } from '../../server/src/core/echoes/index.ts';
import { editDraft } from '../../server/src/core/text/draft.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { noWords } from '../../server/src/core/words.ts';
import { draftText, randomFrom, stockOf } from '../bench/echoes/texts.ts';
import { draftOf } from '../rules/echoes/support.ts';

const options = { passage: {}, phrase: { fewest: 2 } };
const put = (drafts: Iterable<Draft>): Echoes => {
  const echoes = createEchoes({ words: noWords, options });
  for (const draft of drafts) echoes.put(draft);
  return echoes;
};

describe('findings told ahead', () => {
  it.each([1, 2, 3, 4])('are left off and taken up again, and nothing is lost: %i', (seed) => {
    const random = randomFrom(seed);
    const below = (count: number): number => Math.floor(random() * count);
    const stock = stockOf(8, random);
    const open = new Map(['a', 'b'].map((uri) => [uri, draftOf(uri, draftText(900, 0.9, stock, random))]));
    const echoes = put(open.values());
    for (let step = 0; step < 60; step += 1) {
      const uri = 'aab'[below(3)] ?? 'a';
      const draft = open.get(uri) as Draft;
      const start = 10 + below(draft.text.length - 60);
      const text = ['', '和', '\n', '。', stock[below(8)] ?? '', `${stock[below(8)] ?? ''}${stock[below(8)] ?? ''}`][below(6)] ?? '';
      const next = editDraft(draft, step + 2, [{ start, end: start + ([0, 0, 1, 40][below(4)] ?? 0), text }]);
      open.set(uri, next);
      echoes.put(next);
      for (const each of open.keys()) if (random() < 0.7) echoes.tellAhead(each, below(40));
      if (step % 4 < 3) continue;
      const fresh = put(open.values());
      for (const each of open.keys()) expect(echoes.findings(each), `step ${String(step)}`).toEqual(fresh.findings(each));
    }
  });

  it('are done in as many turns as there is to tell, and not before', () => {
    const stock = stockOf(60, randomFrom(7));
    const echoes = put([draftOf('a', `讲话\n同志们：\n${stock.join('\n')}\n${stock.join('，也是说，\n')}`)]);
    const turns = (steps: number): number => {
      let count = 1;
      while (!echoes.tellAhead('a', steps)) count += 1;
      return count;
    };
    expect(turns(1)).toBeGreaterThan(60);
    expect(turns(1)).toBe(1);
    echoes.put(draftOf('a', `讲话\n同志们：\n${stock.join('\n')}\n${stock.join('，还是说，\n')}`));
    expect(turns(20)).toBeGreaterThan(3);
    expect(echoes.tellAhead('nobody', 1)).toBe(true);
  });

  it('come to an end for a draft and its copy, also in turn', () => {
    const stock = stockOf(60, randomFrom(7));
    const text = `讲话\n同志们：\n${stock.join('\n')}\n${stock.join('，也是说，\n')}`;
    const echoes = put([draftOf('a', text), draftOf('b', text)]);
    const open = new Set(['a', 'b']);
    for (let turn = 0; turn < 400; turn += 1) for (const uri of open) if (echoes.tellAhead(uri, 2)) open.delete(uri);
    expect(open.size).toBe(0);
    const fresh = put([draftOf('b', text), draftOf('a', text)]);
    for (const uri of ['a', 'b']) expect(echoes.findings(uri)).toEqual(fresh.findings(uri));
  });
});
