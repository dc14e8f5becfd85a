/** Owns which items belong to one list. */
import type { List, PlacedMark } from './model.ts';

interface Growing {
  readonly members: PlacedMark[];
  last: number;
}

/** Lists of one style are not nested deeper than this. */
const deepest = 6;

/**
 * Sorts the items of one stretch (between two headings, in order of place) into lists, one nested in another where the
 * numbers say so. An item that does not follow stays in the list it most likely belongs to, so that a slip shows there.
 */
export function listsOf(marks: readonly PlacedMark[]): List[] {
  const lists: Growing[] = [];
  const open = new Map<string, Growing[]>();
  for (const item of marks) {
    const { style, number } = item.mark;
    const stack = open.get(style) ?? [];
    open.set(style, stack);
    const at = placeOf(stack, item);
    const list = stack[at];
    if (list === undefined) {
      const started: Growing = { members: [item], last: number };
      stack.push(started);
      if (stack.length > deepest) stack.shift();
      lists.push(started);
      continue;
    }
    stack.length = at + 1;
    list.members.push(item);
    list.last = number;
  }
  return joined(lists).map((members) => ({ style: (members[0] as PlacedMark).mark.style, members }));
}

/** A single 一是 that a list beginning with 一是 follows at once is the first item of that list, counted twice. */
function joined(lists: readonly Growing[]): PlacedMark[][] {
  const result: PlacedMark[][] = [];
  const latest = new Map<string, PlacedMark[]>();
  for (const { members } of lists) {
    const first = members[0] as PlacedMark;
    const before = latest.get(first.mark.style);
    if (before?.length === 1 && first.mark.number === 1 && members.length > 1 && goesOnFrom(before[0] as PlacedMark, first)) {
      before.push(...members);
      continue;
    }
    const own = [...members];
    result.push(own);
    latest.set(first.mark.style, own);
  }
  return result;
}

function goesOnFrom(lone: PlacedMark, first: PlacedMark): boolean {
  if (lone.mark.number !== 1) return false;
  return lone.paragraph === first.paragraph || (lone.initial && first.initial && first.paragraph - lone.paragraph <= 2);
}

/** Index of the open list that `item` goes on; -1 when it starts one. */
function placeOf(stack: readonly Growing[], item: PlacedMark): number {
  const { style, number } = item.mark;
  if (stack.length === 0) return -1;
  const top = stack.length - 1;
  const last = (stack[top] as Growing).members.at(-1) as PlacedMark;
  if (style === 'dash') return item.paragraph - last.paragraph === 1 ? top : -1;
  if (style === 'first') return number === 1 || (last.mark.number === 0 && item.paragraph !== last.paragraph) ? -1 : top;
  for (let at = top; at >= 0; at -= 1) if ((stack[at] as Growing).last + 1 === number) return at;
  if (number === 1) return -1;
  return belongsTo(last, item) ? top : -1;
}

/** Whether an item that breaks the count still stands where the next item of the list would. */
function belongsTo(last: PlacedMark, item: PlacedMark): boolean {
  if (item.paragraph === last.paragraph) return true;
  return item.initial && last.initial && item.paragraph - last.paragraph <= 2;
}
