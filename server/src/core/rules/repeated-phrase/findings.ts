/** Owns which sayings a draft says too often, and the findings made of them. */
import type { Block, Desk, Unit, UnitStretch } from '../../echoes/model.ts';
import { inOneRow, isFar, rowsAt } from '../../echoes/judge/rows.ts';
import { isClauseEdge, isSentenceEdge } from '../../echoes/normal/normal.ts';
import type { Limits } from '../../echoes/options.ts';
import { spanInDraft, textInDraft } from '../../echoes/units.ts';
import type { Draft } from '../../text/draft.ts';
import type { Words } from '../../words.ts';
import type { Span } from '../../text/span.ts';
import { sameMessage } from '../../engine/compare.ts';
import type { Finding, Message, Related, Severity } from '../finding.ts';
import { doubledOf } from './doubled.ts';
import { repeatedPhrase } from './meta.ts';
import { openingLength, unpacked } from './sayings.ts';
import type { Saying, SayingReader } from './sayings.ts';

/** What a finding of this rule keeps for its fixes. */
export interface PhraseDetail {
  readonly text: string;
  /** What may stand in its place. */
  readonly variants: readonly string[];
  /** Whether it may simply go. */
  readonly mayGo: boolean;
  /** For a doubled word: where in the finding the second begins that can go, counted from the finding's start. */
  readonly from?: number;
}

/** Where a draft says something that it says often. */
export interface Place extends UnitStretch {
  readonly saying: Saying;
  /** Whether it stands in the first sentence of its paragraph, so that paragraphs around decide whether it stands in a row with others. */
  readonly hangs: boolean;
  /** Whether it stands in no row with its neighbours among the places; undefined until looked at. */
  apart: boolean | undefined;
}

/** A saying that is told of: its places by which it counts, and the findings at those that are told. */
export interface Telling {
  /** All that are listed. */
  readonly shown: readonly Related[];
  readonly findings: readonly Finding[];
}

const fewestAdverbs = 5;
const fewestOpenings = 4;
const fewestInRun = 3;
const longestOpening = 16;
const shownVariants = 3;
const shownPlaces = 3;

/** A place of a saying of a unit, from its two numbers. */
export function placeOf(unit: Unit, place: number, id: number): Place {
  const saying = unpacked(place, id);
  return { unit, start: saying.start, end: saying.end, saying, hangs: isInFirstSentence(unit, saying.start), apart: undefined };
}

function isInFirstSentence({ block, offset }: Unit, start: number): boolean {
  if (block === undefined || offset > 0) return false;
  for (let at = 1; at <= start; at += 1) if (isSentenceEdge(block.normal, at)) return false;
  return true;
}

/** What is told of a saying that stands at `places`, in order; undefined when it is not said too often. `before` is what was told last. */
export function tellingOf(
  draft: Draft,
  places: readonly Place[],
  fewest: number,
  reader: SayingReader,
  before?: Telling,
): Telling | undefined {
  const [first] = places;
  if (first === undefined || places.length < fewest) return undefined;
  const apart = withoutRows(places);
  if (apart.length < fewest) return undefined;
  return tell(draft, first.saying, first.saying.kind === 'opening' ? widened(apart) : apart, reader, before);
}

/** How often a saying must stand in a draft to be told of. */
export function fewestOf(id: number, desk: Desk, limits: Limits, reader: SayingReader): number {
  const kind = Math.floor(id / 0x40000000);
  const thousands = desk.size / 1000;
  if (kind === 1) return Math.max(fewestAdverbs, Math.ceil(limits.adverbDensity * thousands * (reader.isManner(id) ? 2 : 1)));
  const least = kind === 3 ? Math.max(fewestOpenings, limits.fewest) : limits.fewest;
  return Math.max(least, Math.ceil(limits.density * thousands));
}

/** A stock phrase or adverb that stands more than once and yet not often enough. Offsets are codes. */
export interface Sparse {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** From how many times on it would be told of. */
  readonly fewest: number;
}

