/** Owns the words of what the server tells by itself. */
import { fileNameOf } from '../convert/names.ts';
import type { Bilingual } from '../core/rules/meta.ts';

/** Not all findings of a draft are shown. */
export function capped(uri: string, shown: number, found: number): Bilingual {
  return {
    zh: `${fileNameOf(uri)}：共发现 ${found} 处，只显示前 ${shown} 处（设置 speechDraft.maxFindings）。`,
    en: `${fileNameOf(uri)}: ${found} findings, the first ${shown} are shown (setting speechDraft.maxFindings).`,
  };
}

/** A draft is too long to be checked. `length` and `most` are UTF-16 code units. */
export function tooLong(uri: string, length: number, most: number): Bilingual {
  return {
    zh: `${fileNameOf(uri)} 有 ${length} 个字符，超过上限 ${most}，未检查（设置 speechDraft.maxCharacters）。`,
    en: `${fileNameOf(uri)} has ${length} characters, more than ${most}; it is not checked (setting speechDraft.maxCharacters).`,
  };
}

/** The dictionary cannot be used. */
export const withoutDictionary: Bilingual = {
  zh: '分词词典未能加载，改用系统自带分词；待填处照常全部检查，只是提示中的指标名称可能不准。',
  en: 'The dictionary could not be loaded; the built-in segmenter is used. Every placeholder is still found; names in messages may be less exact.',
};
