/**
 * Owns which open drafts speak of a topic, and which of their claims contradict each other. Only topics that an edit
 * touches are judged again, in the drafts that speak of them.
 */
import { comparable, contradictionOf, isAbsolute, topicOf, valuesOf } from './conflict.ts';
import type { Contradiction } from './conflict.ts';
import type { Placed } from './placed.ts';
import type { Change, DraftReading } from './standing.ts';
import { twinOf, twinTopicOf } from './twins.ts';

interface Speaker {
  reading: DraftReading;
  /** Claims by what they may be compared under, in the order of the draft. */
  readonly topics: Map<string, Placed[]>;
  /** By topic; only topics that have any. */
  readonly found: Map<string, readonly Contradiction[]>;
}

const nothing: readonly Placed[] = [];
const none: readonly Contradiction[] = [];
/** Before a topic of things that may be one with a slip of the pen. */
const twin = '~';

/** What the open drafts speak of. */
export class Topics {
  readonly #speakers = new Map<string, Speaker>();
  readonly #holders = new Map<string, Set<string>>();
  readonly #across: boolean;
  /** Topics that are judged at the end of a batch. */
  #held: Set<string> | undefined;

  /** `across`: whether drafts are compared with each other. */
  constructor(across: boolean) {
    this.#across = across;
  }

  /** Takes many drafts, judged once at the end. Returns the drafts whose contradictions changed. */
  batch(take: () => void): Set<string> {
    const held = new Set<string>();
    this.#held = held;
    try {
      take();
    } finally {
      this.#held = undefined;
    }
    return this.#judgeAll(held, '');
  }

  /** Takes a draft or its next version. Returns the other drafts whose contradictions a reader sees otherwise. */
  take(reading: DraftReading, { removed, added, moved }: Change): Set<string> {
    const { uri } = reading.draft;
    const before = this.#speakers.get(uri);
    const speaker: Speaker = before ?? { reading, topics: new Map(), found: new Map() };
    this.#speakers.set(uri, speaker);
    const touched = new Set<string>();
    if (before === undefined || !speaksOfTheSame(before.reading, reading)) {
      for (const key of speaker.topics.keys()) this.#drop(uri, key, touched);
      speaker.topics.clear();
      this.#enter(speaker, reading, reading.claims, touched);
    } else {
      for (const placed of removed) for (const key of keysOf(placed, reading)) this.#leave(speaker, key, placed, touched);
      this.#enter(speaker, reading, added, touched);
      for (const placed of moved)
        for (const key of keysOf(placed, reading)) {
          const list = speaker.topics.get(key) ?? [];
          if (list.every((one, index) => index === 0 || (list[index - 1] as Placed).start <= one.start)) continue;
          list.sort(byStart);
          touched.add(key);
        }
    }
    speaker.reading = reading;
    const changed = this.#judgeAll(touched, uri);
    for (const placed of moved)
      for (const key of keysOf(placed, reading))
        for (const other of this.#holders.get(key) ?? []) if (other !== uri && this.#names(other, key, placed)) changed.add(other);
    return changed;
  }

  /** Takes a draft away. Returns the other drafts whose contradictions changed. */
  remove(uri: string): Set<string> {
    const speaker = this.#speakers.get(uri);
    if (!speaker) return new Set();
    const touched = new Set<string>();
    for (const key of speaker.topics.keys()) this.#drop(uri, key, touched);
    this.#speakers.delete(uri);
    return this.#judgeAll(touched, uri);
  }

  /** The contradictions in a draft: those of statistics, and those of other things; each in the order of the draft. */
  of(uri: string): { readonly statistics: readonly Contradiction[]; readonly twins: readonly Contradiction[] } {
    const found = this.#speakers.get(uri)?.found;
    if (!found || found.size === 0) return { statistics: none, twins: none };
    const [statistics, twins]: [Contradiction[], Contradiction[]] = [[], []];
    for (const [key, list] of found) for (const one of list) (key.startsWith(twin) ? twins : statistics).push(one);
    const inOrder = (a: Contradiction, b: Contradiction): number => byStart(a.own, b.own);
    return { statistics: statistics.sort(inOrder), twins: twins.sort(inOrder) };
  }

  #enter({ topics }: Speaker, reading: DraftReading, claims: readonly Placed[], touched: Set<string>): void {
    const { uri } = reading.draft;
    const longer = new Set<Placed[]>();
    for (const placed of claims)
      for (const key of keysOf(placed, reading)) {
        touched.add(key);
        const list = topics.get(key);
        if (list) {
          list.push(placed);
          longer.add(list);
          continue;
        }
        topics.set(key, [placed]);
        const holders = this.#holders.get(key);
        if (holders) holders.add(uri);
        else this.#holders.set(key, new Set([uri]));
      }
    for (const list of longer) list.sort(byStart);
  }

