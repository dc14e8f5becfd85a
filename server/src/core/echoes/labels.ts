/** Owns how the paragraphs of drafts are called from version to version: who named one before need not name it anew. */
import type { Outline } from '../text/sections/index.ts';
import type { Desk, Label } from './model.ts';
import { labelsOf } from './structure.ts';

/** The labels of each desk as they were made last. */
export class Labels {
  readonly #last = new WeakMap<Desk, readonly Label[]>();

  /** The labels of a desk whose draft has this outline. One that did not change is the same object; the others are noted. */
  of(desk: Desk, outline: Outline): readonly Label[] {
    const before = this.#last.get(desk);
    const labels = labelsOf(desk.draft, outline).map((label, index) => {
      const old = before?.[index];
      return old?.section === label.section && old.paragraph === label.paragraph ? old : label;
    });
    const first = labels.findIndex((label, index) => label !== before?.[index]);
    if (first >= 0) desk.trail.note(first);
    this.#last.set(desk, labels);
    return labels;
  }
}
