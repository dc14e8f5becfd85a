/** Owns reading a person's own patterns: each entry by itself, so that a bad one does not take the others along. */
import type { Bilingual } from '../core/rules/meta.ts';
import type { OwnPattern } from '../core/rules/pattern.ts';
import { meta as placeholder } from '../core/rules/placeholder/index.ts';

/** Limits that keep the time of a keystroke; documented with the setting. */
export const patternLimits = { count: 50, length: 500, message: 200 } as const;

/** Kinds that a pattern may have; the first one is meant where none is given. */
export const patternKinds: readonly string[] = ['content', ...placeholder.kinds.map(({ id }) => id).filter((id) => id !== 'content')];

/** Reads the entries of a list; what is wrong with one is told, and it is left out. */
export function readPatterns(id: string, entries: readonly unknown[], faults: Bilingual[]): readonly OwnPattern[] {
  const { count, length, message: longest } = patternLimits;
  if (entries.length > count) {
    faults.push({
      zh: `设置 speechDraft.${id} 最多 ${count} 项，其余 ${entries.length - count} 项已略过。`,
      en: `The setting speechDraft.${id} holds more than ${count} entries; ${entries.length - count} skipped.`,
    });
  }
  return entries.slice(0, count).flatMap((entry, index) => {
    const {
      pattern,
      kind = patternKinds[0],
      message,
      ...unknown
    } = (typeof entry === 'string' ? { pattern: entry } : (entry ?? {})) as Readonly<Record<string, unknown>>;
    const wrong = (zh: string, en: string): readonly OwnPattern[] => {
      faults.push({
        zh: `设置 speechDraft.${id} 的第 ${index + 1} 项${zh}，已略过。`,
        en: `Entry ${index + 1} of the setting speechDraft.${id} ${en}; it is skipped.`,
      });
      return [];
    };
    if (typeof pattern !== 'string' || pattern === '') return wrong('没有写明 pattern', 'has no pattern');
    if (pattern.length > length) return wrong(`超过 ${length} 个字符`, `is longer than ${length} characters`);
    if (typeof kind !== 'string' || !patternKinds.includes(kind)) return wrong('的 kind 不是待填处的类别', 'has a kind that there is not');
    if (message !== undefined && (typeof message !== 'string' || message.length > longest))
      return wrong(`的 message 不是 ${longest} 字以内的文字`, `has a message that is no text of at most ${longest} characters`);
    const [extra] = Object.keys(unknown);
    if (extra !== undefined) return wrong(`有不认识的“${extra.slice(0, 40)}”`, `holds the unknown “${extra.slice(0, 40)}”`);
    return [{ pattern, kind, ...(message !== undefined && { message }) }];
  });
}
