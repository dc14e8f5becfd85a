/** Owns which sayings a draft says too often, and the findings made of them. */
import type { Block, Desk, Unit, UnitStretch } from '../../echoes/model.ts';
import { inOneRow, isFar, rowsAt } from '../../echoes/judge/rows.ts';
import { isClauseEdge } from '../../echoes/normal/normal.ts';
import type { Limits } from '../../echoes/options.ts';
import { spanInDraft, textInDraft } from '../../echoes/units.ts';
import type { Draft } from '../../text/draft.ts';
import type { Words } from '../../words.ts';
import type { Finding, Message, Severity } from '../finding.ts';
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

interface Place extends UnitStretch {
  readonly saying: Saying;
}

const fewestAdverbs = 5;
const fewestOpenings = 4;
const fewestInRun = 3;
const longestOpening = 16;
const shownVariants = 3;
const shownPlaces = 3;

/** All findings of the rule in one draft, in no order. `desk` holds the units that stand for it. */
export function phrasesOf(draft: Draft, desk: Desk, reader: SayingReader, limits: Limits, words: Words): Finding[] {
  const findings: Finding[] = doubledIn(draft, desk, words);
  const hot = new Map<number, Place[]>();
  const fewest = [0, 1, 2, 3].map((kind) => fewestOf(kind * 0x40000000, desk, limits, reader));
  for (const unit of desk.units) {
    if (unit.block === undefined) continue;
    const { sayings } = unit.block;
    for (let index = 0; index < sayings.length; index += 2) {
      const id = sayings[index + 1] as number;
      if (desk.tally.atMost(id) < (fewest[Math.floor(id / 0x40000000)] as number)) continue;
      const saying = unpacked(sayings[index] as number, id);
      const place = { unit, start: saying.start, end: saying.end, saying };
      const places = hot.get(id);
      if (places === undefined) hot.set(id, [place]);
      else places.push(place);
    }
  }
  for (const places of hot.values()) {
    const [first] = places;
    if (first === undefined) continue;
    if (places.length < fewestOf(first.saying.id, desk, limits, reader)) continue;
    const apart = withoutRows(places);
    if (apart.length < fewestOf(first.saying.id, desk, limits, reader)) continue;
    for (const finding of tell(draft, first.saying, first.saying.kind === 'opening' ? widened(apart) : apart, reader))
      findings.push(finding);
  }
  return findings;
}

/** How often a saying must stand in a draft to be told of. */
function fewestOf(id: number, desk: Desk, limits: Limits, reader: SayingReader): number {
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
  return places.filter((place, index) => {
    const near = [places[index - 2], places[index - 1], places[index + 1], places[index + 2]].filter(
      (other): other is Place => other !== undefined && !isFar(place.unit, other.unit),
    );
    if (near.length === 0) return true;
    const rows = rowsAt(place);
    return !near.some((other) => inOneRow(place, other, rows));
  });
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

function tell(draft: Draft, saying: Saying, places: readonly Place[], reader: SayingReader): Finding[] {
  const spans = places.map((place) => spanInDraft(draft, place));
  const related = spans.slice(0, shownPlaces + 1);
  const kind = saying.kind === 'opening' ? 'opening' : 'boilerplate';
  const stock = saying.kind === 'phrase' || saying.kind === 'adverb' ? reader.stockOf(saying.id) : undefined;
  const variants = stock?.variants ?? [];
  return spans.slice(1).flatMap((span, index) => {
    // What stands in a repeated passage is told of with the passage.
    if (isEchoed(places[index + 1] as Place)) return [];
    const text = draft.text.slice(span.start, span.end);
    const detail: PhraseDetail = { text, variants, mayGo: saying.kind === 'adverb' };
    const message: Message = {
      id: saying.kind + (variants.length > 0 ? '-variants' : ''),
      args: { text, count: spans.length, ...(variants.length > 0 && { variants: variants.slice(0, shownVariants).join('、') }) },
    };
    return {
      ...span,
      rule: repeatedPhrase.id,
      kind,
      severity: severityOf(kind),
      message,
      group: `${saying.kind} ${String(saying.id)}`,
      related: related
        .filter((other) => other.start !== span.start)
        .slice(0, shownPlaces)
        .map((other) => ({ uri: draft.uri, ...other, message: { id: 'other', args: {} } })),
      detail,
    };
  });
}

function isEchoed({ unit, start, end }: Place): boolean {
  return unit.echoes.some((echo) => echo.start <= start && end <= echo.end);
}

function doubledIn(draft: Draft, desk: Desk, words: Words): Finding[] {
  const findings: Finding[] = [];
  for (const unit of desk.units) {
    if (unit.block === undefined || unit.block.doubles.length === 0) continue;
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
        ...span,
        rule: repeatedPhrase.id,
        kind: 'doubled',
        severity: severityOf('doubled'),
        message: { id: 'doubled', args: { text: word } },
        detail,
      });
    }
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
