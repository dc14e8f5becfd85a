/** Owns the mark that is shown in grey on a fresh line: （二） behind （一） and its words, where the speech is being written on. */
import { endsSentence } from '../text/chars.ts';
import type { Draft } from '../text/draft.ts';
import type { Outline } from '../text/sections/index.ts';
import { caretAt } from './caret.ts';
import { listHeads, nextTexts } from './list-heads.ts';

/** How many blank lines may stand between the last words and the fresh line. */
const mostBreaks = 2;

/**
 * The mark to show at `offset`, with the indentation of the lines before it; `undefined` where nothing should be shown: on a
 * line that holds something, outside numbered parts, in mid-sentence, and where the next part is there already. Never throws.
 */
export function nextMarkAt(draft: Draft, outline: Outline, offset: number): string | undefined {
  const caret = caretAt(draft, offset);
  if (caret?.blankLine !== true || caret.paragraph < 0) return undefined;
  const above = caret.paragraph;
  const paragraph = draft.paragraphs[above];
  const reading = outline.readings[above];
  if (paragraph === undefined || reading === undefined) return undefined;
  const gap = draft.text.slice((draft.starts[above] ?? 0) + paragraph.source.length, offset);
  if ((gap.match(/\r\n|\r|\n/gu)?.length ?? 0) > mostBreaks) return undefined;
  const opening = reading.opening?.mark;
  const isOwnLine = reading.shape === 'head' && !reading.runIn;
  const goesOn = reading.shape === 'item' ? /[；;][ \t\u3000]*$/u.test(paragraph.text) : isOwnLine || endsSentence(paragraph.text);
  if (!goesOn) return undefined;
  // Behind a heading on its own line the list begins with the first part under it; here the next of its own level is meant.
  const after = isOwnLine && opening !== undefined ? nextTexts(opening)[0] : undefined;
  const offers = listHeads(draft, outline, caret, false);
  const offer = after === undefined ? offers[0] : offers.find(({ label }) => label.endsWith(after));
  return offer === undefined || isThere(outline, above, offer.label) ? undefined : offer.text;
}

/** Whether the next heading behind a paragraph carries this mark. */
function isThere(outline: Outline, above: number, label: string): boolean {
  const next = outline.readings.slice(above + 1).find(({ shape }) => shape === 'head' || shape === 'item');
  return next?.opening !== undefined && label.endsWith(next.opening.mark.text.trim()) && next.opening.mark.text.trim() !== '';
}
