/** Owns the rows of the view 已忽略: which there are and in which order. Pure. */
import type { IgnoredEntry, IgnoredList, IgnoredResult } from '../../../server/src/protocol.ts';

/** A row of the tree. */
export type Row =
  | { readonly type: 'list'; readonly list: IgnoredList }
  | { readonly type: 'phrases'; readonly list: IgnoredList }
  | { readonly type: 'entry'; readonly list: IgnoredList; readonly entry: IgnoredEntry }
  | { readonly type: 'phrase'; readonly list: IgnoredList; readonly phrase: string };

/** The rows at the top: one list needs no row of its own. */
export function topRows({ lists }: IgnoredResult): readonly Row[] {
  const [only, ...others] = lists;
  if (!only) return [];
  return others.length === 0 ? rowsOf(only) : lists.map((list): Row => ({ type: 'list', list }));
}

/** The rows below a row. */
export function rowsBelow(row: Row): readonly Row[] {
  const { list } = row;
  if (row.type === 'list') return rowsOf(list);
  if (row.type === 'phrases') return list.allowedPhrases.map((phrase): Row => ({ type: 'phrase', list, phrase }));
  return [];
}

/** What holds no more stands last. */
function rowsOf(list: IgnoredList): readonly Row[] {
  const row = (entry: IgnoredEntry): Row => ({ type: 'entry', list, entry });
  const live = list.entries.filter(({ alive }) => alive !== false);
  const dead = list.entries.filter(({ alive }) => alive === false);
  const phrases: Row[] = list.allowedPhrases.length > 0 ? [{ type: 'phrases', list }] : [];
  return [...live.map(row), ...phrases, ...dead.map(row)];
}

/** The entries that hold for nothing any more. */
export function deadRows({ lists }: IgnoredResult): readonly (Row & { readonly type: 'entry' })[] {
  return lists.flatMap((list) =>
    list.entries.filter(({ alive }) => alive === false).map((entry) => ({ type: 'entry' as const, list, entry })),
  );
}
