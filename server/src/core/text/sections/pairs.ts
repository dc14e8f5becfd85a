/** Owns which marks of a paragraph pair: what is quoted (“…” ‘…’ 「…」 『…』 《…》), and what is never closed. */
import type { Mask } from '../mask.ts';
import type { Span } from '../span.ts';

const closing: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '《': '》' };
const anyMark = /[“”‘’「」『』《》]/g;

/** The outermost quoted stretches with their marks, in order. A mark without its partner quotes nothing. */
export function pairedSpans(text: string): readonly Span[] {
  const open: { readonly mark: string; readonly at: number }[] = [];
  const spans: Span[] = [];
  for (const { 0: unit, index: at } of text.matchAll(anyMark)) {
    if (closing[unit] !== undefined) {
      open.push({ mark: unit, at });
    } else {
      const partner = open.findLastIndex((item) => closing[item.mark] === unit);
      if (partner < 0) continue;
      const start = (open[partner] as { readonly at: number }).at;
      open.length = partner;
      while (spans.length > 0 && (spans.at(-1) as Span).start > start) spans.pop();
      spans.push({ start, end: at + 1 });
    }
  }
  return spans;
}

/** A pair of marks in one paragraph, as far as others must know of it. */
export interface PairNote {
  readonly opener: string;
  readonly closer: string;
  /** Offset of the first opening mark that is not closed; -1 when every one is. */
  readonly unclosed: number;
  /** Whether the first of these marks in the paragraph closes something that was opened before. */
  readonly closesFirst: boolean;
}

const pairs: readonly (readonly [opener: string, closer: string, openers: string, marks: RegExp])[] = [
  ['“', '”', '“', /[“”]/gu],
  ['（', '）', '（(', /[（()）]/gu],
  ['《', '》', '《', /[《》]/gu],
  ['【', '】', '【', /[【】]/gu],
  ['「', '」', '「', /[「」]/gu],
];
const anyPair = /[“”（）()《》【】「」]/u;
/** `1）` and `a)` at the start of a clause number an item and close nothing. */
const numbersItem = /(?:^|[。；：，、\s])[ \u3000]*[\p{Script=Latin}\d一二三四五六七八九十]{1,3}$/u;

/** What is to be known of the pairs of marks in a paragraph; a pair that does not occur has no note. Hidden stretches are not read. */
export function pairNotes(text: string, masks: readonly Mask[]): readonly PairNote[] {
  if (!anyPair.test(text)) return [];
  const hidden = masks.filter((mask) => mask.kind === 'hidden');
  return pairs.flatMap(([opener, closer, openers, marks]) => {
    const open: number[] = [];
    let closesFirst: boolean | undefined;
    for (const { 0: unit, index: at } of text.matchAll(marks)) {
      const opens = openers.includes(unit);
      if (hidden.some((mask) => mask.start <= at && at < mask.end)) continue;
      if (opens) open.push(at);
      else if (open.length === 0 && unit !== '”' && numbersItem.test(text.slice(Math.max(0, at - 8), at))) continue;
      else open.pop();
      closesFirst ??= !opens;
    }
    return closesFirst === undefined ? [] : [{ opener, closer, unclosed: open[0] ?? -1, closesFirst }];
  });
}
