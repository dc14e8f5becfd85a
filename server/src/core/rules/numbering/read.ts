/** Owns what the numbering rule keeps of one paragraph. */
import type { Paragraph } from '../../text/paragraph.ts';
import type { Format } from '../../text/draft.ts';
import { readParagraph } from '../../text/sections/index.ts';
import type { Reading } from '../../text/sections/index.ts';
import { firstUnclosedQuote } from '../../text/sections/pairs.ts';
import { announcementsIn } from './announce.ts';
import type { Announcement } from './announce.ts';

/** Offsets count in `Paragraph.text`. */
export interface ParagraphNotes {
  readonly reading: Reading;
  readonly announcements: readonly Announcement[];
  /** Where a quotation mark stands that the paragraph does not close; -1 when none does. */
  readonly unclosed: number;
  /** The first quotation mark of the paragraph. */
  readonly firstQuote: '“' | '”' | undefined;
}

/** Reads one paragraph. Pure. */
export function readNotes(paragraph: Paragraph, format: Format): ParagraphNotes {
  const reading = readParagraph(paragraph, format);
  if (reading.shape === 'junk') return { reading, announcements: [], unclosed: -1, firstQuote: undefined };
  const quote = /[“”]/u.exec(paragraph.text)?.[0];
  return {
    reading,
    announcements: announcementsIn(paragraph.text),
    unclosed: quote === undefined ? -1 : firstUnclosedQuote(paragraph.text),
    firstQuote: quote === '“' || quote === '”' ? quote : undefined,
  };
}
