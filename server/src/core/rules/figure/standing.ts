/**
 * Owns the claims of one draft where they stand. A claim lives on while its draft is edited, and tells for itself where it
 * is now: an edit costs what the edited paragraphs hold, however many stand behind them.
 */
import type { Whereabouts } from '../../facts/book.ts';
import type { Claim } from '../../facts/claims.ts';
import { resolved } from '../../facts/periods.ts';
import type { Draft } from '../../text/draft.ts';
import { spanToSource } from '../../text/paragraph.ts';
import type { Paragraph } from '../../text/paragraph.ts';
import type { Outline } from '../../text/sections/index.ts';
import type { Span } from '../../text/span.ts';
import { lineBreaksIn } from '../../text/lines.ts';
import type { Reading } from './reading.ts';
import type { Slip } from './slip.ts';
import { frontOf, Headings, levelOf, nothingSaid, placesOf, sameSaid, yearOf } from './surroundings.ts';
import type { Said } from './surroundings.ts';

/** A claim where it stands in its draft now, with what the draft around it says of its time and mode. */
export interface Placed extends Span {
  readonly uri: string;
  readonly claim: Claim;
  /** The index of its paragraph. */
  readonly paragraph: number;
  /** The figure as it stands. */
  readonly text: string;
}

/** What is known of a whole draft. */
export interface DraftReading extends Whereabouts {
  readonly draft: Draft;
  readonly claims: readonly Placed[];
  readonly slips: readonly (Slip & { readonly paragraph: number })[];
}

/** What an edit did to the claims of a draft. */
export interface Change {
  readonly removed: readonly Placed[];
  readonly added: readonly Placed[];
  /** They say what they said before, on another line or in another column. */
  readonly moved: readonly Placed[];
}

/** One paragraph with its claims. */
interface Stand {
  index: number;
  start: number;
  readonly paragraph: Paragraph;
  readonly reading: Reading;
  said: Said;
  placed: readonly Standing[];
}

class Standing implements Placed {
  readonly uri: string;
  readonly text: string;
  /** Equal for claims that say the same. */
  readonly sign: string;
  claim: Claim;
  #stand: Stand;
  #offset: number;
  #length: number;

  constructor(uri: string, text: string, sign: string, claim: Claim, stand: Stand, span: Span) {
    this.uri = uri;
    this.text = text;
    this.sign = sign;
    this.claim = claim;
    this.#stand = stand;
    this.#offset = span.start;
    this.#length = span.end - span.start;
  }

  get start(): number {
    return this.#stand.start + this.#offset;
  }

  get end(): number {
    return this.start + this.#length;
  }

  get paragraph(): number {
    return this.#stand.index;
  }

  /** Takes the place of one that says the same. Returns whether a reader finds it elsewhere. */
  moveTo(claim: Claim, stand: Stand, span: Span): boolean {
    const hasBreaks = stand.paragraph.breaks.length > 0 || this.#stand.paragraph.breaks.length > 0;
    const isMoved = hasBreaks || this.#offset !== span.start || this.#length !== span.end - span.start;
    this.claim = claim;
    this.#stand = stand;
    this.#offset = span.start;
    this.#length = span.end - span.start;
    return isMoved;
  }
}

const nobody: readonly Standing[] = [];

/** The claims of one draft, from version to version. */
export class DraftClaims {
  readonly #readingOf: (paragraph: Paragraph) => Reading;
  readonly #outlineOf: (draft: Draft) => Outline;
  readonly #headings = new Headings();
  #stands: readonly Stand[] = [];
  #year: number | undefined;
  #front = '';
  #places: readonly string[] = [];
  #reading: DraftReading | undefined;

  constructor(readingOf: (paragraph: Paragraph) => Reading, outlineOf: (draft: Draft) => Outline) {
    this.#readingOf = readingOf;
    this.#outlineOf = outlineOf;
  }

  /** What was read of the draft that was taken last. */
  get reading(): DraftReading | undefined {
    return this.#reading;
  }

