/**
 * Owns the desk: the open drafts and what is known of each. Server and CLI share it. It runs the rules, reuses what did
 * not change, keeps findings in order, and tells which drafts' findings changed. It knows no clock and no protocol.
 */
import type { EchoReport, WhyNot } from '../rules/echo-report.ts';
import type { Finding } from '../rules/finding.ts';
import type { AcrossRules, DraftRule, Fix, FixContext, Options } from '../rules/rule.ts';
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { outlines } from '../text/sections/index.ts';
import type { Outline, Outlines } from '../text/sections/index.ts';
import { shiftBetween } from '../text/shift.ts';
import type { Span } from '../text/span.ts';
import type { Words } from '../words.ts';
import { Ahead } from './ahead.ts';
import { sameFindings } from './compare.ts';
import { lookAgain, lookAt } from './looked.ts';
import type { Looked, Sight } from './looked.ts';
import { merged } from './merge.ts';
import { Slices } from './slices.ts';

/** Options of every rule by rule id, and which rules run. */
export interface DeskSettings {
  readonly rules: Readonly<Record<string, { readonly enabled: boolean; readonly options: Options }>>;
}

/** What the desk is given. */
export interface DeskDeps {
  readonly rules: readonly DraftRule[];
  /** Rules over all open drafts; a desk without them knows no echoes. */
  readonly across?: AcrossRules;
  readonly words: Words;
  /** The outlines of drafts, when others need them too. */
  readonly outlineOf?: Outlines;
  /** A rule threw: it costs its own findings, never another's. Called once per rule and message. */
  readonly onRuleFailure: (rule: string, error: unknown) => void;
}

/** The open drafts and their findings. */
export interface Desk {
  /**
   * Reads up to `characters` of the draft's paragraphs ahead of `put`, and compares a part of them with the other drafts
   * when it is new here, so that a long draft can be taken in slices. Returns whether it is ready to be put.
   */
  prepare(draft: Draft, characters: number): boolean;
  /** Adds or replaces a draft. Returns the uris whose findings changed. */
  put(draft: Draft): ReadonlySet<string>;
  /** The same as `put` one by one, at less cost: for drafts that come together (a folder, the start). */
  putAll(drafts: readonly Draft[]): ReadonlySet<string>;
  /** Takes a draft away, of which then nothing is known here. Returns the uris of other drafts whose findings changed. */
  remove(uri: string): ReadonlySet<string>;
  /** The same ahead of `remove`, slice by slice. Returns whether it is ready to be removed. */
  dismiss(uri: string, characters: number): boolean;
  draft(uri: string): Draft | undefined;
  /** In order of start; empty for a draft that is not here. */
  findings(uri: string): readonly Finding[];
  /** Takes new settings. Returns the uris whose findings changed. */
  configure(settings: DeskSettings): ReadonlySet<string>;
  /** Texts whose words would make findings of the drafts, or between all drafts, say more. */
  wants(...uris: string[]): readonly string[];
  /** Looks again with what `words` knows by now. Returns the uris whose findings changed. */
  learn(uris: Iterable<string>): ReadonlySet<string>;
  /** Answers to one finding of `findings(uri)`. */
  fixes(uri: string, finding: Finding, context: FixContext): readonly Fix[];
  /** All groups of echoes between the drafts, with all their places; made when asked for, in time linear in the places. */
  echoes(): EchoReport;
  /** Why what seems to repeat within a span of a draft is not a finding, in order of start; empty for a draft that is not here. */
  whyNot(uri: string, span: Span): readonly WhyNot[];
}

interface Entry {
  readonly draft: Draft;
  readonly outline: Outline;
  readonly byRule: ReadonlyMap<string, Looked>;
  /** Of the rules over this draft alone. */
  readonly own: readonly Finding[];
  /** With those of the rules over all drafts, and from which lists it was made. */
  merged?: { readonly own: readonly Finding[]; readonly across: readonly Finding[]; readonly all: readonly Finding[] };
}

/** The most texts of a draft whose words are asked for on behalf of one rule: more findings than that no person reads. */
const mostTexts = 2000;

const noFindings: readonly Finding[] = [];
const noEchoes: EchoReport = { groups: [], sameText: [] };

