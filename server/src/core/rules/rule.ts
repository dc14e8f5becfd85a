/**
 * Owns the contract of a rule. One over a single draft works in two steps, so that a keystroke costs one paragraph: `read`
 * looks at one paragraph and is remembered with it; `judgePart` says what is wrong there, or `judge` what is in the whole.
 */
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Outline, Reading } from '../text/sections/index.ts';
import type { Shift } from '../text/shift.ts';
import type { Edit, Span } from '../text/span.ts';
import type { Words } from '../words.ts';
import type { EchoReport, WhyNot } from './echo-report.ts';
import type { Finding, Message } from './finding.ts';
import type { RuleMeta } from './meta.ts';
import type { OwnPattern } from './pattern.ts';

/** Values of a rule's options by id, validated, defaults filled in. */
export type Options = Readonly<Record<string, boolean | number | string | readonly string[] | readonly OwnPattern[]>>;

/** What `read` gave for one paragraph, and where that paragraph stands. */
export interface Part<T> {
  readonly paragraph: Paragraph;
  /** Start of the paragraph in the draft, UTF-16 code units. */
  readonly start: number;
  readonly read: T;
}

/** What a rule may look at besides what it read. */
export interface Surroundings {
  readonly draft: Draft;
  readonly options: Options;
  /** Words that are asked for and not known yet are looked up in the background; then the rule judges again. */
  readonly words: Words;
  /** The structure of the draft. */
  readonly outline: () => Outline;
}

/** A change that answers a finding. Edits hold for the version the finding was made from. */
export interface Fix {
  /**
   * - `edit`: the edits are the whole answer;
   * - `fill`: a person types the value: the edits' stretches are to be selected, `stops` in order;
   * - `fill-alike`: one value typed once goes into every edit.
   */
  readonly action: 'edit' | 'fill' | 'fill-alike';
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** Whether this is the answer a person most likely wants. */
  readonly preferred?: boolean;
  /** Whether the person should see every change before it is made: it reaches beyond the place of the finding. */
  readonly preview?: boolean;
}

/** What a fix may depend on that core must not find out by itself. */
export interface FixContext {
  /** The year of today; core has no clock. */
  readonly year: number;
}

/** Rules that look at all open drafts together. What they keep follows every `put` and `remove`. */
export interface PlainAcrossRules {
  readonly metas: readonly RuleMeta[];
  /** Each returns the uris whose findings changed. */
  put(draft: Draft): ReadonlySet<string>;
  /** The same as `put` one by one, at less cost: for drafts that come together. Counts all of them among the changed. */
  putAll(drafts: readonly Draft[]): ReadonlySet<string>;
  remove(uri: string): ReadonlySet<string>;
  /** Reads a paragraph that is soon to be put, and keeps what it read with it: for long drafts, which are read in slices. */
  read?(paragraph: Paragraph): void;
  /** Options by rule id; a rule that is switched off is left out. */
  configure(options: ReadonlyMap<string, Options>): ReadonlySet<string>;
  learn(): ReadonlySet<string>;
  /** In order of start. */
  findings(uri: string): readonly Finding[];
  /** Texts whose words would sharpen findings. */
  wants(): readonly string[];
  fixes(uri: string, finding: Finding): readonly Fix[];
}

/** The rules over all open drafts as the desk sees them: those of the echoes can tell more. */
export interface AcrossRules extends PlainAcrossRules {
  /**
   * The same as `put` for one of the parts of a draft that comes or goes piece by piece, which has no findings. Whose findings
   * changed is told by what is done next, too.
   */
  putPart(part: Draft): ReadonlySet<string>;
  /** Works out about so many characters of what the parts left to do. Returns whether nothing is left. */
  settle(characters: number): boolean;
  /** The same as `put` for the next version of a draft; what that changes in others is left to `rest`. */
  edit(draft: Draft): ReadonlySet<string>;
  /** The same as `settle`; gives the uris whose findings changed and that were not told of yet once nothing is left. */
  rest(characters: number): ReadonlySet<string> | undefined;
  /** All groups of echoes, made when asked for. */
  report(): EchoReport;
  /** Why what seems to repeat within a span is not a finding, in order of start. Never empty for a draft that is here. */
  whyNot(uri: string, span: Span): readonly WhyNot[];
  /** Does so many steps of what `findings` does. Returns whether it has all been done, as long as nothing changes. */
  tellAhead(uri: string, steps: number): boolean;
}

/** What every rule over one draft has. `T` is what it keeps of a paragraph; it must hold no offset outside the paragraph. */
interface ReadingRule<T> {
  readonly meta: RuleMeta;
  /**
   * Pure: depends on the paragraph, the format and the options alone. `structure` gives what the paragraph says of the
   * structure of the draft.
   */
  read(paragraph: Paragraph, draft: Pick<Draft, 'format'>, options: Options, structure?: () => Reading): T;
  /** Answers to one finding of `findings`, the best first. */
  fixes?(finding: Finding, findings: readonly Finding[], draft: Draft, context: FixContext): Fix[];
}

/** What the judgement of every paragraph depends on besides the paragraph: where the key is the same, so is all the rest. */
export interface Survey {
  readonly key: string;
}

/** What came and went since a survey, paragraph by paragraph. */
export interface Since<T, S extends Survey> {
  readonly survey: S;
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/**
 * A rule that judges paragraph by paragraph. While the survey of the draft stays the same, a paragraph that did not change
 * keeps its findings, and those that moved with it keep all but their places.
 */
export interface PartRule<T = unknown, S extends Survey = Survey> extends ReadingRule<T> {
  /**
   * Looks over the draft; `reads` has one entry for each paragraph. Called for every version; `since`, where it is given, is
   * enough to go on from the survey of the version before.
   */
  survey?(reads: readonly T[], surroundings: Surroundings, since?: Since<T, S>): S;
  /**
   * The findings in one paragraph. It may look at the paragraph and the survey; at options and words, too. Related places
   * lie in the paragraph, `detail` holds no offset of the draft, and a `group` is unique in the paragraph: the desk makes
   * it unique in the draft. Where words are not known yet, the paragraph is judged again when they are.
   */
  judgePart(part: Part<T>, survey: S, surroundings: Surroundings): readonly Finding[];
}

/** One version of a draft as a rule sees it that looks at it as a whole. */
export interface Version<T> {
  readonly draft: Draft;
  readonly reads: readonly T[];
  readonly outline: Outline;
}

/** A rule that needs the whole draft to judge. */
export interface WholeRule<T = unknown> extends ReadingRule<T> {
  judge(parts: readonly Part<T>[], surroundings: Surroundings): readonly Finding[];
  /**
   * Whether the findings of the version before still hold and only moved. Without this, or where it is not sure, the draft
   * is judged again.
   */
  holds?(before: Version<T>, now: Version<T>, shift: Shift): boolean;
  /** The `detail` of a finding that moved; needed where it holds places of the draft. */
  moved?(detail: unknown, before: Version<T>, now: Version<T>, shift: Shift): unknown;
}

/** A rule over one draft. */
export type DraftRule<T = unknown> = PartRule<T> | WholeRule<T>;
