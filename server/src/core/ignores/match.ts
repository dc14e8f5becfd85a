/**
 * Owns which findings of a draft are ignored. A place is known by its words and by what stands around them: the whole
 * surroundings first, then, each only where it told this place from all others when it was ignored and does so now, the
 * line, one side, the nearest characters of both. So it survives edits nearby, inserted lines and moves, and is reported
 * again when its words change or when it cannot be told for sure. The cost grows with the findings alone.
 */
import type { Finding } from '../rules/finding.ts';
import { anchorKey, contextOf, wholeKey, wordsOf } from './context.ts';
import type { Context } from './context.ts';
import { anchors } from './model.ts';
import type { Anchor, Ignore } from './model.ts';

/** What came of holding findings against a list. */
export interface Matched {
  /** The findings that are left, in their order; the same array where nothing is ignored. */
  readonly shown: readonly Finding[];
  readonly ignored: readonly Finding[];
  /** The entries that hold for something in this draft, each with the first finding it holds for. */
  readonly alive: ReadonlyMap<Ignore, Finding>;
}

interface Place {
  readonly entry: Ignore;
  readonly context: Context;
}

interface Bucket {
  readonly wide: Ignore[];
  readonly places: Places;
}

interface Candidate {
  readonly finding: Finding;
  readonly context: Context;
}

const nothingAlive: ReadonlyMap<Ignore, Finding> = new Map();

/** The entries that hold for one draft, made ready for asking. */
export class Matcher {
  readonly #buckets = new Map<string, Bucket>();
  readonly #rules = new Set<string>();

  /** `file` is the draft's path as `Ignore.file` has it; entries of other drafts are left aside. */
  constructor(entries: Iterable<Ignore>, file: string | undefined) {
    for (const entry of entries) {
      // One name can be written in two ways in Unicode; disks and people do both.
      const elsewhere = entry.file !== undefined && entry.file.normalize('NFC') !== file?.normalize('NFC');
      if (entry.scope !== 'everywhere' && elsewhere) continue;
      const key = keyOf(entry.rule, entry.text);
      const bucket = this.#buckets.get(key) ?? { wide: [], places: new Places() };
      this.#buckets.set(key, bucket);
      this.#rules.add(entry.rule);
      if (entry.scope !== 'place') bucket.wide.push(entry);
      else bucket.places.add({ entry, context: { before: entry.before ?? '', after: entry.after ?? '' } });
    }
  }

  /** Parts the findings of a text into those that are shown and those that are ignored. */
  match(text: string, findings: readonly Finding[]): Matched {
    if (this.#buckets.size === 0) return { shown: findings, ignored: [], alive: nothingAlive };
    const ignored = new Set<Finding>();
    const alive = new Map<Ignore, Finding>();
    const byBucket = new Map<Bucket, Candidate[]>();
    for (const finding of findings) {
      const bucket = this.#rules.has(finding.rule) ? this.#buckets.get(keyOf(finding.rule, wordsIn(text, finding))) : undefined;
      if (!bucket) continue;
      const wide = bucket.wide.filter((entry) => holds(entry, finding));
      if (wide.length > 0) ignored.add(finding);
      for (const entry of wide) if (!alive.has(entry)) alive.set(entry, finding);
      if (bucket.places.size === 0) continue;
      const candidates = byBucket.get(bucket) ?? [];
      byBucket.set(bucket, candidates);
      candidates.push({ finding, context: contextOf(text, finding) });
    }
    for (const [bucket, candidates] of byBucket)
      pair(bucket.places, candidates, (entry, finding) => {
        alive.set(entry, finding);
        ignored.add(finding);
      });
    if (ignored.size === 0) return { shown: findings, ignored: [], alive };
    return { shown: findings.filter((finding) => !ignored.has(finding)), ignored: [...ignored], alive };
  }
}

function keyOf(rule: string, text: string): string {
  return `${rule}\n${wordsOf(text)}`;
}

function wordsIn(text: string, { start, end }: Finding): string {
  return text.slice(start, end);
}

function holds(entry: Ignore, finding: Finding): boolean {
  return entry.kind === undefined || entry.kind === finding.kind;
}

/** The ignored places that share their words, found by what stands around them: those of which a draft shows nothing cost nothing. */
class Places {
  readonly #all: Place[] = [];
  readonly #byKey = new Map<Anchor | 'whole', ReadonlyMap<string, readonly Place[]>>();

