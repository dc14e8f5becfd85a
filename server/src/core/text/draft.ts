/**
 * Owns the draft: one immutable snapshot of a text at one version, cut into paragraphs. An edit makes a new snapshot in
 * which every paragraph that did not change is the same object as before.
 */
import type { Mask, MarkupReader, MarkupView } from './mask.ts';
import { nextParagraph, toText, withoutBreaks } from './paragraph.ts';
import type { Paragraph, PlacedParagraph } from './paragraph.ts';
import { applyEdits, firstAfter } from './span.ts';
import type { Edit } from './span.ts';

/** How the bytes of a draft are to be read: `markdown` gives some marks a meaning that `plain` does not. */
export type Format = 'plain' | 'markdown';

/** A draft at one version. Offsets are UTF-16 code units of `text`. */
export interface Draft {
  readonly uri: string;
  readonly version: number;
  readonly format: Format;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Where each paragraph starts in `text`; same length and order as `paragraphs`. */
  readonly starts: readonly number[];
  /** What the markup says; absent for plain text. */
  readonly markup?: MarkupView;
}

/** What a draft is made from. `markup` is needed for Markdown only; without it a draft has no masks. */
export interface DraftInput {
  readonly uri: string;
  readonly version: number;
  readonly format: Format;
  readonly text: string;
  readonly markup?: MarkupReader;
}

const noMasks: readonly Mask[] = [];

/** Cuts a text into paragraphs. Never throws. */
export function createDraft(input: DraftInput): Draft {
  const { uri, version, format, text } = input;
  const view = format === 'markdown' ? input.markup?.read(text) : undefined;
  const paragraphs: Paragraph[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length;) {
    const placed = nextParagraph(text, at);
    if (placed === undefined) break;
    paragraphs.push(build(text, placed, view));
    starts.push(placed.start);
    at = placed.next > placed.end ? placed.next : text.length;
  }
  return { uri, version, format, text, paragraphs, starts, ...(view && { markup: view }) };
}

/**
 * The draft after edits (offsets of the old text, not overlapping). Same result as `createDraft` on the new text; only
 * the paragraphs around the edits are cut again. `known` is the text after the edits, when the caller has it already.
 */
export function editDraft(draft: Draft, version: number, edits: readonly Edit[], markup?: MarkupReader, known?: string): Draft {
  if (edits.length === 0) return { ...draft, version };
  const text = known ?? applyEdits(draft.text, edits);
  const view = draft.format === 'markdown' ? markup?.read(text, draft.markup, edits) : undefined;
  const from = Math.min(...edits.map((edit) => edit.start));
  const to = Math.max(...edits.map((edit) => edit.end));
  const shift = text.length - draft.text.length;

  // A paragraph before the edit may now go on into it: start one paragraph earlier.
  const first = Math.max(0, firstAfter(draft.starts, from) - 2);
  const restart = first === 0 ? 0 : (draft.starts[first] as number);
  const paragraphs = draft.paragraphs.slice(0, first);
  const starts = draft.starts.slice(0, first);

  let at = restart;
  let kept = firstAfter(draft.starts, to);
  while (at < text.length) {
    const placed = nextParagraph(text, at);
    if (placed === undefined) {
      kept = draft.starts.length;
      break;
    }
    while (kept < draft.starts.length && (draft.starts[kept] as number) + shift < placed.start) kept += 1;
    if (kept < draft.starts.length && (draft.starts[kept] as number) + shift === placed.start) break;
    paragraphs.push(build(text, placed, undefined));
    starts.push(placed.start);
    if (placed.next <= placed.end) {
      kept = draft.starts.length;
      break;
    }
    at = placed.next;
  }
  // The last paragraph that was cut again may have taken in all that followed.
  if (at >= text.length) kept = draft.starts.length;
  for (let index = kept; index < draft.starts.length; index += 1) {
    paragraphs.push(draft.paragraphs[index] as Paragraph);
    starts.push((draft.starts[index] as number) + shift);
  }
  const masked = view ? remask(paragraphs, starts, view) : paragraphs;
  return {
    uri: draft.uri,
    version,
    format: draft.format,
    text,
    paragraphs: reuse(masked, draft, first, kept),
    starts,
    ...(view && { markup: view }),
  };
}

function build(text: string, placed: PlacedParagraph, view: MarkupView | undefined): Paragraph {
  const source = apart(text.slice(placed.start, placed.end));
  const bare: Paragraph = { source, text: withoutBreaks(source, placed.breaks), breaks: placed.breaks, masks: noMasks };
  return view ? { ...bare, masks: masksOf(bare, placed.start, view) } : bare;
}

/**
 * The same characters in a string of their own. A slice keeps the whole text alive that it was cut from, and a paragraph
 * outlives the version of its draft, so that each would hold a version that is gone.
 */
function apart(slice: string): string {
  return ` ${slice}`.slice(1);
}

function masksOf(paragraph: Paragraph, start: number, view: MarkupView): readonly Mask[] {
  const end = start + paragraph.source.length;
  const masks: Mask[] = [];
  for (let index = firstMaskEndingAfter(view.masks, start); index < view.masks.length; index += 1) {
    const mask = view.masks[index] as Mask;
    if (mask.start >= end) break;
    if (mask.end <= start) continue;
    masks.push({
      kind: mask.kind,
      start: toText(paragraph, Math.max(mask.start, start) - start),
      end: toText(paragraph, Math.min(mask.end, end) - start),
    });
  }
  return masks.length === 0 ? noMasks : masks;
}

/** The first mask that may reach behind `offset`. Masks are sorted by start; long ones hold few others, emphasis aside. */
function firstMaskEndingAfter(masks: readonly Mask[], offset: number): number {
  let low = 0;
  let high = masks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((masks[middle] as Mask).start > offset) high = middle;
    else low = middle + 1;
  }
  let index = low;
  const nestingLimit = 512;
  for (let back = low - 1; back >= 0 && back >= low - nestingLimit; back -= 1) if ((masks[back] as Mask).end > offset) index = back;
  return index;
}

/** Markup can change far from an edit (an opened code fence): every paragraph gets its masks anew, same object if equal. */
function remask(paragraphs: readonly Paragraph[], starts: readonly number[], view: MarkupView): Paragraph[] {
  return paragraphs.map((paragraph, index) => {
    const masks = masksOf(paragraph, starts[index] as number, view);
    return sameMasks(paragraph.masks, masks) ? paragraph : { ...paragraph, masks };
  });
}

/**
 * Paragraphs that were cut again but came out equal to the old one in the same place become the old object, unless that one
 * stands further on: from `kept` on the old ones are here already, and none is here twice.
 */
function reuse(paragraphs: Paragraph[], old: Draft, first: number, kept: number): readonly Paragraph[] {
  for (let index = first; index < paragraphs.length && index < kept; index += 1) {
    const before = old.paragraphs[index] as Paragraph;
    const now = paragraphs[index] as Paragraph;
    if (now === before) continue;
    if (!sameParagraph(before, now)) break;
    paragraphs[index] = before;
  }
  return paragraphs;
}

function sameParagraph(a: Paragraph, b: Paragraph): boolean {
  return (
    a.source === b.source &&
    a.breaks.length === b.breaks.length &&
    a.breaks.every((item, index) => item.at === b.breaks[index]?.at && item.length === b.breaks[index].length) &&
    sameMasks(a.masks, b.masks)
  );
}

function sameMasks(a: readonly Mask[], b: readonly Mask[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((mask, index) => {
        const other = b[index];
        return other !== undefined && mask.start === other.start && mask.end === other.end && mask.kind === other.kind;
      }))
  );
}
