/**
 * Owns the desk: the open drafts and what is known of each. Server and CLI share it. It runs the rules, reuses what did
 * not change, keeps findings in order, and tells which drafts' findings changed. It knows no clock and no protocol.
 */
import type { EchoReport, WhyNot } from '../rules/echo-report.ts';
import type { Finding } from '../rules/finding.ts';
import type { RuleMeta } from '../rules/meta.ts';
import type { AcrossRules, DraftRule, Fix, FixContext, Options } from '../rules/rule.ts';
import type { Draft } from '../text/draft.ts';
import { outlines } from '../text/sections/index.ts';
import type { Outlines } from '../text/sections/index.ts';
import type { Span } from '../text/span.ts';
import type { Words } from '../words.ts';
import { sameFindings } from './compare.ts';
import { Looking, wantedBy } from './looking.ts';
import type { Seen } from './looking.ts';
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
  /**
   * The same as `put`, but of a draft that is here already only this one is looked at: what the edit changes in others is left to
   * `rest`, or to who asks for it.
   */
  edit(draft: Draft): ReadonlySet<string>;
  /**
   * Works out about so many characters of what edits left to do. Returns the uris whose findings changed once nothing is left,
   * `undefined` before and while `isUnderWay`.
   */
  rest(characters: number): ReadonlySet<string> | undefined;
  /** The same as `put` one by one, at less cost: for drafts that come together (a folder, the start). */
  putAll(drafts: readonly Draft[]): ReadonlySet<string>;
  /** Takes a draft away, of which then nothing is known here. Returns the uris of other drafts whose findings changed. */
  remove(uri: string): ReadonlySet<string>;
  /** The same ahead of `remove`, slice by slice. Returns whether it is ready to be removed. */
  dismiss(uri: string, characters: number): boolean;
  /** Whether some draft has come or gone in part: what is asked for now is worked out again when the rest has. */
  isUnderWay(): boolean;
  draft(uri: string): Draft | undefined;
  /** In order of start; empty for a draft that is not here. */
  findings(uri: string): readonly Finding[];
  /**
   * Does so many steps of what `findings` does between the drafts, so that a long draft can be told of in turns. Returns
   * whether all are done, as long as nothing changes.
   */
  tellAhead(uri: string, steps: number): boolean;
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
  readonly seen: Seen;
  /** The findings with those of the rules over all drafts, and from which lists they were merged. */
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

  const report = (rule: string, error: unknown): void => {
    const key = `${rule}: ${String(error)}`;
    if (failed.has(key)) return;
    failed.add(key);
    deps.onRuleFailure(rule, error);
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

  const optionsOf = ({ id }: RuleMeta): Options | undefined =>
    (settings.rules[id]?.enabled ?? true) ? (settings.rules[id]?.options ?? {}) : undefined;
  const newLooking = (): Looking =>
    new Looking({
      rules: deps.rules,
      words: deps.words,
      outlineOf,
      optionsOf: ({ meta }) => optionsOf(meta),
      readAcross: (paragraph) => acrossGuarded(undefined, (rules) => rules.read?.(paragraph)),
      failed: report,
    });
  let looking = newLooking();

  /** Puts what was seen in the place of what was seen before. Returns whether the findings are others. */
  const replace = (seen: Seen): boolean => {
    const before = entries.get(seen.draft.uri);
    entries.set(seen.draft.uri, { ...before, seen });
    return before === undefined ? seen.own.length > 0 : !sameFindings(before.seen.own, seen.own);
  };

  const look = (draft: Draft): boolean => replace(looking.look(draft, entries.get(draft.uri)?.seen));

  const nobody: ReadonlySet<string> = new Set();
  /** Of a draft of which only a part is here nothing is found. */
  const wholeOf = (uris: ReadonlySet<string>): string[] => [...uris].filter((uri) => entries.has(uri));
  /** The uris that the rules over all drafts tell. */
  const changedAcross = (run: (rules: AcrossRules) => ReadonlySet<string>): string[] => wholeOf(acrossGuarded(nobody, run));
  const configureAcross = (): string[] =>
    changedAcross((rules) => {
      const running = rules.metas.flatMap((meta): [string, Options][] => {
        const options = optionsOf(meta);
        return options ? [[meta.id, options]] : [];
      });
      return rules.configure(new Map(running));
    });
  configureAcross();

  const slices = new Slices((part) => changedAcross((rules) => rules.putPart(part)));

  /** Works out about so many characters of what slices left to do. Returns whether nothing is left. */
  const settle = (characters: number): boolean => acrossGuarded(true, (rules) => rules.settle(characters));

  const merge = (uri: string): readonly Finding[] => {
    const entry = entries.get(uri);
    if (!entry) return noFindings;
    const between = acrossGuarded(noFindings, (rules) => rules.findings(uri));
    const { own } = entry.seen;
    if (between.length === 0) return own;
    if (entry.merged?.own !== own || entry.merged.across !== between) entry.merged = { own, across: between, all: merged([own, between]) };
    return entry.merged.all;
  };

  const put = (draft: Draft, run: (rules: AcrossRules) => ReadonlySet<string>): ReadonlySet<string> => {
    const changed = new Set(slices.finish(draft.uri));
    if (look(draft)) changed.add(draft.uri);
    for (const uri of changedAcross(run)) changed.add(uri);
    return changed;
  };

  return {
    prepare(draft, characters) {
      if (!looking.prepare(draft, entries.get(draft.uri)?.seen, characters)) return false;
      return entries.has(draft.uri) || (slices.enter(draft, characters) && settle(characters));
    },
    put: (draft) => put(draft, (rules) => rules.put(draft)),
    edit(draft) {
      const isHere = entries.has(draft.uri);
      return put(draft, (rules) => (isHere ? rules.edit(draft) : rules.put(draft)));
    },
    rest(characters) {
      if (slices.isUnderWay) return undefined;
      const changed = acrossGuarded<ReadonlySet<string> | undefined>(nobody, (rules) => rules.rest(characters));
      return changed && new Set(wholeOf(changed));
    },
    putAll(drafts) {
      const changed = new Set<string>();
      for (const draft of drafts) if (look(draft)) changed.add(draft.uri);
      for (const uri of changedAcross((rules) => rules.putAll(drafts))) changed.add(uri);
      return changed;
    },
    remove(uri) {
      entries.delete(uri);
      return new Set([...slices.finish(uri), ...changedAcross((rules) => rules.remove(uri))]);
    },
    dismiss(uri, characters) {
      const draft = entries.get(uri)?.seen.draft ?? slices.draft(uri);
      entries.delete(uri);
      return draft === undefined || (slices.leave(draft, characters) && settle(characters));
    },
    isUnderWay: () => slices.isUnderWay,
    draft: (uri) => entries.get(uri)?.seen.draft,
    findings: merge,
    tellAhead: (uri, steps) => acrossGuarded(true, (rules) => rules.tellAhead(uri, steps)),
    configure(next) {
      settings = next;
      // What was read with other options is of no use any more.
      looking = newLooking();
      const changed = new Set<string>();
      for (const [uri, { seen }] of entries) if (replace(looking.look(seen.draft, undefined))) changed.add(uri);
      for (const uri of configureAcross()) changed.add(uri);
      return changed;
    },
    wants(...uris) {
      const here = uris.map((uri) => entries.get(uri)?.seen).filter((seen) => seen !== undefined);
      return here.length === 0 ? [] : [...here.flatMap(wantedBy), ...acrossGuarded<readonly string[]>([], (rules) => rules.wants())];
    },
    learn(uris) {
      const changed = new Set<string>();
      for (const uri of uris) {
        const seen = entries.get(uri)?.seen;
        if (seen && replace(looking.lookAgain(seen))) changed.add(uri);
      }
      for (const uri of changedAcross((rules) => rules.learn())) changed.add(uri);
      return changed;
    },
    echoes: () => acrossGuarded(noEchoes, (rules) => rules.report()),
    whyNot: (uri, span) => acrossGuarded<readonly WhyNot[]>([], (rules) => rules.whyNot(uri, span)),
    fixes(uri, finding, context) {
      if (across?.metas.some((meta) => meta.id === finding.rule)) return acrossGuarded([], (rules) => rules.fixes(uri, finding));
      const seen = entries.get(uri)?.seen;
      const rule = deps.rules.find(({ meta }) => meta.id === finding.rule);
      if (!seen || !rule?.fixes) return [];
      try {
        return rule.fixes(finding, seen.byRule.get(rule.meta.id)?.findings ?? noFindings, seen.draft, context);
      } catch (error) {
        report(rule.meta.id, error);
        return [];
      }
    },
  };
}
