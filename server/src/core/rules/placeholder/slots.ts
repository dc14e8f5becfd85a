/** Owns what one paragraph may hold: brings the readers of all forms together, and lets one reading of a place win. */
import type { OwnPattern } from '../pattern.ts';
import type { Format } from '../../text/draft.ts';
import type { Mask } from '../../text/mask.ts';
import type { Paragraph } from '../../text/paragraph.ts';
import { reduce } from '../../text/reduced.ts';
import type { Reduced } from '../../text/reduced.ts';
import { bySpan, overlaps } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { foldWidth } from '../../text/width.ts';
import { bracketSlots } from './brackets.ts';
import { documentSlots } from './documents.ts';
import { dotSlots } from './dots.ts';
import { emptySlots } from './empty.ts';
import { groupSlots, shareKinds } from './groups.ts';
import { letterSlots } from './letters.ts';
import { isKeptBack, isMention } from './mention.ts';
import { mouSlots } from './mou.ts';
import { noteSlots } from './notes.ts';
import { ownSlots } from './own.ts';
import { isShielded, shieldsOf } from './shields.ts';
import { signSlots } from './signs.ts';
import type { Slot } from './slot.ts';
import { pairIsSlots, strokeSlots } from './strokes.ts';

/** Every slot that one paragraph may hold, by the grammar and by a person's own patterns, in order, not overlapping. */
export function slotsOf(paragraph: Paragraph, format: Format, patterns: readonly OwnPattern[] = []): readonly Slot[] {
  const { text, masks } = paragraph;
  // What Markdown puts between a mark and its unit (`**X**亿元`, `\\*\\*亿元`) is left out while looking.
  const escapes = masks.filter((mask) => mask.kind === 'mark' && mask.end === mask.start + 1 && text[mask.start] === '\\');
  const written = reduce(text, [...escapes, ...tagsIn(text, masks), ...highlightsIn(text)].sort(bySpan));
  const writtenMasks = masksIn(written, masks);
  const folded = foldWidth(written.text);
  const strokes = strokeSlots(folded, format, writtenMasks);
  const read = reduce(written.text, emphasisMarks(folded, writtenMasks, format));
  const slots = slotsIn(
    read.text,
    masksIn(read, writtenMasks),
    moved(strokes, (span) => read.toText(span)),
  );
  const escaped = new Set(escapes.map((mask) => mask.end));
  const toSource = (span: Span): Span => withEscape(written.toSource(read.toSource(span)), escaped);
  const grammatical = written.text === text && read.text === text ? slots : moved(slots, toSource);
  const own = ownSlots(paragraph, patterns);
  return own.length === 0 ? grammatical : withoutOverlaps([...own, ...grammatical]);
}

/** Tags around a few words, and blanks that are written out: 投资<u>XX</u>亿元. */
function tagsIn(text: string, masks: readonly Mask[]): readonly Span[] {
  if (!/<[/a-z]|&nbsp;/i.test(text)) return [];
  return masks.filter(
    (mask) =>
      mask.kind === 'hidden' &&
      /^(?:<\/?(?:u|b|i|em|strong|mark|ins|span|font)(?: [^<>]*)?>|&nbsp;)$/i.test(text.slice(mask.start, mask.end)),
  );
}

/** The signs of a highlight that some editors know: 投资==XX==亿元. */
function highlightsIn(text: string): readonly Span[] {
  if (!text.includes('==')) return [];
  return [...text.matchAll(/(?<!=)==(?![=\s])([^=\n]{1,60}?)(?<!\s)==(?!=)/g)].flatMap(({ index, 0: { length } }) => [
    { start: index, end: index + 2 },
    { start: index + length - 2, end: index + length },
  ]);
}

/** A mark goes with what makes it a plain sign (`\\*\\*亿元`): what is put in its place must not be escaped. */
function withEscape(span: Span, escaped: ReadonlySet<number>): Span {
  return span.start < span.end && escaped.has(span.start) ? { start: span.start - 1, end: span.end } : span;
}

function masksIn(reduced: Reduced, masks: readonly Mask[]): readonly Mask[] {
  return masks.flatMap((mask) => {
    const span = reduced.toText(mask);
    return span ? [{ ...mask, ...span }] : [];
  });
}

