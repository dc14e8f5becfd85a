/**
 * Owns parallelism (排比): three members or more that stand in a row and share their head or tail while the rest differs.
 * Members are clauses of a sentence, sentences of a paragraph, or paragraphs by their first sentences.
 */
import { isFigure } from '../normal/codes.ts';
import { isClauseEdge, isSentenceEdge } from '../normal/normal.ts';
import type { Normal } from '../normal/normal.ts';
import type { Block, Unit, UnitStretch } from '../model.ts';

interface Member {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
}

/** A member and what it shares with the one at the place; that one shares all with itself. */
interface Framed extends Member, Frame {}

interface Frame {
  /** Codes shared at the head, the count of the member (一是, 第一) among them; 0 when it shares no head. */
  readonly head: number;
  readonly tail: number;
}

/** A row of members around one place. */
export interface Row {
  readonly members: readonly Framed[];
  /** How far the shared head of the member at the place reaches, and how long its shared tail is. */
  readonly head: number;
  readonly tail: number;
}

const fewest = 3;
const shortestFrame = 3;
/** Of the longer member at most this part may be shared; more is a copy. */
const largestShare = 0.6;
/** Members of a row of paragraphs may have this many others between them, members in one paragraph one. */
const paragraphGap = 2;
const memberGap = 1;
const longestRow = 12;
/** A clause or sentence longer than this is no member: looking for its ends from every place in it would never end. */
const longestMember = 1_000;
/** Members of one row are at most this many units apart. */
export const rowReach = longestRow * (paragraphGap + 1);

/** All rows that the stretch stands in: of clauses, of sentences, of paragraphs. */
export function rowsAt(place: UnitStretch): Row[] {
  const { unit, start, end } = place;
  const normal = unit.block?.normal;
  if (normal === undefined) return [];
  const rows: Row[] = [];
  for (const isEdge of [isClauseEdge, isSentenceEdge]) {
    const member = around(unit, normal, start, end, isEdge);
    if (member !== undefined) addRow(rows, member, steps(member, normal, isEdge), memberGap);
  }
  const sentence = around(unit, normal, start, end, isSentenceEdge);
  if (sentence !== undefined && sentence.start === 0 && unit.offset === 0)
    addRow(rows, { unit, start: 0, end: normal.length }, paragraphsAround(unit), paragraphGap);
  return rows;
}

/** Whether two units of one desk are too far apart to stand in one row. */
export function isFar(a: Unit, b: Unit): boolean {
  return Math.abs(a.index - b.index) > rowReach;
}

/** Whether two places of one content stand in one row, and the content is what the row shares, not these two alone. */
export function inOneRow(place: UnitStretch, other: UnitStretch, rows: readonly Row[] = rowsAt(place)): boolean {
  const half = (place.end - place.start) / 2;
  return rows.some(({ members, head, tail }) => {
    const own = members.find((member) => contains(member, place));
    if (own === undefined || !members.some((member) => contains(member, other))) return false;
    const isHead = place.end <= own.start + head;
    if (!isHead && place.start < own.end - tail) return false;
    const sharing = members.filter((member) =>
      isHead ? own.start + member.head - place.start >= half : place.end - own.end + member.tail >= half,
    );
    return sharing.length >= fewest;
  });
}

function contains(member: Member, place: UnitStretch): boolean {
  return member.unit === place.unit && member.start <= place.start && place.end <= member.end;
}

type Edge = (normal: Normal, index: number) => boolean;

function around(unit: Unit, normal: Normal, start: number, end: number, isEdge: Edge): Member | undefined {
  const earliest = start - longestMember;
  let from = start;
  while (!isEdge(normal, from)) if (--from < earliest) return undefined;
  const latest = from + longestMember;
  let to = start + 1;
  while (!isEdge(normal, to)) if (++to > latest) return undefined;
  return to >= end ? { unit, start: from, end: to } : undefined;
}

