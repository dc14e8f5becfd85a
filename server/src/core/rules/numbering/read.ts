/** Owns what the numbering rule keeps of one paragraph. */
import type { Paragraph } from '../../text/paragraph.ts';
import type { Reading } from '../../text/sections/index.ts';
import { pairNotes } from '../../text/sections/pairs.ts';
import type { PairNote } from '../../text/sections/pairs.ts';
import { announcementsIn } from './announce.ts';
import type { Announcement } from './announce.ts';
import { catchwordsIn } from './catchwords.ts';
import type { Catchword } from './catchwords.ts';

/** Offsets count in `Paragraph.text`. */
export interface ParagraphNotes {
  readonly reading: Reading;
  readonly announcements: readonly Announcement[];
  /** Catchwords whose parts, spelled out in the paragraph, are more or fewer than they say. */
  readonly catchwords: readonly Catchword[];
  /** The pairs of marks of which one has no partner here. */
  readonly pairs: readonly PairNote[];
}

/** Reads one paragraph; `reading` is what it says of the structure. Pure. */
export function readNotes(paragraph: Paragraph, reading: Reading): ParagraphNotes {
  if (reading.shape === 'junk') return { reading, announcements: [], catchwords: [], pairs: [] };
  const { text, masks } = paragraph;
  const words = catchwordsIn(text);
  const byRows = words.filter((word) => word.found === undefined).map((word) => ({ ...word, reach: 'next' as const }));
  return {
    reading,
    announcements: [...announcementsIn(text, reading.shape === 'head' && !reading.runIn), ...byRows],
    catchwords: words.filter((word) => word.found !== undefined),
    pairs: pairNotes(text, masks),
  };
}