/** The stock phrases of a unit that its draft says more than once, but too seldom for a finding. Reads the whole draft. */
export function sparseIn({ block }: Unit, desk: Desk, limits: Limits, reader: SayingReader): Sparse[] {
  const sparse: Sparse[] = [];
  for (const saying of sayingsOf(block)) {
    if (saying.kind !== 'phrase' && saying.kind !== 'adverb') continue;
    const fewest = fewestOf(saying.id, desk, limits, reader);
    const count = desk.units.reduce((sum, unit) => sum + sayingsOf(unit.block).filter(({ id }) => id === saying.id).length, 0);
    if (count > 1 && count < fewest) sparse.push({ start: saying.start, end: saying.end, count, fewest });
  }
  return sparse;
}

function sayingsOf(block: Block | undefined): Saying[] {
  const sayings: Saying[] = [];
  if (block !== undefined)
    for (let index = 0; index < block.sayings.length; index += 2)
      sayings.push(unpacked(block.sayings[index] as number, block.sayings[index + 1] as number));
  return sayings;
}

/** The places that do not stand in a parallel row with another one. */
function withoutRows(places: readonly Place[]): Place[] {
  if (places[0]?.saying.kind === 'adverb') return withoutRuns(places);
  return places.filter((place, index) => (place.apart ??= isApart(places, place, index)));
}

/** So many places before and behind may stand in a row with one. */
export const rowNeighbours = 2;

function isApart(places: readonly Place[], place: Place, index: number): boolean {
  const near: Place[] = [];
  for (let at = index - rowNeighbours; at <= index + rowNeighbours; at += 1) {
    const other = places[at];
    if (at !== index && other !== undefined && !isFar(place.unit, other.unit)) near.push(other);
  }
  if (near.length === 0) return true;
  const rows = rowsAt(place);
  return !near.some((other) => inOneRow(place, other, rows));
}

/** Without those that open three clauses and more that follow each other; two are no row. */
function withoutRuns(places: readonly Place[]): Place[] {
  const apart: Place[] = [];
  for (let from = 0, to = 0; from < places.length; from = to) {
    to = from + 1;
    while (to < places.length && areNextClauses(places[to - 1] as Place, places[to] as Place)) to += 1;
    if (to - from < fewestInRun) apart.push(...places.slice(from, to));
  }
  return apart;
}

/** Whether two places open two clauses that follow each other. */
function areNextClauses(a: Place, b: Place): boolean {
  const normal = a.unit.block?.normal;
  if (normal === undefined || a.unit !== b.unit || !isClauseEdge(normal, a.start) || !isClauseEdge(normal, b.start)) return false;
  let edges = 0;
  for (let at = Math.min(a.start, b.start) + 1; at <= Math.max(a.start, b.start); at += 1) if (isClauseEdge(normal, at)) edges += 1;
  return edges <= 2;
}

/** Openings as far as all of them go alike. */
function widened(places: readonly Place[]): Place[] {
  const codes = places.map(({ unit, start }) => unit.block?.normal.codes.subarray(start, start + longestOpening));
  let length = openingLength;
  while (length < longestOpening && codes.every((each) => each?.[length] !== undefined && each[length] === codes[0]?.[length])) length += 1;
  while (length > openingLength && !places.every((place) => isWordEdge(place.unit.block, place.start + length))) length -= 1;
  return places.map((place) => ({ ...place, end: place.start + length }));
}

function isWordEdge(block: Block | undefined, index: number): boolean {
  return (
    block !== undefined && (!block.wordsKnown || isClauseEdge(block.normal, index) || ((block.normal.marks[index] as number) & 16) !== 0)
  );
}

