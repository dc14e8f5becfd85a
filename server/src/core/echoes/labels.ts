/** Owns how the paragraphs of drafts are called from version to version: who named one before need not name it anew. */
import type { Draft } from '../text/draft.ts';
import type { Outline, Structure } from '../text/sections/index.ts';
import type { Desk, Label } from './model.ts';
import { labelsOf } from './structure.ts';

/** The labels of each structure, and of each desk as they were made last. */
export class Labels {
  readonly #made = new WeakMap<Structure, readonly Label[]>();
  readonly #last = new WeakMap<Desk, { readonly structure: Structure; readonly labels: readonly Label[] }>();

  /** The labels of a draft that has this outline: the same list in all versions that share a structure. */
  in(draft: Draft, outline: Outline): readonly Label[] {
    let labels = this.#made.get(outline.structure);
    if (labels === undefined) this.#made.set(outline.structure, (labels = labelsOf(draft, outline)));
    return labels;
  }

  /** The labels of a desk whose draft has this outline. What did not change is the same object: a label, and all of them. */
  of(desk: Desk, outline: Outline): readonly Label[] {
    const { structure } = outline;
    const before = this.#last.get(desk);
    if (before?.structure === structure) return before.labels;
    const made = this.in(desk.draft, outline);
    const labels = made.map((label, index) => {
      const old = before?.labels[index];
      return old?.section === label.section && old.paragraph === label.paragraph ? old : label;
    });
    const isSame = before?.labels.length === labels.length && labels.every((label, index) => label === before.labels[index]);
    const kept = before && isSame ? before.labels : labels;
    this.#last.set(desk, { structure, labels: kept });
    return kept;
  }
}
