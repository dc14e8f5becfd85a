/**
 * Owns the figure rule over all open drafts: what was read of each, which topics it speaks of, and the findings that follow.
 * What a draft says by itself is remembered paragraph by paragraph; another draft is looked at again only where it shares a
 * topic with what changed.
 */
import { emptyBook } from '../../facts/book.ts';
import type { Book } from '../../facts/book.ts';
import { sameFindings } from '../../engine/compare.ts';
import { outlines } from '../../text/sections/index.ts';
import { spanToSource } from '../../text/paragraph.ts';
import type { Paragraph } from '../../text/paragraph.ts';
import { bySpan, overlaps } from '../../text/span.ts';
import type { Words } from '../../words.ts';
import type { Finding } from '../finding.ts';
import type { Fix, Options, PlainAcrossRules } from '../rule.ts';
import { comparable, conflictOf, isAbsolute, topicOf, valuesOf } from './conflict.ts';
import { meta } from './meta.ts';
import { mismatchOf } from './mismatch.ts';
import type { Taking } from './mismatch.ts';
import { twinOf, twinTopicOf } from './twins.ts';
import { readDraft, readParagraph } from './reading.ts';
import type { DraftReading, Placed, PlacedBefore, Reading } from './reading.ts';

export { meta } from './meta.ts';
export type { DraftReading, Placed } from './reading.ts';

/** The rule, and what else can be asked of it. */
export interface FigureRule extends PlainAcrossRules {
  /** Takes the entries of the fact sheets. Returns the uris whose findings changed. */
  setBook(book: Book): ReadonlySet<string>;
  readonly book: Book;
  /** What was read of an open draft. */
  reading(uri: string): DraftReading | undefined;
}

interface Entry {
  readonly placed: PlacedBefore;
  readonly reading: DraftReading;
  readonly topics: ReadonlyMap<string, readonly Placed[]>;
  /** What may be the same thing with a slip of the pen. */
  readonly twins: ReadonlyMap<string, readonly Placed[]>;
  findings: readonly Finding[];
}

const nobody: readonly Finding[] = [];
const nothing: readonly Placed[] = [];

/** Makes the rule over no drafts and an empty book. `outlineOf`: the outline of a draft, when the caller has it already. */
export function createFigureRule(words: Words, outlineOf = outlines()): FigureRule {
  const remembered = new WeakMap<Paragraph, Reading>();
  const entries = new Map<string, Entry>();
  /** The drafts that speak of a topic. */
  const holders = new Map<string, Set<string>>();
  let book = emptyBook;
  let options: Options | undefined;

  const readingOf = (paragraph: Paragraph): Reading => {
    const known = remembered.get(paragraph) ?? readParagraph(paragraph);
    remembered.set(paragraph, known);
    return known;
  };

  const others = (uri: string, topic: string, of: (entry: Entry) => readonly Placed[] | undefined): readonly Placed[] => {
    const own = entries.get(uri);
    const uris = holders.get(topic);
    if (options?.['across'] === false || !own || !uris || uris.size < 2) return nothing;
    return [...uris].sort().flatMap((other) => {
      const entry = other === uri ? undefined : entries.get(other);
      return (entry && comparable(own.reading, entry.reading) && of(entry)) || nothing;
    });
  };

  const judge = (uri: string): readonly Finding[] => {
    const entry = entries.get(uri);
    if (!entry || !options) return nobody;
    const { reading, topics, twins } = entry;
    const found: Finding[] = slipsOf(reading, options);
    const free = (span: { start: number; end: number }): boolean => !found.some((other) => overlaps(other, span));
    for (const placed of reading.claims) {
      const mismatch = book.entries.length > 0 && free(placed) ? mismatchOf(placed, reading, book, words) : undefined;
      if (mismatch) found.push(mismatch);
    }
    for (const [topic, placed] of topics) {
      const elsewhere = placed.some(isAbsolute) ? others(uri, topic, (entry) => entry.topics.get(topic)?.filter(isAbsolute)) : [];
      if (placed.length + elsewhere.length < 2) continue;
      const values = valuesOf([...placed, ...elsewhere]);
      if (values.length < 2) continue;
      for (const own of placed) {
        const conflict = free(own) ? conflictOf(own, values) : undefined;
        if (conflict) found.push(conflict);
      }
    }
    for (const [topic, placed] of twins) {
      const all = [...placed, ...others(uri, topic, (entry) => entry.twins.get(topic))];
      if (all.length < 2) continue;
      for (const own of placed) {
        const twin = free(own) ? twinOf(own, all, reading.level) : undefined;
        if (twin) found.push(twin);
      }
    }
    return found.sort(bySpan);
  };

  /** Judges drafts again; the uris of those whose findings changed. */
  const again = (uris: Iterable<string>): Set<string> => {
    const changed = new Set<string>();
    for (const uri of uris) {
      const entry = entries.get(uri);
      if (!entry) continue;
      const findings = judge(uri);
      if (sameFindings(findings, entry.findings)) continue;
      entry.findings = findings;
      changed.add(uri);
    }
    return changed;
  };

  /** Drafts that must be looked at again when one changes: what they share with it says otherwise, or they name places in it. */
  const neighbours = (uri: string, before: Entry | undefined, now: Entry | undefined): Set<string> => {
    const found = new Set<string>();
    for (const topic of new Set([...keysOf(before), ...keysOf(now)])) {
      const says = before === undefined || now === undefined || !saysTheSame(before, now, topic);
      for (const other of holders.get(topic) ?? [])
        if (other !== uri && (says || (entries.get(other)?.findings.length ?? 0) > 0)) found.add(other);
    }
    return found;
  };

  const hold = (uri: string, before: Entry | undefined, now: Entry | undefined): void => {
    for (const topic of keysOf(before)) {
      const uris = holders.get(topic);
      if (uris?.delete(uri) === true && uris.size === 0) holders.delete(topic);
    }
    for (const topic of keysOf(now)) holders.set(topic, (holders.get(topic) ?? new Set()).add(uri));
  };

  const rule: FigureRule = {
    metas: [meta],
    get book() {
      return book;
    },
    put(draft) {
      const before = entries.get(draft.uri);
      const placed = before?.placed ?? new WeakMap();
      const reading = readDraft(draft, readingOf, outlineOf, placed);
      const entry: Entry = {
        placed,
        reading,
        topics: groupsOf(reading, (one) => topicOf(one, reading)),
        twins: groupsOf(reading, twinTopicOf),
        findings: before?.findings ?? nobody,
      };
      entries.set(draft.uri, entry);
      hold(draft.uri, before, entry);
      return again([draft.uri, ...neighbours(draft.uri, before, entry)]);
    },
    putAll(drafts) {
      const changed = new Set<string>();
      for (const draft of drafts) for (const uri of rule.put(draft)) changed.add(uri);
      return changed;
    },
    remove(uri) {
      const before = entries.get(uri);
      entries.delete(uri);
      hold(uri, before, undefined);
      return before ? again(neighbours(uri, before, undefined)) : new Set();
    },
    configure(next) {
      options = next.get(meta.id);
      return again(entries.keys());
    },
    setBook(next) {
      book = next;
      return again(entries.keys());
    },
    learn: () => (book.entries.length > 0 ? again(entries.keys()) : new Set()),
    findings: (uri) => entries.get(uri)?.findings ?? nobody,
    /** Names that the book does not know as they stand, and those of the book. */
    wants() {
      if (book.entries.length === 0) return [];
      const names = new Set<string>();
      for (const { reading } of entries.values())
        for (const { claim } of reading.claims) if (claim.key.length >= 4 && !book.byKey.has(claim.key)) names.add(claim.key);
      if (names.size === 0) return [];
      for (const entry of book.entries) for (const key of entry.keys) names.add(key);
      return [...names].filter((name) => words.of(name) === undefined);
    },
    fixes: (_uri, finding) => fixesOf(finding),
    reading: (uri) => entries.get(uri)?.reading,
  };
  return rule;
}

