/** Owns ordinals that begin in one series and go on in another: 首先…其二…再次, 第一…其次…第三. */
import type { Finding } from '../finding.ts';
import type { Draft } from '../../text/draft.ts';
import type { Mark, MarkStyle, PlacedMark } from '../../text/sections/index.ts';
import { found, markWith, shown } from './judge.ts';
import type { Row } from './rows.ts';

const series: ReadonlySet<MarkStyle> = new Set<MarkStyle>(['first', 'qi', 'ordinal', 'shi']);
const placeWords = ['首先', '其次', '再次'];
/** How many paragraphs on a series still goes on. */
const reach = 2;

/** What is mixed, and the rows as they are meant: a member of another series counts in the row that it goes on. */
export interface Mixed {
  readonly findings: readonly Finding[];
  readonly rows: readonly Row[];
}

interface Member {
  readonly row: Row;
  readonly mark: PlacedMark;
}

/** Ordinals of two series. `rows` in order of their first members. */
export function judgeMixed(rows: readonly Row[], draft: Draft): Mixed {
  const members = rows
    .filter((row) => series.has(row.style))
    .flatMap((row) => row.members.map((mark): Member => ({ row, mark })))
    .sort((a, b) => a.mark.at.start - b.mark.at.start);
  const findings: Finding[] = [];
  /** Of a row that goes on another one: that one. Of a row that others go on: it with them. */
  const homes = new Map<Row, Row>();
  const meant = new Map<Row, Row>();
  for (const [index, { row, mark }] of members.entries()) {
    const before = members[index - 1];
    if (before === undefined || mark !== row.members[0] || !goesOn(before, mark, row)) continue;
    const home = homes.get(before.row) ?? before.row;
    homes.set(row, home);
    const joined = meant.get(home) ?? home;
    meant.set(home, { ...joined, members: [...joined.members, ...row.members].sort((a, b) => a.at.start - b.at.start) });
    if (home.style === row.style) continue;
    const model = modelIn(home, before.mark);
    const changed = row.members.map((member, at) => ({
      member,
      text: inSeries(model.mark, member.mark.number, at > 0 && at === row.members.length - 1),
    }));
    const expected = changed[0]?.text ?? '';
    const args = { first: shown(draft, model), found: shown(draft, mark), expected };
    findings.push(found('level', mark.at, 'mixed', args, { fix: 'marks', members: changed }));
  }
  return { findings, rows: rows.filter((row) => !homes.has(row)).map((row) => meant.get(row) ?? row) };
}

/** The last mark of the series itself up to `last`. */
function modelIn(home: Row, last: PlacedMark): PlacedMark {
  return home.members.findLast((member) => member.at.start <= last.at.start) ?? last;
}

/** Whether `mark`, the first of its row, takes the place after `before`, which is of another series. */
function goesOn(before: Member, mark: PlacedMark, row: Row): boolean {
  const { number } = mark.mark;
  if (number < 2 || (before.row.style === row.style && before.row.kind === row.kind) || before.mark.mark.number !== number - 1)
    return false;
  if (mark.paragraph - before.mark.paragraph > reach) return false;
  return !before.row.members.some((member) => member.mark.number === number);
}

/** The mark that counts to `number` in the series that `model` begins, with the stop that `model` has. */
function inSeries(model: Mark, number: number, isLast: boolean): string {
  if (model.style !== 'first') return markWith(model, number);
  const stop = model.text.slice(2);
  return (isLast && number > 2 ? '最后' : (placeWords[number - 1] ?? '再次')) + stop;
}
