/** Owns the collection of snippets as the server knows it: what a snippet file and its index say, checked. */
import type { Bilingual } from '../rules/meta.ts';
import type { Genre } from '../text/sections/genre.ts';
import type { Role } from '../text/sections/role.ts';
import type { Keys } from './keys.ts';

/** One snippet. */
export interface Snippet {
  readonly name: string;
  readonly keys: Keys;
  /** The part of a speech that it writes; absent for a skeleton, which writes a whole one. */
  readonly role?: Role;
  /** The genres it belongs to, its own first. */
  readonly genres: readonly Genre[];
  readonly note: Bilingual;
  /** The body as a VS Code snippet, lines joined by LF. */
  readonly body: string;
}

/**
 * Joins a VS Code snippet file (`{name: {prefix, description, body}}`) with its index (`{name: {role, genres, pinyin}}`), both
 * as parsed JSON. A snippet that does not hold what it must is left out and named in `faults`; nothing is guessed. Never throws.
 */
export function readCollection(
  file: unknown,
  index: unknown,
): { readonly snippets: readonly Snippet[]; readonly faults: readonly string[] } {
  const snippets: Snippet[] = [];
  const faults: string[] = [];
  const entries = record(index);
  for (const [name, written] of Object.entries(record(file) ?? {})) {
    const snippet = snippetOf(name, record(written), record(entries?.[name]));
    if (snippet === undefined) faults.push(name);
    else snippets.push(snippet);
  }
  if (snippets.length === 0 && faults.length === 0) faults.push('no snippet');
  return { snippets, faults };
}

function snippetOf(name: string, written: Rec | undefined, entry: Rec | undefined): Snippet | undefined {
  const prefix = strings(written?.['prefix']);
  const body = strings(written?.['body']);
  const pinyin = strings(entry?.['pinyin']);
  const genres = strings(entry?.['genres']);
  const role = entry?.['role'];
  const description = written?.['description'];
  if (!prefix || !body || !pinyin || !genres || typeof description !== 'string') return undefined;
  if (typeof role !== 'string' && entry?.['skeleton'] !== true) return undefined;
  const [zh, en] = description.split(' · ');
  return {
    name,
    keys: { han: name, pinyin, english: prefix.at(-1) ?? '' },
    ...(typeof role === 'string' && { role: role as Role }),
    genres: genres as readonly Genre[],
    note: { zh: zh ?? description, en: en ?? description },
    body: body.join('\n'),
  };
}

type Rec = Readonly<Record<string, unknown>>;

function record(value: unknown): Rec | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Rec) : undefined;
}

function strings(value: unknown): readonly string[] | undefined {
  const list = typeof value === 'string' ? [value] : value;
  return Array.isArray(list) && list.length > 0 && list.every((item) => typeof item === 'string') ? list : undefined;
}
