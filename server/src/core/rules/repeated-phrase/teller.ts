/** Owns the findings of the rule from version to version: what an edit left alone is not looked at again, only moved. */
import { rowReach } from '../../echoes/judge/rows.ts';
import { momentOf, shiftSince } from '../../echoes/judge/look.ts';
import type { Moment, Shift } from '../../echoes/judge/look.ts';
import type { Desk, Unit } from '../../echoes/model.ts';
import type { Limits } from '../../echoes/options.ts';
import type { Draft } from '../../text/draft.ts';
import { bySpan } from '../../text/span.ts';
import type { Words } from '../../words.ts';
import type { Finding } from '../finding.ts';
import { doubledIn, fewestOf, movedTelling, placeOf, rowNeighbours, tellingOf } from './findings.ts';
import type { Place, Telling } from './findings.ts';
import type { SayingReader } from './sayings.ts';

/** When more units than this changed, everything is looked at anew. */
const mostChanged = 64;
const kinds = 4;
const perKind = 0x40000000;

/** What was said of a draft last, and what it hangs on. */
interface Said {
  readonly moment: Moment;
  readonly draft: Draft;
  /** Of the units that changed. */
  readonly news: number;
  readonly fewest: readonly number[];
  /** The places of all sayings that may be said too often, by id. */
  readonly places: Map<number, readonly Place[]>;
  readonly tellings: Map<number, Telling>;
  readonly doubled: Map<Unit, Telling>;
  findings: readonly Finding[];
}

/** Tells what drafts say too often. */
export class Teller {
  readonly #said = new WeakMap<Desk, Said>();
  readonly #reader: SayingReader;
  readonly #limits: Limits;
  readonly #words: Words;

  constructor(reader: SayingReader, limits: Limits, words: Words) {
    this.#reader = reader;
    this.#limits = limits;
    this.#words = words;
  }

  /** All findings of the rule in the draft of a desk, by start; the same list when it holds the same. `leader` holds the units that stand for it. */
  of(desk: Desk, leader: Desk): readonly Finding[] {
    const { draft } = desk;
    const known = this.#said.get(desk);
    const shift = known && shiftSince(known.moment, draft, leader);
    const news = known && leader.news.since(known.news);
    const fewest = this.#fewest(leader);
    const isKept = shift !== undefined && news !== undefined && news.size <= mostChanged && isSame(fewest, known?.fewest);
    const now = { moment: momentOf(draft, leader), draft, news: leader.news.now };
    const said: Said =
      isKept && known ? { ...known, ...now } : { ...now, fewest, places: new Map(), tellings: new Map(), doubled: new Map(), findings: [] };
    this.#said.set(desk, said);
    if (!isKept) {
      for (const unit of leader.units) this.#addDoubled(said, unit);
      const places = this.#placesIn(leader, leader.units, fewest);
      for (const [id, some] of places) this.#tell(said, id, some);
    } else if (news.size === 0 && shift.from === Infinity) return said.findings;
    else this.#follow(said, leader, news, shift);
    said.findings = listOf(said, known?.findings);
    return said.findings;
  }

  /** Brings up to date what was said before `news` came, and what moved. */
  #follow(said: Said, leader: Desk, news: ReadonlySet<Unit>, shift: Shift): void {
    const here = [...news].filter((unit) => leader.units[unit.index] === unit).sort((a, b) => a.index - b.index);
    for (const unit of news) said.doubled.delete(unit);
    const stale = new Set<number>();
    for (const [id, places] of said.places) if (this.#isStale(places, news, here)) stale.add(id);
    this.#move(said, shift, stale);
    for (const unit of here) this.#addDoubled(said, unit);

    const added = this.#placesIn(leader, here, said.fewest);
    // What was said often already has its other places listed.
    const fresh = new Set([...added.keys()].filter((id) => !said.places.has(id)));
    if (fresh.size > 0) for (const [id, places] of this.#placesIn(leader, leader.units, said.fewest, fresh)) added.set(id, places);
    for (const id of new Set([...stale, ...added.keys()])) {
      const old = said.places.get(id) ?? [];
      const isOften = leader.tally.atMost(id) >= (said.fewest[Math.floor(id / perKind)] as number);
      const kept = isOften ? old.filter(({ unit }) => !news.has(unit)) : [];
      const places = [...kept, ...(added.get(id) ?? [])].sort(byUnit);
      lookAgain(old, places);
      this.#tell(said, id, places);
    }
  }

  /** Whether something changed at one of the places, or may have changed in which row it stands. */
  #isStale(places: readonly Place[], news: ReadonlySet<Unit>, here: readonly Unit[]): boolean {
    let stale = false;
    for (const place of places) {
      if (news.has(place.unit)) stale = true;
      else if (place.hangs && here.some(({ index }) => Math.abs(index - place.unit.index) <= rowReach + 1)) {
        place.apart = undefined;
        stale = true;
      }
    }
    return stale;
  }

