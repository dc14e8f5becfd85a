/** Owns how the paragraphs of drafts are called from version to version: who named one before need not name it anew. */
import type { Outline } from '../text/sections/index.ts';
import type { Desk, Label } from './model.ts';
import { labelsOf } from './structure.ts';

/** The labels of each desk as they were made last. */
export class Labels {
  readonly #last = new WeakMap<Desk, readonly Label[]>();

  /** The labels of a desk whose draft has this outline. What did not change is the same object: a label, and all of them. */
  of(desk: Desk, outline: Outline): readonly Label[] {
    const before = this.#last.get(desk);
    const labels = labelsOf(desk.draft, outline);
    let isSame = before?.length === labels.length;
    for (const [index, label] of labels.entries()) {
      const old = before?.[index];
      if (old?.section === label.section && old.paragraph === label.paragraph) labels[index] = old;
      else isSame = false;
    }
    if (isSame && before !== undefined) return before;
    this.#last.set(desk, labels);
    return labels;
  }
}
