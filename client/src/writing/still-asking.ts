/**
 * Owns that no list is lost to a fast hand. While the editor waits for an answer it does not ask for the characters that are
 * typed meanwhile, and an empty answer ends its asking: two letters that nobody had answered yet would bring up nothing.
 */
import { CompletionItem, CompletionList, Range } from 'vscode';
import type { Position, TextDocument } from 'vscode';

/** What the editor is told instead of nothing; fits no word. */
const notYet = '…';

/** One letter, which the server leaves unanswered, as it may be the first of a word. */
const firstLetter = /(?<![A-Za-z0-9])[a-z]$/;

/**
 * An answer after which the editor asks again for what has been typed while it waited. In an answer that holds nothing stands
 * one item that fits no word: the editor shows nothing either, but does not take the answer for the last one. It would keep the
 * editor from asking others; in a speech there are none, in other languages it is given for one letter only.
 */
export function stillAsking<Answer extends CompletionItem[] | CompletionList>(
  document: TextDocument,
  position: Position,
  answer: Answer | null | undefined,
): Answer | CompletionList | null | undefined {
  const items = Array.isArray(answer) ? answer : answer?.items;
  if (items && items.length > 0) return answer;
  const before = document.getText(new Range(position.with({ character: Math.max(0, position.character - 2) }), position));
  if (document.languageId !== 'speech' && !firstLetter.test(before)) return answer;
  const item = new CompletionItem(notYet);
  item.filterText = notYet;
  return new CompletionList([item], true);
}
