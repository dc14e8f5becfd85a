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
import type { Outline, Outlines, Structure } from '../../text/sections/index.ts';
import { carriedOver, shiftBetween } from '../../text/shift.ts';
import type { Shift } from '../../text/shift.ts';
import type { Span } from '../../text/span.ts';
import { lineBreaksIn } from '../../text/lines.ts';
import type { Reading } from './reading.ts';
import { bySign, signOf, Standing } from './placed.ts';
import type { Placed, Stand } from './placed.ts';
import type { Slip } from './slip.ts';
import { front, frontOf, Headings, levelOf, nothingSaid, placesOf, sameSaid, yearOf } from './surroundings.ts';
import type { Said } from './surroundings.ts';

/** What is known of a whole draft. */
export interface DraftReading extends Whereabouts {
  readonly draft: Draft;
  readonly claims: readonly Placed[];
  readonly slips: readonly PlacedSlip[];
}

/** A slip and the index of its paragraph. */
export interface PlacedSlip {
  readonly slip: Slip;
  readonly paragraph: number;
}

/** What an edit did to the claims of a draft. */
export interface Change {
  readonly removed: readonly Placed[];
  readonly added: readonly Placed[];
  /** They say what they said before, on another line or in another column. */
  readonly moved: readonly Placed[];
}

const nobody: readonly Standing[] = [];
const noneSaid: readonly Said[] = [];
const everything: Shift = { head: 0, tail: 0, from: 0, to: 0, by: 0 };

/** What stands over the paragraphs of a draft, and from what it was read. */
interface Over {
  readonly structure: Structure;
  readonly readings: Outline['readings'];
  readonly said: readonly Said[];
}

/** The claims of one draft, from version to version. */
export class DraftClaims {
  readonly #readingOf: (paragraph: Paragraph) => Reading;
  readonly #outlineOf: Outlines;
  readonly #headings = new Headings();
  #stands: readonly Stand[] = [];
  /** What stands over the paragraphs, and the structure that it was read from. */
  #over: Over | undefined;
  #year: number | undefined;
  #front = '';
  #places: readonly string[] = [];
  #reading: DraftReading | undefined;

  constructor(readingOf: (paragraph: Paragraph) => Reading, outlineOf: Outlines) {
    this.#readingOf = readingOf;
    this.#outlineOf = outlineOf;
  }

  /** What was read of the draft that was taken last. */
  get reading(): DraftReading | undefined {
    return this.#reading;
  }