function keysOf(entry: Entry | undefined): string[] {
  return entry ? [...entry.topics.keys(), ...entry.twins.keys()] : [];
}

/** The claims of a draft by what they may be compared under. */
/** Whether two readings of a draft say the same of a topic, wherever it stands. */
function saysTheSame(before: Entry, now: Entry, topic: string): boolean {
  const { level, places } = before.reading;
  if (level !== now.reading.level || places.join(' ') !== now.reading.places.join(' ')) return false;
  const same = (a: readonly Placed[] = [], b: readonly Placed[] = []): boolean =>
    a.length === b.length && a.every(({ claim }, index) => claim === b[index]?.claim);
  return same(before.topics.get(topic), now.topics.get(topic)) && same(before.twins.get(topic), now.twins.get(topic));
}

function groupsOf(reading: DraftReading, groupOf: (placed: Placed) => string | undefined): Map<string, Placed[]> {
  const topics = new Map<string, Placed[]>();
  for (const placed of reading.claims) {
    const topic = groupOf(placed);
    if (topic === undefined) continue;
    const list = topics.get(topic);
    if (list) list.push(placed);
    else topics.set(topic, [placed]);
  }
  return topics;
}

function slipsOf({ draft, slips }: DraftReading, options: Options): Finding[] {
  return slips
    .filter(({ kind }) => kind !== 'arithmetic' || options['arithmetic'] !== false)
    .map((slip): Finding => {
      const paragraph = draft.paragraphs[slip.paragraph] as Paragraph;
      const start = draft.starts[slip.paragraph] ?? 0;
      const place = (span: { start: number; end: number }) => {
        const source = spanToSource(paragraph, span);
        return { start: start + source.start, end: start + source.end };
      };
      return {
        rule: meta.id,
        kind: slip.kind,
        severity: 'warning',
        message: slip.message,
        ...place(slip),
        related: slip.related.map((span) => ({
          uri: draft.uri,
          ...place(span),
          message: { id: 'usedFigure', args: { text: paragraph.text.slice(span.start, span.end) } },
        })),
        ...(slip.instead && { detail: slip.instead }),
      };
    });
}

function fixesOf(finding: Finding): Fix[] {
  if (finding.kind === 'mismatch') {
    const takings = finding.detail as readonly Taking[];
    return takings.map(({ value, place, edits }) => ({
      action: 'edit',
      title: { id: 'take', args: { value, place } },
      edits,
      ...(takings.length === 1 && { preferred: true }),
    }));
  }
  const instead = (finding.detail ?? []) as readonly string[];
  return instead.map((text) => ({
    action: 'edit',
    title: { id: 'write', args: { text } },
    edits: [{ start: finding.start, end: finding.end, text }],
  }));
}
