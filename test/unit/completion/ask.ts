/** Owns how the tests ask for completion: a text with `‸` where the caret stands. */
import { fileURLToPath } from 'node:url';
import { caretAt, NameCache, propose } from '../../../server/src/core/completion/index.ts';
import type { OfferSource, Proposal, Snippet } from '../../../server/src/core/completion/index.ts';
import { createDraft } from '../../../server/src/core/text/draft.ts';
import type { Draft, Format } from '../../../server/src/core/text/draft.ts';
import { outlineOf } from '../../../server/src/core/text/sections/index.ts';
import { markdownReader } from '../../../server/src/markup/markdown.ts';
import { snippetReader } from '../../../server/src/snippets/files.ts';

/** The snippets of the project. */
export const snippets: readonly Snippet[] = await snippetReader(fileURLToPath(new URL('../../../snippets', import.meta.url)))((fault) => {
  throw new Error(fault);
});

/** A draft of a text. */
export function draftOf(text: string, format: Format = 'plain'): Draft {
  return createDraft({ uri: 'untitled:a', version: 1, format, text, markup: markdownReader });
}

/** What is proposed at `offset`, in the order in which it is shown. */
export function proposeAt(
  draft: Draft,
  offset: number,
  called = true,
  sources: readonly OfferSource[] = [],
  names = new NameCache(),
): readonly Proposal[] {
  const caret = caretAt(draft, offset);
  if (caret === undefined) return [];
  const found = propose({ draft, caret, called, outline: () => outlineOf(draft), snippets, sources, names });
  return [...found].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
}

/** What is proposed where `‸` stands. */
export function ask(marked: string, called = true, format: Format = 'plain', sources: readonly OfferSource[] = []): readonly Proposal[] {
  const offset = marked.indexOf('‸');
  return proposeAt(draftOf(marked.replace('‸', ''), format), offset, called, sources);
}
