/**
 * Owns the contract of a rule that looks at one draft at a time. A rule works in two steps, so that a keystroke costs one
 * paragraph: `read` looks at one paragraph and is cached by its content; `judge` sees what was read in the whole draft.
 */
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Outline } from '../text/sections/index.ts';
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

/** What `judge` may look at besides the parts. */
export interface Surroundings {
  readonly draft: Draft;
  readonly options: Options;
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
  /** All groups of echoes, made when asked for. */
  report(): EchoReport;
  /** Why what seems to repeat within a span is not a finding, in order of start. Never empty for a draft that is here. */
  whyNot(uri: string, span: Span): readonly WhyNot[];
}

/** A rule over one draft. `T` is what it keeps of a paragraph; it must hold no offset outside the paragraph. */
export interface DraftRule<T = unknown> {
  readonly meta: RuleMeta;
  /** Pure: depends on the paragraph, the format and the options alone. */
  read(paragraph: Paragraph, draft: Pick<Draft, 'format'>, options: Options): T;
  judge(parts: readonly Part<T>[], surroundings: Surroundings): readonly Finding[];
  /** The texts whose words would make the findings' messages better; asked for in the background. */
  wants?(parts: readonly Part<T>[], findings: readonly Finding[]): string[];
  /** Answers to one finding of `findings`, the best first. */
  fixes?(finding: Finding, findings: readonly Finding[], draft: Draft, context: FixContext): Fix[];
}
