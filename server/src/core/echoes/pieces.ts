/** Owns how paragraphs are cut into the stretches that become blocks: whole, but for the very long, cut at sentences. */
import type { Mask } from '../text/mask.ts';
import { lineIn, toSource } from '../text/paragraph.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Unit } from './model.ts';

/** A stretch of a paragraph that becomes a block. Offsets are those of `Paragraph.text`. */
export interface Piece {
  readonly key: string;
  readonly start: number;
  readonly text: string;
  readonly masks: readonly Mask[];
}

const shortestPiece = 2_000;
const longestPiece = 12_000;
const sentenceEnds = new Set('。！？；'.split('').map((mark) => mark.charCodeAt(0)));

/**
 * Cuts a paragraph into pieces. All but the very long are one piece. The cuts depend on what stands before them alone and
 * find themselves again behind an edit, so that a long line keeps most of its pieces.
 */
export function piecesOf(paragraph: Paragraph): Piece[] {
  const { text, masks } = paragraph;
  if (text.length <= longestPiece) return [{ key: keyOf(text, masks), start: 0, text, masks }];
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = shortestPiece; start < text.length; at += 1) {
    const length = at - start;
    if (at < text.length && length < longestPiece && !(length >= shortestPiece && isCut(text, at))) continue;
    const end = Math.min(at, text.length);
    const part = text.slice(start, end);
    const inside = masks.filter((mask) => mask.start < end && mask.end > start);
    const shifted = inside.map((mask) => ({ kind: mask.kind, start: mask.start - start, end: mask.end - start }));
    pieces.push({ key: keyOf(part, shifted), start, text: part, masks: shifted });
    start = end;
    at = end + shortestPiece - 1;
  }
  return pieces;
}

/** Units that an edit to a very long paragraph leaves as they were. */
export interface Kept {
  readonly head: number;
  readonly tail: number;
  /** The paragraphs in which kept units moved. */
  readonly moved: readonly number[];
}

/** Puts old units for pieces that are the same into `now`, at its head and its tail, brought up to date. */
export function keepPieces(old: readonly Unit[], now: readonly Unit[]): Kept {
  const moved = new Set<number>();
  const keep = (unit: Unit | undefined, fresh: Unit | undefined): boolean => {
    if (unit?.block === undefined || fresh?.block !== unit.block || fresh.block.text.length === fresh.paragraph.text.length) return false;
    if (breaksIn(unit) !== breaksIn(fresh)) return false;
    if (unit.place !== fresh.place || !isSamePlace(beginOf(unit), beginOf(fresh))) moved.add(fresh.place);
    unit.paragraph = fresh.paragraph;
    unit.offset = fresh.offset;
    unit.place = fresh.place;
    return true;
  };
  let head = 0;
  while (head < old.length && keep(old[head], now[head])) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && keep(old[old.length - 1 - tail], now[now.length - 1 - tail])) tail += 1;
  return { head, tail, moved: [...moved] };
}

interface Begin {
  readonly offset: number;
  readonly line: ReturnType<typeof lineIn>;
}

/** Where a unit begins in the source of its paragraph. */
function beginOf({ paragraph, offset: inText }: Unit): Begin {
  const offset = toSource(paragraph, inText);
  return { offset, line: lineIn(paragraph, offset) };
}

function isSamePlace(a: Begin, b: Begin): boolean {
  return a.offset === b.offset && a.line.before === b.line.before && a.line.start === b.line.start;
}

/** The breaks inside a unit, which lie between its characters in the source: equal when they are the same. */
function breaksIn({ paragraph, offset, block }: Unit): string {
  if (block === undefined || paragraph.breaks.length === 0) return '';
  const end = offset + block.text.length;
  const inside = paragraph.breaks.filter(({ at }) => at > offset && at < end);
  return inside.map(({ at, length }) => `${String(at - offset)} ${String(length)}`).join();
}

function isCut(text: string, at: number): boolean {
  const mark = text.charCodeAt(at - 1);
  let hash = 0;
  for (let back = at - 6; back < at; back += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(back)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 16;
  if (sentenceEnds.has(mark)) return hash % 16 === 0;
  const next = text.charCodeAt(at);
  return hash % 2048 === 0 && !(next >= 0xdc00 && next <= 0xdfff);
}

function keyOf(text: string, masks: readonly Mask[]): string {
  let key = text;
  for (const mask of masks) key += `\u0000${mask.kind} ${String(mask.start)} ${String(mask.end)}`;
  return key;
}
