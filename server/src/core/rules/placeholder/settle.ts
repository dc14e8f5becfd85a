/** Owns the proof of an answer: a note or a stray mark is taken out only if that leaves fewer holes than there were. */
import { createDraft } from '../../text/draft.ts';
import type { Draft } from '../../text/draft.ts';
import { applyEdits, firstAfter } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import { countAccepted } from './habit.ts';
import { slotsOf } from './slots.ts';
import type { Slot } from './slot.ts';

/** Whether a draft has fewer holes after an answer. Taking a note out may bare a gap that it covered, or join two lines. */
export function leavesFewer(fix: Fix, finding: Span, draft: Draft): boolean {
  const index = firstAfter(draft.starts, finding.start) - 1;
  const first = Math.max(0, index - 1);
  const last = Math.min(draft.paragraphs.length, index + 2);
  const start = draft.starts[first] ?? 0;
  const source = draft.text.slice(start, draft.starts[last] ?? draft.text.length);
  const edits = fix.edits.map((edit) => ({ start: Math.max(0, edit.start - start), end: edit.end - start, text: edit.text }));
  // The markup of the neighbourhood alone is not known: both sides are read without it.
  const slotsIn = (text: string): readonly (readonly Slot[])[] =>
    createDraft({ uri: draft.uri, version: draft.version, format: draft.format, text }).paragraphs.map((paragraph) =>
      slotsOf(paragraph, draft.format),
    );
  const around = draft.paragraphs.flatMap((paragraph, at) => (at >= first && at < last ? [] : [slotsOf(paragraph, draft.format)]));
  const holes = (near: readonly (readonly Slot[])[]): number => countAccepted([...around, ...near]);
  return holes(slotsIn(applyEdits(source, edits))) < holes(slotsIn(source));
}
