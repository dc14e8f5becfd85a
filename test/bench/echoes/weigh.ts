/** Owns weighing the index of echoes: what it holds beside the drafts themselves. */
import { createEchoes } from '../../../server/src/core/echoes/index.ts';
import type { Echoes } from '../../../server/src/core/echoes/index.ts';
import { createDraft } from '../../../server/src/core/text/draft.ts';
import type { Draft } from '../../../server/src/core/text/draft.ts';
import { outlines } from '../../../server/src/core/text/sections/index.ts';
import { noWords } from '../../../server/src/core/words.ts';

/**
 * Bytes of the index for each character (UTF-16 code unit) of the drafts. `heap` gives the bytes in use, garbage collected;
 * the code that runs is in use before it is asked.
 */
export async function weighIndex(texts: readonly string[], heap: () => Promise<number>): Promise<number> {
  const drafts = texts.map((text, index) => createDraft({ uri: `file:///bench/${String(index)}.txt`, version: 1, format: 'plain', text }));
  const characters = drafts.reduce((sum, { text }) => sum + text.length, 0);
  // The outline is made once for all who need it.
  const outlineOf = outlines();
  const indexOf = (some: readonly Draft[]): Echoes => {
    const echoes = createEchoes({ words: noWords, options: { passage: {}, phrase: {} }, outlineOf });
    echoes.putAll(some);
    return echoes;
  };
  indexOf(drafts);
  const before = await heap();
  const echoes = indexOf(drafts);
  const bytes = (await heap()) - before;
  for (const { uri } of drafts) echoes.remove(uri); // until here it must be alive
  return bytes / characters;
}