  /** Reads a draft, or its next version. Never throws. */
  take(draft: Draft): { readonly reading: DraftReading; readonly change: Change } {
    const old = this.#reading?.draft;
    const shift = old ? shiftBetween(old, draft) : everything;
    const { head, tail } = shift;
    const before = this.#stands;
    const isDown = old !== undefined && lineBreaksIn(old, head, tail) !== lineBreaksIn(draft, head, tail);
    const left = before.slice(head, before.length - tail);
    const stands = carriedOver(before, shift, draft, (index): Stand => {
      const paragraph = draft.paragraphs[index] as Paragraph;
      return {
        index,
        start: draft.starts[index] ?? 0,
        paragraph,
        reading: this.#readingOf(paragraph),
        said: nothingSaid,
        placed: nobody,
      };
    });
    const behind = stands.length - tail;
    const fresh = stands.slice(head, behind);
    for (let index = behind; index < stands.length; index += 1) {
      const stand = stands[index] as Stand;
      stand.index = index;
      stand.start += shift.by;
    }
    this.#stands = stands;

    const removed: Standing[] = [];
    const added: Standing[] = [];
    const moved: Standing[] = [];
    const saidBefore = this.#over?.said;
    const { year, said } = this.#surroundings(draft, old, shift, [...left, ...fresh]);
    if (isDown) for (let index = behind; index < stands.length; index += 1) for (const one of stands[index]?.placed ?? []) moved.push(one);
    const add = (one: Standing): Standing => {
      added.push(one);
      return one;
    };
    // Other words over a paragraph: its claims say something else.
    if (said !== saidBefore || year !== this.#year)
      for (const stand of stands) {
        if (stand.index >= head && stand.index < behind) continue;
        const over = said[stand.index] ?? nothingSaid;
        const isSame = year === this.#year && sameSaid(stand.said, over);
        stand.said = over;
        if (isSame || stand.placed.length === 0) continue;
        for (const one of stand.placed) removed.push(one);
        stand.placed = this.#place(draft.uri, stand, year, add);
      }
    // Within one paragraph a claim is told from the others by what it says; between several it might change its company.
    const gone = left.length === 1 && fresh.length === 1 ? bySign(left[0]?.placed ?? nobody) : new Map<string, Standing[]>();
    if (gone.size === 0) for (const { placed } of left) for (const one of placed) removed.push(one);
    for (const stand of fresh) {
      stand.said = said[stand.index] ?? nothingSaid;
      stand.placed = this.#place(draft.uri, stand, year, (one, span) => {
        const same = gone.get(one.sign)?.shift();
        if (!same) return add(one);
        if (same.moveTo(one.claim, stand, span) || isDown) moved.push(same);
        return same;
      });
    }
    for (const unlike of gone.values()) for (const one of unlike) removed.push(one);
    this.#year = year;
    const known = this.#reading;
    const hasSlips = [...left, ...fresh].some(({ reading }) => reading.slips.length > 0);
    const isRenumbered = stands.length !== before.length && (known?.slips.length ?? 0) > 0;
    this.#readFront(draft, head < front || old === undefined);
    this.#reading = this.#read(
      draft,
      removed.length === 0 && added.length === 0 && areSame(left, fresh) ? known : undefined,
      hasSlips || isRenumbered ? undefined : known?.slips,
    );
    return { reading: this.#reading, change: { removed, added, moved } };
  }

  /** The year, and what stands over each paragraph: the same list as before while no heading says otherwise. */
  #surroundings(
    draft: Draft,
    old: Draft | undefined,
    { head, tail }: Shift,
    changed: readonly Stand[],
  ): { readonly year: number | undefined; readonly said: readonly Said[] } {
    const hasClaims = (this.#reading?.claims.length ?? 0) > 0 || changed.some(({ reading }) => reading.claims.length > 0);
    if (!hasClaims) {
      this.#over = undefined;
      return { year: undefined, said: noneSaid };
    }
    const outline = this.#outlineOf(draft, old);
    const { structure, readings } = outline;
    const before = this.#over;
    const count = readings.length;
    if (before?.structure === structure && old) {
      let isSame = true;
      for (let index = head; isSame && index < count - tail; index += 1)
        isSame = this.#headings.saysTheSame(titleOf(old, before.readings, index), titleOf(draft, readings, index));
      if (isSame) {
        this.#over = { structure, readings, said: before.said };
        return { year: this.#year, said: before.said };
      }
    }
    this.#over = { structure, readings, said: this.#headings.over(outline.sections, count) };
    return { year: yearOf(outline.speeches[0]?.date, draft), said: this.#over.said };
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

  /** `isFront`: whether the front may be another. */
  #readFront(draft: Draft, isFront: boolean): void {
    if (!isFront) return;
    const text = frontOf(draft);
    if (text !== this.#front) this.#places = placesOf(text);
    this.#front = text;
  }

  /** `known`: where the claims are, when they are the same and in the same order; `slips`: when they are. */
  #read(draft: Draft, known: DraftReading | undefined, slips: readonly PlacedSlip[] | undefined): DraftReading {
    const claims = known?.claims ?? this.#stands.flatMap(({ placed }) => placed);
    return {
      draft,
      claims,
      slips: slips ?? this.#stands.flatMap(({ reading, index }) => reading.slips.map((slip) => ({ slip, paragraph: index }))),
      level: known ? known.level : levelOf(claims),
      places: this.#places,
    };
  }
}

/** Whether paragraphs hold the same claims in the same order. */
function areSame(left: readonly Stand[], fresh: readonly Stand[]): boolean {
  const were = left.flatMap(({ placed }) => placed);
  const are = fresh.flatMap(({ placed }) => placed);
  return were.length === are.length && were.every((one, index) => one === are[index]);
}

/** The title of the section that a paragraph opens; empty where it opens none. */
function titleOf({ paragraphs }: Draft, readings: Outline['readings'], index: number): string {
  const reading = readings[index];
  const title = reading?.shape === 'head' ? reading.opening?.title : undefined;
  return title ? (paragraphs[index]?.text.slice(title.start, title.end) ?? '') : '';
}
