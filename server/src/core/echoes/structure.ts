/** Owns what the index needs of a draft's outline: which paragraphs take no part, and how a place is called. */
import type { Draft } from '../text/draft.ts';
import type { Outline, Section, Structure } from '../text/sections/index.ts';
import type { Exemption, Label } from './model.ts';

/** Per paragraph of a draft of so many: why it takes no part, if it takes none. Versions with one structure share the list. */
export function exemptionsOf(count: number, { speeches }: Structure): (Exemption | undefined)[] {
  const exempt: (Exemption | undefined)[] = Array.from({ length: count }, () => undefined);
  for (const { firstParagraph, bodyParagraph, endParagraph, salutationParagraph } of speeches) {
    if (bodyParagraph >= endParagraph) continue;
    for (let index = firstParagraph; index < bodyParagraph; index += 1)
      exempt[index] = index === salutationParagraph ? 'salutation' : 'title';
  }
  return exempt;
}

/** Labels of all paragraphs: the same as `placeAt` gives one by one, in one walk. */
export function labelsOf(draft: Draft, outline: Outline): Label[] {
  const labels: Label[] = [];
  for (const speech of outline.speeches)
    label(labels, outline, speech.sections, '', speech.firstParagraph, speech.endParagraph, speech.bodyParagraph);
  for (let index = 0; index < draft.paragraphs.length; index += 1) labels[index] ??= { section: '', paragraph: 1 };
  return labels;
}

function label(
  labels: Label[],
  outline: Outline,
  sections: readonly Section[],
  path: string,
  first: number,
  end: number,
  body: number,
): void {
  let paragraph = 0;
  for (let index = first; index < end; index += 1) {
    if (index >= body && outline.readings[index]?.shape !== 'junk') paragraph += 1;
    labels[index] = { section: path, paragraph: Math.max(1, paragraph) };
  }
  for (const section of sections) {
    if (section.kind !== 'heading') continue;
    const from = section.firstParagraph + (section.runIn ? 0 : 1);
    const inner = path + (section.marker || section.title);
    label(labels, outline, section.children, inner, section.firstParagraph, section.lastParagraph + 1, from);
  }
}