/** The members before and behind one, nearest first. */
function steps(member: Member, normal: Normal, isEdge: Edge): [Member[], Member[]] {
  const before: Member[] = [];
  for (let end = member.start; end > 0 && before.length < longestRow;) {
    const earliest = end - longestMember;
    let start = end - 1;
    while (start > earliest && !isEdge(normal, start)) start -= 1;
    if (!isEdge(normal, start)) break;
    before.push({ unit: member.unit, start, end });
    end = start;
  }
  const behind: Member[] = [];
  for (let start = member.end; start < normal.length && behind.length < longestRow;) {
    const latest = start + longestMember;
    let end = start + 1;
    while (end < latest && !isEdge(normal, end)) end += 1;
    if (!isEdge(normal, end)) break;
    behind.push({ unit: member.unit, start, end });
    start = end;
  }
  return [before, behind];
}

function paragraphsAround(unit: Unit): [Member[], Member[]] {
  const { units } = unit.desk;
  const whole = (other: Unit | undefined): Member[] =>
    other?.block === undefined || other.offset > 0 ? [] : [{ unit: other, start: 0, end: other.block.normal.length }];
  const before: Member[] = [];
  for (let index = unit.index - 1; index >= 0 && index >= unit.index - rowReach; index -= 1) before.push(...whole(units[index]));
  const behind: Member[] = [];
  for (let index = unit.index + 1; index < units.length && index <= unit.index + rowReach; index += 1) behind.push(...whole(units[index]));
  return [before, behind];
}

function addRow(rows: Row[], member: Member, [before, behind]: [Member[], Member[]], gap: number): void {
  const members: Framed[] = [{ ...member, head: member.end - member.start, tail: member.end - member.start }];
  let head = 0;
  let tail = 0;
  for (const side of [before, behind]) {
    let missed = 0;
    for (const other of side) {
      const frame = frameOf(member, other);
      if (frame === undefined) {
        missed += 1;
        if (missed > gap) break;
        continue;
      }
      missed = 0;
      members.push({ ...other, ...frame });
      head = Math.max(head, frame.head);
      tail = Math.max(tail, frame.tail);
    }
  }
  if (members.length >= fewest) rows.push({ members, head, tail });
}

const counters = new Set('一二三四五六七八九十首其再次最第'.split('').map((mark) => mark.charCodeAt(0)));
const behindCounters = new Set('是要则，、'.split('').map((mark) => mark.charCodeAt(0)));

/** How many codes the count of a member takes: 一是, 二要, 第一, 1. */
function counterLength(codes: Uint16Array, start: number, end: number): number {
  let at = start;
  while (at < end && at < start + 3 && (counters.has(codes[at] as number) || isFigure(codes[at] as number))) at += 1;
  if (at > start && at < end && behindCounters.has(codes[at] as number)) at += 1;
  return at - start;
}

/** Whether the paragraph of a unit and a block that is a whole paragraph are two of a kind, so that one row may hold both. */
export function mayStandInRow({ block: own, offset }: Unit, block: Block): boolean {
  if (own === undefined || offset > 0) return false;
  return frameBetween(own.normal.codes, 0, own.normal.length, block.normal.codes, 0, block.normal.length) !== undefined;
}

/** What two members share, when they are two of a kind and not two copies. */
function frameOf(a: Member, b: Member): Frame | undefined {
  const codesA = a.unit.block?.normal.codes;
  const codesB = b.unit.block?.normal.codes;
  return codesA && codesB && frameBetween(codesA, a.start, a.end, codesB, b.start, b.end);
}

function frameBetween(a: Uint16Array, startA: number, endA: number, b: Uint16Array, startB: number, endB: number): Frame | undefined {
  const countA = counterLength(a, startA, endA);
  const countB = counterLength(b, startB, endB);
  const shorter = Math.min(endA - startA - countA, endB - startB - countB);
  const longer = Math.max(endA - startA, endB - startB);
  let head = 0;
  while (head < shorter && a[startA + countA + head] === b[startB + countB + head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[endA - 1 - tail] === b[endB - 1 - tail]) tail += 1;
  if (head < shortestFrame && tail < shortestFrame) return undefined;
  if (head + tail > longer * largestShare) return undefined;
  return { head: head >= shortestFrame ? countA + head : 0, tail: tail >= shortestFrame ? tail : 0 };
}