  /** Moves what lies behind the edit; ids of which nobody knows how they moved go into `stale`. */
  #move(said: Said, { from, to, by }: Shift, stale: Set<number>): void {
    if (from === Infinity) return;
    const isBetween = ({ start }: { readonly start: number }): boolean => start >= from && start < to;
    for (const [id, telling] of said.tellings)
      if (stale.has(id)) continue;
      else if (telling.shown.some(isBetween) || telling.findings.some(isBetween)) stale.add(id);
      else said.tellings.set(id, movedTelling(telling, to, by));
    for (const [unit, telling] of said.doubled)
      if (telling.findings.some(isBetween)) this.#addDoubled(said, unit);
      else said.doubled.set(unit, movedTelling(telling, to, by));
  }

  #tell(said: Said, id: number, places: readonly Place[]): void {
    if (places.length === 0) said.places.delete(id);
    else said.places.set(id, places);
    const { draft, moment } = said;
    const telling = tellingOf(draft, places, fewestOf(id, moment.desk, this.#limits, this.#reader), this.#reader, said.tellings.get(id));
    if (telling === undefined) said.tellings.delete(id);
    else said.tellings.set(id, telling);
  }

  #addDoubled(said: Said, unit: Unit): void {
    const findings = doubledIn(said.draft, unit, this.#words);
    if (findings.length > 0) said.doubled.set(unit, { shown: [], findings });
  }

  /** The places in some units of what the draft may say too often, or of some of that, in order. */
  #placesIn(leader: Desk, units: readonly Unit[], fewest: readonly number[], only?: ReadonlySet<number>): Map<number, Place[]> {
    const found = new Map<number, Place[]>();
    for (const unit of units) {
      if (unit.block === undefined) continue;
      const { sayings } = unit.block;
      for (let index = 0; index < sayings.length; index += 2) {
        const id = sayings[index + 1] as number;
        if (leader.tally.atMost(id) < (fewest[Math.floor(id / perKind)] as number) || only?.has(id) === false) continue;
        const place = placeOf(unit, sayings[index] as number, id);
        const places = found.get(id);
        if (places === undefined) found.set(id, [place]);
        else places.push(place);
      }
    }
    return found;
  }

  /** How often at least what is told of stands, by kind; behind them the same for what stands more often by its nature. */
  #fewest(leader: Desk): number[] {
    const least = Array.from({ length: kinds }, (_, kind) => fewestOf(kind * perKind, leader, this.#limits, this.#reader));
    return [...least, fewestOf(2 * perKind - 1, leader, this.#limits, this.#reader)];
  }
}

/** Which of the places have other neighbours than before must be looked at again. */
function lookAgain(old: readonly Place[], now: readonly Place[]): void {
  const before = new Map(old.map((place, index) => [place, index]));
  for (const [index, place] of now.entries()) {
    const was = before.get(place);
    if (was === undefined) continue;
    for (let step = -rowNeighbours; step <= rowNeighbours; step += 1) if (old[was + step] !== now[index + step]) place.apart = undefined;
  }
}

function listOf({ tellings, doubled }: Said, before: readonly Finding[] | undefined): readonly Finding[] {
  const findings: Finding[] = [];
  for (const tellings_ of [doubled, tellings]) for (const telling of tellings_.values()) findings.push(...telling.findings);
  findings.sort(inOrder);
  return before !== undefined && isSame(findings, before) ? before : findings;
}

/** By place; two that stand at the same one in an order of their own. */
function inOrder(a: Finding, b: Finding): number {
  return bySpan(a, b) || ((a.group ?? '') < (b.group ?? '') ? -1 : 1);
}

function byUnit(a: Place, b: Place): number {
  return a.unit.index - b.unit.index || a.start - b.start;
}

function isSame<T>(a: readonly T[], b: readonly T[] | undefined): boolean {
  return a.length === b?.length && a.every((item, index) => item === b[index]);
}
