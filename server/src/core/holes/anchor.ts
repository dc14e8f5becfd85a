/**
 * Owns the anchor of a hole: what it is known by when the text around has moved. It says nothing of lines and offsets:
 * the sentence cut at its holes, which of them it is, and what to ask where the same sentence stands twice.
 */
import type { Draft } from '../text/draft.ts';
import type { Span } from '../text/span.ts';
import { place, sentenceSpan } from './sentence.ts';
import type { Placed } from './sentence.ts';

/** A hole by its words. */
export interface Anchor {
  /** The sentence cut at its holes: one piece more than there are holes. */
  readonly pieces: readonly string[];
  /** Which hole of the sentence, from 0. */
  readonly hole: number;
  /** Titles of the headings around, the outermost first, without their numbers. */
  readonly section: string;
  /** What stands before and behind the sentence. */
  readonly before: string;
  readonly after: string;
  /** Which one of all holes with the same `pieces` and `hole`, from 0, and how many there are. */
  readonly nth: number;
  readonly of: number;
}

/** A hole with its place and the headings around it. */
export interface Anchored {
  readonly placed: Placed;
  /** Its sentence in offsets of the paragraph's `text`. */
  readonly sentence: Span;
  readonly anchor: Anchor;
}

/** Far enough for any sentence a person would say aloud. */
const reach = { before: 400, after: 400 };
const contextLength = 16;

/**
 * The anchors of the holes of a draft, `undefined` where a hole lies in no paragraph.
 *
 * @param holes all holes of the draft, in order
 * @param sectionOf the titles of the headings around a paragraph, by its index
 */
export function anchorsOf(draft: Draft, holes: readonly Span[], sectionOf: (paragraph: number) => string): (Anchored | undefined)[] {
  const placed = holes.map((hole) => place(draft, hole));
  const known = new Map<string, number>();
  const first = placed.map((one, index) => {
    if (!one) return undefined;
    const sentence = sentenceSpan(one, reach);
    const { pieces, hole } = cut(placed, index, one, sentence);
    const key = keyOf({ pieces, hole });
    const nth = known.get(key) ?? 0;
    known.set(key, nth + 1);
    return { placed: one, sentence, pieces, hole, nth, key };
  });
  return first.map((one) => {
    if (!one) return undefined;
    const { placed: at, sentence, pieces, hole, nth, key } = one;
    const section = sectionOf(at.index);
    return { placed: at, sentence, anchor: { pieces, hole, section, ...contextOf(draft, at, sentence), nth, of: known.get(key) ?? 1 } };
  });
}

/** The same for two holes exactly if they are the same hole of the same sentence. */
export function keyOf({ pieces, hole }: Pick<Anchor, 'pieces' | 'hole'>): string {
  return `${hole} ${pieces.join('\u0000')}`;
}

/** A short name for a hole that it keeps while its sentence stays; unique in its draft but for accidents of one in 2⁵³. */
export function nameOf(anchor: Anchor): string {
  return `${fingerprint(keyOf(anchor))}.${anchor.nth}`;
}

function cut(
  placed: readonly (Placed | undefined)[],
  index: number,
  own: Placed,
  sentence: Span,
): { pieces: readonly string[]; hole: number } {
  let first = index;
  while (first > 0 && isInside(placed[first - 1], own, sentence)) first -= 1;
  const { text } = own.paragraph;
  const pieces: string[] = [];
  let from = sentence.start;
  for (let at = first; isInside(placed[at], own, sentence); at += 1) {
    const { start, end } = (placed[at] as Placed).at;
    pieces.push(text.slice(from, Math.max(from, start)));
    from = Math.max(from, end);
  }
  pieces.push(text.slice(from, sentence.end));
  return { pieces, hole: index - first };
}

function isInside(one: Placed | undefined, own: Placed, sentence: Span): boolean {
  return one !== undefined && one.index === own.index && one.at.start >= sentence.start && one.at.end <= sentence.end;
}

function contextOf(draft: Draft, { paragraph, index }: Placed, sentence: Span): { before: string; after: string } {
  const before = paragraph.text.slice(Math.max(0, sentence.start - contextLength), sentence.start);
  const after = paragraph.text.slice(sentence.end, sentence.end + contextLength);
  return {
    before: before || (draft.paragraphs[index - 1]?.text.slice(-contextLength) ?? ''),
    after: after || (draft.paragraphs[index + 1]?.text.slice(0, contextLength) ?? ''),
  };
}

/** 53 bits of a text in base 36 (two rounds of FNV-1a with different offsets). */
function fingerprint(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x050c5d1f;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + 0x9e37), 0x01000193);
  }
  return ((high >>> 11) * 0x1_0000_0000 + (low >>> 0)).toString(36);
}
