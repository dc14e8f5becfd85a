/** Owns looking at drafts with the rules that look at one at a time: now, again, or ahead of time in slices. */
import type { Finding } from '../rules/finding.ts';
import type { DraftRule, Options } from '../rules/rule.ts';
import type { Draft } from '../text/draft.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { Outline, Outlines } from '../text/sections/index.ts';
import { shiftBetween } from '../text/shift.ts';
import type { Words } from '../words.ts';
import { Ahead } from './ahead.ts';
import { lookAgain, lookAt } from './looked.ts';
import type { Looked, Sight } from './looked.ts';
import { merged } from './merge.ts';

/** What was found in a draft. */
export interface Seen {
  readonly draft: Draft;
  readonly outline: Outline;
  readonly byRule: ReadonlyMap<string, Looked>;
  /** In order of start; the same list as in the version before while it holds the same findings. */
  readonly own: readonly Finding[];
}

/** What looking needs from around it. */
export interface LookingDeps {
  readonly rules: readonly DraftRule[];
  readonly words: Words;
  readonly outlineOf: Outlines;
  /** The options of a rule; `undefined` when it is switched off. */
  readonly optionsOf: (rule: DraftRule) => Options | undefined;
  /** Reads a paragraph for the rules over all drafts. */
  readonly readAcross: (paragraph: Paragraph) => void;
  readonly failed: (rule: string, error: unknown) => void;
}

/** The rules that look at one draft at a time, under one set of options. */
export class Looking {
  readonly #deps: LookingDeps;
  readonly #running: readonly { readonly rule: DraftRule; readonly options: Options }[];
  readonly #read = new Map<string, WeakMap<Paragraph, unknown>>();
  readonly #ahead = new Ahead();
  /** Long drafts that were looked at before they are put, and over what. */
  readonly #early = new WeakMap<Draft, { readonly seen: Seen; readonly before: Seen | undefined }>();

  constructor(deps: LookingDeps) {
    this.#deps = deps;
    this.#running = deps.rules.flatMap((rule) => {
      const options = deps.optionsOf(rule);
      return options ? [{ rule, options }] : [];
    });
  }

  /**
   * Does about `characters` of the work on a draft that is to be put over `before`. Returns whether all is done that can be
   * done ahead.
   */
  prepare(draft: Draft, before: Seen | undefined, characters: number): boolean {
    const known = before?.draft.format === draft.format ? before.draft : undefined;
    return this.#ahead.step(draft, known, characters, {
      looks: this.#running.map(({ rule, options }) => ({ rule, sight: this.#sightOf(rule, options, draft, undefined) })),
      read: this.#deps.readAcross,
      outline: () => this.#deps.outlineOf(draft, known),
      look: () => this.#early.set(draft, { seen: this.#look(draft, before), before }),
      guarded: (rule, run) => this.#guarded(rule, run),
    });
  }

  /** Looks at a draft with every rule; `before` is what was seen of the version before. */
  look(draft: Draft, before: Seen | undefined): Seen {
    const early = this.#early.get(draft);
    const seen = early && early.before === before ? early.seen : this.#look(draft, before);
    this.#early.delete(draft);
    this.#ahead.forget(draft);
    return seen;
  }

  #look(draft: Draft, last: Seen | undefined): Seen {
    const before = last?.draft.format === draft.format ? last : undefined;
    const shift = before && shiftBetween(before.draft, draft);
    const outline = this.#deps.outlineOf(draft, before?.draft);
    const byRule = new Map<string, Looked>();
    for (const { rule, options } of this.#running) {
      const kept = before?.byRule.get(rule.meta.id);
      const sight: Sight = { ...this.#sightOf(rule, options, draft, outline), outline, ahead: this.#ahead.judged(draft, rule.meta.id) };
      const over = before && kept && shift ? { draft: before.draft, looked: kept, shift } : undefined;
      const looked = this.#guarded(rule, () => lookAt(rule, sight, over));
      if (looked) byRule.set(rule.meta.id, looked);
    }
    return seenBy(draft, outline, byRule, last);
  }

  /** Looks again at what words can tell more of. */
  lookAgain(last: Seen): Seen {
    const byRule = new Map<string, Looked>();
    for (const { rule, options } of this.#running) {
      const kept = last.byRule.get(rule.meta.id);
      const looked = kept && this.#guarded(rule, () => lookAgain(rule, this.#sightOf(rule, options, last.draft, last.outline), kept));
      if (looked) byRule.set(rule.meta.id, looked);
    }
    return seenBy(last.draft, last.outline, byRule, last);
  }

  #guarded<T>(rule: DraftRule, run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      this.#deps.failed(rule.meta.id, error);
      return undefined;
    }
  }

  #sightOf(rule: DraftRule, options: Options, draft: Draft, outline: Outline | undefined): Sight {
    const { outlineOf, words } = this.#deps;
    const key = `${rule.meta.id} ${draft.format}`;
    const cache = this.#read.get(key) ?? new WeakMap<Paragraph, unknown>();
    this.#read.set(key, cache);
    return {
      draft,
      get outline() {
        return outline ?? outlineOf(draft);
      },
      options,
      words,
      read(paragraph) {
        let known = cache.get(paragraph);
        if (known === undefined && !cache.has(paragraph)) {
          known = rule.read(paragraph, draft, options, () => outlineOf.read(paragraph, draft.format));
          cache.set(paragraph, known);
        }
        return known;
      },
    };
  }
}

/** The texts whose words would make what was seen say more, at most so many for each rule. */
export function wantedBy({ byRule }: Seen): readonly string[] {
  return [...byRule.values()].flatMap(({ waits }) => {
    const texts = new Set<string>();
    for (const some of waits.values()) {
      for (const text of some) texts.add(text);
      if (texts.size >= mostTexts) break;
    }
    return [...texts].slice(0, mostTexts);
  });
}

/** More findings than that no person reads. */
const mostTexts = 2000;

function seenBy(draft: Draft, outline: Outline, byRule: ReadonlyMap<string, Looked>, last: Seen | undefined): Seen {
  const lists = [...byRule.values()].map(({ findings }) => findings);
  const known = last && [...last.byRule.values()].map(({ findings }) => findings);
  const isSame = lists.length > 0 && known?.length === lists.length && lists.every((list, index) => list === known[index]);
  return { draft, outline, byRule, own: last && isSame ? last.own : merged(lists) };
}
