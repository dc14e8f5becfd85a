/**
 * Owns the echoes between all open drafts: passages that stand again, here or in another draft, and phrases that one draft
 * says too often.
 */
import type { EchoReport, WhyNot } from '../rules/echo-report.ts';
import type { Finding } from '../rules/finding.ts';
import type { Fix } from '../rules/rule.ts';
import { sameFindings } from '../engine/compare.ts';
import { merged } from '../engine/merge.ts';
import { SayingReader } from '../rules/repeated-phrase/sayings.ts';
import { Teller } from '../rules/repeated-phrase/teller.ts';
import type { Draft } from '../text/draft.ts';
import { outlines } from '../text/sections/index.ts';
import type { Outline } from '../text/sections/index.ts';
import type { Span } from '../text/span.ts';
import { bySpan } from '../text/span.ts';
import type { Words } from '../words.ts';
import { allowedPhrases, Blocks, kindOfPhrase } from './blocks.ts';
import { Corpus } from './corpus.ts';
import { Drafts } from './drafts.ts';
import { fixesOf } from './fixes.ts';
import { Reporter } from './judge/report.ts';
import { reportOf } from './report.ts';
import { firstsAt } from './judge/firsts.ts';
import { reasonsAt } from './judge/reasons.ts';
import type { Desk } from './model.ts';
import { limitsOf } from './options.ts';
import type { EchoOptions, Limits } from './options.ts';

export type { EchoOptions } from './options.ts';

/** What `createEchoes` needs. */
export interface EchoDependencies {
  readonly words: Words;
  readonly options: EchoOptions;
  /** The outline of a draft, when the caller has it already. Must give what `outlineOf` gives. */
  readonly outlineOf?: (draft: Draft) => Outline;
}

/** Echoes between the drafts that were put and not removed. Never throws on any text. */
export interface Echoes {
  /**
   * Adds or replaces a draft. Gives the uris (itself included) whose findings changed for a reader: other copies, other
   * counts, another message, or a place that moved to another line or column. The draft's own uri is among them
   * whenever it has or had findings.
   */
  put(draft: Draft): ReadonlySet<string>;
  /**
   * The same as `put` for the next version of a draft, which alone is looked at: what that changes in others is worked out by
   * `rest`, or when it is asked for.
   */
  edit(draft: Draft): ReadonlySet<string>;
  /**
   * Works out about so many characters of what is left to do. Gives the uris whose findings changed and that were not told of
   * yet once nothing is left, `undefined` before.
   */
  rest(characters: number): ReadonlySet<string> | undefined;
  /**
   * The same as `put` one by one, at less cost; counts all of them among the changed. For drafts that come together: a
   * folder, the start. What is found is worked out when it is asked for.
   */
  putAll(drafts: readonly Draft[]): ReadonlySet<string>;
  /**
   * Adds or replaces a part of a draft that comes or goes piece by piece. It has no findings, and those of others are worked
   * out by `settle` or with whatever is done next, which tells what changed.
   */
  putPart(part: Draft): void;
  /** Works out about so many characters of what parts of drafts left to do. Returns whether nothing is left. */
  settle(characters: number): boolean;
  /**
   * Adds or replaces a draft that the others are compared with and that is asked for no findings of its own, until it is
   * `put`. Gives the uris of others whose findings changed.
   */
  lay(draft: Draft): ReadonlySet<string>;
  remove(uri: string): ReadonlySet<string>;
  /** Takes other options. Drafts that were laid are gone afterwards and must be laid again. */
  configure(options: EchoOptions): ReadonlySet<string>;
  /** In order of start; complete at any time, the same whatever the order of opening. Empty for a draft that is not known. */
  findings(uri: string): readonly Finding[];
  /** Does so many steps of what `findings` does. Returns whether it has all been done, as long as nothing changes. */
  tellAhead(uri: string, steps: number): boolean;
  /** Texts whose words would sharpen spans and decisions, the most recent first. */
  wants(): readonly string[];
  /** Takes in what the words know by now. Gives the uris whose findings changed. */
  learn(): ReadonlySet<string>;
  /** Answers to a finding of `findings(uri)`, the best first. */
  fixes(uri: string, finding: Finding): Fix[];
  /** All groups with all their places. */
  report(): EchoReport;
  /** Why what repeats within a span of a draft is not a finding, by start; empty for a draft that is not known. */
  whyNot(uri: string, span: Span): readonly WhyNot[];
}

const nothing: readonly Finding[] = [];
/** So many characters are judged in one step of telling ahead. */
const perStep = 150;

