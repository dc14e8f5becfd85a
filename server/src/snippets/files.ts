/** Owns reading the snippets that lie beside the server's bundle. Read when first asked for, once. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCollection } from '../core/completion/collection.ts';
import type { Snippet } from '../core/completion/collection.ts';

/** Gives the snippets. Rejects never: what cannot be read is told to `onFault`, and the rest is given. */
export type SnippetReader = (onFault: (fault: string) => void) => Promise<readonly Snippet[]>;

/** A reader of `speech.code-snippets` and `index.json` in a folder. */
export function snippetReader(folder: string): SnippetReader {
  let reading: Promise<readonly Snippet[]> | undefined;
  return (onFault) => (reading ??= read(folder, onFault));
}

async function read(folder: string, onFault: (fault: string) => void): Promise<readonly Snippet[]> {
  try {
    const [file, index] = await Promise.all(['speech.code-snippets', 'index.json'].map((name) => readFile(join(folder, name), 'utf8')));
    const { snippets, faults } = readCollection(JSON.parse(file ?? ''), JSON.parse(index ?? ''));
    for (const fault of faults) onFault(fault);
    return snippets;
  } catch (error) {
    onFault(String(error));
    return [];
  }
}