/** Makes an empty desk. */
export function createDesk(deps: DeskDeps, initial: DeskSettings): Desk {
  const entries = new Map<string, Entry>();
  const outlineOf = deps.outlineOf ?? outlines();
  const failed = new Set<string>();
  let settings = initial;
  let ahead = new Ahead();
  let caches = new Map<string, WeakMap<Paragraph, unknown>>();

  const report = (rule: string, error: unknown): void => {
    const key = `${rule}: ${String(error)}`;
    if (failed.has(key)) return;
    failed.add(key);
    deps.onRuleFailure(rule, error);
  };

  const guarded = <T>(rule: DraftRule, otherwise: T, run: () => T): T => {
    try {
      return run();
    } catch (error) {
      report(rule.meta.id, error);
      return otherwise;
    }
  };

  const optionsOf = (rule: DraftRule): Options => settings.rules[rule.meta.id]?.options ?? {};
  const running = (): readonly DraftRule[] => deps.rules.filter((rule) => settings.rules[rule.meta.id]?.enabled ?? true);

  const cacheOf = (rule: DraftRule, format: string): WeakMap<Paragraph, unknown> => {
    const key = `${rule.meta.id} ${format}`;
    const known = caches.get(key) ?? new WeakMap<Paragraph, unknown>();
    caches.set(key, known);
    return known;
  };

  const sightOf = (rule: DraftRule, draft: Draft, outline: Outline | undefined): Sight => {
    const cache = cacheOf(rule, draft.format);
    const options = optionsOf(rule);
    return {
      draft,
      get outline() {
        return outline ?? outlineOf(draft);
      },
      options,
      words: deps.words,
      read(paragraph) {
        let known = cache.get(paragraph);
        if (known === undefined && !cache.has(paragraph)) {
          known = rule.read(paragraph, draft, options, () => outlineOf.read(paragraph, draft.format));
          cache.set(paragraph, known);
        }
        return known;
      },
    };
  };

  /** Looks at a draft with every rule. */
  const look = (draft: Draft, old: Entry | undefined): Entry => {
    const before = old?.draft.format === draft.format ? old : undefined;
    const shift = before && shiftBetween(before.draft, draft);
    const outline = outlineOf(draft, before?.draft);
    const byRule = new Map<string, Looked>();
    for (const rule of running()) {
      const kept = before?.byRule.get(rule.meta.id);
      const sight: Sight = { ...sightOf(rule, draft, outline), outline, ahead: ahead.judged(draft, rule.meta.id) };
      const looked = guarded(rule, undefined, () =>
        lookAt(rule, sight, before && kept && shift ? { draft: before.draft, looked: kept, shift } : undefined),
      );
      if (looked) byRule.set(rule.meta.id, looked);
    }
    ahead.forget(draft);
    return entryOf(draft, outline, byRule, old);
  };

  /** Looks again at what words can tell more of. */
  const lookOnce = (old: Entry): Entry => {
    const byRule = new Map<string, Looked>();
    for (const rule of running()) {
      const kept = old.byRule.get(rule.meta.id);
      const looked = kept && guarded(rule, undefined, () => lookAgain(rule, sightOf(rule, old.draft, old.outline), kept));
      if (looked) byRule.set(rule.meta.id, looked);
    }
    return entryOf(old.draft, old.outline, byRule, old);
  };

  /** Puts an entry in the place of the one before. Returns whether its findings are others. */
  const replace = (entry: Entry): boolean => {
    const before = entries.get(entry.draft.uri);
    entries.set(entry.draft.uri, entry);
    return before === undefined ? entry.own.length > 0 : !sameFindings(before.own, entry.own);
  };

  const again = (uris: Iterable<string>, look: (entry: Entry) => Entry): ReadonlySet<string> => {
    const changed = new Set<string>();
    for (const uri of uris) {
      const entry = entries.get(uri);
      if (entry && replace(look(entry))) changed.add(uri);
    }
    return changed;
  };

  const { across } = deps;
  const acrossGuarded = <T>(otherwise: T, run: (rules: AcrossRules) => T): T => {
    if (!across) return otherwise;
    try {
      return run(across);
    } catch (error) {
      report(across.metas[0]?.id ?? '', error);
      return otherwise;
    }
  };
  const nobody: ReadonlySet<string> = new Set();
  const configureAcross = (): ReadonlySet<string> =>
    acrossGuarded(nobody, (rules) => {
      const running = rules.metas.filter((meta) => settings.rules[meta.id]?.enabled ?? true);
      return rules.configure(new Map(running.map((meta) => [meta.id, settings.rules[meta.id]?.options ?? {}])));
    });
  configureAcross();

  const slices = new Slices((draft) => acrossGuarded(nobody, (rules) => rules.put(draft)));

  const merge = (uri: string): readonly Finding[] => {
    const entry = entries.get(uri);
    if (!entry) return noFindings;
    const between = acrossGuarded(noFindings, (rules) => rules.findings(uri));
    if (between.length === 0) return entry.own;
    if (entry.merged?.own !== entry.own || entry.merged.across !== between) {
      entry.merged = { own: entry.own, across: between, all: merged([entry.own, between]) };
    }
    return entry.merged.all;
  };

  return {
    prepare(draft, characters) {
      const before = entries.get(draft.uri)?.draft;
      const known = before?.format === draft.format ? before : undefined;
      const outline = (): Outline => outlineOf(draft, known);
      const looks = running().map((rule) => ({ rule, sight: sightOf(rule, draft, undefined) }));
      if (!ahead.step(draft, known, characters, looks, outline, (rule, run) => guarded(rule, undefined, run))) return false;
      return entries.has(draft.uri) || slices.enter(draft, characters);
    },
    put(draft) {
      const changed = new Set(slices.finish(draft.uri));
      if (replace(look(draft, entries.get(draft.uri)))) changed.add(draft.uri);
      for (const uri of acrossGuarded(nobody, (rules) => rules.put(draft))) changed.add(uri);
      return changed;
    },
    putAll(drafts) {
      const changed = new Set<string>();
      for (const draft of drafts) if (replace(look(draft, entries.get(draft.uri)))) changed.add(draft.uri);
      for (const uri of acrossGuarded(nobody, (rules) => rules.putAll(drafts))) changed.add(uri);
      return changed;
    },
    remove(uri) {
      entries.delete(uri);
      const changed = new Set([...slices.finish(uri), ...acrossGuarded(nobody, (rules) => rules.remove(uri))]);
      changed.delete(uri);
      return changed;
    },
    dismiss(uri, characters) {
      const draft = entries.get(uri)?.draft ?? slices.draft(uri);
      entries.delete(uri);
      return draft === undefined || slices.leave(draft, characters);
    },
    draft: (uri) => entries.get(uri)?.draft,
    findings: merge,
    configure(next) {
      settings = next;
      caches = new Map();
      ahead = new Ahead();
      // What was read with other options is of no use any more.
      for (const [uri, entry] of entries) entries.set(uri, { ...entry, byRule: new Map() });
      return new Set([...again(entries.keys(), (entry) => look(entry.draft, entry)), ...configureAcross()]);
    },
    wants(...uris) {
      const here = uris.map((uri) => entries.get(uri)).filter((entry) => entry !== undefined);
      if (here.length === 0) return [];
      const own = here.flatMap(({ byRule }) => [...byRule.values()].flatMap(wantedBy));
      return [...own, ...acrossGuarded<readonly string[]>([], (rules) => rules.wants())];
    },
    learn: (uris) => new Set([...again(uris, lookOnce), ...acrossGuarded(nobody, (rules) => rules.learn())]),
    echoes: () => acrossGuarded(noEchoes, (rules) => rules.report()),
    whyNot: (uri, span) => acrossGuarded<readonly WhyNot[]>([], (rules) => rules.whyNot(uri, span)),
    fixes(uri, finding, context) {
      const entry = entries.get(uri);
      if (across?.metas.some((meta) => meta.id === finding.rule)) return acrossGuarded([], (rules) => rules.fixes(uri, finding));
      const rule = deps.rules.find((candidate) => candidate.meta.id === finding.rule);
      if (!entry || !rule?.fixes) return [];
      return guarded(
        rule,
        [],
        () => rule.fixes?.(finding, entry.byRule.get(rule.meta.id)?.findings ?? noFindings, entry.draft, context) ?? [],
      );
    },
  };
}

/** The entry of a draft; its list of findings is the same object as before while it holds the same ones. */
function entryOf(draft: Draft, outline: Outline, byRule: ReadonlyMap<string, Looked>, before: Entry | undefined): Entry {
  const lists = [...byRule.values()].map(({ findings }) => findings);
  const known = before && [...before.byRule.values()].map(({ findings }) => findings);
  const isSame = known?.length === lists.length && lists.every((list, index) => list === known[index]);
  return { draft, outline, byRule, own: before && isSame ? before.own : merged(lists) };
}

function wantedBy({ waits }: Looked): readonly string[] {
  const texts = new Set<string>();
  for (const some of waits.values()) {
    for (const text of some) texts.add(text);
    if (texts.size >= mostTexts) break;
  }
  return [...texts].slice(0, mostTexts);
}
