/** What stands hundreds of times, in one paragraph or in many: history leaves no trace there either. */
import { describe, expect, it } from 'vitest';
import { createEchoes } from '../../server/src/core/echoes/index.ts';
import type { Echoes } from '../../server/src/core/echoes/index.ts';
import { editDraft } from '../../server/src/core/text/draft.ts';
import type { Draft } from '../../server/src/core/text/draft.ts';
import { noWords } from '../../server/src/core/words.ts';
import { randomFrom } from '../bench/echoes/texts.ts';
import { draftOf } from '../rules/echoes/support.ts';

const sentences = ['把群众的事一件一件办好。', '要继续抓好各项工作的落实，确保全年目标任务圆满完成。', '全年完成投资12.5亿元，增长8.1%。'];
const options = { passage: {}, phrase: { fewest: 2 } };
const times = 300;

/** Numbers lines, each with another character before and behind. */
function lines(text: string, end: string): string {
  return Array.from({ length: times }, (_, at) => {
    const mark = String.fromCharCode(0x5e00 + (at % 40), 0x6e00 + (at % 7));
    return `${mark}${text.slice(0, -1)}${mark[1] ?? ''}${mark[0] ?? ''}。`;
  }).join(end);
}

const random = randomFrom(3);
const texts: Readonly<Record<string, string>> = {
  'a sentence over and over': (sentences[1] ?? '').repeat(450),
  'three sentences in any order': Array.from({ length: times }, () => sentences[Math.floor(random() * 3)]).join(''),
  'one sentence in many paragraphs': lines(sentences[0] ?? '', '\n'),
  'one sentence in many lines of one paragraph': lines(sentences[0] ?? '', '').replaceAll('。', '\n'),
};

function findings(echoes: Echoes, open: ReadonlyMap<string, Draft>): string {
  return JSON.stringify([...open.keys()].map((uri) => echoes.findings(uri)));
}

describe('what stands hundreds of times', () => {
  it.each(Object.entries(texts))('is found after edits like at a fresh start, alone and together: %s', (_, text) => {
    const edit = randomFrom(8);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(edit() * items.length)] as T;
    const open = new Map([
      ['a', draftOf('a', `讲话\n同志们：\n${text}`)],
      ['b', draftOf('b', `讲话\n同志们：\n${text.slice(0, 400)}\n${sentences.join('')}`)],
    ]);
    const echoes = createEchoes({ words: noWords, options });
    for (const draft of open.values()) echoes.put(draft);
    for (let step = 0; step < 3; step += 1) {
      const uri = pick(['a', 'a', 'b']);
      const draft = open.get(uri) as Draft;
      const start = 10 + Math.floor(edit() * (draft.text.length - 60));
      const next = editDraft(draft, step + 2, [
        { start, end: start + pick([0, 0, 1, 30]), text: pick(['和', '，', '\n', '', ...sentences]) },
      ]);
      open.set(uri, next);
      echoes.put(next);
      const single = createEchoes({ words: noWords, options });
      for (const each of [...open.values()].reverse()) single.put(each);
      const together = createEchoes({ words: noWords, options });
      together.putAll([...open.values()]);
      const now = findings(echoes, open);
      expect(now === findings(single, open), `step ${String(step)}`).toBe(true);
      expect(now === findings(together, open), `step ${String(step)}, together`).toBe(true);
    }
  });
});
