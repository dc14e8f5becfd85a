/** Owns making a draft of a file that was read. */
import { createDraft } from '../core/text/draft.ts';
import type { Draft } from '../core/text/draft.ts';
import { isMarkdownName } from '../documents/format.ts';
import { markdownReader } from '../markup/markdown.ts';
import type { ReadFile } from './read.ts';

/** The draft of a file; its uri is the path as it was given. */
export function draftOf({ path, text }: Pick<ReadFile, 'path' | 'text'>): Draft {
  return createDraft({ uri: path, version: 0, format: isMarkdownName(path) ? 'markdown' : 'plain', text, markup: markdownReader });
}
