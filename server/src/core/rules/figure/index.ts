/**
 * Owns the figure rule over all open drafts: what was read of each, and the findings that follow. What a draft says by itself
 * is remembered paragraph by paragraph; another draft is looked at again only where it shares a topic with what changed.
 */
import { sameFindings, sameMessage } from '../../engine/compare.ts';
import { inOrder, merged } from '../../engine/merge.ts';
import { emptyBook } from '../../facts/book.ts';
import type { Book } from '../../facts/book.ts';
import type { Draft } from '../../text/draft.ts';
import { outlines } from '../../text/sections/index.ts';
import { spanToSource } from '../../text/paragraph.ts';
import type { Paragraph } from '../../text/paragraph.ts';
import { overlaps } from '../../text/span.ts';
import type { Words } from '../../words.ts';
import type { Finding } from '../finding.ts';
import type { Fix, Options, PlainAcrossRules } from '../rule.ts';
import { findingOf } from './conflict.ts';
import { meta } from './meta.ts';
import { Mismatches } from './mismatches.ts';
import type { Taking } from './mismatch.ts';
import { readParagraph } from './reading.ts';
import type { Reading } from './reading.ts';
import { DraftClaims } from './standing.ts';
import type { DraftReading } from './standing.ts';
import { Topics } from './topics.ts';

export { meta } from './meta.ts';
export type { Placed } from './placed.ts';
export type { DraftReading } from './standing.ts';

/** The rule, and what else can be asked of it. */
export interface FigureRule extends PlainAcrossRules {
  /** Takes the entries of the fact sheets. Returns the uris whose findings changed. */
  setBook(book: Book): ReadonlySet<string>;
  readonly book: Book;
  /** What was read of an open draft. It tells where its claims are until the draft is put again. */
  reading(uri: string): DraftReading | undefined;
}

interface Told {
  /** When: the count of changes. */
  readonly at: number;
  readonly findings: readonly Finding[];
}

const nobody: readonly Finding[] = [];

/** Makes the rule over no drafts and an empty book. `outlineOf`: the outline of a draft, when the caller has it already. */
export function createFigureRule(words: Words, outlineOf = outlines()): FigureRule {
  const remembered = new WeakMap<Paragraph, Reading>();
  const drafts = new Map<string, DraftClaims>();
  const told = new Map<string, Told>();
  const settled = { slips: remembering(), mismatches: remembering(), statistics: remembering(), twins: remembering() };
  let changes = 0;
  let mismatches = new Mismatches(emptyBook, words);
  let options: Options | undefined;
  let topics = new Topics(true);

  const readingOf = (paragraph: Paragraph): Reading => {
    let known = remembered.get(paragraph);
    if (known === undefined) remembered.set(paragraph, (known = readParagraph(paragraph)));
    return known;
  };

  const judge = (uri: string): readonly Finding[] => {
    const reading = drafts.get(uri)?.reading;
    if (!reading || !options) return nobody;
    const { statistics, twins } = topics.of(uri);
    return apart([
      slipsOf(reading, options, settled.slips),
      mismatches.of(reading, settled.mismatches),
      statistics.map((one) => settled.statistics(one.own, findingOf(one))),
      twins.map((one) => settled.twins(one.own, findingOf(one))),
    ]);
  };

  /** The findings of a draft where they are now; the same list as before while it says the same. */
  const findings = (uri: string): readonly Finding[] => {
    const known = told.get(uri);
    if (known?.at === changes) return known.findings;
    const now = judge(uri);
    const same = known && sameFindings(known.findings, now) ? known.findings : now;
    if (drafts.has(uri)) told.set(uri, { at: changes, findings: same });
    return same;
  };

  /** Does what may change any finding. Returns the uris of the drafts where it did. */
  const changing = (run: () => void): ReadonlySet<string> => {
    const before = [...drafts.keys()].map((uri) => ({ uri, findings: told.get(uri)?.findings ?? nobody }));
    run();
    changes += 1;
    return new Set(before.filter((one) => !sameFindings(findings(one.uri), one.findings)).map(({ uri }) => uri));
  };

  /** Takes a draft in. Returns the other drafts whose findings changed. */
  const take = (draft: Draft): Set<string> => {
    const claims = drafts.get(draft.uri) ?? new DraftClaims(readingOf, outlineOf);
    drafts.set(draft.uri, claims);
    const { reading, change } = claims.take(draft);
    changes += 1;
    return topics.take(reading, change);
  };

  const rule: FigureRule = {
    metas: [meta],
    get book() {
      return mismatches.book;
    },
    put(draft) {
      const before = told.get(draft.uri)?.findings ?? nobody;
      const changed = take(draft);
      if (before.length > 0 || findings(draft.uri).length > 0) changed.add(draft.uri);
      return changed;
    },
    putAll(all) {
      const changed = topics.batch(() => {
        for (const draft of all) take(draft);
      });
      for (const { uri } of all) changed.add(uri);
      return changed;
    },
    remove(uri) {
      drafts.delete(uri);
      told.delete(uri);
      changes += 1;
      return topics.remove(uri);
    },
    read(paragraph) {
      readingOf(paragraph);
    },
    configure: (next) =>
      changing(() => {
        options = next.get(meta.id);
        topics = new Topics(options?.['across'] !== false);
        for (const { reading } of drafts.values()) if (reading) topics.take(reading, { removed: [], added: reading.claims, moved: [] });
      }),
    setBook: (book) =>
      changing(() => {
        mismatches = new Mismatches(book, words);
      }),
    learn: () => (mismatches.learn() ? changing(() => undefined) : new Set()),
    findings,
    wants: () => mismatches.wants([...drafts.values()].flatMap(({ reading }) => reading ?? [])),
    fixes: (_uri, finding) => fixesOf(finding),
    reading: (uri) => drafts.get(uri)?.reading,
  };
  return rule;
}

