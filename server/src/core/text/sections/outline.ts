/**
 * Owns making the outline of a draft. After an edit that leaves all headings and marks what they are, nothing is worked out
 * but by who asks: the structure is known to be the same, and who keeps what follows from it need not look.
 */
import type { Draft, Format } from '../draft.ts';
import type { Paragraph } from '../paragraph.ts';
import { firstAfter } from '../span.ts';
import { carriedOver, shiftBetween } from '../shift.ts';
import { frontsOf, lineSign } from './front.ts';
import type { Bounds, List, Outline, Speech, Structure } from './model.ts';
import { readParagraph } from './reading.ts';
import type { MarkedWords, Reading } from './reading.ts';
import { speechOf } from './tree.ts';

/** Remembers what paragraphs say, by paragraph object: a draft after an edit reads only what the edit made new. */
export class ReadingCache {
  readonly #plain = new WeakMap<Paragraph, Reading>();
  readonly #markdown = new WeakMap<Paragraph, Reading>();

  /** The same as `readParagraph`, from memory when it can. */
  read(paragraph: Paragraph, format: Format): Reading {
    const known = format === 'markdown' ? this.#markdown : this.#plain;
    let reading = known.get(paragraph);
    if (reading === undefined) {
      reading = readParagraph(paragraph, format);
      known.set(paragraph, reading);
    }
    return reading;
  }
}

/** The outline of a draft. With `cache`, paragraphs seen before are not read again; the result is the same. Never throws. */
export function outlineOf(draft: Draft, cache?: ReadingCache): Outline {
  return outlineFrom(
    draft,
    draft.paragraphs.map((paragraph) => cache?.read(paragraph, draft.format) ?? readParagraph(paragraph, draft.format)),
  );
}

/** Gives the outlines of drafts. */
export interface Outlines {
  /**
   * The outline of a draft, worked out once for each version; paragraphs that did not change are not read again. `before`
   * is the version before: where it had the same structure, the outline says so.
   */
  (draft: Draft, before?: Draft): Outline;
  /** What one paragraph says of the structure. */
  readonly read: (paragraph: Paragraph, format: Format) => Reading;
}

/** Outlines that share what was read of paragraphs. */
export function outlines(): Outlines {
  const cache = new ReadingCache();
  const known = new WeakMap<Draft, Outline>();
  const give = (draft: Draft, before?: Draft): Outline => {
    let outline = known.get(draft);
    if (outline === undefined) {
      const old = before?.format === draft.format ? known.get(before) : undefined;
      outline = before && old ? outlineAfter(draft, before, old, cache) : outlineOf(draft, cache);
      known.set(draft, outline);
    }
    return outline;
  };
  return Object.assign(give, { read: (paragraph: Paragraph, format: Format) => cache.read(paragraph, format) });
}

/** The outline of a draft whose paragraphs have been read, in the same order. */
export function outlineFrom(draft: Draft, readings: readonly Reading[]): Outline {
  const outline = worked(draft, readings);
  return { ...outline, structure: { speeches: outline.speeches.map((speech) => boundsOf(speech, draft)) }, readings };
}

type Worked = Pick<Outline, 'speeches' | 'sections' | 'lists'>;

function worked(draft: Draft, readings: readonly Reading[]): Worked {
  const fronts = frontsOf(draft, readings);
  const speeches: Speech[] = [];
  const lists: List[] = [];
  for (const [index, front] of fronts.entries()) {
    const found = speechOf(draft, readings, front, fronts[index + 1]?.first ?? readings.length);
    speeches.push(found.speech);
    for (const list of found.lists) lists.push(list);
  }
  return { speeches, sections: speeches.flatMap((speech) => speech.sections), lists };
}

function boundsOf({ firstParagraph, endParagraph, bodyParagraph, salutation }: Speech, { starts }: Draft): Bounds {
  const bounds = { firstParagraph, endParagraph, bodyParagraph };
  return salutation ? { ...bounds, salutationParagraph: firstAfter(starts, salutation.start) - 1 } : bounds;
}

/** The outline of a draft with a known structure; its places are worked out when somebody asks for them. */
function outlineLike(structure: Structure, draft: Draft, readings: readonly Reading[]): Outline {
  let made: Worked | undefined;
  const make = (): Worked => (made ??= worked(draft, readings));
  return {
    structure,
    readings,
    get speeches() {
      return make().speeches;
    },
    get sections() {
      return make().sections;
    },
    get lists() {
      return make().lists;
    },
  };
}

/** The outline of the version that came after `before`, whose outline was `old`. */
function outlineAfter(draft: Draft, before: Draft, old: Outline, cache: ReadingCache): Outline {
  const shift = shiftBetween(before, draft);
  const readings = carriedOver(old.readings, shift, draft, (index) => cache.read(draft.paragraphs[index] as Paragraph, draft.format));
  let isSame = readings.length === old.readings.length;
  for (let index = shift.head; isSame && index < readings.length - shift.tail; index += 1)
    isSame = signOf(before, old.readings, index) === signOf(draft, readings, index);
  return isSame ? outlineLike(old.structure, draft, readings) : outlineFrom(draft, readings);
}

/** All that the structure of a draft takes from one paragraph, but for where in the paragraph it stands. */
function signOf({ paragraphs }: Draft, readings: readonly Reading[], index: number): string {
  const text = paragraphs[index]?.text ?? '';
  const { shape, runIn, hashes, indent, guise, opening, inline } = readings[index] as Reading;
  const marks = (opening ? [opening, ...inline] : inline).map((words) => markSign(text, words));
  const words = guise ? text : isPlain(opening) ? lineSign(text) : '';
  return [shape, runIn, hashes, indent, guise, opening !== undefined, words, ...marks].join('\n');
}

/** Whether the words of a paragraph may be a title, a name or a wish: those behind the mark of a section are none. */
function isPlain(opening: MarkedWords | undefined): boolean {
  return opening === undefined || ['heading', 'dash', 'first'].includes(opening.mark.style);
}

/** A mark without its place; where it is told by its title alone, with that. */
export function markSign(text: string, { mark, title }: MarkedWords): string {
  const sign = `${mark.style}|${mark.number}|${mark.text}|${mark.correct ?? ''}`;
  return mark.text.trim() === '' ? `${sign}|${text.slice(title.start, title.end)}` : sign;
}
