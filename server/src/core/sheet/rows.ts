/** Owns the rows of the data-request sheet: one for each hole, or for the parts of one date, number or session together. */
import { titleOf } from '../holes/index.ts';
import type { Anchor, ListedHole } from '../holes/index.ts';
import type { Finding } from '../rules/finding.ts';
import type { Draft } from '../text/draft.ts';

/** What stands for a part that is to be filled in, between 【 and 】. */
export const slotMark = '▁';

/** One row. */
export interface SheetRow {
  /** The holes that the row fills, in order; several for the parts of one thing. */
  readonly parts: readonly ListedHole[];
  /** What stands between the parts: one fewer than parts. */
  readonly between: readonly string[];
  /** What stands in the sentence before and behind the place; breaks inside sentences taken out. */
  readonly before: string;
  readonly after: string;
  /** The sentence with the place between 【 and 】. */
  readonly sentence: string;
  /** The headings around, the outermost first. */
  readonly section: string;
  readonly anchor: Anchor;
}

/** The rows of a draft. `holes` are all of its holes, in order. */
export function sheetRows(draft: Draft, holes: readonly ListedHole[]): SheetRow[] {
  const groups = new Map<string, ListedHole[]>();
  const rows: ListedHole[][] = [];
  for (const one of holes) {
    const { group } = one.hole;
    const known = group === undefined ? undefined : groups.get(group);
    // Parts stand in one paragraph; what would not is a row of its own.
    if (known?.[0]?.placed.index === one.placed.index) known.push(one);
    else {
      const parts = [one];
      if (group !== undefined) groups.set(group, parts);
      rows.push(parts);
    }
  }
  return rows.flatMap((parts) => {
    const [first] = parts;
    return first ? [rowOf(draft, first, parts)] : [];
  });
}

/** The finding that speaks for a row: the first of its parts whose kind says something. */
export function speaker(row: SheetRow): Finding | undefined {
  return (row.parts.find(({ hole }) => hole.kind !== 'blank') ?? row.parts[0])?.hole;
}

function rowOf(draft: Draft, first: ListedHole, parts: readonly ListedHole[]): SheetRow {
  const { text } = first.placed.paragraph;
  const from = first.placed.at.start;
  const last = parts.at(-1) ?? first;
  const between = parts.slice(1).map(({ placed }, index) => text.slice(parts[index]?.placed.at.end ?? 0, placed.at.start));
  const shown = first.about.removable
    ? text.slice(from, first.placed.at.end)
    : slotMark + between.map((words) => words + slotMark).join('');
  const { start, end } = first.sentence;
  const before = oneLine(text.slice(start, from)).trimStart();
  const after = oneLine(text.slice(last.placed.at.end, Math.max(end, last.placed.at.end))).trimEnd();
  const section = first.headings.map((heading) => titleOf(draft, heading, true)).join(' › ');
  return { parts, between, before, after, sentence: `${before}【${oneLine(shown)}】${after}`, section, anchor: first.anchor };
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