type Settled = (key: object, finding: Finding) => Finding;

function slipsOf({ draft, slips }: DraftReading, options: Options, settled: Settled): Finding[] {
  return slips
    .filter(({ slip }) => slip.kind !== 'arithmetic' || options['arithmetic'] !== false)
    .map(({ slip, paragraph: index }): Finding => {
      const paragraph = draft.paragraphs[index] as Paragraph;
      const start = draft.starts[index] ?? 0;
      const place = (span: { start: number; end: number }) => {
        const source = spanToSource(paragraph, span);
        return { start: start + source.start, end: start + source.end };
      };
      return settled(slip, {
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
      });
    });
}

/** Gives the finding of a claim or a slip as it was told last, as far as it says the same. */
function remembering(): Settled {
  const last = new WeakMap<object, Finding>();
  return (key, finding) => {
    const now = likeBefore(last.get(key), finding);
    last.set(key, now);
    return now;
  };
}

/** A finding as it was told before, as far as it says the same: who remembers what became of a message finds it again. */
function likeBefore(old: Finding | undefined, now: Finding): Finding {
  if (!old) return now;
  if (now.detail === old.detail && sameFindings([old], [now])) return old;
  const related = now.related?.map((place, index) => {
    const message = old.related?.[index]?.message;
    return message && place.message && sameMessage(message, place.message) ? { ...place, message } : place;
  });
  return { ...now, message: sameMessage(old.message, now.message) ? old.message : now.message, ...(related && { related }) };
}

/** The findings of several lists, each in order, none over another: those of an earlier list stay. */
function apart(lists: readonly (readonly Finding[])[]): readonly Finding[] {
  return lists.reduce<readonly Finding[]>((all, list) => {
    let at = 0;
    const more: Finding[] = [];
    for (const finding of inOrder(list)) {
      while (at < all.length && (all[at] as Finding).end <= finding.start) at += 1;
      const isFree = [all[at], more.at(-1)].every((other) => other === undefined || !overlaps(other, finding));
      if (isFree) more.push(finding);
    }
    return merged([all, more]);
  }, nobody);
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