function tell(draft: Draft, saying: Saying, places: readonly Place[], reader: SayingReader, before: Telling | undefined): Telling {
  const spans = places.map((place) => spanInDraft(draft, place));
  const shown = spans.slice(0, shownPlaces + 1).map(({ start, end }) => ({ uri: draft.uri, start, end, message: otherPlace }));
  const kind = saying.kind === 'opening' ? 'opening' : 'boilerplate';
  const stock = saying.kind === 'phrase' || saying.kind === 'adverb' ? reader.stockOf(saying.id) : undefined;
  const variants = stock?.variants ?? [];
  const known = new Map(before?.findings.map(({ message }) => [message.args['text'], message]));
  const findings: Finding[] = [];
  for (const [index, place] of places.entries()) {
    // What stands in a repeated passage is told of with the passage.
    if (index === 0 || isEchoed(place)) continue;
    const span = spans[index] as Span;
    const text = draft.text.slice(span.start, span.end);
    const detail: PhraseDetail = { text, variants, mayGo: saying.kind === 'adverb' };
    const message: Message = {
      id: saying.kind + (variants.length > 0 ? '-variants' : ''),
      args: { text, count: spans.length, ...(variants.length > 0 && { variants: variants.slice(0, shownVariants).join('、') }) },
    };
    const old = known.get(text);
    findings.push({
      start: span.start,
      end: span.end,
      rule: repeatedPhrase.id,
      kind,
      severity: severityOf(kind),
      message: old !== undefined && sameMessage(old, message) ? old : message,
      group: `${saying.kind} ${String(saying.id)}`,
      related: othersOf(shown, span.start),
      detail,
    });
  }
  return { shown, findings };
}

const otherPlace: Message = { id: 'other', args: {} };

/** Of the places that are shown those that a finding lists that begins at `start`. */
function othersOf(shown: readonly Related[], start: number): Related[] {
  return shown.filter((other) => other.start !== start).slice(0, shownPlaces);
}

/** The same with the text around it moved by `by` where it lies behind `from`. */
export function movedTelling(telling: Telling, from: number, by: number): Telling {
  const { shown, findings } = telling;
  if (by === 0) return telling;
  const moved = shown.map((place) => (place.start < from ? place : { ...place, start: place.start + by, end: place.end + by }));
  const isMoved = shown.some(({ start }) => start >= from);
  const now = findings.map((finding): Finding => {
    if (finding.start < from && !isMoved) return finding;
    return movedFinding(finding, finding.start < from ? 0 : by, isMoved ? moved : shown);
  });
  return { shown: moved, findings: now };
}

function movedFinding(
  { start: was, end: until, rule, kind, severity, message, group, related: others, detail }: Finding,
  by: number,
  shown: readonly Related[],
): Finding {
  const [start, end] = [was + by, until + by];
  // A doubled word has no group and lists nothing.
  if (group === undefined || others === undefined) return { start, end, rule, kind, severity, message, detail };
  return { start, end, rule, kind, severity, message, group, related: othersOf(shown, start), detail };
}

function isEchoed({ unit, start, end }: Place): boolean {
  return unit.echoes.some((echo) => echo.start <= start && end <= echo.end);
}

/** The words that stand twice in a unit. */
export function doubledIn(draft: Draft, unit: Unit, words: Words): Finding[] {
  const findings: Finding[] = [];
  if (unit.block === undefined || unit.block.doubles.length === 0) return findings;
  const { block } = unit;
  const { text } = block;
  block.doubled ??= doubledOf(text, block.doubles, words.of(text));
  for (const { start, middle, second, end } of block.doubled) {
    if (isMasked(unit, start, end)) continue;
    const span = textInDraft(draft, unit, start, end);
    const word = text.slice(second, end);
    const detail: PhraseDetail = {
      text: word,
      variants: [],
      mayGo: false,
      from: textInDraft(draft, unit, middle, end).start - span.start,
    };
    findings.push({
      start: span.start,
      end: span.end,
      rule: repeatedPhrase.id,
      kind: 'doubled',
      severity: severityOf('doubled'),
      message: { id: 'doubled', args: { text: word } },
      detail,
    });
  }
  return findings;
}

/** Whether the markup hides a part of a stretch of a block's text. */
function isMasked(unit: Unit, start: number, end: number): boolean {
  return unit.paragraph.masks.some((mask) => mask.kind !== 'emphasis' && mask.start < unit.offset + end && mask.end > unit.offset + start);
}

function severityOf(kind: string): Severity {
  return repeatedPhrase.kinds.find((item) => item.id === kind)?.severity ?? 'information';
}