  #leave({ reading, topics }: Speaker, key: string, placed: Placed, touched: Set<string>): void {
    const list = topics.get(key);
    const at = list?.indexOf(placed) ?? -1;
    if (!list || at < 0) return;
    touched.add(key);
    list.splice(at, 1);
    if (list.length > 0) return;
    topics.delete(key);
    this.#drop(reading.draft.uri, key, touched);
  }

  #drop(uri: string, key: string, touched: Set<string>): void {
    touched.add(key);
    const holders = this.#holders.get(key);
    if (holders?.delete(uri) === true && holders.size === 0) this.#holders.delete(key);
  }

  /** Judges topics in all drafts that speak of them, and in `uri`. Returns those of the others where anything changed. */
  #judgeAll(touched: ReadonlySet<string>, uri: string): Set<string> {
    const changed = new Set<string>();
    if (this.#held) {
      for (const key of touched) this.#held.add(key);
      return changed;
    }
    for (const key of touched) {
      this.#speakers.get(uri)?.found.delete(key);
      for (const other of this.#holders.get(key) ?? []) {
        const speaker = this.#speakers.get(other);
        if (speaker && this.#judge(speaker, key) && other !== uri) changed.add(other);
      }
    }
    return changed;
  }

  /** Judges a topic in a draft again. Returns whether anything changed. */
  #judge(speaker: Speaker, key: string): boolean {
    const before = speaker.found.get(key) ?? none;
    const now = key.startsWith(twin) ? this.#twins(speaker, key) : this.#conflicts(speaker, key);
    if (now.length === 0) speaker.found.delete(key);
    else speaker.found.set(key, now);
    return now.length !== before.length || now.some((one, index) => !isSame(one, before[index]));
  }

  #conflicts(speaker: Speaker, key: string): readonly Contradiction[] {
    const placed = speaker.topics.get(key) ?? nothing;
    const elsewhere = placed.some(isAbsolute) ? this.#others(speaker, key).filter(isAbsolute) : nothing;
    if (placed.length + elsewhere.length < 2) return none;
    const values = valuesOf([...placed, ...elsewhere]);
    return values.length < 2 ? none : placed.flatMap((own) => contradictionOf(own, values) ?? []);
  }

  #twins(speaker: Speaker, key: string): readonly Contradiction[] {
    const placed = speaker.topics.get(key) ?? nothing;
    const all = [...placed, ...this.#others(speaker, key)];
    return all.length < 2 ? none : placed.flatMap((own) => twinOf(own, all, speaker.reading.level) ?? []);
  }

  #others({ reading }: Speaker, key: string): readonly Placed[] {
    const uris = this.#holders.get(key);
    if (!this.#across || !uris || uris.size < 2) return nothing;
    return [...uris].sort().flatMap((uri) => {
      const other = uri === reading.draft.uri ? undefined : this.#speakers.get(uri);
      return (other && comparable(reading, other.reading) && other.topics.get(key)) || nothing;
    });
  }

  #names(uri: string, key: string, placed: Placed): boolean {
    return (
      this.#speakers
        .get(uri)
        ?.found.get(key)
        ?.some(({ others, other }) => other === placed || others.includes(placed)) === true
    );
  }
}

/** What a claim may be compared under: its statistic, and what may be the same thing with a slip of the pen. */
function keysOf(placed: Placed, reading: DraftReading): readonly string[] {
  const topic = topicOf(placed, reading);
  const twinTopic = twinTopicOf(placed);
  if (twinTopic === undefined) return topic === undefined ? [] : [topic];
  return topic === undefined ? [twin + twinTopic] : [topic, twin + twinTopic];
}

function byStart(a: Placed, b: Placed): number {
  return a.start - b.start;
}

function speaksOfTheSame(a: DraftReading, b: DraftReading): boolean {
  return a.level === b.level && (a.places === b.places || a.places.join(' ') === b.places.join(' '));
}

function isSame(a: Contradiction, b: Contradiction | undefined): boolean {
  return (
    a.own === b?.own &&
    a.other === b.other &&
    a.others.length === b.others.length &&
    a.others.every((one, index) => one === b.others[index])
  );
}
