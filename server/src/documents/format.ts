/** Owns which documents are drafts and how their marks are to be read. */
import type { Format } from '../core/text/draft.ts';

/** The format of a document, by its language id and, where that says nothing, by its name. */
export function formatOf(languageId: string, uri: string): Format {
  if (languageId === 'markdown') return 'markdown';
  if (languageId === 'speech' || languageId === 'plaintext') return 'plain';
  return isMarkdownName(uri) ? 'markdown' : 'plain';
}

/** Whether a file's name is that of a Markdown file. */
export function isMarkdownName(name: string): boolean {
  return /\.(?:md|markdown|mdown|mkd)$/i.test(name);
}
