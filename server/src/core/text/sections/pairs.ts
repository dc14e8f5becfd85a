/** Owns which stretches of a paragraph are quoted: “…” ‘…’ 「…」 『…』 《…》. */
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

/** Where the first quotation mark “ stands that `text` does not close; -1 when every one is closed. */
export function firstUnclosedQuote(text: string): number {
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (unit === '“') open.push(at);
    else if (unit === '”') open.pop();
  }
  return open[0] ?? -1;
}
