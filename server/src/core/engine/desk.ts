/**
 * Owns the desk: the open drafts and what is known of each. Server and CLI share it. It runs the rules, reuses what did
 * not change, keeps findings in order, and tells which drafts' findings changed. It knows no clock and no protocol.
 */
import type { EchoReport, WhyNot } from '../rules/echo-report.ts';
import type { Finding } from '../rules/finding.ts';
import type { AcrossRules, DraftRule, Fix, FixContext, Options, Part } from '../rules/rule.ts';
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { outlines } from '../text/sections/index.ts';
import type { Outline } from '../text/sections/index.ts';
import { bySpan } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import type { Words } from '../words.ts';
import { sameFindings } from './compare.ts';
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
  /** The outline of a draft, when the caller has it already. Must give what `outlineOf` gives. */
  readonly outlineOf?: (draft: Draft) => Outline;
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

interface Looked {
  readonly parts: readonly Part<unknown>[];
  readonly findings: readonly Finding[];
  /** Whether words were asked for that may make the findings say more. */
  asked: boolean;
}

interface Entry {
  readonly draft: Draft;
  readonly byRule: ReadonlyMap<string, Looked>;
  /** Of the rules over this draft alone. */
  readonly own: readonly Finding[];
  /** With those of the rules over all drafts, and from which lists it was made. */
  merged?: { readonly own: readonly Finding[]; readonly across: readonly Finding[]; readonly all: readonly Finding[] };
}

const noFindings: readonly Finding[] = [];
const noEchoes: EchoReport = { groups: [], sameText: [] };

/** Makes an empty desk. */
export function createDesk(deps: DeskDeps, initial: DeskSettings): Desk {
  const entries = new Map<string, Entry>();
  const outlineOf = deps.outlineOf ?? outlines();
  const failed = new Set<string>();
  let settings = initial;
  /** How far each draft has been read ahead. */
  const ahead = new WeakMap<Draft, number>();
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

  const read = (rule: DraftRule, draft: Draft, paragraph: Paragraph): unknown => {
    const cache = cacheOf(rule, draft.format);
    if (!cache.has(paragraph)) cache.set(paragraph, rule.read(paragraph, draft, optionsOf(rule)));
    return cache.get(paragraph);
  };

  const partsOf = (rule: DraftRule, draft: Draft, before: readonly Part<unknown>[] = []): Part<unknown>[] => {
    const cache = cacheOf(rule, draft.format);
    const shift = before.length - draft.paragraphs.length;
    return draft.paragraphs.map((paragraph, index) => {
      const start = draft.starts[index] ?? 0;
      // Most paragraphs are those of the version before, counted from its head or from its end.
      const head = before[index];
      if (head?.paragraph === paragraph && head.start === start) return head;
      const known = head?.paragraph === paragraph ? head : before[index + shift];
      if (known?.paragraph === paragraph) return { paragraph, start, read: known.read };
      if (!cache.has(paragraph)) cache.set(paragraph, rule.read(paragraph, draft, optionsOf(rule)));
      return { paragraph, start, read: cache.get(paragraph) };
    });
  };

  /** Looks at a draft with every rule, or again with those that words can tell more. */
  const look = (draft: Draft, before: Entry | undefined, keep: boolean): Entry => {
    const byRule = new Map<string, Looked>();
    for (const rule of running()) {
      const kept = before?.byRule.get(rule.meta.id);
      if (keep && kept?.asked === false) {
        byRule.set(rule.meta.id, kept);
        continue;
      }
      const looked = guarded<Looked>(rule, { parts: [], findings: noFindings, asked: false }, () => {
        const parts = partsOf(rule, draft, before?.draft.format === draft.format ? kept?.parts : undefined);
        const surroundings = { draft, options: optionsOf(rule), words: deps.words, outline: () => outlineOf(draft) };
        return { parts, findings: rule.judge(parts, surroundings), asked: false };
      });
      byRule.set(rule.meta.id, looked);
    }
    return { draft, byRule, own: [...byRule.values()].flatMap(({ findings }) => findings).sort(bySpan) };
  };

  const replace = (draft: Draft, keep = false): boolean => {
    const before = entries.get(draft.uri);
    const entry = look(draft, before, keep);
    entries.set(draft.uri, entry);
    return before === undefined ? entry.own.length > 0 : !sameFindings(before.own, entry.own);
  };

  const again = (uris: Iterable<string>, keep: boolean): ReadonlySet<string> => {
    const changed = new Set<string>();
    for (const uri of uris) {
      const entry = entries.get(uri);
      if (entry && replace(entry.draft, keep)) changed.add(uri);
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
      entry.merged = { own: entry.own, across: between, all: [...entry.own, ...between].sort(bySpan) };
    }
    return entry.merged.all;
  };

  return {
    prepare(draft, characters) {
      let left = characters;
      const rules = running().map((rule) => ({ rule, cache: cacheOf(rule, draft.format) }));
      const before = entries.get(draft.uri)?.draft;
      const known = before?.format === draft.format ? before.paragraphs : [];
      const shift = known.length - draft.paragraphs.length;
      for (let index = ahead.get(draft) ?? 0; index < draft.paragraphs.length; index += 1) {
        const paragraph = draft.paragraphs[index] as Paragraph;
        if (known[index] === paragraph || known[index + shift] === paragraph) continue;
        ahead.set(draft, index);
        for (const { rule, cache } of rules) {
          if (cache.has(paragraph)) continue;
          if (left <= 0) return false;
          guarded(rule, undefined, () => read(rule, draft, paragraph));
          left -= paragraph.text.length;
        }
      }
      return entries.has(draft.uri) || slices.enter(draft, characters);
    },
    put(draft) {
      const changed = new Set([...(replace(draft) ? [draft.uri] : []), ...slices.finish(draft.uri)]);
      for (const uri of acrossGuarded(nobody, (rules) => rules.put(draft))) changed.add(uri);
      return changed;
    },
    putAll(drafts) {
      const changed = new Set<string>();
      for (const draft of drafts) if (replace(draft)) changed.add(draft.uri);
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
      // What was read with other options is of no use any more.
      for (const [uri, entry] of entries) entries.set(uri, { ...entry, byRule: new Map() });
      return new Set([...again(entries.keys(), false), ...configureAcross()]);
    },
    wants(...uris) {
      const here = uris.map((uri) => entries.get(uri)).filter((entry) => entry !== undefined);
      if (here.length === 0) return [];
      const own = here.flatMap(({ byRule }) =>
        running().flatMap((rule) =>
          guarded(rule, [], () => {
            const looked = byRule.get(rule.meta.id);
            const wanted = (looked && rule.wants?.(looked.parts, looked.findings)) ?? [];
            if (looked && wanted.length > 0) looked.asked = true;
            return wanted;
          }),
        ),
      );
      return [...own, ...acrossGuarded<readonly string[]>([], (rules) => rules.wants())];
    },
    learn: (uris) => new Set([...again(uris, true), ...acrossGuarded(nobody, (rules) => rules.learn())]),
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
