/** Owns the rows of numbers in a draft: which heads and which items count with each other, and which head has the wrong level. */
import type { Draft } from '../../text/draft.ts';
import { placedHead } from '../../text/sections/index.ts';
import type { List, MarkStyle, Outline, PlacedMark, Section, Speech } from '../../text/sections/index.ts';

/** One row: heads of one level under one parent, or the items of one list. */
export interface Row {
  readonly style: MarkStyle;
  readonly members: readonly PlacedMark[];
  /** What the first member may count to besides 1: a row may go on where the one before it ended. */
  readonly mayStart: number | undefined;
  /** The heading over the row. */
  readonly over: Section | undefined;
  readonly kind: 'heads' | 'items';
  /** Whether a heading of a higher level comes after the row in the same speech. */
  readonly closed: boolean;
}

/** A head whose mark belongs to another level. */
export interface WrongLevel {
  readonly head: PlacedMark;
  /** Style of the mark that should stand here; `undefined` when the levels are upside down as a whole. */
  readonly style: MarkStyle | undefined;
  /** The head over it (upside down), or one that writes its mark as this one should. */
  readonly model: PlacedMark;
}

interface Head {
  readonly section: Section;
  readonly over: Section | undefined;
  style: MarkStyle;
  rank: number;
}

/** All rows of heads of one speech, and the heads that have the wrong level; those count in the row they belong to. */
export function headRows(draft: Draft, outline: Outline, speech: Speech): { readonly rows: Row[]; readonly wrong: WrongLevel[] } {
  const heads = flatten(speech.sections, undefined);
  const place = (head: Head): PlacedMark => placedHead(draft, outline, head.section);
  const wrong: WrongLevel[] = [];
  for (const [index, head] of heads.entries()) {
    const model = misplaced(heads, index);
    if (model === undefined) continue;
    wrong.push({ head: place(head), style: model.style, model: place(model) });
    head.style = model.style;
    head.rank = model.rank;
  }
  for (const pair of upsideDown(heads)) wrong.push({ head: place(pair.head), style: undefined, model: place(pair.over) });
  return { rows: rowsOf(heads, place), wrong };
}

function flatten(sections: readonly Section[], over: Section | undefined): Head[] {
  const heads: Head[] = [];
  const walk = (among: readonly Section[], parent: Section | undefined): void => {
    for (const section of among) {
      if (section.kind !== 'heading') continue;
      heads.push({ section, over: parent, style: section.style, rank: section.rank });
      walk(section.children, section);
    }
  };
  walk(sections, over);
  return heads;
}

/**
 * The head that shows which level `heads[index]` should have: 一、二、（三）四、 or （一）（二）三、（四）. Both neighbours must say
 * so: the one before counts one less and the one after one more.
 */
function misplaced(heads: readonly Head[], index: number): Head | undefined {
  const head = heads[index] as Head;
  const number = head.section.number;
  if (number < 2) return undefined;
  const before = heads[index - 1];
  if (before === undefined || before.section.number !== number - 1 || before.style === head.style || before.section.number === 0) {
    return undefined;
  }
  const own = lastBefore(heads, index, (other) => other.style === head.style);
  if (own?.section.number === number - 1) return undefined;
  const after = heads.slice(index + 1, index + 30).find((other) => other.rank <= before.rank || other.style === before.style);
  return after?.style === before.style && after.section.number === number + 1 ? before : undefined;
}

function lastBefore(heads: readonly Head[], index: number, test: (head: Head) => boolean): Head | undefined {
  for (let at = index - 1; at >= 0; at -= 1) if (test(heads[at] as Head)) return heads[at];
  return undefined;
}

const numbered: ReadonlySet<MarkStyle> = new Set<MarkStyle>(['han', 'han-bracket', 'arabic', 'arabic-bracket']);

/** Heads of a higher level that stand inside a lower one: 1. （一） （二） 2. …, told once per lower head. */
function upsideDown(heads: readonly Head[]): { readonly head: Head; readonly over: Head }[] {
  const found: { head: Head; over: Head }[] = [];
  for (let index = 1; index < heads.length; index += 1) {
    const head = heads[index] as Head;
    const over = heads[index - 1] as Head;
    if (head.section.number !== 1 || head.rank >= over.rank || !numbered.has(head.style) || !numbered.has(over.style)) continue;
    if (lastBefore(heads, index, (other) => other.rank <= head.rank)?.style === head.style && found.length > 0) continue;
    const back = heads.slice(index + 1, index + 60).find((other) => other.rank < head.rank || other.style === over.style);
    if (back?.style === over.style && back.section.number === over.section.number + 1) found.push({ head, over });
  }
  return found;
}

function rowsOf(heads: readonly Head[], place: (head: Head) => PlacedMark): Row[] {
  interface Open {
    readonly style: MarkStyle;
    readonly rank: number;
    readonly members: PlacedMark[];
    readonly mayStart: number | undefined;
    readonly over: Section | undefined;
    closed: boolean;
  }
  const rows: Open[] = [];
  const open: Open[] = [];
  const last = new Map<MarkStyle, number>();
  for (const head of heads) {
    while (open.length > 0 && (open.at(-1) as Open).rank > head.rank) (open.pop() as Open).closed = true;
    const top = open.at(-1);
    if (head.style !== 'heading') {
      const member = place(head);
      if (top?.rank === head.rank && top.style === head.style) {
        top.members.push(member);
      } else {
        const before = last.get(head.style);
        const mayStart = before === undefined ? undefined : before + 1;
        const row: Open = { style: head.style, rank: head.rank, members: [member], mayStart, over: head.over, closed: false };
        open.push(row);
        rows.push(row);
      }
      last.set(head.style, head.section.number);
    } else if (top !== undefined && top.rank >= head.rank) {
      (open.pop() as Open).closed = true;
    }
  }
  return rows.map((row) => ({ ...row, kind: 'heads' }));
}

/** A list as a row. */
export function listRow(list: List): Row {
  return { style: list.style, members: list.members, mayStart: undefined, over: undefined, kind: 'items', closed: true };
}
