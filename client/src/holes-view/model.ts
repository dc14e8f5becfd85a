/** Owns the rows of the view 待填: drafts, under them headings, under them holes. Pure: no VS Code here. */
import type { HolesResult, PlainHole, PlainRange } from '../../../server/src/protocol.ts';

/** What is known of one open draft. */
export interface DraftHoles {
  readonly uri: string;
  /** What the draft is called on the screen. */
  readonly name: string;
  /** Of its present or an older version; absent until it has been asked for. */
  readonly listed?: HolesResult;
  readonly left: number;
  /** The most holes it had at a time since it was opened, without those that are ignored now. */
  readonly most: number;
  /** Why it is not checked. */
  readonly unchecked?: string;
}

/** One row of the view. */
export type Row = DraftRow | HeadingRow | HoleRow;

/** A draft. `shown` of its `left` holes pass the filter. */
export interface DraftRow extends Pick<DraftHoles, 'uri' | 'name' | 'left' | 'most' | 'unchecked'> {
  readonly type: 'draft';
  readonly id: string;
  readonly shown: number;
  readonly children: readonly Row[];
  readonly parent: undefined;
}

/** A heading with holes somewhere under it. */
export interface HeadingRow {
  readonly type: 'heading';
  readonly id: string;
  readonly uri: string;
  readonly title: string;
  readonly range: PlainRange;
  readonly shown: number;
  readonly children: readonly Row[];
  readonly parent: Row;
}

/** A hole. */
export interface HoleRow {
  readonly type: 'hole';
  readonly id: string;
  readonly uri: string;
  readonly hole: PlainHole;
  readonly parent: Row;
}

type Growing<T extends Row> = T extends HoleRow ? T : { -readonly [key in keyof T]: key extends 'children' ? Row[] : T[key] };

/** The rows of all drafts. `kinds` are the kinds to show; empty shows all. Drafts that never had a hole have no row. */
export function rowsOf(drafts: readonly DraftHoles[], kinds: ReadonlySet<string>): DraftRow[] {
  return drafts.filter(({ most, unchecked }) => most > 0 || unchecked !== undefined).map((draft) => draftRow(draft, kinds));
}

/** How many holes of each kind there are, most first. */
export function kindsOf(drafts: readonly DraftHoles[]): { readonly kind: string; readonly name: string; readonly count: number }[] {
  const counts = new Map<string, { kind: string; name: string; count: number }>();
  for (const { listed } of drafts) {
    for (const { kind, kindName } of listed?.holes ?? []) {
      const known = counts.get(kind) ?? { kind, name: kindName, count: 0 };
      known.count += 1;
      counts.set(kind, known);
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** The row of the hole that holds a selection, if one does. */
export function rowAt(rows: readonly Row[], uri: string, { start, end }: PlainRange): HoleRow | undefined {
  for (const row of rows) {
    if (row.uri !== uri) continue;
    if (row.type === 'hole') {
      const { range } = row.hole;
      if (isAtMost(range.start, start) && isAtMost(end, range.end)) return row;
      continue;
    }
    const found = rowAt(row.children, uri, { start, end });
    if (found) return found;
  }
  return undefined;
}

function isAtMost(a: PlainRange['start'], b: PlainRange['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function draftRow({ listed, ...draft }: DraftHoles, kinds: ReadonlySet<string>): DraftRow {
  const { uri, name, left, most, unchecked } = draft;
  const top: Growing<DraftRow> = {
    type: 'draft',
    id: uri,
    uri,
    name,
    left,
    most,
    ...(unchecked !== undefined && { unchecked }),
    shown: 0,
    children: [],
    parent: undefined,
  };
  const headings = new Map<number, Growing<HeadingRow>>();
  const twins = new Map<string, number>();
  const headingRow = (index: number): Growing<HeadingRow> | undefined => {
    const known = headings.get(index);
    const heading = listed?.headings[index];
    if (known || !heading) return known;
    const parent = (heading.parent === undefined ? undefined : headingRow(heading.parent)) ?? top;
    // Rows keep their ids, and so stay open or closed, as long as their headings keep their words.
    const path = `${parent.id} ${heading.title}`;
    const twin = twins.get(path) ?? 0;
    twins.set(path, twin + 1);
    const row: Growing<HeadingRow> = {
      type: 'heading',
      id: `${path}/${twin}`,
      uri,
      title: heading.title,
      range: heading.range,
      shown: 0,
      children: [],
      parent: parent as Row,
    };
    headings.set(index, row);
    parent.children.push(row as Row);
    return row;
  };
  for (const hole of listed?.holes ?? []) {
    if (kinds.size > 0 && !kinds.has(hole.kind)) continue;
    const parent = (hole.heading === undefined ? undefined : headingRow(hole.heading)) ?? top;
    parent.children.push({ type: 'hole', id: `${uri} ${hole.name}`, uri, hole, parent: parent as Row });
    for (let row: Growing<DraftRow> | Growing<HeadingRow> | undefined = parent; row; row = row.parent as typeof row | undefined)
      row.shown += 1;
  }
  return top;
}
