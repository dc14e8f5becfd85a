/** Owns what an edit moved: paragraphs that stand on other lines, or are called otherwise, than before. */
import type { Draft } from '../text/draft.ts';
import { lineBreaksIn } from '../text/lines.ts';
import type { Outline } from '../text/sections/index.ts';
import type { Desk, Exemption, Label, Unit, UnitStretch } from './model.ts';
import { firstUnit } from './units.ts';

/** A draft and what is known of its structure. */
export interface Outlined {
  readonly draft: Draft;
  readonly outline: Outline;
  readonly exempt: readonly (Exemption | undefined)[];
  /** Made when asked for. */
  readonly labels: () => readonly Label[];
}

/**
 * The paragraphs of `now` that moved and that somebody may name; the first `head` and the last `tail` paragraphs are the same
 * as those of `old`. Paragraphs that changed places hold the same copies as before, each on another line; nobody names new ones yet.
 */
export function movedParagraphs(old: Outlined, now: Outlined, head: number, tail: number): Set<number> {
  const moved = calledOtherwise(old, now, head, tail);
  for (const place of besideEdit(now.draft, tail)) moved.add(place);
  const end = now.draft.paragraphs.length - tail;
  const were = old.draft.paragraphs.length - tail - head;
  for (let place = head; place < end; place += 1)
    if (were === 0) moved.delete(place);
    else if (end - head > 1 || were > 1) moved.add(place);
  return moved;
}

/** Paragraphs that stand on other lines or are called otherwise. */
function calledOtherwise(old: Outlined, now: Outlined, head: number, tail: number): Set<number> {
  const moved = new Set<number>();
  const count = now.draft.paragraphs.length;
  const shift = count - old.draft.paragraphs.length;
  let first = 0;
  while (first < head && old.draft.starts[first] === now.draft.starts[first]) first += 1;
  // Blank lines may come and go around paragraphs that are the same, as many as before in all.
  const isShifted = first < head || old.draft.starts[head] !== now.draft.starts[head] || steady(old.draft, now.draft, tail) < tail;
  const isDown = isShifted || lineBreaksIn(old.draft, first, tail) !== lineBreaksIn(now.draft, first, tail);
  if (!isDown && old.outline.structure === now.outline.structure) return moved;
  if (!isDown && shift === 0 && !hasMarks(old, first, tail) && !hasMarks(now, first, tail)) return moved;
  const were = isDown ? [] : old.labels();
  const labels = isDown ? [] : now.labels();
  for (let index = first; index < count; index += 1) {
    const was = were[index < count - tail ? index : index - shift];
    if (isDown || was?.section !== labels[index]?.section || was?.paragraph !== labels[index]?.paragraph) moved.add(index);
  }
  return moved;
}

/**
 * Those of the last `tail` paragraphs that an edit before them may move to another column: they stand on its line for an editor,
 * which breaks no line at U+2028 and U+2029, where a paragraph of ours ends.
 */
function* besideEdit({ text, starts, paragraphs }: Draft, tail: number): Iterable<number> {
  const first = starts.length - tail;
  const lineBreak = /[\n\r]/g;
  lineBreak.lastIndex = first === 0 ? 0 : (starts[first - 1] as number) + (paragraphs[first - 1]?.source.length ?? 0);
  const end = lineBreak.exec(text)?.index ?? text.length;
  for (let place = first; place < starts.length && (starts[place] as number) < end; place += 1) yield place;
}

/** How many of the last `tail` paragraphs stand as far before the end as they did. */
function steady(old: Draft, now: Draft, tail: number): number {
  let count = 0;
  while (count < tail && before(old, count) === before(now, count)) count += 1;
  return count;
}

function before({ text, starts }: Draft, fromEnd: number): number {
  return text.length - (starts[starts.length - 1 - fromEnd] ?? 0);
}

/** Whether one of the changed paragraphs may be a heading, stands before the body, or is no text. */
function hasMarks({ outline, exempt }: Outlined, head: number, tail: number): boolean {
  const { readings } = outline;
  for (let index = head; index < readings.length - tail; index += 1)
    if (exempt[index] !== undefined || readings[index]?.opening !== undefined || readings[index]?.shape !== 'text') return true;
  return false;
}

/** The units of some paragraphs of a desk, the long ones of which have several. */
export function* unitsIn({ units }: Desk, paragraphs: ReadonlySet<number>): Iterable<Unit> {
  for (const place of paragraphs)
    for (let index = firstUnit(units, place); units[index]?.place === place; index += 1) yield units[index] as Unit;
}

/** Adds the other desks on which an echo names a place in a unit to `naming`; there are `all` desks. */
export function addDesksNaming(unit: Unit, naming: Set<Desk>, all: number): void {
  const isHere = (place: UnitStretch): boolean => place.unit === unit;
  for (const { places } of unit.listed) {
    // Nobody is left who could be added.
    if (naming.size - Number(naming.has(unit.desk)) >= all - 1) return;
    for (const { unit: other } of places)
      if (
        other.desk !== unit.desk &&
        !naming.has(other.desk) &&
        other.echoes.some((echo) => [echo, ...echo.hidden].some(({ main, others }) => isHere(main) || others.some(isHere)))
      )
        naming.add(other.desk);
  }
}