/** The marks of emphasis that is emphasis, and not two slots. */
function emphasisMarks(text: string, masks: readonly Mask[], format: Format): readonly Mask[] {
  const edges = new Set<number>();
  for (const mask of masks) {
    if (mask.kind !== 'emphasis' || pairIsSlots(text, mask, format)) continue;
    edges.add(mask.start);
    edges.add(mask.end);
  }
  return masks.filter(
    (mask) => mask.kind === 'mark' && (edges.has(mask.start) || edges.has(mask.end)) && /^[*_]+$/.test(text.slice(mask.start, mask.end)),
  );
}

function moved(slots: readonly Slot[], move: (span: Span) => Span | undefined): Slot[] {
  return slots.flatMap((slot) => {
    const span = slot.start === slot.end ? move({ start: slot.start, end: slot.end }) : move(slot);
    const tail = move(slot.tail) ?? { start: span?.end ?? 0, end: span?.end ?? 0 };
    return span ? [{ ...slot, start: span.start, end: span.end, tail: { start: tail.start, end: tail.end } }] : [];
  });
}

function slotsIn(text: string, masks: readonly Mask[], strokes: readonly Slot[]): Slot[] {
  const folded = foldWidth(text);
  const shields = shieldsOf(folded, masks);
  const found = [
    ...documentSlots(folded),
    ...bracketSlots(text, folded),
    ...letterSlots(folded),
    ...strokes,
    ...mouSlots(folded),
    ...dotSlots(folded),
    ...signSlots(folded),
    ...noteSlots(folded),
    ...emptySlots(folded),
  ].filter(
    (slot) =>
      !isShielded(shields, slot, slot.family === 'stars' || slot.family === 'lines') &&
      !isMention(folded, slot) &&
      !isKeptBack(folded, slot),
  );
  return groupSlots(
    folded,
    shareKinds(
      folded,
      withoutOverlaps(found).map((slot) => asSpeaker(folded, slot)),
    ),
  );
}

/** A line that holds nothing but a mark names the speaker or the one who signs. */
function asSpeaker(text: string, slot: Slot): Slot {
  const alone = slot.tail.start === slot.tail.end && text.trim().length === slot.end - slot.start && slot.end - slot.start >= 2;
  const marked =
    slot.family === 'letters' || slot.family === 'circles' || slot.family === 'mou' || slot.family === 'lines' || slot.family === 'stars';
  return alone && marked && slot.kind !== 'date' ? { ...slot, kind: 'name' } : slot;
}

const rankOf: Readonly<Record<Slot['certainty'], number>> = { sure: 2, likely: 1, habit: 0 };

/** Where two readings claim the same text, the one that covers more wins, then a person's own, then the surer. */
function withoutOverlaps(slots: readonly Slot[]): Slot[] {
  const sorted = [...slots].sort(bySpan);
  const kept: Slot[] = [];
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    let end = (sorted[from] as Slot).end;
    while (
      to < sorted.length &&
      ((sorted[to] as Slot).start < end ||
        ((sorted[to] as Slot).start === end && ((sorted[to] as Slot).end === end || (sorted[to - 1] as Slot).start === end)))
    ) {
      end = Math.max(end, (sorted[to] as Slot).end);
      to += 1;
    }
    kept.push(...best(sorted.slice(from, to)));
    from = to;
  }
  return kept;
}

/** The best of some slots that touch each other, in order. */
function best(slots: Slot[]): Slot[] {
  if (slots.length === 1) return slots;
  const width = (slot: Slot): number => slot.end - slot.start;
  const kept: Slot[] = [];
  for (const slot of slots.sort(
    (a, b) =>
      Number(a.start === a.end) - Number(b.start === b.end) ||
      width(b) - width(a) ||
      Number(b.family === 'own') - Number(a.family === 'own') ||
      rankOf[b.certainty] - rankOf[a.certainty],
  )) {
    if (
      !kept.some((other) => overlaps(other, slot) || (slot.start === slot.end && (other.start === slot.start || other.end === slot.start)))
    )
      kept.push(slot);
  }
  return kept.sort(bySpan);
}