  /** Reads a draft, or its next version. Never throws. */
  take(draft: Draft): { readonly reading: DraftReading; readonly change: Change } {
    const readings = draft.paragraphs.map(this.#readingOf);
    const { year, said } = this.#surroundings(draft, readings);
    const before = this.#stands;
    const { head, tail } = this.#common(draft, readings);
    const removed: Standing[] = [];
    const added: Standing[] = [];
    const moved: Standing[] = [];
    const isDown = this.#reading !== undefined && areDown(this.#reading.draft, draft, head, tail);
    const left = before.slice(head, before.length - tail);
    // Within one paragraph a claim is told from the others by what it says; between several it might change its company.
    const gone =
      left.length === 1 && readings.length - head - tail === 1 ? bySign(left[0]?.placed ?? nobody) : new Map<string, Standing[]>();
    if (gone.size === 0) for (const { placed } of left) for (const one of placed) removed.push(one);
    const stands = readings.map((reading, index): Stand => {
      const start = draft.starts[index] ?? 0;
      const over = said?.[index] ?? nothingSaid;
      const known =
        index < head ? before[index] : index >= readings.length - tail ? before[before.length - readings.length + index] : undefined;
      if (known && (known.placed.length === 0 || (year === this.#year && sameSaid(known.said, over)))) {
        known.index = index;
        known.start = start;
        known.said = over;
        if (isDown && index >= head) for (const one of known.placed) moved.push(one);
        return known;
      }
      const paragraph = draft.paragraphs[index] as Paragraph;
      const stand: Stand = { index, start, paragraph, reading, said: over, placed: nobody };
      if (known) for (const one of known.placed) removed.push(one);
      stand.placed = this.#place(draft.uri, stand, year, (fresh, span) => {
        const same = gone.get(fresh.sign)?.shift();
        if (!same) {
          added.push(fresh);
          return fresh;
        }
        if (same.moveTo(fresh.claim, stand, span) || isDown) moved.push(same);
        return same;
      });
      return stand;
    });
    for (const unlike of gone.values()) for (const one of unlike) removed.push(one);
    this.#stands = stands;
    this.#year = year;
    this.#reading = this.#read(draft);
    return { reading: this.#reading, change: { removed, added, moved } };
  }

  #surroundings(
    draft: Draft,
    readings: readonly Reading[],
  ): { readonly year: number | undefined; readonly said: readonly Said[] | undefined } {
    if (!readings.some(({ claims }) => claims.length > 0)) return { year: undefined, said: undefined };
    const outline = this.#outlineOf(draft);
    return { year: yearOf(outline.speeches[0]?.date, draft), said: this.#headings.over(outline.sections, readings.length) };
  }

  /** How many paragraphs at the head stand where they stood, and how many at the tail are the same. */
  #common(draft: Draft, readings: readonly Reading[]): { readonly head: number; readonly tail: number } {
    const before = this.#stands;
    const most = Math.min(before.length, readings.length);
    const isSame = (stand: Stand | undefined, index: number): boolean =>
      stand?.reading === readings[index] && stand?.paragraph === draft.paragraphs[index];
    let head = 0;
    while (head < most && isSame(before[head], head) && before[head]?.start === draft.starts[head]) head += 1;
    let tail = 0;
    while (tail < most - head && isSame(before[before.length - 1 - tail], readings.length - 1 - tail)) tail += 1;
    return { head, tail };
  }

  /** The claims of a paragraph; `keep` gives the one that says the same and stood here before, if there is one. */
  #place(uri: string, stand: Stand, year: number | undefined, keep: (fresh: Standing, span: Span) => Standing): readonly Standing[] {
    const { paragraph, said, reading } = stand;
    if (reading.claims.length === 0) return nobody;
    let sentence = 0;
    let full = -1;
    return reading.claims.map((claim) => {
      // What stands between the same full stops is told in a row: that it does is a part of what it says.
      if (claim.full !== full) sentence += 1;
      full = claim.full;
      const own = claim.period.year === '' && claim.period.part === '' ? said.period : claim.period;
      const whole: Claim = { ...claim, period: resolved(own, year), mode: said.plans && claim.mode === 'actual' ? 'plan' : claim.mode };
      const text = paragraph.text.slice(claim.figure.start, claim.figure.end);
      const span = spanToSource(paragraph, claim.figure);
      const fresh = new Standing(uri, text, `${sentence}\n${text}\n${signOf(whole)}`, whole, stand, span);
      return keep(fresh, span);
    });
  }

  #read(draft: Draft): DraftReading {
    const claims: Placed[] = [];
    const slips: (Slip & { paragraph: number })[] = [];
    for (const { placed, reading, index } of this.#stands) {
      for (const one of placed) claims.push(one);
      for (const slip of reading.slips) slips.push({ ...slip, paragraph: index });
    }
    const front = frontOf(draft);
    if (front !== this.#front) this.#places = placesOf(front);
    this.#front = front;
    return { draft, claims, slips, level: levelOf(claims), places: this.#places };
  }
}

/** Whether some of the last `tail` paragraphs, which are the same in both versions, may stand on other lines. */
function areDown(old: Draft, now: Draft, head: number, tail: number): boolean {
  if (lineBreaksIn(old, head, tail) !== lineBreaksIn(now, head, tail)) return true;
  // Where one moved otherwise than the next, blank lines came or went between them.
  const shifts = (index: number): number => (now.starts.at(index - tail) ?? 0) - (old.starts.at(index - tail) ?? 0);
  for (let index = 1; index < tail; index += 1) if (shifts(index) !== shifts(0)) return true;
  return false;
}

function bySign(placed: readonly Standing[]): Map<string, Standing[]> {
  const found = new Map<string, Standing[]>();
  for (const one of placed) {
    const alike = found.get(one.sign);
    if (alike) alike.push(one);
    else found.set(one.sign, [one]);
  }
  return found;
}

/** All that a claim is compared by and told with, in one string. */
function signOf({ key, name, measure, direction, variant, period, scope, mode, base, figure }: Claim): string {
  const { amount, unit, magnitude, negative, rough } = figure;
  const value = [amount?.value, amount?.step, unit.name, unit.family, magnitude, negative, rough];
  return [key, name, measure, direction, variant, period.year, period.part, scope, mode, base, ...value].join('|');
}
