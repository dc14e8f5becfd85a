/** Owns what a long copy hides: shorter ones within it that stand elsewhere too, which are told of with the long one. */
import type { Desk, Echo, ExtraPlace, Unit, UnitStretch } from '../model.ts';

/** Work in steps, of which any number may be done at a time. */
export type Steps = Generator<undefined, void>;

/** The other places of copies that are hidden in longer ones, for one desk at a time; kept up to date unit by unit. */
export class Extras {
  readonly #known = new WeakMap<Desk, { readonly guests: Guests; readonly at: number }>();

  /**
   * Brings `extra` of all echoes on a desk up to date: the other places of what they hide, and copies on the same desk of
   * a part of them. What did not change stays the same object. Done when the steps are.
   */
  *find(desk: Desk): Steps {
    const known = this.#known.get(desk);
    const at = desk.news.now;
    const judged = known && desk.news.since(known.at);
    if (known && judged?.size === 0) return;
    // Left off in between, what is known here is half of it: then it begins anew.
    this.#known.delete(desk);
    const guests = known && judged ? known.guests : new Guests(desk);
    const affected = yield* guests.take(judged ?? new Set(desk.units));
    for (const unit of affected) {
      findIn(unit, guests);
      yield;
    }
    this.#known.set(desk, { guests, at });
  }
}

/** A copy that names a place at another unit of its desk. */
interface Naming {
  readonly from: Echo;
  readonly place: UnitStretch;
}

/** Which units of a desk hold copies of a part of what is told at others. */
class Guests {
  readonly #desk: Desk;
  /** By unit: what its echoes name at other units. */
  readonly #named = new Map<Unit, ReadonlyMap<Unit, readonly Naming[]>>();
  /** By unit: the units whose echoes name places at it. */
  readonly #naming = new Map<Unit, Set<Unit>>();
  /** By unit: the units at which its copies were hidden last. */
  readonly #hidden = new Map<Unit, readonly Unit[]>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Takes in units that were judged again. Returns those at which something else may be hidden now. */
  *take(judged: ReadonlySet<Unit>): Generator<undefined, Set<Unit>> {
    const affected = new Set<Unit>();
    for (const unit of judged) {
      yield;
      for (const named of this.#named.get(unit)?.keys() ?? []) this.#naming.get(named)?.delete(unit);
      for (const host of this.#hidden.get(unit) ?? []) affected.add(host);
      this.#named.delete(unit);
      this.#hidden.delete(unit);
      if (!this.#isHere(unit)) {
        this.#naming.delete(unit);
        continue;
      }
      affected.add(unit);
      const now = this.#namedAt(unit);
      if (now.size === 0) continue;
      this.#named.set(unit, now);
      for (const named of now.keys()) {
        const naming = this.#naming.get(named);
        if (naming === undefined) this.#naming.set(named, new Set([unit]));
        else naming.add(unit);
      }
    }
    for (const unit of judged) {
      yield;
      const hosts = [...(this.#named.get(unit) ?? [])].filter(([host, names]) => names.some((naming) => hostOf(host, naming)));
      if (hosts.length > 0)
        this.#hidden.set(
          unit,
          hosts.map(([host]) => host),
        );
      for (const [host] of hosts) affected.add(host);
    }
    for (const unit of affected) if (!this.#isHere(unit)) affected.delete(unit);
    return affected;
  }

  /** By the echo at `host` that hides a place: the copies of it on the same desk that are told of by themselves. */
  at(host: Unit): Map<Echo, ExtraPlace[]> {
    const guests = new Map<Echo, ExtraPlace[]>();
    const naming = this.#naming.get(host);
    if (naming === undefined || host.echoes.length === 0) return guests;
    for (const unit of [...naming].sort((a, b) => a.index - b.index))
      for (const name of this.#named.get(unit)?.get(host) ?? []) {
        const { from } = name;
        const hiding = hostOf(host, name);
        if (hiding === undefined) continue;
        const hidden = this.#hidden.get(unit) ?? [];
        if (!hidden.includes(host)) this.#hidden.set(unit, [...hidden, host]);
        const guest = { place: { unit, start: from.start, end: from.end }, from };
        const places = guests.get(hiding);
        if (places === undefined) guests.set(hiding, [guest]);
        else places.push(guest);
      }
    return guests;
  }

  #namedAt({ echoes }: Unit): Map<Unit, Naming[]> {
    const named = new Map<Unit, Naming[]>();
    for (const from of echoes) {
      if (from.sources[0]?.within.has(this.#desk) !== true) continue;
      for (const place of from.others) {
        if (place.unit.desk !== this.#desk) continue;
        const names = named.get(place.unit);
        if (names === undefined) named.set(place.unit, [{ from, place }]);
        else names.push({ from, place });
      }
    }
    return named;
  }

  #isHere(unit: Unit): boolean {
    return this.#desk.units[unit.index] === unit;
  }
}

/** The echo that hides a place. */
function hostOf(host: Unit, { from, place }: Naming): Echo | undefined {
  return host.echoes.find((echo) => echo.start <= place.start && place.end <= echo.end && echo.group !== from.group);
}

function findIn(unit: Unit, guests: Guests): void {
  const here = guests.at(unit);
  for (const echo of unit.echoes) {
    const found = here.get(echo);
    if (found === undefined && echo.hidden.length === 0) {
      if (echo.extra.length > 0) renew(echo, []);
      continue;
    }
    const extra: ExtraPlace[] = [];
    const known = [{ unit, start: echo.start, end: echo.end }, ...echo.others];
    const candidates = [...echo.hidden.flatMap((from) => from.others.map((place) => ({ place, from }))), ...(found ?? [])];
    for (const candidate of candidates) {
      if (known.some((place) => overlap(place, candidate.place))) continue;
      known.push(candidate.place);
      extra.push(candidate);
    }
    if (extra.length !== echo.extra.length || extra.some((each, index) => !isSame(each, echo.extra[index]))) renew(echo, extra);
  }
}

function renew(echo: Echo, extra: readonly ExtraPlace[]): void {
  echo.extra = extra;
  echo.told = undefined;
}

function isSame(a: ExtraPlace, b: ExtraPlace | undefined): boolean {
  return a.from === b?.from && a.place.unit === b.place.unit && a.place.start === b.place.start && a.place.end === b.place.end;
}

function overlap(a: UnitStretch, b: UnitStretch): boolean {
  return a.unit === b.unit && a.start < b.end && b.start < a.end;
}