/** The echoes of no drafts yet. */
export function createEchoes(dependencies: EchoDependencies): Echoes {
  const outline = dependencies.outlineOf ?? outlines();
  let state = stateOf(dependencies.words, limitsOf(dependencies.options), outline);

  const phrases = (desk: Desk, leader: Desk): readonly Finding[] => state.teller.of(desk, leader);

  const put = (): Desk[] => [...state.drafts.all()].filter(({ laid }) => !laid);

  /** Works out what is left to do where something is told of a draft that it may change. */
  const judged = (uri: string): void => {
    if (!state.drafts.isJudged(uri)) state.drafts.settle();
  };

  const listed = new WeakMap<Desk, readonly Finding[]>();
  /** The same list as before when it holds the same. */
  const findings = (uri: string): readonly Finding[] => {
    judged(uri);
    const desk = state.drafts.desk(uri);
    if (desk === undefined) return nothing;
    const leader = state.drafts.leaderOf(desk);
    const now = merged([state.reporter.passagesOf(desk, leader), phrases(desk, leader)]);
    const before = listed.get(desk);
    if (before?.length === now.length && before.every((finding, index) => finding === now[index])) return before;
    listed.set(desk, now);
    return now;
  };

  const has = (uri: string): boolean => {
    const desk = state.drafts.desk(uri);
    if (desk === undefined) return false;
    const leader = state.drafts.leaderOf(desk);
    return leader.units.some((unit) => unit.echoes.length > 0) || phrases(desk, leader).length > 0;
  };

  /** Counts a draft among those that changed whenever it has or had findings. */
  const withOwn = ({ uri }: Draft, put: () => Set<string>): Set<string> => {
    const had = has(uri);
    const changed = put();
    if (had || has(uri)) changed.add(uri);
    else changed.delete(uri);
    return changed;
  };

  return {
    findings,
    tellAhead(uri, steps) {
      if (!state.drafts.isJudged(uri) && !state.drafts.settle(steps * perStep)) return false;
      const desk = state.drafts.desk(uri);
      return desk === undefined || state.reporter.tellAhead(desk, state.drafts.leaderOf(desk), steps);
    },
    put(draft) {
      state.drafts.settle();
      return withOwn(draft, () => state.drafts.put(draft));
    },
    edit: (draft) => withOwn(draft, () => state.drafts.edit(draft)),
    rest: (characters) => (state.drafts.settle(characters) ? state.drafts.uris() : undefined),
    putAll(drafts) {
      state.drafts.settle();
      const changed = state.drafts.putAll(drafts);
      for (const { uri } of drafts) changed.add(uri);
      return changed;
    },
    putPart: (part) => {
      state.drafts.putPart(part);
    },
    settle: (characters) => state.drafts.settle(characters),
    lay(draft) {
      state.drafts.settle();
      const changed = state.drafts.put(draft, true);
      changed.delete(draft.uri);
      return changed;
    },
    remove(uri) {
      state.drafts.settle();
      return state.drafts.remove(uri);
    },
    configure(options) {
      state.drafts.settle();
      // What parts of drafts changed was told to nobody yet, and who is asked below says it as it is now.
      const untold = state.drafts.uris();
      const drafts = put().map((desk) => desk.draft);
      const before = new Map(drafts.map((draft) => [draft.uri, JSON.stringify(findings(draft.uri))]));
      state = stateOf(dependencies.words, limitsOf(options), outline);
      state.drafts.putAll(drafts);
      const changed = drafts.map((draft) => draft.uri).filter((uri) => JSON.stringify(findings(uri)) !== before.get(uri));
      return new Set([...untold, ...changed]);
    },
    wants: () => state.blocks.waiting().map((block) => block.text),
    learn() {
      const untold = state.drafts.isFirst ? put().map((desk) => desk.draft.uri) : [];
      state.drafts.settle();
      const hearing = state.corpus.hearing();
      const desks = put().filter((desk) => hearing.has(state.drafts.leaderOf(desk)));
      const before = desks.map((desk) => phrases(desk, state.drafts.leaderOf(desk)));
      const changed = state.drafts.uris(state.corpus.learn());
      for (const uri of untold) changed.add(uri);
      for (const [index, desk] of desks.entries())
        if (!sameFindings(before[index] ?? nothing, phrases(desk, state.drafts.leaderOf(desk)))) changed.add(desk.draft.uri);
      return changed;
    },
    fixes(uri, finding) {
      judged(uri);
      const desk = state.drafts.desk(uri);
      return desk === undefined ? [] : fixesOf(desk.draft, state.drafts.leaderOf(desk), finding, state.limits.minimum);
    },
    report() {
      state.drafts.settle();
      return reportOf(state.drafts, (desk) => (desk.laid ? nothing : phrases(desk, desk)));
    },
    whyNot(uri, span) {
      state.drafts.settle();
      const desk = state.drafts.desk(uri);
      if (desk === undefined) return [];
      const leader = state.drafts.leaderOf(desk);
      const reasons = reasonsAt(desk.draft, leader, span, {
        corpus: state.corpus,
        limits: state.limits,
        sayings: state.sayings,
        kindOf: kindOfPhrase,
      });
      const firsts = firstsAt(desk.draft, phrases(desk, leader), span);
      if (firsts.length === 0) return reasons;
      return [...reasons.filter(({ reason }) => reason !== 'alone'), ...firsts].sort(bySpan);
    },
  };
}

interface State {
  readonly limits: Limits;
  readonly sayings: SayingReader;
  readonly blocks: Blocks;
  readonly corpus: Corpus;
  readonly drafts: Drafts;
  readonly reporter: Reporter;
  readonly teller: Teller;
}

function stateOf(words: Words, limits: Limits, outline: (draft: Draft) => Outline): State {
  const sayings = new SayingReader(limits.ownPhrases);
  const blocks = new Blocks(words, allowedPhrases(limits.allowed), sayings);
  const corpus = new Corpus(blocks, limits);
  const drafts = new Drafts(corpus, blocks, outline);
  return {
    limits,
    sayings,
    blocks,
    corpus,
    drafts,
    reporter: new Reporter(
      (desk) => drafts.labels(desk),
      drafts.trail,
      () => corpus.exchanges,
    ),
    teller: new Teller(sayings, limits, words),
  };
}
