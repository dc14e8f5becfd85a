/** Owns the real speeches that lie beside the project on some machines. Their text never goes into the project. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../../shared/seeds/', import.meta.url);

/** Why tests on real speeches do not run, or `undefined` when they can. */
export const seedsMissing: string | undefined = existsSync(folder) ? undefined : 'the folder of real speeches is not beside the project';

/** The real speeches in the order of their names; empty where the folder is missing. */
export function seeds(): { readonly name: string; readonly text: string }[] {
  if (seedsMissing !== undefined) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(encodeURIComponent(name), folder), 'utf8') }));
}
