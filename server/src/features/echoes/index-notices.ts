/** Owns the limits of the comparison with drafts that are not open, and the words for what is not read. */
import type { Bilingual } from '../../core/rules/meta.ts';

/** Characters are UTF-16 code units; of one file, and of all together. */
export const limits = { files: 2000, characters: 200_000, allCharacters: 20_000_000 } as const;

/** A file is too long to be compared with. */
export function tooLarge(most: number): Bilingual {
  return {
    zh: `超过 ${String(most)} 个字符，未与之比较；打开后照常检查`,
    en: `more than ${String(most)} characters: not compared with; it is checked once it is opened`,
  };
}

/** There are more files than are read. */
export const tooMany: Bilingual = {
  zh: `工作区里的讲稿超过 ${String(limits.files)} 份或 ${String(limits.allCharacters / 10_000)} 万字符，其余没有比较（设置 speechDraft.workspaceIndex）`,
  en: `There are more than ${String(limits.files)} drafts or ${String(limits.allCharacters)} characters in the workspace; the rest is not compared with (setting speechDraft.workspaceIndex)`,
};

/** The person stopped the reading. */
export const cancelled: Bilingual = { zh: '读取已取消，未与之比较', en: 'the reading was cancelled: not compared with' };

/** What the progress is called. */
export const reading: Bilingual = { zh: '讲稿：读取工作区里没有打开的讲稿', en: 'Speech Draft: reading the drafts that are not open' };

/** How far it is. */
export function readSoFar(done: number, total: number): Bilingual {
  return { zh: `${String(done)}/${String(total)} 份`, en: `${String(done)} of ${String(total)}` };
}
