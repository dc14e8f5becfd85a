/** Owns the answer to “why is this not reported as repeated?” for a selection, or for the sentence around a caret. */
import { rangeOf } from '../../convert/positions.ts';
import type { Wording } from '../../convert/wording.ts';
import type { Desk } from '../../core/engine/desk.ts';
import type { Term } from '../../core/rules/finding.ts';
import type { Span } from '../../core/text/span.ts';
import type { Snapshot } from '../../documents/store.ts';
import type { WhyNotRepeatedResult } from '../../protocol.ts';

const longestShown = 16;

/** The answer to `speechDraft/whyNotRepeated`, in order of the text. */
export function whyNotRepeated(desk: Desk, wording: Wording, snapshot: Snapshot, span: Span): WhyNotRepeatedResult {
  const asked = span.end > span.start ? span : sentenceAt(snapshot.lines.text, span.start);
  const answers = desk.whyNot(snapshot.uri, asked).map(({ reason, rule, message, start, end }) => ({
    reason,
    message: wording.message(rule, { ...message, args: { ...message.args, text: shorten(message.args['text']) } }),
    range: rangeOf(snapshot.lines, { start, end }),
  }));
  return { version: snapshot.version, answers };
}

/** What the answer speaks of comes first in it: a long one would push the answer out of sight. */
function shorten(text: string | number | Term | undefined): string | number | Term {
  if (typeof text !== 'string') return text ?? '';
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length <= longestShown ? text : `${characters.slice(0, longestShown - 1).join('')}…`;
}

/** From behind the last mark that ends a sentence to behind the next one, within the line; not empty unless the line is. */
function sentenceAt(text: string, at: number): Span {
  let start = at;
  while (start > 0 && !/[。！？\r\n]/u.test(text[start - 1] ?? '')) start -= 1;
  let end = at;
  while (end < text.length && !/[\r\n]/u.test(text[end] ?? '')) {
    end += 1;
    if (/[。！？]/u.test(text[end - 1] ?? '')) break;
  }
  return { start, end };
}
