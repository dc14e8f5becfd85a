/** Owns texts with marks: slots as `⟦token|kind⟧`, what must stay silent as `⟪…⟫`. */

/** A slot that a person marked. Offsets are UTF-16 code units of the text without marks. */
export interface MarkedSlot {
  readonly start: number;
  readonly end: number;
  /** The kinds a reader accepts; empty where the row does not say. */
  readonly kinds: readonly string[];
}

/** A text without its marks, and what the marks said. */
export interface Marked {
  readonly text: string;
  readonly slots: readonly MarkedSlot[];
  readonly silent: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the marks out of a text. Throws an Error that names the place when marks do not pair. */
export function parseMarked(source: string): Marked {
  let text = '';
  const slots: MarkedSlot[] = [];
  const silent: { start: number; end: number }[] = [];
  let quiet: number | undefined;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '⟦') {
      const close = source.indexOf('⟧', at);
      const inner = source.slice(at + 1, close);
      if (close < 0 || inner.includes('⟦')) throw new Error(`mark not closed: ${source.slice(at, at + 30)}`);
      const bar = inner.lastIndexOf('|');
      const token = bar < 0 ? inner : inner.slice(0, bar);
      const kinds = bar < 0 ? [] : (inner.slice(bar + 1).split('#')[0] ?? '').split('/');
      slots.push({ start: text.length, end: text.length + token.length, kinds });
      text += token;
      at = close;
    } else if (sign === '⟪') {
      if (quiet !== undefined) throw new Error(`⟪ in ⟪: ${source.slice(at, at + 30)}`);
      quiet = text.length;
    } else if (sign === '⟫') {
      if (quiet === undefined) throw new Error(`⟫ without ⟪: ${source.slice(Math.max(0, at - 30), at)}`);
      silent.push({ start: quiet, end: text.length });
      quiet = undefined;
    } else if (sign === '⟧') throw new Error(`⟧ without ⟦: ${source.slice(Math.max(0, at - 30), at)}`);
    else text += sign ?? '';
  }
  return { text, slots, silent };
}
