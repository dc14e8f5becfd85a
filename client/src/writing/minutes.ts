/** Owns reading minutes that a person has typed. Pure: no VS Code here. */

const most = 600;

/** Minutes as typed (`20`, `7.5`, `２０分钟`); empty is 0. `undefined` if it is no number of minutes up to 600. */
export function minutesIn(typed: string): number | undefined {
  const bare = typed
    .normalize('NFKC')
    .replace(/(?:分钟?|min(?:utes?)?)\s*$/iu, '')
    .trim();
  if (bare === '') return typed.trim() === '' ? 0 : undefined;
  if (!/^\d+(?:\.\d+)?$/u.test(bare)) return undefined;
  const minutes = Number(bare);
  return minutes <= most ? minutes : undefined;
}
