/** Owns what is known of a rule without running it: the one source of settings, documentation and tables. */
import type { Severity } from './finding.ts';
import type { OwnPattern } from './pattern.ts';

/** A text in both languages of the product. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One kind of finding that a rule has. */
export interface KindMeta {
  readonly id: string;
  readonly name: Bilingual;
  readonly severity: Severity;
}

/** One option of a rule; it becomes the setting `speechDraft.<rule>.<id>`. */
export interface OptionMeta {
  readonly id: string;
  readonly type: 'boolean' | 'integer' | 'number' | 'string' | 'string[]' | 'pattern[]';
  readonly default: boolean | number | string | readonly string[] | readonly OwnPattern[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  /** Names that may stand for a number. */
  readonly presets?: readonly string[];
  readonly description: Bilingual;
}

/** A pair of examples. Slots are marked `⟦…⟧` in `bad`; `good` holds none of this rule's findings. */
export interface ExampleMeta {
  readonly bad: string;
  readonly good: string;
}

/** What a rule is. */
export interface RuleMeta {
  readonly id: string;
  readonly title: Bilingual;
  /** Why the rule exists, one or two sentences. */
  readonly why: Bilingual;
  /** When a finding may be left alone. */
  readonly whenNot: Bilingual;
  readonly kinds: readonly KindMeta[];
  /** Message templates by id; `{name}` is filled from the finding's `args`. */
  readonly messages: Readonly<Record<string, Bilingual>>;
  /** Words that messages may name by `{ term }`. */
  readonly terms: Readonly<Record<string, Bilingual>>;
  readonly options: readonly OptionMeta[];
  readonly examples: readonly ExampleMeta[];
}
