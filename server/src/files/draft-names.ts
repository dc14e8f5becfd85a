/** Owns which files of a folder are taken for drafts, by their names. */

/** Endings of the files that are looked for in folders. */
export const draftEndings = ['.txt', '.md', '.markdown', '.speech', '.jianggao'] as const;

const byLanguage: Readonly<Record<string, readonly string[]>> = {
  plaintext: ['.txt'],
  markdown: ['.md', '.markdown'],
  speech: ['.speech', '.jianggao'],
};

/** Whether a name ends like that of a draft, in capitals or not. */
export function isDraftName(name: string, endings: readonly string[] = draftEndings): boolean {
  const lower = name.toLowerCase();
  return endings.some((ending) => lower.endsWith(ending));
}

/** The endings of files in the languages (of documents) that are checked. */
export function endingsOf(languages: readonly string[]): readonly string[] {
  return draftEndings.filter((ending) => languages.some((language) => byLanguage[language]?.includes(ending)));
}
