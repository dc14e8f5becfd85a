/** Owns what an edit moved: paragraphs that stand on other lines, or are called otherwise, than before. */
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Outline } from '../text/sections/index.ts';
import type { Desk, Exemption, Label, UnitStretch } from './model.ts';

/** A draft and what is known of its structure. */
export interface Outlined {
  readonly draft: Draft;
  readonly outline: Outline;
  readonly exempt: readonly (Exemption | undefined)[];
  /** Made when asked for. */
  readonly labels: () => readonly Label[];
}

/** The paragraphs of `now` that moved; the first `head` and the last `tail` paragraphs are the same as those of `old`. */
export function movedParagraphs(old: Outlined, now: Outlined, head: number, tail: number): Set<number> {
  const moved = new Set<number>();
  const count = now.draft.paragraphs.length;
  const shift = count - old.draft.paragraphs.length;
  let first = 0;
  while (first < head && old.draft.starts[first] === now.draft.starts[first]) first += 1;
  const isDown = breaksIn(old.draft, first, tail) !== breaksIn(now.draft, first, tail);
  if (!isDown && shift === 0 && !hasMarks(old, first, tail) && !hasMarks(now, first, tail)) return moved;
  const before = isDown ? [] : old.labels();
  const labels = isDown ? [] : now.labels();
  for (let index = first; index < count; index += 1) {
    const was = before[index < count - tail ? index : index - shift];
    if (isDown || was?.section !== labels[index]?.section || was?.paragraph !== labels[index]?.paragraph) moved.add(index);
  }
  return moved;
}

/** Whether one of the changed paragraphs may be a heading, stands before the body, or is no text. */
function hasMarks({ outline, exempt }: Outlined, head: number, tail: number): boolean {
  const { readings } = outline;
  for (let index = head; index < readings.length - tail; index += 1)
    if (exempt[index] !== undefined || readings[index]?.opening !== undefined || readings[index]?.shape !== 'text') return true;
  return false;
}

function breaksIn(draft: Draft, head: number, tail: number): number {
  const start = head === 0 ? 0 : (draft.starts[head - 1] as number) + (draft.paragraphs[head - 1] as Paragraph).source.length;
  const end = tail === 0 ? draft.text.length : (draft.starts[draft.starts.length - tail] as number);
  let breaks = 0;
  for (let at = draft.text.indexOf('\n', start); at >= 0 && at < end; at = draft.text.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}

/** Whether an echo on one desk names a place in one of some paragraphs on another. */
export function names(desk: Desk, other: Desk, paragraphs: ReadonlySet<number>): boolean {
  const isAmong = ({ unit }: UnitStretch): boolean => unit.desk === other && paragraphs.has(unit.place);
  return desk.units.some((unit) => unit.echoes.some(({ main, others }) => isAmong(main) || others.some(isAmong)));
}