  get size(): number {
    return this.#all.length;
  }

  add(place: Place): void {
    this.#all.push(place);
    this.#byKey.clear();
  }

  /** Those with everything around them the same, in order. */
  alike(key: string): readonly Place[] {
    return this.#of('whole').get(key) ?? [];
  }

  /** Those that an anchor may tell and that have this key for it, in order. */
  near(anchor: Anchor, key: string): readonly Place[] {
    return this.#of(anchor).get(key) ?? [];
  }

  #of(kind: Anchor | 'whole'): ReadonlyMap<string, readonly Place[]> {
    let known = this.#byKey.get(kind);
    if (known === undefined) {
      known =
        kind === 'whole'
          ? grouped(this.#all, ({ context }) => wholeKey(context))
          : grouped(
              this.#all.filter(({ entry }) => entry.anchors?.includes(kind) ?? true),
              ({ context }) => anchorKey(kind, context),
            );
      this.#byKey.set(kind, known);
    }
    return known;
  }
}

/** Pairs places with candidates, each at most once: by everything around them first, then by less and less. */
function pair(places: Places, candidates: readonly Candidate[], claim: (entry: Ignore, finding: Finding) => void): void {
  const used = new Set<Place>();
  let free = [...candidates];
  const take = (taken: readonly (readonly [Place, Candidate])[]): void => {
    if (taken.length === 0) return;
    const gone = new Set<Candidate>();
    for (const [place, candidate] of taken) {
      claim(place.entry, candidate.finding);
      used.add(place);
      gone.add(candidate);
    }
    free = free.filter((candidate) => !gone.has(candidate));
  };

  const claimed = new Set<Candidate>();
  take(
    [...grouped(free, ({ context }) => wholeKey(context))].flatMap(([key, group]) =>
      places.alike(key).flatMap((place): [Place, Candidate][] => {
        const candidate = group[place.entry.occurrence ?? 0];
        if (!candidate || claimed.has(candidate) || !holds(place.entry, candidate.finding)) return [];
        claimed.add(candidate);
        return [[place, candidate]];
      }),
    ),
  );
  for (const anchor of anchors) {
    if (used.size === places.size || free.length === 0) return;
    take(
      [...grouped(free, ({ context }) => anchorKey(anchor, context))].flatMap(([key, [candidate, ...rivals]]): [Place, Candidate][] => {
        const [place, ...others] = places.near(anchor, key).filter((one) => !used.has(one));
        const sure = place && candidate && others.length === 0 && rivals.length === 0 && holds(place.entry, candidate.finding);
        return sure ? [[place, candidate]] : [];
      }),
    );
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * An entry that ignores one finding of a text at its place. `findings` are all findings of the draft, those that are
 * ignored already among them.
 */
export function ignorePlace(text: string, findings: readonly Finding[], finding: Finding, file: string | undefined): Ignore {
  const words = wordsOf(wordsIn(text, finding));
  const context = contextOf(text, finding);
  const alike = findings.filter(
    (other) => other.rule === finding.rule && wordsOf(wordsIn(text, other)) === words && !isSame(other, finding),
  );
  const contexts = alike.map((other) => ({ other, context: contextOf(text, other) }));
  const whole = wholeKey(context);
  const occurrence = contexts.filter((one) => wholeKey(one.context) === whole && one.other.start < finding.start).length;
  const sure = anchors.filter((anchor): boolean => {
    const key = anchorKey(anchor, context);
    return key === undefined || !contexts.some((one) => anchorKey(anchor, one.context) === key);
  });
  return {
    rule: finding.rule,
    scope: 'place',
    ...(file !== undefined && { file }),
    text: wordsIn(text, finding),
    ...context,
    ...(occurrence > 0 && { occurrence }),
    ...(sure.length < anchors.length && { anchors: sure satisfies readonly Anchor[] }),
  };
}

function isSame(a: Finding, b: Finding): boolean {
  return a.start === b.start && a.end === b.end && a.kind === b.kind;
}

/** An entry that ignores every finding with the same words, in one draft or everywhere. */
export function ignoreText(text: string, finding: Finding, scope: 'draft' | 'everywhere', file: string | undefined): Ignore {
  return {
    rule: finding.rule,
    scope,
    ...(scope === 'draft' && file !== undefined && { file }),
    text: wordsIn(text, finding),
  };
}
