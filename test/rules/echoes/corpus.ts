/** Owns the texts that the measurements of quality read: clean speeches written for it, and seeds beside the project if they are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text with its name. */
export interface Speech {
  readonly name: string;
  readonly text: string;
}

function readAll(folder: string): Speech[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8').replace(/\r\n/gu, '\n') }));
}

/** Speeches as they are published: nothing in them is repeated by mistake. */
export function cleanSpeeches(): Speech[] {
  return readAll(join(import.meta.dirname, 'clean'));
}

/** Speeches beside the project; undefined where there are none. */
export function seedSpeeches(): Speech[] | undefined {
  const folder = join(import.meta.dirname, '../../../../shared/seeds');
  return existsSync(folder) ? readAll(folder) : undefined;
}
