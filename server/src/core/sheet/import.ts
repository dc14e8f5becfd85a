/** Owns what taking a filled sheet back would do to a draft: a proposal for each row, with its edits or the reason why not. Changes nothing. */
import type { ListedHole } from '../holes/index.ts';
import { isHole, takeOut } from '../rules/placeholder/index.ts';
import type { Draft } from '../text/draft.ts';
import type { Edit } from '../text/span.ts';
import { Matcher } from './match.ts';
import type { MatchFault } from './match.ts';
import { sheetRows } from './rows.ts';
import type { SheetRow } from './rows.ts';
import type { FilledRow } from './table.ts';
import { readValue } from './value.ts';
import type { ReadValue, ValueFault } from './value.ts';

/** Why a row fills nothing. `twice`: another row fills the same place; `nothing`: the row does not say what it speaks of. */
export type ImportFault = MatchFault | ValueFault | 'twice' | 'nothing';

/** What one row of the sheet would do. */
export interface Proposal {
  readonly filled: FilledRow;
  /** The row of the draft, where one was found. */
  readonly row?: SheetRow;
  readonly result:
    | { readonly ok: true; readonly edits: readonly Edit[]; readonly value: Extract<ReadValue, { ok: true }> }
    | { readonly ok: false; readonly fault: ImportFault };
}

/** What the rows of a filled sheet would do to a draft, in the order of the sheet. `holes` are all holes of the draft. */
export function proposals(draft: Draft, holes: readonly ListedHole[], filled: readonly FilledRow[]): Proposal[] {
  const matcher = new Matcher(sheetRows(draft, holes), () => sentencesOf(draft));
  const lineBreak = /\r\n|\n|\r/.exec(draft.text)?.[0] ?? '\n';
  const found = filled.map((one): Proposal => {
    const match = one.address ? matcher.find(one.address) : undefined;
    if (!match?.ok) return { filled: one, result: { ok: false, fault: one.value === '' ? 'empty' : (match?.fault ?? 'nothing') } };
    const { row } = match;
    const value = readValue(one.value, row);
    if (!value.ok) return { filled: one, row, result: value };
    return { filled: one, row, result: { ok: true, value, edits: editsOf(draft, row, value.texts, lineBreak) } };
  });
  return withoutTwins(found);
}

function editsOf(draft: Draft, row: SheetRow, texts: readonly string[] | undefined, lineBreak: string): Edit[] {
  return row.parts.flatMap(({ hole }, index) => {
    const text = texts?.[index];
    if (text !== undefined) return [{ start: hole.start, end: hole.end, text: text.replace(/\r\n|[\r\n\u2028\u2029]/g, lineBreak) }];
    return texts === undefined && isHole(hole) ? [takeOut(hole, draft)] : [];
  });
}

/** Two rows for one place: the same value counts once, different values fill nothing. */
function withoutTwins(found: readonly Proposal[]): Proposal[] {
  const byRow = new Map<SheetRow, Proposal[]>();
  for (const one of found) {
    if (!one.row || !one.result.ok) continue;
    const among = byRow.get(one.row);
    if (among) among.push(one);
    else byRow.set(one.row, [one]);
  }
  return found.map((one) => {
    const twins = one.row && one.result.ok ? (byRow.get(one.row) ?? []) : [];
    const differ = twins.some(({ filled }) => filled.value !== one.filled.value);
    return twins.length > 1 && (differ || twins[0] !== one) ? { ...one, result: { ok: false, fault: 'twice' } } : one;
  });
}

/** All sentences of a draft, as anchors cut them. */
function sentencesOf(draft: Draft): ReadonlySet<string> {
  return new Set(
    draft.paragraphs.flatMap(({ text }) => text.match(/[^。！？!?\n]*(?:[。！？!?\n]|$)/gu) ?? []).filter((sentence) => sentence !== ''),
  );
}
